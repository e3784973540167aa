//! Printed numbers as exact integers, and how far rounding may bring two of them apart.
//!
//! A printed number stands for any that rounds to it: it may be off by half a unit of its last place, and no more. So a
//! printed sum of n printed terms may differ from what the terms add up to by (n + 1) / 2 such units, where all have
//! the same decimal places. No tolerance here is one that somebody chose.

mod judged;

pub use judged::{Judged, is_cut_off, judge, judge_ratio};

use crate::budget::Measure;
use crate::money::{Amount, Money, PLACES, ten_to};

/// A printed number and the unit of its last place, both in millionths (of a yuan, a percent, a piece).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rounded {
    /// The value that is printed.
    pub value: i128,
    /// One unit of its last place; 0 for what is exact, a blank or a count.
    pub ulp: i128,
    /// By how many half units of a millionth the middle of the range that it stands for is from its value: 0 for a
    /// rounded number, one `ulp` away from zero for a number that was cut off.
    pub bias: i128,
}

/// How the numbers of a column or list are printed.
#[derive(Debug, Clone, Copy)]
pub struct Precision {
    /// What the numbers measure.
    pub measure: Measure,
    /// How many decimal places they usually have: files that drop trailing zeros write `61` where `61.00` is printed.
    pub typical_decimals: u32,
    /// The smallest unit that the last place of any of them can be, in millionths.
    pub min_ulp: i128,
}

impl Precision {
    /// The number that an amount stands for in the column or list.
    pub fn number(self, amount: Amount) -> Rounded {
        let value = Money::new(amount, self.measure.unit()).millionths();
        let is_exact = self.measure == Measure::Pieces;
        let ulp = if is_exact { 0 } else { ulp(self.measure, amount.places().max(self.typical_decimals)) };
        Rounded { value, ulp: ulp.max(self.min_ulp), bias: 0 }
    }
}

impl Rounded {
    /// The number if its further places were cut off (去尾): it stands for what it says and up to a unit more.
    #[must_use]
    pub fn cut_off(self) -> Rounded {
        match self.value {
            // Zero may be what is left of a little more or a little less.
            0 => Rounded { ulp: self.ulp.saturating_mul(2), ..self },
            value => Rounded { bias: self.ulp * value.signum(), ..self },
        }
    }

    /// The difference of two numbers; `None` where it does not fit in 128 bits.
    pub fn minus(self, other: Rounded) -> Option<Rounded> {
        let opposite = Rounded { value: other.value.checked_neg()?, bias: -other.bias, ..other };
        Rounded::sum([self, opposite])
    }

    /// The sum of several numbers; `None` where it does not fit in 128 bits.
    pub fn sum(numbers: impl IntoIterator<Item = Rounded>) -> Option<Rounded> {
        numbers.into_iter().try_fold(Rounded::default(), |sum, number| {
            Some(Rounded {
                value: sum.value.checked_add(number.value)?,
                ulp: sum.ulp.checked_add(number.ulp)?,
                bias: sum.bias.checked_add(number.bias)?,
            })
        })
    }
}

/// One unit of the last of `places` decimal places, in millionths.
pub fn ulp(measure: Measure, places: u32) -> i128 {
    #[allow(clippy::cast_possible_truncation)] // six
    let all = PLACES as u32 + measure.unit().exponent();
    i128::from(ten_to(all.saturating_sub(places)))
}

/// How many decimal places a table usually prints: what most of its amounts with any have. A table prints all its
/// amounts alike, so whole ones have lost their zeros.
pub fn typical_decimals(amounts: impl Iterator<Item = Amount>) -> u32 {
    most(amounts, 1)
}

/// The unit in millionths of a yuan of amounts that were converted from 万元 into a smaller unit, if all were: 100
/// yuan. They are printed as `45,600,600.00`, and nobody's salaries add up to whole hundreds of yuan.
pub fn coarse(amounts: impl Iterator<Item = Money>) -> i128 {
    /// How many amounts cannot all be whole hundreds by chance.
    const ENOUGH: usize = 10;
    const HUNDRED: i128 = 100_000_000;
    let (mut count, mut is_finer) = (0_usize, false);
    for amount in amounts.map(Money::millionths).filter(|amount| *amount != 0) {
        if amount % HUNDRED != 0 {
            return 0;
        }
        count += 1;
        is_finer |= amount % (10 * HUNDRED) != 0;
    }
    if count >= ENOUGH && is_finer { HUNDRED } else { 0 }
}

/// How many decimal places a passage of the text usually prints: what most of its amounts have. A passage may well
/// speak of whole 万元. Zeros do not count: 0 is written for 0.00 everywhere.
pub fn typical_decimals_of_text(amounts: impl Iterator<Item = Amount>) -> u32 {
    most(amounts.filter(|amount| !amount.decimal().is_zero()), 0)
}

/// The number of decimal places, `min_ulp` or more, that most of the amounts have; of equally frequent ones the largest.
fn most(amounts: impl Iterator<Item = Amount>, min_ulp: usize) -> u32 {
    let mut counts = [0_usize; PLACES + 1];
    for amount in amounts {
        if let Some(count) = counts.get_mut(amount.places() as usize) {
            *count += 1;
        }
    }
    let most = counts.iter().enumerate().skip(min_ulp).max_by_key(|(places, count)| (**count, *places));
    most.filter(|(_, count)| **count > 0).map_or(0, |(places, _)| u32::try_from(places).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_that_speaks_of_whole_ten_thousands_prints_no_places() {
        let usual_of = |texts: &[&str]| typical_decimals_of_text(texts.iter().map(|text| Amount::parse(text).unwrap()));
        assert_eq!(usual_of(&["18037", "2468", "15569", "6221.56"]), 0);
        assert_eq!(usual_of(&["0", "0", "0", "61.40", "12"]), 2);
        assert_eq!(usual_of(&["61", "49.11", "120.2", "24.78"]), 2);
    }

    #[test]
    fn the_places_of_most_amounts_are_usual() {
        let usual_of = |texts: &[&str]| typical_decimals(texts.iter().map(|text| Amount::parse(text).unwrap()));
        assert_eq!(usual_of(&["61", "49.11", "120.2", "24.78"]), 2);
        assert_eq!(usual_of(&["1", "100"]), 0);
        assert_eq!(usual_of(&["1.5", "2.25"]), 2);
        assert_eq!(usual_of(&[]), 0);
    }
}
