//! Tells whether a document's amounts are cut off (去尾) throughout, and not rounded.
//!
//! Cutting off loses up to a unit of the last place of each number, so that all sums of printed terms are too small,
//! and by more than rounding explains, without any typing error. Rounding loses as often as it gains.

use std::collections::BTreeSet;

use super::checker::Checker;
use super::finding::{Finding, Verdict};
use super::rounded::Rounded;
use super::rule::Rule;
use crate::budget::{Measure, Place};

/// How many different sums show a habit where rounding cannot explain one of them: one or two may be typing errors, or
/// chance.
const TELLING: usize = 3;

/// How many different sums show a habit where rounding might explain each: that so many are all off in one direction is
/// no chance.
const ALL_ONE_WAY: usize = 8;

/// Whether all sums that are slightly off are off as cutting off makes them, and enough of them are.
pub fn is_throughout(checker: &Checker) -> bool {
    let (mut told, mut is_beyond) = (BTreeSet::new(), false);
    for finding in checker.findings().iter().filter(|finding| is_sum(finding) && !is_equal(finding)) {
        let sum = |places: &[Place]| {
            Rounded::sum(places.iter().filter_map(|place| checker.number(*place)).map(Rounded::cut_off))
        };
        let Some((own, computed)) = sum(&finding.stated).zip(sum(&finding.terms)) else { continue };
        // Two printed copies of one number are the same, rounded or cut off.
        let is_one = finding.terms.len() == 1 && own.ulp == computed.ulp;
        if is_one || own.value == computed.value {
            continue;
        }
        let is_slip = finding.verdict == Verdict::Mismatch;
        if is_within(own, computed) {
            told.insert((own.value, computed.value));
            is_beyond |= is_slip;
        } else if !is_slip {
            return false; // rounded
        }
    }
    told.len() >= if is_beyond { TELLING } else { ALL_ONE_WAY }
}

/// Whether one cut-off number may be the sum of others: each stands for up to a unit more than it says.
fn is_within(own: Rounded, computed: Rounded) -> bool {
    let twice = own.value.saturating_sub(computed.value).saturating_mul(2);
    let leaning = twice.saturating_add(own.bias).saturating_sub(computed.bias);
    leaning.saturating_abs() < own.ulp.saturating_add(computed.ulp)
}

/// Whether the stated number is exactly the computed one, as it mostly is.
fn is_equal(finding: &Finding) -> bool {
    let difference = finding.compared.and_then(|compared| compared.difference);
    difference.is_some_and(|difference| difference.decimal().is_zero())
}

/// Whether a finding compares a sum of money with its terms.
fn is_sum(finding: &Finding) -> bool {
    let is_ratio = matches!(finding.rule, Rule::StatedShare | Rule::StatedRate | Rule::YearRate);
    let is_money = finding.compared.is_some_and(|compared| matches!(compared.measure, Measure::Money(_)));
    is_money && !is_ratio && finding.verdict != Verdict::Unchecked && !finding.stated.is_empty()
}
