//! Which of several readings of a table is meant: the one whose sums hold.
//!
//! What a heading says can often be read in two ways: a 合计 with what is carried over or without it. Nearly all numbers
//! of a published table are right, so the reading by which most lines add up is the one that its maker had in mind; the
//! lines that do not are then slips. Where no reading adds up, it is our reading that is wrong and nobody's number.

use crate::budget::Place;
use crate::check::ties::Ties;

/// A printed number, and those that add up to it by some reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// Where the sum is printed.
    pub stated: Vec<Place>,
    /// Where its terms are.
    pub terms: Vec<Place>,
}

/// How sure a reading is before any number is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// By the field's own definitions it cannot be otherwise.
    Certain,
    /// It is what such headings mean as a rule.
    Usual,
}

/// As many lines as may all fail a certain reading before it is doubted.
const FEW: usize = 2;

/// The reading that holds, as its number among `readings`; `None` where none does.
pub fn choose(ties: &Ties, readings: &[Vec<Sum>], sure: Sure) -> Option<usize> {
    let count = |sums: &Vec<Sum>| {
        let told = sums.iter().filter(|sum| is_telling(ties, sum));
        let (fits, misses): (Vec<_>, Vec<_>) = told.partition(|sum| ties.fits(&sum.stated, &sum.terms));
        (fits.len(), misses.len())
    };
    let counts: Vec<_> = readings.iter().map(count).collect();
    let best = (0..counts.len()).min_by_key(|i| (counts[*i].1, std::cmp::Reverse(counts[*i].0)))?;
    let (fits, misses) = counts[best];
    let is_few = misses <= FEW && fits == 0;
    (misses == 0 || fits > misses || (sure == Sure::Certain && (is_few || fits > 0))).then_some(best)
}

/// Whether a sum says anything: some number of it is not nothing.
fn is_telling(ties: &Ties, sum: &Sum) -> bool {
    sum.stated.iter().chain(&sum.terms).any(|place| ties.is_something(*place))
}
