//! A table in another unit than it says: its numbers are off by exactly 10,000 against the others.

use std::collections::BTreeMap;

use crate::budget::Place;
use crate::budget::Stated;
use crate::check::finding::{Compared, Finding, Verdict, Why};
use crate::check::rule::Rule;
use crate::check::ties::Ties;
use crate::money::Money;

/// 万元 by 元.
const SCALE: i128 = 10_000;

/// What a tie holds against something else: a table, or a list outside the tables.
type Source = (Option<usize>, Option<Stated>);

/// Looks among the mismatches between tables, and with the text, for numbers that are off by 10,000; what is in the
/// most of them has the wrong unit.
pub fn check(ties: &mut Ties) {
    let mut pairs: Vec<(Source, Source, Place)> = ties.findings().iter().filter_map(off).collect();
    while !pairs.is_empty() {
        let mut counts: BTreeMap<Source, usize> = BTreeMap::new();
        for (one, other, _) in &pairs {
            *counts.entry(*one).or_default() += 1;
            *counts.entry(*other).or_default() += 1;
        }
        // Of two that are equally often in it, the later one: the first tables are what all others follow.
        let Some((worst, _)) = counts.into_iter().max_by_key(|(_, count)| *count) else { return };
        let is_in = |(one, other, _): &(Source, Source, Place)| *one == worst || *other == worst;
        let place = match worst.0 {
            Some(table) => Place::Table(table),
            None => pairs.iter().find(|pair| is_in(pair)).map_or(Place::Table(0), |(.., place)| *place),
        };
        ties.found(Rule::UnitScale, Verdict::Mismatch, &[place], Some(Why::TenThousand));
        pairs.retain(|pair| !is_in(pair));
    }
}

/// The two sources of a mismatch whose numbers are off by 10,000 but for rounding.
fn off(finding: &Finding) -> Option<(Source, Source, Place)> {
    let Compared { measure, stated: Some(stated), computed: Some(computed), bound: Some(bound), .. } =
        finding.compared?
    else {
        return None;
    };
    let (one, other) = (*finding.stated.first()?, *finding.terms.first()?);
    let source = |place: Place| (place.table(), place.list());
    if finding.verdict != Verdict::Mismatch || source(one) == source(other) || computed.decimal().is_zero() {
        return None;
    }
    let millionths = |amount| Money::new(amount, measure.unit()).millionths();
    let (stated, computed, bound) = (millionths(stated), millionths(computed), millionths(bound));
    let near = |large: i128, small: i128| {
        let off = small.checked_mul(SCALE).and_then(|scaled| scaled.checked_sub(large));
        off.is_some_and(|off| off.abs() <= bound.saturating_mul(SCALE))
    };
    let is_off = stated != 0 && (near(stated, computed) || near(computed, stated));
    is_off.then_some((source(one), source(other), one))
}
