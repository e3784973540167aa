//! Chooses between several readings of a table: the one whose sums hold is meant.
//!
//! What a heading says can often be read in two ways: a 合计 with what is carried over or without it. Nearly all
//! numbers of a published table are right, so the reading by which most lines add up is the one that its author meant;
//! the lines that do not are then errors. Where no reading adds up, it is the readings that are wrong, and no number.

use std::borrow::Borrow;

use crate::check::checker::{Checker, Sum};

/// How certain a reading is before any number is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// By the definitions of the field no other reading is possible.
    Certain,
    /// It is the usual meaning of such headings.
    Usual,
}

/// How many sums that hold it takes to outweigh one that does not: amounts are equal by chance more often than they are
/// wrong.
const WEIGHT: i64 = 8;

/// The index in `readings` of the one that holds; `None` where none does.
pub fn choose<S: Borrow<Sum>>(checker: &Checker, readings: &[Vec<S>], sure: Certainty) -> Option<usize> {
    if readings.len() == 1 && sure == Certainty::Certain {
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
        // Of equal scores the first; a reading without any telling sum only where no other holds.
        let holds = (0..counts.len()).filter(|i| counts[*i][0] > counts[*i][1]);
        let best = holds.min_by_key(|i| std::cmp::Reverse(score(i)));
        let unknown = || (0..counts.len()).find(|i| counts[*i] == [0, 0]);
        (best.or_else(unknown), counts.len())
    };
    let (chosen, count) = best(1);
    if chosen.is_some() || count == 0 {
        return chosen;
    }
    // A table in another unit than it says adds up with nothing else, and yet is clear.
    let scaled = || SCALES.into_iter().find_map(|factor| best(factor).0);
    if sure == Certainty::Certain { Some(0) } else { scaled() }
}

/// The factors by which all stated numbers may be too large or, negative, too small: 元 for 千元, 百元 and so on.
const SCALES: [i128; 8] = [10_000, -10_000, 1_000, -1_000, 100, -100, 10, -10];

/// Whether a sum can tell anything: one of its numbers is not zero.
fn is_telling(checker: &Checker, sum: &Sum) -> bool {
    sum.stated.iter().chain(&sum.terms).any(|place| checker.is_nonzero(*place))
}
