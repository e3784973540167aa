//! Finds the single number whose change would resolve the most mismatches.
//!
//! A mismatch says by how much each of its numbers would have to change for it to agree. A number that is wrong is
//! wrong by the same amount wherever it is printed: one change resolves those of its cross-checks that do not hold, and
//! there are none that hold. So each number is weighed by how many of its mismatches one change resolves, minus the
//! cross-checks that hold now and would then not; the one with the highest score explains what it resolves, and the
//! rest is weighed again.

mod likely;
mod ratios;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::agreement::most_agree;
use super::equations::{Equations, is_ratio};
use super::{CauseKind, Group, Suspect};
use crate::budget::Place;
use crate::check::checker::Checker;
use crate::check::finding::{Finding, Verdict};
use crate::money::sort_by;

/// How often all numbers are weighed again after what was found is corrected: a cross-check may have two wrong numbers.
const ROUNDS: usize = 3;
/// How often one number is weighed again in a round, so that no document keeps its reader waiting.
const MAX_TRIES: u8 = 32;

/// The most numbers that may explain equally much: among more, some look like a known typing error by accident.
const MAX_RIVALS: usize = 40;

/// What changing a number by an amount would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Weight {
    /// The cross-checks that it would resolve, minus those that it would break.
    score: i64,
    broken: usize,
    mended: usize,
    change: i128,
    /// Whether the number only has to become smaller, by at least the change.
    is_limit: bool,
}

/// Finds the mismatches that a single number explains, and closes them.
#[inline(never)]
pub fn find(checker: &Checker, findings: &[Finding], open: &mut [bool]) -> Vec<Group> {
    let equations = Equations::of(checker, findings, open);
    let mut ratios: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    let is_told = |i: usize, finding: &Finding| open[i] || finding.verdict > Verdict::Mismatch;
    for (i, finding) in
        findings.iter().enumerate().filter(|(i, finding)| is_told(*i, finding) && is_ratio(finding, checker))
    {
        for place in finding.places().filter(|place| equations.id(*place).is_some()) {
            ratios.entry(place).or_default().push(i);
        }
    }
    let mut search =
        Search { checker, findings, open, equations, ratios, undecided: BTreeSet::new(), groups: Vec::new() };
    let mut weighed: Vec<_> = (0..search.equations.places.len()).collect();
    for _ in 0..ROUNDS {
        search.round(&weighed);
        weighed = search.left();
        if weighed.is_empty() {
            break;
        }
    }
    search.wrong_ratios();
    search.groups
}

struct Search<'t, 'b> {
    checker: &'t Checker<'b>,
    findings: &'t [Finding],
    /// The mismatches that nothing explains yet.
    open: &'t mut [bool],
    equations: Equations,
    /// The shares and rates that each number is in: those that nothing explains, and those that hold.
    ratios: BTreeMap<Place, Vec<usize>>,
    /// The equations for which it is clear that nothing tells which of their numbers is wrong.
    undecided: BTreeSet<usize>,
    groups: Vec<Group>,
}

impl Search<'_, '_> {
    /// The numbers of cross-checks that do not hold although one of their numbers was corrected.
    fn left(&self) -> Vec<usize> {
        let left = self.equations.all.iter().filter(|equation| equation.is_open && !equation.is_whole);
        let places = left.flat_map(|equation| self.findings[equation.finding].places());
        let mut ids: Vec<_> = places.filter_map(|place| self.equations.id(place)).collect();
        sort_by(&mut ids, Ord::cmp);
        ids.dedup();
        ids
    }

    /// Weighs these numbers, and takes the one with the highest score until none has any.
    fn round(&mut self, weighed: &[usize]) {
        self.undecided.clear();
        let key = |id: usize, weight: Weight| (weight.score, Reverse(weight.broken), Reverse(id));
        let weights = weighed.iter().filter_map(|id| Some(key(*id, self.weigh(*id)?)));
        let mut heap: BinaryHeap<_> = weights.collect();
        let mut tries = vec![0_u8; self.equations.places.len()];
        while let Some((score, broken, Reverse(id))) = heap.pop() {
            let Some(weight) = self.weigh(id) else { continue };
            tries[id] += 1;
            if (weight.score, Reverse(weight.broken)) == (score, broken) {
                self.take(id, weight);
            } else if tries[id] < MAX_TRIES {
                heap.push(key(id, weight));
            }
        }
    }

    /// The best that changing a number would do; `None` where it would break as many cross-checks as it resolves.
    fn weigh(&self, id: usize) -> Option<Weight> {
        let parts = self.equations.parts(id);
        let needed = |is_limit| {
            parts.iter().filter_map(move |(i, is_stated)| {
                let equation = &self.equations.all[*i];
                let change = if *is_stated { -equation.difference } else { equation.difference };
                (equation.is_open && equation.is_limit == is_limit).then_some((change, equation.max_rounding_error))
            })
        };
        // An upper limit tells by how much a number is wrong only where no equation does.
        let exactly = most_agree(needed(false));
        let is_limit = exactly.is_none();
        let (change, mut mended) = exactly.or_else(|| most_agree(needed(true)))?;
        let mut broken = 0;
        for (i, is_stated) in parts {
            let equation = &self.equations.all[*i];
            let fits = || equation.fits(if *is_stated { change } else { -change });
            if !equation.is_open {
                broken += usize::from(!fits());
            } else if equation.is_limit && !is_limit {
                mended += usize::from(fits());
            }
        }
        let score = i64::try_from(mended).ok()? - i64::try_from(broken).ok()?;
        (score > 0).then_some(Weight { score, broken, mended, change, is_limit })
    }

