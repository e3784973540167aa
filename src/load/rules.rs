//! What types cannot say: that cells fit the columns of their table.

use std::collections::BTreeSet;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::place::{Step, at};
use super::{Fault, MOST_FAULTS, Place, Problem};
use crate::budget::{Budget, Table};

/// The rules that the budget breaks, each with its place.
pub fn broken(budget: &Budget, tree: &Value, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (t, table) in budget.tables.iter().enumerate() {
        let mut fault = |steps: &[Step], problem| {
            let path: Vec<_> = [Step::Name("tables"), Step::Index(t)].into_iter().chain(steps.iter().copied()).collect();
            let place = at(tree, &path).map(|value| Place::in_tree(text, tree, value.start()));
            faults.push(Fault { place, problem });
        };
        columns(table, &mut fault);
        cells(table, &mut fault);
        if faults.len() >= MOST_FAULTS {
            break;
        }
    }
    faults.truncate(MOST_FAULTS);
    faults
}

fn columns(table: &Table, fault: &mut impl FnMut(&[Step], Problem)) {
    let mut seen = BTreeSet::new();
    for (c, column) in table.columns.iter().enumerate() {
        if !seen.insert(column.id.as_str()) {
            fault(&[Step::Name("columns"), Step::Index(c), Step::Name("id")], Problem::ColumnTwice(column.id.clone()));
        }
    }
}

fn cells(table: &Table, fault: &mut impl FnMut(&[Step], Problem)) {
    let mut told = 0;
    for (l, line) in table.lines.iter().enumerate() {
        let amounts = line.amounts.iter().map(|(id, _)| ("amounts", id, false));
        let texts = line.texts.keys().map(|id| ("texts", id.as_str(), true));
        for (field, id, is_text) in amounts.chain(texts) {
            let problem = match table.columns.iter().find(|column| column.id == id) {
                Some(column) if column.text == is_text => continue,
                Some(_) => Problem::WrongColumn(id.into()),
                None => Problem::NoColumn(id.into()),
            };
            fault(&[Step::Name("lines"), Step::Index(l), Step::Name(field), Step::Name(id)], problem);
            told += 1;
            if told >= MOST_FAULTS {
                return;
            }
        }
    }
}
