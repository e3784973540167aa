//! Within one table: lines add up to the lines above them, columns to their total, lines to the printed total.

pub mod across;
mod families;

use super::place::Place;
use super::rule::Rule;
use super::sheet::{INCOME, Sheet, is_additive};
use super::ties::Ties;
use crate::budget::{Kind, Side, column};
use families::{Family, families};

/// Every tie within each table.
pub fn check(ties: &mut Ties) {
    for t in 0..ties.sheets.len() {
        let sheet = &ties.sheets[t];
        let wanted: Vec<_> = sides(sheet).into_iter().flat_map(|side| added(sheet, side)).collect();
        for (rule, stated, terms) in wanted {
            ties.sum(rule, &stated, &terms);
        }
        across::check(ties, t);
    }
    for kind in [Kind::Balance, Kind::Appropriation, Kind::StateCapital] {
        in_and_out(ties, kind);
    }
}

/// A tie to be held: its rule, the stated places, the terms.
type Wanted = (Rule, Vec<Place>, Vec<Place>);

/// The halves of a table: both, or one that has no side.
fn sides(sheet: &Sheet) -> Vec<Option<Side>> {
    let has = |side| sheet.table.lines.iter().any(|line| line.side == side);
    [None, Some(Side::Income), Some(Side::Expenditure)].into_iter().filter(|side| has(*side)).collect()
}

/// The sums of one half of a table, column by column.
fn added(sheet: &Sheet, side: Option<Side>) -> Vec<Wanted> {
    let columns: Vec<_> = sheet.columns(side).filter(|(_, column)| is_additive(column)).map(|(c, _)| c).collect();
    let tie = |family: &Family, column: usize| {
        let cell = |line: &usize| Place::Cell(sheet.index, *line, column);
        // A line that prints nothing at all is a heading.
        let is_heading = sheet.table.lines[family.whole].amounts.iter().all(|(_, amount)| amount.is_none());
        (!is_heading || family.rule == Rule::Total)
            .then(|| (family.rule, vec![cell(&family.whole)], family.parts.iter().map(cell).collect()))
    };
    let families = families(sheet, side);
    families.iter().flat_map(|family| columns.iter().filter_map(move |column| tie(family, *column))).collect()
}

/// What comes in goes out.
fn in_and_out(ties: &mut Ties, kind: Kind) {
    let income = ties.total(kind, Some(Side::Income), INCOME);
    let expenditure = ties.total(kind, Some(Side::Expenditure), column::TOTAL);
    if let (Some(income), Some(expenditure)) = (income, expenditure) {
        ties.sum(Rule::InOut, &[income], &[expenditure]);
    }
}
