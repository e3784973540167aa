//! Finds what a number that is likely wrong should probably be.

use super::super::{Suspect, TypingError, typing_error};
use super::{Search, Weight};
use crate::budget::{Field, Place, Quantity};
use crate::check::checker::Checker;
use crate::check::rounded::Rounded;
use crate::money::Amount;

/// How many units of its last place a number is varied by, where roundings leave it open.
const MAX_STEPS: i128 = 8;

impl Search<'_, '_> {
    /// The number at a place as a suspect, and what changing it would do; `None` where the change would make no sense.
    pub fn suspect(&self, place: Place, weight: Weight) -> Option<(Weight, Suspect)> {
        let Some(printed) = self.checker.number(place) else {
            // A single cross-check is no reason to expect a number where none is printed.
            let likely = self.amount(place, weight.change).filter(|_| weight.mended > 1)?;
            return Some((weight, Suspect { place, likely, mends: weight.mended, slip: None }));
        };
        let id = self.equations.id(place)?;
        let value = if weight.is_limit {
            self.less(id, place, printed, weight)?
        } else {
            self.changed(id, place, printed, weight)?
        };
        let weight = Weight { change: value - printed.value, ..weight };
        let slip = if value == 0 {
            self.repeated(id, place, weight).map(TypingError::Repeats)
        } else {
            typing_error::kind(printed, value)
        };
        Some((weight, Suspect { place, likely: self.amount(place, value)?, mends: weight.mended, slip }))
    }

    /// Whether a number may have another value: amounts are not negative, and shares and rates that hold still do.
    fn is_possible(&self, place: Place, printed: Rounded, value: i128) -> bool {
        let is_negative = value < 0 && printed.value >= 0 && !may_be_negative(place, self.checker);
        !is_negative && self.keeps_ratios(place, value - printed.value)
    }

    /// The value that a number's cross-checks ask for, in the printed decimal places if there are any and enough of it
    /// is left. Where roundings leave several values possible, it is the one that a typing error most likely turned
    /// into the printed one.
    fn changed(&self, id: usize, place: Place, printed: Rounded, weight: Weight) -> Option<i128> {
        let exact = printed.value.checked_add(weight.change)?;
        let is_possible = |value: i128| self.is_possible(place, printed, value);
        if !is_possible(exact) {
            return None;
        }
        let is_enough = |value: i128| self.mended(id, value - printed.value).len() >= weight.mended;
        let has_places = self.checker.printed(place).is_some_and(|(amount, _)| amount.places() > 0);
        let near = rounded(exact, printed.ulp);
        if !has_places || exact.abs() < 10 * printed.ulp || !is_enough(near) {
            return Some(exact);
        }
        let around = (1..=MAX_STEPS).flat_map(|steps| [near - steps * printed.ulp, near + steps * printed.ulp]);
        let others = around.filter(|value| *value != 0 && is_enough(*value) && is_possible(*value));
        [near].into_iter().chain(others).min_by_key(|value| typing_error::unlikeness(printed, *value))
    }

    /// The value that a number which is too large had before a known typing error, if exactly one such value is small
    /// enough and resolves its shares and rates.
    fn less(&self, id: usize, place: Place, printed: Rounded, weight: Weight) -> Option<i128> {
        let is_it = |value: &i128| {
            let change = value - printed.value;
            self.mended(id, change).len() >= weight.mended
                && self.is_possible(place, printed, *value)
                && self.mends_ratios(place, change)
        };
        let mut possible = typing_error::origins(printed).into_iter().filter(is_it);
        let first = possible.next()?;
        possible.all(|other| other == first).then_some(first)
    }

    /// The place of the number that a term repeats: the one that it is a part of.
    fn repeated(&self, id: usize, place: Place, weight: Weight) -> Option<Place> {
        let own = self.checker.number(place)?.value;
        let mended = self.mended(id, weight.change);
        let wholes = mended.iter().map(|i| &self.findings[self.equations.all[*i].finding].stated[..]);
        wholes
            .filter_map(|stated| if let [whole] = stated { Some(*whole) } else { None })
            .find(|whole| *whole != place && self.checker.number(*whole).is_some_and(|number| number.value == own))
    }

    /// Millionths as an amount, in the unit and decimal places of what is printed, or would be, at a place.
    pub fn amount(&self, place: Place, millionths: i128) -> Option<Amount> {
        let (unit, places) = match (self.checker.printed(place), place) {
            (Some((amount, measure)), _) => (measure.unit(), amount.places()),
            (None, Place::Cell(table, _, column)) => {
                let indexed = &self.checker.indexed_tables[table];
                (indexed.table.unit, indexed.scales[column].typical_decimals)
            }
            _ => return None,
        };
        Amount::of_millionths(millionths, unit, places)
    }
}

/// Whether a number below zero may be printed at a place: amounts are never, changes and rates may be.
fn may_be_negative(place: Place, checker: &Checker) -> bool {
    match place {
        Place::Cell(table, _, column) => checker.indexed_tables[table].columns[column].quantity != Quantity::Amount,
        Place::Statement(.., field) => matches!(field, Field::Change | Field::Rate),
        _ => false,
    }
}

/// The value rounded to whole steps, halves away from zero.
pub fn rounded(value: i128, ulp: i128) -> i128 {
    if ulp <= 1 { value } else { (value.abs() + ulp / 2) / ulp * ulp * value.signum() }
}
