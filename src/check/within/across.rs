//! A line's total is the sum of its columns.

use crate::budget::Place;
use crate::budget::{Column, Line, Role, Side, column};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::sheet::{FUNDS, Sheet, is_additive, is_known};
use crate::check::ties::Ties;

/// A column, and the columns that add up to it.
pub struct Split {
    /// The column of the total.
    pub whole: usize,
    /// Its parts.
    pub parts: Vec<usize>,
}

/// Holds each line's totals against its columns.
pub fn check(ties: &mut Ties, table: usize) {
    let sheet = &ties.sheets[table];
    let lines = sheet.table.lines.iter().map(|line| line.side).enumerate();
    let splits: Vec<_> =
        [None, Some(Side::Income), Some(Side::Expenditure)].map(|side| (side, splits(ties, sheet, side))).into();
    for (i, side) in lines {
        let Some((_, splits)) = splits.iter().find(|(other, _)| *other == side) else { continue };
        for split in splits {
            line(ties, table, i, side, split);
        }
    }
}

/// Holds one line. Where its known columns do not add up and others print something, those may be parts, too.
fn line(ties: &mut Ties, table: usize, line: usize, side: Option<Side>, split: &Split) {
    let cell = |column: &usize| Place::Cell(table, line, *column);
    let (whole, parts) = ([cell(&split.whole)], split.parts.iter().map(cell).collect::<Vec<_>>());
    let others = ties.sheets[table].columns(side).filter(|(_, column)| !is_known(column) && is_additive(column));
    let others: Vec<_> = others.map(|(c, _)| cell(&c)).filter(|place| ties.is_something(*place)).collect();
    if others.is_empty() || ties.fits(&whole, &parts) {
        ties.sum(Rule::Across, &whole, &parts);
        return;
    }
    let all = [parts.as_slice(), &others].concat();
    if ties.fits(&whole, &all) {
        ties.sum(Rule::Across, &whole, &all);
    } else {
        ties.unchecked(Rule::Across, &whole, &all, Why::UnknownColumns);
    }
}

/// How the columns of one half add up.
fn splits(ties: &Ties, sheet: &Sheet, side: Option<Side>) -> Vec<Split> {
    let columns: Vec<_> = sheet.columns(side).collect();
    let find = |id: &str| columns.iter().find(|(_, column)| column.id == id).map(|(c, _)| *c);
    let all = |ids: &[&str]| ids.iter().filter_map(|id| find(id)).collect::<Vec<_>>();
    let total = find(column::TOTAL);
    let mut splits = vec![
        (total, all(&[column::BASIC, column::PROJECT])),
        (find(column::BASIC).or(total), all(&[column::PERSONNEL, column::OPERATING])),
        (total, all(&["current-year", "carried-over"])),
    ];
    let funds = all(&FUNDS);
    if let (Some(whole), Some(carried)) = (total, find(column::CARRY_OVER)) {
        let with = [funds.as_slice(), &[carried]].concat();
        splits.push((total, if includes(ties, sheet, whole, &funds, carried) { with } else { funds }));
    } else {
        splits.push((total, funds));
    }
    let split = |(whole, parts): (Option<usize>, Vec<usize>)| {
        Some(Split { whole: whole?, parts: Some(parts).filter(|parts| parts.len() > 1)? })
    };
    splits.into_iter().filter_map(split).collect()
}

/// Whether a table's total includes what is carried over: as its total line adds up; where that does not tell, by
/// the headings, which span what belongs together.
fn includes(ties: &Ties, sheet: &Sheet, whole: usize, funds: &[usize], carried: usize) -> bool {
    let is_total = |line: &Line| line.role == Role::Total;
    let line = sheet.table.lines.iter().position(is_total).unwrap_or(0);
    let cell = |column: &usize| Place::Cell(sheet.index, line, *column);
    let parts: Vec<_> = funds.iter().map(cell).collect();
    if ties.is_something(cell(&carried)) {
        let with = [parts.as_slice(), &[cell(&carried)]].concat();
        let (without, with) = (ties.fits(&[cell(&whole)], &parts), ties.fits(&[cell(&whole)], &with));
        if without != with {
            return with;
        }
    }
    let group = |column: usize| sheet.table.columns.get(column).map(|column: &Column| &column.group);
    group(whole) == group(carried)
}

/// Whether the income table's total includes what is carried over from last year.
pub fn total_includes_carry_over(ties: &Ties, sheet: &Sheet) -> bool {
    let (Some(whole), Some(carried)) = (sheet.column(column::TOTAL), sheet.column(column::CARRY_OVER)) else {
        return true;
    };
    let funds: Vec<_> = FUNDS.iter().filter_map(|id| sheet.column(id)).collect();
    includes(ties, sheet, whole, &funds, carried)
}
