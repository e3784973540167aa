//! Finds lines that seem to be left out where no sum shows it, by what is printed around them.
//!
//! A heading over one line, the only line under a heading, a total: without them all sums still come out. That the rest
//! of the table, its other half or another table prints such lines shows that this one is missing. No number is wrong,
//! so that it is pointed out and is no mismatch.

use std::collections::BTreeMap;

use crate::budget::{Expense, Kind, Line, Origin, Place, Role, Side};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::indexed_table::{Half, IndexedTable, is_code};
use crate::check::rule::Rule;
use crate::money::sort;

/// How many lines with parts show that the only line of their level without any has lost them.
const HABIT: usize = 2;

/// Searches each half of each table.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let mut found = Vec::new();
    for indexed in &checker.indexed_tables {
        let halves = &indexed.halves;
        found.extend(one_sided(indexed, halves).into_iter().map(|line| (indexed.index, line, Reason::OneSided)));
        for half in halves.iter() {
            let items = items(checker, indexed, half);
            found.extend(
                without_parts(checker, indexed, &items).into_iter().map(|line| (indexed.index, line, Reason::NoParts)),
            );
            found.extend(
                without_heading(indexed, &items).into_iter().map(|line| (indexed.index, line, Reason::NoHeading)),
            );
            found.extend(
                without_class(checker, indexed, &items)
                    .into_iter()
                    .map(|line| (indexed.index, line, Reason::NoHeading)),
            );
        }
    }
    for (table, line, reason) in found {
        checker.unchecked(Rule::MissingLine, &[Place::Line(table, line)], &[], reason);
    }
    for (printed, beside) in of_two_balances(checker) {
        checker.unchecked(Rule::MissingLine, &[printed], &[beside], Reason::NoLine);
    }
}

/// The sum of this year's income or expenditure that one of the document's two balances prints and the other lacks,
/// with the other's total, where both print money of other years, too. Where they differ like this on both sides, the
/// two are laid out each in its own way.
fn of_two_balances(checker: &Checker) -> Vec<(Place, Place)> {
    let Some(indexed_tables) = checker.indexed_table(Kind::Balance).zip(checker.indexed_table(Kind::Appropriation))
    else {
        return Vec::new();
    };
    let own = |side: Side, indexed: &IndexedTable| {
        let mut of_side = indexed.halves.iter().filter(|half| half.side == Some(side));
        let half = of_side.next().filter(|half| has_other_years(indexed, half))?;
        // A half beside other blocks has a layout of its own.
        let is_alone = of_side.next().is_none();
        let line = |is_it: Query| {
            let line = half.lines.iter().copied().find(|line| is_it(indexed, *line));
            line.map(|line| Place::Line(indexed.index, line))
        };
        Some((line(is_of_this_year), line(is_total)?)).filter(|_| is_alone)
    };
    let lacking = |side: Side| match (own(side, indexed_tables.0)?, own(side, indexed_tables.1)?) {
        ((Some(printed), _), (None, beside)) | ((None, beside), (Some(printed), _)) => Some((printed, beside)),
        _ => None,
    };
    match [Side::Income, Side::Expenditure].map(lacking) {
        [Some(found), None] | [None, Some(found)] => vec![found],
        _ => Vec::new(),
    }
}

/// The items of a half that print something.
fn items(checker: &Checker, indexed: &IndexedTable, half: &Half) -> Vec<usize> {
    let is_nonzero =
        |line: &usize| half.columns.iter().any(|c| checker.is_nonzero(Place::Cell(indexed.index, *line, *c)));
    let is_item = |line: &usize| indexed.table.lines[*line].role == Role::Item && !indexed.lines[*line].of_which;
    half.lines.iter().copied().filter(is_item).filter(is_nonzero).collect()
}

