//! Within one table: lines add up to the lines above them, columns to their total, lines to the printed total.

mod across;
mod families;
mod vote;
mod years;

pub use vote::{Sum, Sure, choose};

use super::finding::Why;
use super::rule::Rule;
use super::sheet::{Half, INCOME, is_additive};
use super::ties::Ties;
use crate::budget::{Kind, Place, Quantity, Side, column};
use families::{Family, families};

/// Every tie within each table.
pub fn check(ties: &mut Ties) {
    for t in 0..ties.sheets.len() {
        for half in ties.sheets[t].halves() {
            added(ties, t, &half);
        }
        across::check(ties, t);
        years::check(ties, t);
    }
    for kind in [Kind::Balance, Kind::Appropriation, Kind::StateCapital] {
        in_and_out(ties, kind);
    }
}

/// The sums of one half of a table, column by column. Numbers of unknown meaning may be no amounts: they are held where
/// all of them add up, and accuse nobody where they do not.
fn added(ties: &mut Ties, table: usize, half: &Half) {
    let sheet = &ties.sheets[table];
    let families = families(sheet, half);
    let is_blank = |line: &usize| sheet.table.lines[*line].amounts.iter().all(|(_, amount)| amount.is_none());
    let is_heading = |family: &Family| family.rule == Rule::Children && is_blank(&family.whole);
    let (headings, families): (Vec<_>, Vec<_>) = families.into_iter().partition(is_heading);
    let headings: Vec<_> = headings.into_iter().filter(|family| !family.parts.iter().all(is_blank)).collect();
    let columns: Vec<_> = half.columns.iter().map(|column| (*column, sheet.columns[*column])).collect();
    for Family { rule, whole, .. } in headings {
        ties.unchecked(rule, &[Place::Line(table, whole)], &[], Why::Heading);
    }
    for (column, about) in columns {
        let cell = |line: &usize| Place::Cell(table, *line, column);
        let sums: Vec<(Rule, Sum)> = families
            .iter()
            .map(|Family { rule, whole, parts }| {
                (*rule, Sum { stated: vec![cell(whole)], terms: parts.iter().map(cell).collect() })
            })
            .collect();
        let is_sum = is_additive(&about) || about.quantity == Quantity::Count || about.unknown;
        let must_hold = is_additive(&about);
        if is_sum && (must_hold || sums.iter().all(|(_, sum)| ties.fits(&sum.stated, &sum.terms))) {
            for (rule, Sum { stated, terms }) in &sums {
                ties.sum(*rule, stated, terms);
            }
        }
    }
}

/// What comes in goes out.
fn in_and_out(ties: &mut Ties, kind: Kind) {
    let income = ties.total(kind, Some(Side::Income), INCOME);
    let expenditure = ties.total(kind, Some(Side::Expenditure), column::TOTAL);
    if let (Some(income), Some(expenditure)) = (income, expenditure) {
        ties.sum(Rule::InOut, &[income], &[expenditure]);
    }
}
