//! Checks within one table: lines add up to the line above them, columns to their total, lines to the printed total.

mod across;
mod counted;
mod families;
mod nesting;
mod of_which;
mod vote;
mod years;

pub use vote::{Certainty, choose};

use std::rc::Rc;

use super::checker::{Checker, Sum};
use super::finding::Reason;
use super::indexed_table::{Half, INCOME, IndexedTable, is_additive};
use super::rule::Rule;
use crate::budget::{Kind, Place, Role, Side, column};
use families::{Family, families};
use nesting::nesting;

/// Applies every rule within one table.
#[inline(never)]
pub fn table(checker: &mut Checker, t: usize) {
    for half in &*Rc::clone(&checker.indexed_tables[t].halves) {
        added(checker, t, half);
        of_which::check(checker, t, half);
    }
    across::check(checker, t);
    years::check(checker, t);
}

/// Checks that income equals expenditure in the tables that print both.
pub fn both_sides(checker: &mut Checker) {
    for kind in [Kind::Balance, Kind::Appropriation, Kind::StateCapital] {
        in_and_out(checker, kind);
    }
}

/// Checks the sums of one half of a table, column by column, in the reading of its printed totals that holds best.
/// Numbers of unknown meaning may be no amounts, and are left out.
fn added(checker: &mut Checker, table: usize, half: &Half) {
    let columns = additive(&checker.indexed_tables[table], half);
    let read = families(&checker.indexed_tables[table], half);
    let nesting = read.first().map(|usual| nesting(checker, table, half, &columns, usual)).unwrap_or_default();
    for (line, above) in &nesting.found {
        checker.indexed_tables[table].tree.put(*line, *above);
    }
    let indexed = &checker.indexed_tables[table];
    let is_blank = |line: &usize| indexed.table.lines[*line].amounts.iter().all(|(_, amount)| amount.is_none());
    let is_heading = |family: &Family| family.rule == Rule::Children && is_blank(&family.whole);
    let sum = |family: &Family, column: usize| {
        let cell = |line: &usize| Place::Cell(table, *line, column);
        Sum { stated: vec![cell(&family.whole)], terms: family.parts.iter().map(cell).collect() }
    };
    // Another nesting of the lines makes other sums.
    let ways = if nesting.found.is_empty() { read } else { families(indexed, half) };
    let chosen = if ways.len() == 1 {
        0
    } else {
        let sums = |way: &Vec<Family>| {
            columns.iter().flat_map(|column| way.iter().map(|family| sum(family, *column))).collect::<Vec<Sum>>()
        };
        choose(checker, &ways.iter().map(sums).collect::<Vec<_>>(), Certainty::Usual).unwrap_or(0)
    };
    let families = ways.into_iter().nth(chosen).unwrap_or_default();
    let (headings, families): (Vec<_>, Vec<_>) = families.into_iter().partition(is_heading);
    let headings: Vec<_> = headings.into_iter().filter(|family| !family.parts.iter().all(is_blank)).collect();
    let sums: Vec<(Rule, Sum)> =
        columns.iter().flat_map(|column| families.iter().map(|family| (family.rule, sum(family, *column)))).collect();
    let items: Vec<_> = half.lines.iter().filter(|line| indexed.table.lines[**line].role == Role::Item).collect();
    // Where no line prints anything, nothing says what the total is the sum of.
    let is_bare = items.len() > 1 && items.into_iter().all(is_blank);
    let counted = counted::sums(checker, table, half, &families);
    for Family { rule, whole, .. } in headings {
        checker.unchecked(rule, &[Place::Line(table, whole)], &[], Reason::Heading);
    }
    for (rule, sum) in sums.into_iter().chain(counted) {
        if is_bare && rule == Rule::Total {
            checker.unchecked(rule, &sum.stated, &[], Reason::Incomplete);
        } else if nesting.is_unclear && rule == Rule::Total && !checker.fits(&sum.stated, &sum.terms) {
            checker.unchecked(rule, &sum.stated, &sum.terms, Reason::UnknownLines);
        } else {
            checker.hold(rule, sum);
        }
    }
}

/// The columns of a half whose amounts add up from line to line.
fn additive(indexed: &IndexedTable, half: &Half) -> Vec<usize> {
    half.columns.iter().copied().filter(|c| is_additive(&indexed.columns[*c])).collect()
}

/// Checks that total income equals total expenditure.
fn in_and_out(checker: &mut Checker, kind: Kind) {
    let income = checker.total(kind, Some(Side::Income), INCOME);
    let expenditure = checker.total(kind, Some(Side::Expenditure), column::TOTAL);
    if let (Some(income), Some(expenditure)) = (income, expenditure) {
        checker.sum(Rule::InOut, &[income], &[expenditure]);
    }
}