/// The sums of one side of a balance, or of one of its blocks, that have no counterpart beside them: 收入总计 without
/// 支出总计, 本年收入合计 without 本年支出合计 where something is left for next year.
fn one_sided(indexed: &IndexedTable, halves: &[Half]) -> Vec<usize> {
    let is_of_all = |line: &Line| line.role == Role::Total && line.side.is_none() && line.block.is_none();
    if halves.len() < 2 || indexed.table.lines.iter().any(is_of_all) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (is_it, may_lack) in [(is_total as Query, has_several as Needs), (is_of_this_year, has_other_years)] {
        let own: Vec<_> =
            halves.iter().map(|half| half.lines.iter().copied().find(|line| is_it(indexed, *line))).collect();
        let lacking = halves.iter().zip(&own).filter(|(half, own)| own.is_none() && may_lack(indexed, half)).count();
        let printed: Vec<usize> = own.into_iter().flatten().collect();
        if lacking > 0 && lacking <= printed.len() {
            found.extend(printed.first());
        }
    }
    found
}

/// A test of a line, and the condition under which a half can be said to lack such a line.
type Query = fn(&IndexedTable, usize) -> bool;
type Needs = fn(&IndexedTable, &Half) -> bool;

fn has_several(_: &IndexedTable, half: &Half) -> bool {
    half.lines.len() > 1
}

/// Whether a half prints money of another year, so that the sum of this one is worth printing.
fn has_other_years(indexed: &IndexedTable, half: &Half) -> bool {
    let is_other = |line: &usize| {
        let name = &indexed.table.lines[*line].name;
        matches!(indexed.lines[*line].origin, Some(Origin::Carried | Origin::Left)) || name.contains("结转")
    };
    half.lines.iter().any(is_other)
}

fn is_total(indexed: &IndexedTable, line: usize) -> bool {
    let Line { role, name, .. } = &indexed.table.lines[line];
    *role == Role::Total || ["总计", "共计"].iter().any(|word| name.contains(word))
}

/// Whether a line is all income or expenditure of the year, without what is carried over.
fn is_of_this_year(indexed: &IndexedTable, line: usize) -> bool {
    let about = indexed.lines[line];
    let is_named = ["本年", "当年"].iter().any(|word| indexed.table.lines[line].name.trim_start().starts_with(word));
    is_named || (about.origin == Some(Origin::Current) && about.fund.is_none())
}

/// The lines under which nothing stands, though something stands under the others of their level, or under the same
/// code in another table.
fn without_parts(checker: &Checker, indexed: &IndexedTable, items: &[usize]) -> Vec<usize> {
    let level = |line: usize| {
        let code = code(indexed, line);
        let depth = if code.is_some() { indexed.tree.depth(line) } else { indexed.table.lines[line].level().into() };
        (code.map(str::len), code.map(|code| &code[..1]), depth)
    };
    let mut levels: BTreeMap<_, (usize, Vec<usize>)> = BTreeMap::new();
    // Some sources of money have parts and others have none.
    let is_source = |line: usize| indexed.lines[line].origin.is_some() || indexed.lines[line].fund.is_some();
    for line in items.iter().filter(|line| !is_source(**line)) {
        let (with, without) = levels.entry(level(*line)).or_default();
        if indexed.tree.is_leaf(*line) { without.push(*line) } else { *with += 1 }
    }
    let has_lost = |(with, without): (usize, Vec<usize>)| {
        let is_habit = without.len() == 1 && with >= HABIT;
        let is_lost = move |line: &usize| match code(indexed, *line) {
            _ if is_habit => true,
            Some(code) => with > 0 && is_heading_elsewhere(checker, indexed, code),
            None => false,
        };
        without.into_iter().filter(is_lost)
    };
    levels.into_values().flat_map(has_lost).collect()
}

/// The code of a line, if it is one of a classification.
fn code<'b>(indexed: &IndexedTable<'b>, line: usize) -> Option<&'b str> {
    indexed.table.lines[line].code.as_deref().filter(|code| is_code(code))
}

/// Whether something stands under a code in another table.
fn is_heading_elsewhere(checker: &Checker, indexed: &IndexedTable, code: &str) -> bool {
    let others = checker.lines_of(code).filter(|(table, _)| *table != indexed.index);
    others.into_iter().any(|(table, line)| !checker.indexed_tables[table].tree.is_leaf(line))
}

