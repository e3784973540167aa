//! How far a stated amount can be from a table's where nothing says which money it is of.
//!
//! 教育支出 of the general public budget is no more than 教育支出 of all money, and less by no more than there is other
//! money. So an amount that may be of several funds or years is still wrong where it is outside that range.

use super::Text;
use crate::budget::{Coordinates, Kind, Origin, Place, Side};
use crate::check::checker::Checker;
use crate::check::indexed_table::INCOME;
use crate::check::rounded::Rounded;

/// The range of sources that a number may be of: those that it must include, and those that it may include at most.
#[derive(Debug, Clone, Copy)]
pub struct Scope {
    pub least: u32,
    pub most: u32,
}

impl Scope {
    /// The sources of a number that a table prints of a fund; where nothing says of which years, it includes at least
    /// this one.
    pub fn of(text: &Text, about: Coordinates) -> Self {
        let origin = about.origin.or(Some(Origin::Current));
        let of = |origin| text.money.sources(&Coordinates { origin, ..about });
        Scope { least: of(origin), most: of(about.origin) }
    }
}

/// Whether a stated amount is further from a printed amount of the same thing than the other money explains that only
/// one of them may include.
pub fn is_beyond(checker: &Checker, text: &Text, stated: Place, meant: Scope, (printed, of): (Place, Scope)) -> bool {
    let Some((stated, printed)) = checker.number(stated).zip(checker.number(printed)) else { return false };
    let off = stated.value.saturating_sub(printed.value);
    let other = if off > 0 { meant.most & !of.least } else { of.most & !meant.least };
    let Some(largest) = largest(checker, text, other) else { return false };
    let max_rounding_error =
        [stated, printed, largest].iter().fold(0, |sum: i128, number| sum + number.ulp + number.bias.abs());
    off.saturating_abs().saturating_mul(2) > largest.value.saturating_mul(2).saturating_add(max_rounding_error)
}

/// The most money that there can be of some sources, by the balance: no more than all income minus that of other
/// sources.
fn largest(checker: &Checker, text: &Text, sources: u32) -> Option<Rounded> {
    if sources == 0 {
        return Some(Rounded::default());
    }
    let total = checker.total(Kind::Balance, Some(Side::Income), INCOME)?;
    let all = checker.number(total)?;
    // A final account prints the budget beside it: amounts of different phases are never compared.
    let is_beside = |place: Place| match (place, total) {
        (Place::Cell(table, _, own), Place::Cell(of, _, column)) => (table, own) == (of, column),
        _ => false,
    };
    let own = text.printed.iter().filter(|printed| {
        let of = printed.of;
        printed.kind == Some(Kind::Balance)
            && printed.side == Some(Side::Income)
            && is_beside(printed.place)
            && of.is_money_of_this_year()
            && of.part.is_none()
            && of.expense.is_none()
            && (of.fund.is_some() || of.origin.is_some())
    });
    let bounds = own.filter_map(|printed| {
        let (of, number) = (text.money.sources(&printed.of), checker.number(printed.place)?);
        match () {
            () if of & sources == 0 => all.minus(number),
            () if printed.of.origin.is_some() && sources & !of == 0 => Some(number),
            () => None,
        }
    });
    bounds.chain([all]).min_by_key(|number| number.value)
}
