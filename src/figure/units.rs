//! The units that a reader can choose for amounts.

use super::classes::classes;
use crate::budget::{Budget, Kind, column};
use crate::locale::Locale;
use crate::money::Unit;

/// The units that a reader is offered: the chosen one, the document's, and those in which the total is at least 1,
/// since nobody reads 0.4754 亿元.
pub fn units(budget: &Budget, locale: Locale) -> Vec<Unit> {
    let stated = || budget.table(Kind::Expenditure)?.whole();
    let own = budget.own_total().or_else(stated);
    let own = own.and_then(|(table, line)| table.money(line, column::TOTAL));
    let total = own.or_else(|| classes(budget, locale)?.total.money);
    let is_large =
        |unit: Unit| total.and_then(|total| total.abs().in_unit(unit)).is_some_and(|amount| !amount.trunc().is_zero());
    let is_offered = |unit: &Unit| *unit == locale.unit || *unit == budget.document.unit || is_large(*unit);
    Unit::CHOICE.into_iter().filter(is_offered).collect()
}
