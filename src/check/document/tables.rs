//! Checks that the required tables are there, and that an empty one says so.

use crate::budget::{Kind, Place, Table};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rule::Rule;

/// The tables that the ministry's rules of disclosure (预算公开操作规程) require of every department.
const ASKED: [Kind; 8] = [
    Kind::Balance,
    Kind::Income,
    Kind::Expenditure,
    Kind::Appropriation,
    Kind::GeneralPublic,
    Kind::BasicEconomic,
    Kind::ThreePublic,
    Kind::FundExpenditure,
];

/// Checks for missing tables, and for what empty ones say.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    for kind in ASKED {
        match checker.indexed_table(kind).map(|indexed| Place::Table(indexed.index)) {
            Some(place) => checker.found(Rule::MissingTable, Verdict::Holds, &[place], None),
            None => checker.unchecked(Rule::MissingTable, &[], &[], Reason::NoTable(kind)),
        }
    }
    for t in 0..checker.indexed_tables.len() {
        let (verdict, reason) = match emptiness(checker.indexed_tables[t].table) {
            Ok(()) => (Verdict::Holds, None),
            // No number is wrong, and the text may say in its own words that there is nothing.
            Err(Reason::NoNote) => (Verdict::Unchecked, Some(Reason::NoNote)),
            Err(reason) => (Verdict::Mismatch, Some(reason)),
        };
        checker.found(Rule::EmptyTable, verdict, &[Place::Table(t)], reason);
    }
}

/// Whether a table says that it has no data where it has none, and only there. Printed zeros are no data, and may stand
/// with or without the note.
fn emptiness(table: &Table) -> Result<(), Reason> {
    let amounts = || table.lines.iter().flat_map(|line| line.amounts.iter()).filter_map(|(_, amount)| *amount);
    let is_noted =
        table.empty || table.note.as_deref().is_some_and(|note| note.contains('无') || note.contains("没有"));
    let has_columns = table.columns.iter().any(|column| !column.text);
    match () {
        () if table.empty && amounts().any(|amount| !amount.decimal().is_zero()) => Err(Reason::NotEmpty),
        () if !is_noted && has_columns && amounts().next().is_none() => Err(Reason::NoNote),
        () => Ok(()),
    }
}
