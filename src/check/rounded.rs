//! Printed numbers, exactly, and how far two of them may be apart.
//!
//! A printed number stands for any that rounds to it: it may be off by half a unit of its last place, and no more.
//! So a printed sum of n printed terms may differ from what the terms add up to by (n + 1) / 2 such units, where
//! all have the same places. Nothing here is a tolerance that somebody chose.

mod judged;

pub use judged::{Judged, is_cut_off, judge, judge_ratio};

use crate::budget::Measure;
use crate::money::{Amount, Money, PLACES, ten_to};

/// A printed number and the unit of its last place, both in millionths (of a yuan, a percent, a piece).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rounded {
    /// What it says.
    pub value: i128,
    /// One unit of its last place; nothing for what is exact: a blank, a count.
    pub ulp: i128,
    /// By how many half units of a millionth the middle of what it stands for is from what it says: nothing for what is
    /// rounded, one `ulp` away from nothing for what is cut off.
    pub bias: i128,
}

/// How a list prints its numbers.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// What they count.
    pub measure: Measure,
    /// How many places it prints as a rule: files that do not keep zeros at the end write `61` where `61.00` is printed.
    pub typical_decimals: u32,
    /// One unit of the last place of each is at least that, in millionths.
    pub min_ulp: i128,
}

impl Scale {
    /// The number that an amount prints in the list.
    pub fn number(self, amount: Amount) -> Rounded {
        let value = Money::new(amount, self.measure.unit()).millionths();
        let is_exact = self.measure == Measure::Pieces;
        let ulp = if is_exact { 0 } else { ulp(self.measure, amount.places().max(self.typical_decimals)) };
        Rounded { value, ulp: ulp.max(self.min_ulp), bias: 0 }
    }
}

impl Rounded {
    /// The same number where its further places were cut off (去尾): it stands for what it says and up to a unit more.
    #[must_use]
    pub fn cut_off(self) -> Rounded {
        match self.value {
            // Nothing may be left of a little more or a little less.
            0 => Rounded { ulp: self.ulp.saturating_mul(2), ..self },
            value => Rounded { bias: self.ulp * value.signum(), ..self },
        }
    }

    /// What is left where `other` is taken off; `None` where 128 bits do not hold it.
    pub fn minus(self, other: Rounded) -> Option<Rounded> {
        let opposite = Rounded { value: other.value.checked_neg()?, bias: -other.bias, ..other };
        Rounded::sum([self, opposite])
    }

    /// All together; `None` where 128 bits do not hold it.
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

/// One unit of the last of `places` places.
pub fn ulp(measure: Measure, places: u32) -> i128 {
    #[allow(clippy::cast_possible_truncation)] // six
    let all = PLACES as u32 + measure.unit().exponent();
    i128::from(ten_to(all.saturating_sub(places)))
}

/// How many places a table prints as a rule: what most of its amounts with any places have. A table prints all its
/// amounts alike, so that whole ones have lost their zeros.
pub fn typical_decimals(amounts: impl Iterator<Item = Amount>) -> u32 {
    most(amounts, 1)
}

/// The unit in millionths of a yuan that amounts in a smaller one than 万元 were reckoned from 万元 with, if all were: 100
/// yuan. Printed are `45,600,600.00`, and nobody's salaries add up to whole hundreds of yuan.
pub fn coarse(amounts: impl Iterator<Item = Money>) -> i128 {
    /// As many amounts as are not all whole hundreds by chance.
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

/// How many places a passage of the text prints as a rule: what most of its amounts have. A passage may well speak of
/// whole 万元. A zero says nothing of it: 0 is written for 0.00 everywhere.
pub fn typical_decimals_of_text(amounts: impl Iterator<Item = Amount>) -> u32 {
    most(amounts.filter(|amount| !amount.decimal().is_zero()), 0)
}

/// The number of places, `min_ulp` or more, that most of the amounts have; of several the largest.
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