/// The lines whose level shows that a heading above them is missing: most of their level stand under one.
fn without_heading(indexed: &IndexedTable, items: &[usize]) -> Vec<usize> {
    let lines = &indexed.table.lines;
    if indexed.is(Kind::ThreePublic) {
        return items.iter().copied().filter(|line| is_under_another_expense(indexed, *line)).collect();
    }
    let by_level = || items.iter().copied().filter(|line| lines[*line].code.is_none() && lines[*line].level.is_some());
    // The sum of a unit is printed above its lines.
    let unit = |line: usize| lines[..line].iter().rfind(|above| above.role != Role::Item && above.is.is_some());
    let is_bare = |line: usize| {
        let above = indexed.tree.parent(line).map(|above| &lines[above]).or_else(|| unit(line));
        above.map_or(0, Line::level) + 1 < lines[line].level()
    };
    let mut levels: BTreeMap<u8, (usize, Vec<usize>)> = BTreeMap::new();
    for line in by_level() {
        let (with, without) = levels.entry(lines[line].level()).or_default();
        if is_bare(line) { without.push(line) } else { *with += 1 }
    }
    // Other lines directly under the same one show that this line stands a level too deep.
    let skips = |line: usize| {
        let Some(above) = indexed.tree.parent(line) else { return false };
        let level = lines[above].level() + 1;
        lines[line].level() > level
            && items.iter().any(|other| indexed.tree.parent(*other) == Some(above) && lines[*other].level() == level)
    };
    let mut found = Vec::new();
    for (with, without) in levels.into_values() {
        let is_habit = with > without.len();
        // A line that stands under nothing at all is recorded once for all that follow each other.
        let mut last: Option<usize> = None;
        for line in without {
            let is_first = indexed.tree.parent(line).is_none() && last.is_none_or(|last| last + 1 != line);
            last = Some(line);
            if is_habit || is_first || skips(line) {
                found.push(line);
            }
        }
    }
    found
}

/// The first line of each class or division that is not printed itself, though the table prints the others of that
/// level, or another table prints this one over the same lines.
fn without_class(checker: &Checker, indexed: &IndexedTable, items: &[usize]) -> Vec<usize> {
    let mut codes: Vec<(&str, usize)> = items.iter().filter_map(|line| Some((code(indexed, *line)?, *line))).collect();
    sort(&mut codes);
    let above = |line: usize| std::iter::successors(indexed.tree.parent(line), |above| indexed.tree.parent(*above));
    let is_under =
        |line: usize, code: &str| above(line).any(|above| indexed.table.lines[above].code.as_deref() == Some(code));
    let mut found = Vec::new();
    for kind in ["2", "3", "5"] {
        let own: Vec<_> = codes.iter().filter(|(code, _)| code.starts_with(kind)).collect();
        for length in [3, 5] {
            // The next level below that the table prints.
            let Some(below) = own.iter().map(|(code, _)| code.len()).filter(|own| *own > length).min() else { break };
            let lines = own.iter().filter(|(code, _)| code.len() == below);
            let above = lines.filter_map(|(code, line)| Some((code.get(..length)?, *line)));
            let (mut printed, mut missing): (Vec<_>, Vec<_>) = above.partition(|(code, line)| is_under(*line, code));
            printed.dedup_by_key(|(code, _)| *code);
            missing.dedup_by_key(|(code, _)| *code);
            let is_habit = printed.len() >= missing.len();
            let is_one = missing.len() == 1 && own.iter().any(|(code, _)| code.len() > below);
            let is_lost = |(code, _): &(&str, usize)| {
                is_habit || ((!printed.is_empty() || is_one) && is_heading_elsewhere(checker, indexed, code))
            };
            found.extend(missing.iter().filter(|missing| is_lost(missing)).map(|(_, line)| *line));
        }
    }
    found
}

/// Whether the level of an expense puts it under one that it is not a part of.
fn is_under_another_expense(indexed: &IndexedTable, line: usize) -> bool {
    let expense = |line: usize| indexed.lines[line].expense;
    let above = |own: Expense| std::iter::successors(own.parent(), |expense| expense.parent());
    let under = indexed.tree.parent(line).and_then(expense);
    expense(line).zip(under).is_some_and(|(own, under)| above(own).all(|expense| expense != under))
}
