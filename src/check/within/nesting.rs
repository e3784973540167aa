//! Finds by the numbers which lines stand under others, where the file does not say so.
//!
//! A unit's line above its classes, 财政拨款 above 一般公共预算 without levels: added up flat they come to twice the
//! total. Nearly all numbers of a published table are right, so where the flat sum does not hold and another reading
//! does, that is how the table is meant. Where none holds, no number is certain to be wrong.

mod reading;

use super::families::Family;
use crate::budget::{Line, Place, Role};
use crate::check::checker::Checker;
use crate::check::indexed_table::{Half, IndexedTable, is_code};
use crate::check::rule::Rule;
use reading::{MAX, Reading, STEPS, is_nonzero};

/// The hierarchy of a half's lines, where it differs from the one that the file states.
#[derive(Default)]
pub struct Nesting {
    /// Lines that stand under others: each with its parent.
    pub found: Vec<(usize, usize)>,
    /// Whether the hierarchy may differ from the file's, and no reading of it holds.
    pub is_unclear: bool,
}

/// Finds the hierarchy of the lines below those printed sums of a half that do not hold.
#[inline(never)]
pub fn nesting(checker: &Checker, table: usize, half: &Half, columns: &[usize], families: &[Family]) -> Nesting {
    let indexed = &checker.indexed_tables[table];
    let lines = &indexed.table.lines;
    let is_classed = half.lines.iter().any(|line| is_class(&lines[*line]));
    // A code that repeats from line to line tells nothing about them.
    let repeats = |line: usize| {
        let code = |i: usize| lines.get(i).and_then(|line| line.code.as_deref());
        code(line).is_some() && (code(line) == code(line + 1) || line > 0 && code(line) == code(line - 1))
    };
    let is_open = |line: &usize| {
        let own = &lines[*line];
        is_open(own, is_classed) || (own.role == Role::Item && own.level.is_none() && repeats(*line))
    };
    // The lines of a level may be subtotals that the file does not mark as such.
    let is_any = |line: &usize| is_open(line) || (lines[*line].role == Role::Item && !is_class(&lines[*line]));
    let may_hold = |line: &usize| is_any(line) || lines[*line].role != Role::Item;
    let mut nesting = Nesting::default();
    for family in families.iter().filter(|family| family.rule == Rule::Total && family.parts.iter().any(may_hold)) {
        if holds(checker, indexed, columns, family) {
            continue;
        }
        let Some(read) = Reading::of(checker, indexed, columns, family, &is_open) else { continue };
        let own = read.nested().or_else(|is_doubtful| {
            let any = Reading::of(checker, indexed, columns, family, &is_any);
            any.and_then(|any| any.holding(&any.under())).ok_or(is_doubtful)
        });
        match own {
            Ok(own) => nesting.found.extend(own),
            Err(is_doubtful) => nesting.is_unclear |= is_doubtful,
        }
    }
    nesting.found.extend(headed(checker, indexed, half, columns, &is_open).unwrap_or_default());
    nesting
}

/// The first line of a half without any printed sum, as the parent of all others where it is their sum: the line of a
/// unit, or a total with the department's name.
fn headed(
    checker: &Checker,
    indexed: &IndexedTable,
    half: &Half,
    columns: &[usize],
    is_open: &dyn Fn(&usize) -> bool,
) -> Option<Vec<(usize, usize)>> {
    /// How many lines do not add up to another by chance.
    const ENOUGH: usize = 4;
    let [first, ..] = half.lines[..] else { return None };
    let is_item = |line: &usize| indexed.table.lines[*line].role == Role::Item;
    if !is_open(&first) || !half.lines.iter().all(is_item) {
        return None;
    }
    let is_outer = |line: &usize| indexed.tree.parent(*line).is_none() && !indexed.lines[*line].of_which;
    let outer: Vec<usize> = half.lines.iter().copied().filter(is_outer).take(MAX + 2).collect();
    if !(ENOUGH..=MAX).contains(&outer.len()) {
        return None;
    }
    let family = Family { rule: Rule::Total, whole: first, parts: outer[1..].to_vec() };
    let read = Reading::of(checker, indexed, columns, &family, is_open)?;
    let is_told = is_nonzero(&read.whole) && read.values.iter().filter(|row| is_nonzero(row)).count() >= ENOUGH;
    let under = read.under();
    let (_, chain) = read.ways(0, &read.whole, &under, true, &mut { STEPS }).into_iter().next()?;
    let mut found: Vec<_> = chain.iter().map(|(part, _)| (read.lines[*part], first)).collect();
    read.note(&chain, &under, &mut found);
    is_told.then_some(found)
}

/// Whether the parts of a printed sum come to it in each column.
fn holds(checker: &Checker, indexed: &IndexedTable, columns: &[usize], family: &Family) -> bool {
    let cell = |line: usize, column: usize| Place::Cell(indexed.index, line, column);
    columns.iter().all(|column| {
        let terms: Vec<Place> = family.parts.iter().map(|part| cell(*part, *column)).collect();
        checker.fits(&[cell(family.whole, *column)], &terms)
    })
}

/// Whether a line has a code of a classification, which tells what it stands under.
fn is_class(line: &Line) -> bool {
    let code = line.subject().unwrap_or_default();
    is_code(code) && matches!(code.len(), 3 | 5 | 7) && code.starts_with(['2', '3', '5'])
}

/// Whether the file leaves open what an item stands under: it has no class and no level, or stands among classes, where
/// its level tells something else.
fn is_open(line: &Line, is_classed: bool) -> bool {
    let is_unit = line.is.as_deref() == Some("unit");
    line.role == Role::Item && !is_class(line) && (line.level.is_none() || is_classed || is_unit)
}
