//! A table of several classes prints what they come to.

use crate::budget::{Kind, Place, Role};
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::sheet::Sheet;
use crate::check::ties::Ties;

/// As many other tables of the document as print a total where a table without one must have lost it.
const MOST_OTHERS: usize = 3;

/// Looks for tables of codes without a total. Some templates print none, so that only the document's other tables tell
/// whether it is missing.
pub fn check(ties: &mut Ties) {
    let comparable: Vec<_> = ties.sheets.iter().filter(|sheet| is_comparable(sheet)).collect();
    let (with, without): (Vec<_>, Vec<_>) = comparable.into_iter().partition(|sheet| has_total(sheet));
    let verdict = if with.len() >= MOST_OTHERS && without.len() == 1 { Verdict::Mismatch } else { Verdict::Unchecked };
    let places: Vec<_> = without.iter().map(|sheet| Place::Table(sheet.index)).collect();
    for place in places {
        ties.found(Rule::Total, verdict, &[place], Some(Why::NoTotal));
    }
}

/// Whether a table prints amounts of several classes, one below the other.
fn is_comparable(sheet: &Sheet) -> bool {
    let kinds = [Kind::Income, Kind::Expenditure, Kind::GeneralPublic, Kind::BasicEconomic, Kind::FundExpenditure];
    let outermost = sheet.coded().filter(|(_, line)| sheet.tree.parent(*line).is_none());
    let printed = outermost.filter(|(_, line)| sheet.table.lines[*line].amounts.iter().any(|(_, cell)| cell.is_some()));
    kinds.iter().any(|kind| sheet.is(*kind)) && printed.take(2).count() == 2
}

/// Whether a table prints a sum of its lines, whatever it is called.
fn has_total(sheet: &Sheet) -> bool {
    let is_sum = |name: &str| ["合计", "总计", "共计"].iter().any(|word| name.contains(word));
    sheet.table.lines.iter().any(|line| line.role != Role::Item || is_sum(&line.name))
}
