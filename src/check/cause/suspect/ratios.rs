//! Finds the shares and rates that changing a number resolves or breaks, and those that are wrong themselves.

use super::super::equations::ratio_fits;
use super::super::{CauseKind, Group, Suspect};
use super::Search;
use super::likely::rounded;
use crate::budget::Place;
use crate::check::finding::{Compared, Finding, Verdict};
use crate::check::rounded::Rounded;
use crate::money::{Money, sort_by};

impl Search<'_, '_> {
    /// The shares and rates that agree once a number is changed.
    pub fn ratios_mended(&self, place: Place, change: i128) -> Vec<usize> {
        let own = self.ratios.get(&place).into_iter().flatten().copied().filter(|i| self.open[*i]);
        own.filter(|i| self.ratio_fits(*i, place, change) == Some(true)).collect()
    }

    /// Whether all shares and rates that do not hold would do so once a number is changed.
    pub fn mends_ratios(&self, place: Place, change: i128) -> bool {
        let mut own = self.ratios.get(&place).into_iter().flatten().filter(|i| self.open[**i]);
        own.all(|i| self.ratio_fits(*i, place, change) == Some(true))
    }

    /// Whether all shares and rates that hold would still do so once a number is changed.
    pub fn keeps_ratios(&self, place: Place, change: i128) -> bool {
        let holds = |i: &&usize| matches!(self.findings[**i].verdict, Verdict::Holds | Verdict::Rounding);
        let mut own = self.ratios.get(&place).into_iter().flatten().filter(holds);
        own.all(|i| self.ratio_fits(*i, place, change) != Some(false))
    }

    pub fn ratio_fits(&self, i: usize, place: Place, change: i128) -> Option<bool> {
        ratio_fits(&self.findings[i], self.checker, |other, number| match number.value.checked_add(change) {
            Some(value) if other == place => Rounded { value, ..number },
            _ => number,
        })
    }

    /// Finds shares and rates that are wrong themselves: other cross-checks confirm both numbers that they are computed
    /// from.
    pub fn wrong_ratios(&mut self) {
        let mut all: Vec<_> = self.ratios.values().flatten().copied().filter(|i| self.open[*i]).collect();
        sort_by(&mut all, Ord::cmp);
        all.dedup();
        for i in all {
            if let Some(suspect) = self.wrong_ratio(&self.findings[i]) {
                self.note(Group { lead: i, followers: Vec::new(), common: CauseKind::Number, suspect: Some(suspect) });
            }
        }
    }

    fn wrong_ratio(&self, finding: &Finding) -> Option<Suspect> {
        let Compared { computed: Some(computed), measure, .. } = finding.compared? else { return None };
        let place = *finding.stated.first()?;
        let is_sure = finding.reason.is_none() && finding.terms.iter().all(|term| self.equations.is_confirmed(*term));
        let exact = Money::new(computed, measure.unit()).millionths();
        let near = rounded(exact, self.checker.number(place)?.ulp);
        let likely = self.amount(place, near).filter(|_| is_sure)?;
        Some(Suspect { place, likely, mends: 1, slip: None })
    }
}
