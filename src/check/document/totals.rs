//! Checks that a table of several lines prints their total.

use crate::budget::{Expense, Kind, Line, Place, Role};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;

/// How many other tables of the document print a total where one without it must have lost it.
const MAX_OTHERS: usize = 3;

/// Finds tables without a total. Some templates print none, so that only the document's other tables tell whether it is
/// missing.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let comparable: Vec<_> = checker.indexed_tables.iter().filter(|indexed| is_comparable(indexed)).collect();
    let (with, without): (Vec<_>, Vec<_>) = comparable.into_iter().partition(|indexed| has_total(indexed));
    let verdict = if with.len() >= MAX_OTHERS && without.len() == 1 { Verdict::Mismatch } else { Verdict::Unchecked };
    let mut places: Vec<_> = without.iter().map(|indexed| (Place::Table(indexed.index), verdict)).collect();
    // In any other table it is only pointed out: its lines may not be meant to be added up.
    let (with, without): (Vec<_>, Vec<_>) = checker
        .indexed_tables
        .iter()
        .filter(|indexed| has_lines(checker, indexed))
        .partition(|indexed| has_grand_total(indexed));
    if with.len() >= MAX_OTHERS * without.len() {
        let others = without.iter().map(|indexed| (Place::Table(indexed.index), Verdict::Unchecked));
        let others: Vec<_> = others.filter(|(place, _)| places.iter().all(|(other, _)| other != place)).collect();
        places.extend(others);
    }
    for (place, verdict) in places {
        checker.found(Rule::Total, verdict, &[place], Some(Reason::NoTotal));
    }
}

/// Whether a table prints amounts of several classes, one below the other.
fn is_comparable(indexed: &IndexedTable) -> bool {
    let kinds = [Kind::Income, Kind::Expenditure, Kind::GeneralPublic, Kind::BasicEconomic, Kind::FundExpenditure];
    let outermost = indexed.coded().filter(|(_, line)| indexed.tree.parent(*line).is_none());
    let printed =
        outermost.filter(|(_, line)| indexed.table.lines[*line].amounts.iter().any(|(_, cell)| cell.is_some()));
    kinds.iter().any(|kind| indexed.is(*kind)) && printed.take(2).count() == 2
}

/// Whether a table that is not two-sided prints amounts in several lines.
fn has_lines(checker: &Checker, indexed: &IndexedTable) -> bool {
    let lines = indexed.table.lines.iter().enumerate();
    let is_item = |line: &Line| line.role == Role::Item && !line.is_of_which() && line.year.is_none();
    let is_nonzero =
        |line: usize| (0..indexed.columns.len()).any(|c| checker.is_nonzero(Place::Cell(indexed.index, line, c)));
    let items = lines.filter(|(_, line)| is_item(line)).filter(|(i, _)| is_nonzero(*i));
    let is_divided = indexed.table.lines.iter().any(|line| line.side.is_some() || line.block.is_some());
    !is_divided && items.take(2).count() == 2
}

/// Whether a table prints a sum of its lines, whatever it is called.
fn has_total(indexed: &IndexedTable) -> bool {
    indexed.table.lines.iter().any(|line| line.role == Role::Subtotal) || has_grand_total(indexed)
}

/// Whether a table prints the sum of all its lines, under whatever name.
fn has_grand_total(indexed: &IndexedTable) -> bool {
    let is_sum = |name: &str| ["合计", "总计", "共计"].iter().any(|word| name.contains(word));
    let is_whole = |expense| matches!(expense, Some(Expense::ThreePublic | Expense::WithMeetings));
    let lines = indexed.table.lines.iter().zip(&indexed.lines);
    lines.into_iter().any(|(line, about)| line.role == Role::Total || is_sum(&line.name) || is_whole(about.expense))
}
