//! Checks that no line is repeated, and that amounts are not negative.

use std::collections::BTreeMap;

use super::TableFinding;
use crate::budget::Place;
use crate::budget::{Line, Role};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;
use crate::money::sort_by;

/// The most repeated lines whose sums are examined; a table with more has other problems.
const MAX: usize = 50;

/// Checks the lines of each table.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    for t in 0..checker.indexed_tables.len() {
        let indexed = &checker.indexed_tables[t];
        let mut found = super::codes::codes(indexed);
        found.extend(duplicates(checker, indexed));
        found.extend(negatives(indexed));
        for (rule, verdict, places, reason) in found {
            checker.found(rule, verdict, &places, reason);
        }
    }
}

/// Finds lines that are repeated in one part of a table, with all that they say. A code may well stand there several
/// times: for each unit, economic item, fund or project once, and then something else of the line differs. Of two lines
/// that differ in nothing a person has to judge, unless the sum above them shows that one is too many.
fn duplicates(checker: &Checker, indexed: &IndexedTable) -> Vec<TableFinding> {
    let mut part = 0;
    // Lines of the same name; few are, and only these are compared in full.
    let mut called = Vec::new();
    for (i, line) in indexed.table.lines.iter().enumerate() {
        if line.role != Role::Item {
            part += 1;
        } else if line.subject().is_some() || !line.name.is_empty() {
            called.push((part, line.subject(), indexed.tree.parent(i), line.name.as_str(), i));
        }
    }
    sort_by(&mut called, Ord::cmp);
    let name = |(part, subject, parent, name, _): &(_, _, _, _, usize)| (*part, *subject, *parent, *name);
    let alike = called.chunk_by(|one, next| name(one) == name(next));
    let mut twice = Vec::new();
    for own in alike.filter(|own| own.len() > 1) {
        let mut last: BTreeMap<_, usize> = BTreeMap::new();
        for &(.., i) in own {
            let line = &indexed.table.lines[i];
            let printed = printed(line);
            let is_nonzero = !printed.is_empty();
            let earlier = last.insert((coordinates(line), printed), i);
            twice.extend(earlier.filter(|_| is_nonzero).map(|earlier| (i, earlier)));
        }
    }
    sort_by(&mut twice, Ord::cmp);
    let mut found = Vec::new();
    for (i, earlier) in twice {
        let places = vec![Place::Line(indexed.index, i), Place::Line(indexed.index, earlier)];
        let is_wrong = found.len() < MAX && is_too_many(checker, indexed, i);
        let verdict = if is_wrong { Verdict::Mismatch } else { Verdict::Unchecked };
        found.push((Rule::Duplicate, verdict, places, Some(Reason::Twice)));
    }
    if found.is_empty() && called.len() > 1 {
        found.push((Rule::Duplicate, Verdict::Holds, vec![Place::Table(indexed.index)], None));
    }
    found
}

/// All that a line says besides its code, its name and its amounts.
fn coordinates(line: &Line) -> Vec<String> {
    let texts = line.texts.iter().map(|(id, text)| [id, "=", text].concat());
    let codes = [&line.function, &line.economic, &line.government, &line.is, &line.block, &line.phase];
    let codes = codes.into_iter().map(|code| code.clone().unwrap_or_default());
    let others = format!("{:?} {:?} {} {}", line.side, line.year, line.level(), line.is_of_which());
    codes.chain([others]).chain(texts).collect()
}

/// The amounts other than zero that a line prints, in full.
fn printed(line: &Line) -> Vec<(&str, String)> {
    let amounts = line.amounts.iter().filter_map(|(id, amount)| Some((id, (*amount)?)));
    amounts.filter(|(_, amount)| !amount.decimal().is_zero()).map(|(id, amount)| (id, amount.to_string())).collect()
}

/// Whether the sum that a line belongs to holds without the line, and not with it.
fn is_too_many(checker: &Checker, indexed: &IndexedTable, line: usize) -> bool {
    let (lines, tree) = (&indexed.table.lines, &indexed.tree);
    let has_subtotals = || lines.iter().any(|line| line.role == Role::Subtotal);
    let parent = tree.parent(line);
    let total = || indexed.total(lines[line].side).filter(|_| !has_subtotals());
    let Some(above) = parent.or_else(total) else { return false };
    let is_beside = |other: &usize| {
        let Line { role, side, .. } = lines[*other];
        role == Role::Item && side == lines[line].side && tree.parent(*other) == parent && !lines[*other].is_of_which()
    };
    let parts: Vec<_> = (0..lines.len()).filter(is_beside).collect();
    let columns = indexed.columns_of(lines[line].side).map(|(c, _)| c).filter(|c| indexed.columns[*c].is_money());
    columns.filter(|c| checker.is_nonzero(Place::Cell(indexed.index, line, *c))).any(|c| {
        let cell = |line: usize| Place::Cell(indexed.index, line, c);
        let with: Vec<_> = parts.iter().map(|part| cell(*part)).collect();
        let without: Vec<_> = parts.iter().filter(|part| **part != line).map(|part| cell(*part)).collect();
        checker.is_printed(cell(above))
            && !checker.fits(&[cell(above)], &with)
            && checker.fits(&[cell(above)], &without)
    })
}

/// Whether a name is of money that is taken back or cancelled, and so negative by its nature.
pub fn is_taken_back(name: &str) -> bool {
    ["冲", "收回", "核减", "调减", "抵减"].iter().any(|word| name.contains(word))
}

/// Finds amounts below zero in columns of money to be spent or received.
fn negatives(indexed: &IndexedTable) -> Vec<TableFinding> {
    let columns = indexed.columns_of(None).map(|(column, _)| column);
    let columns: Vec<_> = columns.filter(|column| indexed.columns[*column].is_money()).collect();
    let mut found = Vec::new();
    let mut any = false;
    for (l, line) in indexed.table.lines.iter().enumerate() {
        for c in &columns {
            let Some(amount) = indexed.amount(l, *c) else { continue };
            any = true;
            if amount.decimal().is_sign_negative() && !amount.decimal().is_zero() && !is_taken_back(&line.name) {
                let place = vec![Place::Cell(indexed.index, l, *c)];
                found.push((Rule::Negative, Verdict::Mismatch, place, Some(Reason::Negative)));
            }
        }
    }
    if found.is_empty() && any {
        found.push((Rule::Negative, Verdict::Holds, vec![Place::Table(indexed.index)], None));
    }
    found
}
