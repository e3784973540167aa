//! Which of several readings of a table is meant: the one whose sums hold.
//!
//! What a heading says can often be read in two ways: a 合计 with what is carried over or without it. Nearly all numbers
//! of a published table are right, so the reading by which most lines add up is the one that its maker had in mind; the
//! lines that do not are then slips. Where no reading adds up, it is our reading that is wrong and nobody's number.

use std::borrow::Borrow;

use crate::check::checker::{Checker, Sum};

/// How sure a reading is before any number is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// By the field's own definitions it cannot be otherwise.
    Certain,
    /// It is what such headings mean as a rule.
    Usual,
}

/// By how many sums that hold one that does not is outweighed: amounts are equal by chance more often than wrong.
const WEIGHT: i64 = 8;

/// The reading that holds, as its number among `readings`; `None` where none does.
pub fn choose<S: Borrow<Sum>>(checker: &Checker, readings: &[Vec<S>], sure: Sure) -> Option<usize> {
    if readings.len() == 1 && sure == Sure::Certain {
        return Some(0);
    }
    let best = |factor: i128| {
        let count = |sums: &Vec<S>| {
            let told = sums.iter().map(Borrow::borrow).filter(|sum| is_telling(checker, sum));
            let fits = told.map(|sum| checker.fits_by(&sum.stated, &sum.terms, factor));
            let count = fits
                .fold([0, 0], |[fits, misses], is_fit| if is_fit { [fits + 1, misses] } else { [fits, misses + 1] });
            count.map(|count: usize| i64::try_from(count).unwrap_or(i64::MAX / WEIGHT))
        };
        let counts: Vec<_> = readings.iter().map(count).collect();
        let score = |i: &usize| counts[*i][0] - WEIGHT * counts[*i][1];
        // Of equals the first; and a reading of which nothing is known only where no other holds.
        let holds = (0..counts.len()).filter(|i| counts[*i][0] > counts[*i][1]);
        let best = holds.min_by_key(|i| std::cmp::Reverse(score(i)));
        let unknown = || (0..counts.len()).find(|i| counts[*i] == [0, 0]);
        (best.or_else(unknown), counts.len())
    };
    let (chosen, count) = best(1);
    if chosen.is_some() || count == 0 {
        return chosen;
    }
    // A table in another unit than it says adds up to nothing else, and yet is clear.
    let scaled = || SCALES.into_iter().find_map(|factor| best(factor).0);
    if sure == Sure::Certain { Some(0) } else { scaled() }
}

/// How many times too large the stated numbers may all be, or, negative, too small: 元 for 千元, 百元 and so on.
const SCALES: [i128; 8] = [10_000, -10_000, 1_000, -1_000, 100, -100, 10, -10];

/// Whether a sum says anything: some number of it is not nothing.
fn is_telling(checker: &Checker, sum: &Sum) -> bool {
    sum.stated.iter().chain(&sum.terms).any(|place| checker.is_something(*place))
}
