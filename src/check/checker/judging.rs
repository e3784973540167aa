//! Compares printed numbers, and records the findings.

use super::{Checker, Sum};
use crate::budget::{Measure, Place};
use crate::check::finding::{Compared, Finding, Reason, Verdict};
use crate::check::rounded::{Judged, Rounded, is_cut_off, judge, judge_ratio};
use crate::check::rule::Rule;

impl Checker<'_> {
    /// The sum of `stated`, or `None` where it is blank, and the sum of `terms`; `None` where both are blank, or the
    /// numbers are too large.
    fn sides(&self, stated: &[Place], terms: &[Place]) -> Option<(Option<Rounded>, Rounded)> {
        // In a long sum a table's zero is exact and not rounded: otherwise the thirty empty classes of a template would
        // add so much tolerance that they hide an error.
        let is_nothing =
            |place: Place, number: Rounded| number.value == 0 && place.table().is_some() && !self.is_cut_off_throughout;
        // How many of the places print a number, and the sum of these.
        let sum = |places: &[Place]| {
            let mut count = 0;
            let numbers = places.iter().filter_map(|place| {
                let number = self.number(*place)?;
                count += 1;
                let is_exact = places.len() > 2 && is_nothing(*place, number);
                Some(Rounded { ulp: if is_exact { 0 } else { number.ulp }, ..number })
            });
            let sum = Rounded::sum(numbers);
            (count, sum)
        };
        match (sum(stated), sum(terms)) {
            ((0, _), (0, _)) => None,
            ((0, _), (_, computed)) => Some((None, computed?)),
            ((_, own), (_, computed)) => Some((Some(own?), computed?)),
        }
    }

    /// Compares the sum of `stated` with the sum of `terms`, without recording a finding.
    pub fn judged(&self, stated: &[Place], terms: &[Place]) -> Option<Judged> {
        let (own, computed) = self.sides(stated, terms)?;
        Some(judge(own, computed))
    }

    /// Compares the sum of `stated` with the sum of `terms`, and records the finding. A blank counts as zero; where all
    /// are blank there is nothing to compare.
    pub fn sum(&mut self, rule: Rule, stated: &[Place], terms: &[Place]) -> Option<Verdict> {
        self.hold(rule, Sum { stated: stated.to_vec(), terms: terms.to_vec() })
    }

    /// Checks a sum that was put together before, and records the finding; see [`Checker::sum`].
    pub fn hold(&mut self, rule: Rule, Sum { stated, terms }: Sum) -> Option<Verdict> {
        let judged = self.judged(&stated, &terms)?;
        let compared = Some(self.compared(judged, &stated, &terms));
        let is_mismatch = judged.verdict == Verdict::Mismatch;
        let is_cut_off = judged.is_cut_off || (is_mismatch && self.is_cut_off(&stated, &terms));
        let reason = is_cut_off.then_some(Reason::CutOff);
        self.push(Finding { rule, verdict: judged.verdict, compared, stated, terms, reason });
        Some(judged.verdict)
    }

    /// Whether the stated number is the computed one, cut off instead of rounded.
    pub fn is_cut_off(&self, stated: &[Place], terms: &[Place]) -> bool {
        let all = |places: &[Place]| Rounded::sum(places.iter().filter_map(|place| self.number(*place)));
        all(stated).zip(all(terms)).is_some_and(|(stated, computed)| is_cut_off(stated, computed))
    }

    /// Compares `stated` with whichever of several computations fits best, or with the first where none fits, and
    /// records the finding. With a `doubt` none need fit: then it is the reason why nothing can be checked.
    pub fn best_of(
        &mut self,
        rule: Rule,
        stated: &[Place],
        candidates: &[Vec<Place>],
        doubt: Option<Reason>,
    ) -> Option<Verdict> {
        let mut best: Option<(Verdict, &[Place])> = None;
        for terms in candidates {
            let Some(Judged { verdict, .. }) = self.judged(stated, terms) else { continue };
            // Verdicts are ordered, the worst first.
            if best.is_none_or(|(known, _)| verdict > known) {
                best = Some((verdict, terms));
            }
            if verdict == Verdict::Holds {
                break;
            }
        }
        let (verdict, terms) = best?;
        if let Some(reason) = doubt.filter(|_| verdict == Verdict::Mismatch) {
            self.unchecked(rule, stated, terms, reason);
            return Some(Verdict::Unchecked);
        }
        self.sum(rule, stated, terms)
    }

    /// Compares a stated percentage with `part` of `whole`, whose numbers are printed at `terms`, and records the
    /// finding.
    pub fn ratio(
        &mut self,
        rule: Rule,
        stated: Place,
        part: Rounded,
        whole: Rounded,
        terms: &[Place],
    ) -> Option<Verdict> {
        let judged = self.judged_ratio(rule, stated, part, whole)?;
        let (amount, measure) = self.printed(stated)?;
        let compared = Some(judged.compared(measure, amount.places()));
        let (verdict, reason) = (judged.verdict, judged.is_cut_off.then_some(Reason::CutOff));
        self.push(Finding { rule, verdict, compared, stated: vec![stated], terms: terms.to_vec(), reason });
        Some(verdict)
    }

    /// Compares a stated percentage with `part` of `whole`, without recording a finding.
    pub fn judged_ratio(&self, rule: Rule, stated: Place, part: Rounded, whole: Rounded) -> Option<Judged> {
        // To make shares add up to 100, clerks move one of them by a unit of its last place.
        let spare = if rule == Rule::StatedShare && part.value != 0 { 2 } else { 0 };
        judge_ratio(self.number(stated)?, part, whole, spare)
    }

    /// Adds a reason to the finding that was recorded last.
    pub fn annotate_last(&mut self, reason: Reason) {
        if let Some(finding) = self.findings.last_mut() {
            finding.reason = Some(reason);
        }
    }

    /// Whether a cross-check would hold, or differ by rounding only.
    pub fn fits(&self, stated: &[Place], terms: &[Place]) -> bool {
        self.judged(stated, terms).is_none_or(|judged| judged.verdict != Verdict::Mismatch)
    }

    /// Whether a cross-check would hold if the stated number were `factor` times too large or, where that is negative,
    /// too small.
    pub fn fits_by(&self, stated: &[Place], terms: &[Place], factor: i128) -> bool {
        let Some(Judged { verdict, stated: Some(stated), computed, max_rounding_error, .. }) =
            self.judged(stated, terms)
        else {
            return self.fits(stated, terms);
        };
        let (large, small) = if factor > 0 { (stated, computed) } else { (computed, stated) };
        let off = small.checked_mul(factor.abs()).and_then(|scaled| scaled.checked_sub(large));
        match factor {
            1 => verdict != Verdict::Mismatch,
            _ => off.is_some_and(|off| off.abs() <= max_rounding_error.saturating_mul(factor.abs())),
        }
    }

    /// The stated sum minus the computed one, in millionths.
    pub fn difference(&self, stated: &[Place], terms: &[Place]) -> Option<i128> {
        self.judged(stated, terms).and_then(Judged::difference)
    }

    /// The comparison for readers, in the measure and decimal places of the first number that is printed.
    fn compared(&self, judged: Judged, stated: &[Place], terms: &[Place]) -> Compared {
        let first = stated.iter().chain(terms).find_map(|place| self.scaled(*place));
        let (measure, places) = first.map_or((Measure::Pieces, 0), |(amount, scale)| {
            (scale.measure, amount.places().max(scale.typical_decimals))
        });
        judged.compared(measure, places)
    }
}