    /// The open equations that changing a number resolves.
    fn mended(&self, id: usize, change: i128) -> Vec<usize> {
        let fits = |(i, is_stated): &(usize, bool)| {
            let equation = &self.equations.all[*i];
            (equation.is_open && equation.fits(if *is_stated { change } else { -change })).then_some(*i)
        };
        self.equations.parts(id).iter().filter_map(fits).collect()
    }

    /// Explains by this number the mismatches that it explains, unless another number does as well.
    fn take(&mut self, id: usize, weight: Weight) {
        let size = |i: &usize| {
            let finding = &self.findings[self.equations.all[*i].finding];
            finding.stated.len() + finding.terms.len()
        };
        let Some(smallest) = self.mended(id, weight.change).into_iter().min_by_key(size) else { return };
        if weight.mended == 1 && self.undecided.contains(&smallest) {
            return;
        }
        // A number that explains the same is in each of these equations, and so in the smallest.
        let rivals = self.findings[self.equations.all[smallest].finding].places();
        let weighed = rivals.filter_map(|place| {
            let id = self.equations.id(place)?;
            Some((id, place, self.weigh(id).filter(|other| other.score >= weight.score)?))
        });
        let mut weighed: Vec<_> = weighed.take(MAX_RIVALS + 1).collect();
        weighed.dedup_by_key(|(id, ..)| *id);
        if weighed.len() > MAX_RIVALS {
            weighed.clear();
        }
        let mut likely: Vec<_> = weighed
            .into_iter()
            .filter_map(|(id, place, weight)| {
                let (weight, suspect) = self.suspect(place, weight)?;
                Some((id, weight, suspect))
            })
            .collect();
        self.keep_likeliest(&mut likely);
        match likely[..] {
            [(id, weight, suspect)] => self.explain(id, weight, Some(suspect)),
            _ if weight.mended > 1 => self.explain(id, weight, None),
            // In a single cross-check nothing tells which of its numbers is wrong.
            _ => {
                self.undecided.insert(smallest);
            }
        }
    }

    /// Of several numbers that explain equally much, keeps those that resolve the most shares and rates, too, and of
    /// these the ones that look like a known typing error.
    fn keep_likeliest(&self, likely: &mut Vec<(usize, Weight, Suspect)>) {
        if likely.len() > 1 {
            let ratios = |(_, weight, suspect): &(usize, Weight, Suspect)| {
                self.ratios_mended(suspect.place, weight.change).len()
            };
            let most = likely.iter().map(ratios).max();
            likely.retain(|one| Some(ratios(one)) == most);
        }
        if likely.len() > 1 && likely.iter().any(|(.., suspect)| suspect.slip.is_some()) {
            likely.retain(|(.., suspect)| suspect.slip.is_some());
        }
    }

    /// Records a cause, and goes on as if the number were corrected.
    fn explain(&mut self, id: usize, weight: Weight, suspect: Option<Suspect>) {
        let place = self.equations.places[id];
        let mended = self.mended(id, weight.change);
        let mends = mended.iter().filter(|i| self.equations.all[**i].is_whole).count();
        // The cross-check that compares the number with the fewest others tells the cause best.
        let clear = |i: &&usize| {
            let finding = &self.findings[self.equations.all[**i].finding];
            (finding.stated != [place], finding.terms.len() + finding.stated.len())
        };
        let Some(lead) = mended.iter().min_by_key(clear).copied() else { return };
        let others = mended.iter().filter(|i| **i != lead);
        let mut followers: Vec<_> = others.map(|i| self.equations.all[*i].finding).collect();
        let parts = self.equations.parts(id).to_vec();
        for (i, is_stated) in parts {
            let equation = &mut self.equations.all[i];
            if equation.is_open {
                equation.difference += if is_stated { weight.change } else { -weight.change };
                equation.is_open = !mended.contains(&i);
                equation.is_whole = false;
            }
        }
        let lead = self.equations.all[lead].finding;
        let suspect = suspect.map(|suspect| {
            let ratios = self.ratios_mended(place, weight.change);
            followers.extend(&ratios);
            Suspect { mends: mends + ratios.len(), ..suspect }
        });
        self.note(Group { lead, followers, common: CauseKind::Number, suspect });
    }

    fn note(&mut self, group: Group) {
        group.followers.iter().chain([&group.lead]).for_each(|i| self.open[*i] = false);
        self.groups.push(group);
    }
}
