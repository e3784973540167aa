//! Within one table: lines add up to the lines above them, columns to their total, lines to the printed total.

pub mod across;
mod families;

use super::finding::Why;
use super::rule::Rule;
use super::sheet::{INCOME, Sheet, is_additive};
use super::ties::Ties;
use crate::budget::Place;
use crate::budget::{Kind, Side, column};
use families::{Family, families};

/// Every tie within each table.
pub fn check(ties: &mut Ties) {
    for t in 0..ties.sheets.len() {
        let sheet = &ties.sheets[t];
        let wanted: Vec<_> = sides(sheet).into_iter().flat_map(|side| added(sheet, side)).collect();
        for (rule, stated, terms) in wanted {
            if let [Place::Line(..)] = stated[..] {
                ties.unchecked(rule, &stated, &terms, Why::Heading);
            } else {
                ties.sum(rule, &stated, &terms);
            }
        }
        across::check(ties, t);
    }
    for kind in [Kind::Balance, Kind::Appropriation, Kind::StateCapital] {
        in_and_out(ties, kind);
    }
}

/// A tie to be held: its rule, the stated places, the terms; of a line that is stated as a whole, a heading.
type Wanted = (Rule, Vec<Place>, Vec<Place>);

/// The halves of a table: both, or one that has no side.
fn sides(sheet: &Sheet) -> Vec<Option<Side>> {
    let has = |side| sheet.table.lines.iter().any(|line| line.side == side);
    [None, Some(Side::Income), Some(Side::Expenditure)].into_iter().filter(|side| has(*side)).collect()
}

/// The sums of one half of a table, column by column.
fn added(sheet: &Sheet, side: Option<Side>) -> Vec<Wanted> {
    let columns: Vec<_> = sheet.columns(side).filter(|(_, column)| is_additive(column)).map(|(c, _)| c).collect();
    let is_blank = |line: &usize| sheet.table.lines[*line].amounts.iter().all(|(_, amount)| amount.is_none());
    let mut wanted = Vec::new();
    for Family { rule, whole, parts } in families(sheet, side) {
        let is_heading = rule == Rule::Children && is_blank(&whole);
        if is_heading && !parts.iter().all(is_blank) {
            wanted.push((rule, vec![Place::Line(sheet.index, whole)], Vec::new()));
        }
        for column in columns.iter().filter(|_| !is_heading) {
            let cell = |line: &usize| Place::Cell(sheet.index, *line, *column);
            wanted.push((rule, vec![cell(&whole)], parts.iter().map(cell).collect()));
        }
    }
    wanted
}

/// What comes in goes out.
fn in_and_out(ties: &mut Ties, kind: Kind) {
    let income = ties.total(kind, Some(Side::Income), INCOME);
    let expenditure = ties.total(kind, Some(Side::Expenditure), column::TOTAL);
    if let (Some(income), Some(expenditure)) = (income, expenditure) {
        ties.sum(Rule::InOut, &[income], &[expenditure]);
    }
}
