//! Whether a document's amounts are cut off (去尾) throughout, and not rounded.
//!
//! Who cuts off loses up to a unit of the last place with each number, so that sums of printed terms are too small, one
//! like the other, and by more than rounding explains: nobody made a slip. Who rounds loses as often as gains.

use std::collections::BTreeSet;

use super::finding::Verdict;
use super::rule::Rule;
use super::ties::Ties;
use crate::budget::Place;

/// As many different sums as show a habit: one or two may be slips, or chance.
const TELLING: usize = 3;

/// Whether all sums that differ by little differ as cutting off makes them, and one of them as rounding does not.
pub fn is_throughout(ties: &Ties) -> bool {
    let is_ratio = |rule| matches!(rule, Rule::StatedShare | Rule::StatedRate | Rule::YearRate);
    let sums = ties.findings().iter().filter(|finding| finding.compared.is_some() && !is_ratio(finding.rule));
    let (mut told, mut is_beyond) = (BTreeSet::new(), false);
    for finding in sums.filter(|finding| finding.verdict != Verdict::Unchecked) {
        let Some((Some(own), computed)) = ties.sides(&finding.stated, &finding.terms) else { continue };
        let is_wrong = finding.verdict == Verdict::Mismatch;
        let lean = |places: &[Place]| {
            let numbers = places.iter().filter_map(|place| ties.number(*place));
            numbers.fold(0, |sum: i128, number| sum.saturating_add(number.cut_off().lean))
        };
        let off = own.value.saturating_sub(computed.value);
        let reach = own.step.saturating_add(computed.step);
        let leaning = off.saturating_mul(2).saturating_add(lean(&finding.stated)).saturating_sub(lean(&finding.terms));
        match leaning.saturating_abs() < reach {
            _ if off == 0 => {}
            true => {
                told.insert((own.value, computed.value));
                is_beyond |= is_wrong;
            }
            // Rounded the other way: a slip is much more.
            false if !is_wrong => return false,
            false => {}
        }
    }
    is_beyond && told.len() >= TELLING
}
