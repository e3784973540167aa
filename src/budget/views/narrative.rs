//! What only the narrative states, as a view.

use super::Made;
use crate::budget::{Budget, Kind, Statement, Table};

/// An empty view of what the narrative states.
pub fn narrative(budget: &Budget, kind: Kind) -> Table {
    Table {
        number: "情况说明".into(),
        kind: Some(kind),
        unit: budget.document.unit,
        summed: true,
        made: vec![Made::Stated],
        ..Table::default()
    }
}

/// Notes which section of the narrative something is from: a view's title lists them.
pub fn cite(view: &mut Table, section: &str) {
    if !view.title.split('、').any(|known| known == section) {
        view.title = if view.title.is_empty() { section.into() } else { [&view.title, "、", section].concat() };
    }
}

/// The first statement of a subject's amount, in the document's unit.
pub fn of<'b>(budget: &'b Budget, subject: &str) -> Option<(usize, &'b Statement)> {
    budget.statements.iter().enumerate().find(|(_, statement)| {
        statement.subject == subject
            && statement.amount.is_some()
            && statement.unit.is_none_or(|unit| unit == budget.document.unit)
    })
}
