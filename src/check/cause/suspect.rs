//! The one number whose change would mend the most mismatches.
//!
//! A mismatch says by how much each of its numbers would have to change for it to agree. A number that is wrong is
//! wrong by the same amount wherever it is: of its ties those that do not hold are mended by one change, and there are
//! none that hold. So each number is weighed by how many of its mismatches one change mends, less the ties that hold
//! now and would then not; the one that weighs most explains what it mends, and the rest is weighed again.

mod likely;
mod ratios;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::agreement::most_agree;
use super::equations::{Equations, is_ratio};
use super::{Common, Group, Suspect};
use crate::budget::Place;
use crate::check::checker::Checker;
use crate::check::finding::{Finding, Verdict};
use crate::money::sort_by;

/// As often as all is weighed anew, once what was found is mended: a tie may have two wrong numbers.
const ROUNDS: usize = 3;
/// As often as one number is weighed anew in a round, so that no document keeps its reader waiting.
const MOST_TRIES: u8 = 32;

/// Of more numbers that explain as much some look like a known slip by accident.
const MOST_RIVALS: usize = 40;

/// What changing a number by an amount would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Weight {
    /// The ties that it would mend, less those that it would break.
    score: i64,
    broken: usize,
    mended: usize,
    change: i128,
    /// Whether it only has to become less, by that at least.
    is_limit: bool,
}

/// Explains the mismatches that one number explains, and closes them.
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
    /// The shares and rates that each number is in, those that nothing explains and those that hold.
    ratios: BTreeMap<Place, Vec<usize>>,
    /// The equations of which it is clear that nothing says which of their numbers is wrong.
    undecided: BTreeSet<usize>,
    groups: Vec<Group>,
}

impl Search<'_, '_> {
    /// The numbers of ties that do not hold although one of their numbers was mended.
    fn left(&self) -> Vec<usize> {
        let left = self.equations.all.iter().filter(|equation| equation.is_open && !equation.is_whole);
        let places = left.flat_map(|equation| self.findings[equation.finding].places());
        let mut ids: Vec<_> = places.filter_map(|place| self.equations.id(place)).collect();
        sort_by(&mut ids, Ord::cmp);
        ids.dedup();
        ids
    }

    /// Weighs these numbers, and takes the one that weighs most until none weighs anything.
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
            } else if tries[id] < MOST_TRIES {
                heap.push(key(id, weight));
            }
        }
    }

    /// What changing a number would do at best; `None` where it would break as much as it mends.
    fn weigh(&self, id: usize) -> Option<Weight> {
        let parts = self.equations.parts(id);
        let needed = |is_limit| {
            parts.iter().filter_map(move |(i, is_stated)| {
                let equation = &self.equations.all[*i];
                let change = if *is_stated { -equation.difference } else { equation.difference };
                (equation.is_open && equation.is_limit == is_limit).then_some((change, equation.max_rounding_error))
            })
        };
        // What must be no more than something says by how much it is wrong only where nothing else does.
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

    /// The open equations that a change mends.
    fn mended(&self, id: usize, change: i128) -> Vec<usize> {
        let fits = |(i, is_stated): &(usize, bool)| {
            let equation = &self.equations.all[*i];
            (equation.is_open && equation.fits(if *is_stated { change } else { -change })).then_some(*i)
        };
        self.equations.parts(id).iter().filter_map(fits).collect()
    }

    /// Explains by this number what it explains, unless another does as well.
    fn take(&mut self, id: usize, weight: Weight) {
        let size = |i: &usize| {
            let finding = &self.findings[self.equations.all[*i].finding];
            finding.stated.len() + finding.terms.len()
        };
        let Some(smallest) = self.mended(id, weight.change).into_iter().min_by_key(size) else { return };
        if weight.mended == 1 && self.undecided.contains(&smallest) {
            return;
        }
        // Who explains the same is in each of them, and so in the smallest.
        let rivals = self.findings[self.equations.all[smallest].finding].places();
        let weighed = rivals.filter_map(|place| {
            let id = self.equations.id(place)?;
            Some((id, place, self.weigh(id).filter(|other| other.score >= weight.score)?))
        });
        let mut weighed: Vec<_> = weighed.take(MOST_RIVALS + 1).collect();
        weighed.dedup_by_key(|(id, ..)| *id);
        if weighed.len() > MOST_RIVALS {
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
            // Which of the numbers of a single tie is wrong nothing says.
            _ => {
                self.undecided.insert(smallest);
            }
        }
    }

    /// Of several that explain as much: those that mend the most shares and rates, too, and of these those that look like
    /// a known slip.
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

    /// Notes a cause, and goes on as if the number were mended.
    fn explain(&mut self, id: usize, weight: Weight, suspect: Option<Suspect>) {
        let place = self.equations.places[id];
        let mended = self.mended(id, weight.change);
        let mends = mended.iter().filter(|i| self.equations.all[**i].is_whole).count();
        // The tie in which the number is held against the fewest others tells it best.
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
        self.note(Group { lead, followers, common: Common::Number, suspect });
    }

    fn note(&mut self, group: Group) {
        group.followers.iter().chain([&group.lead]).for_each(|i| self.open[*i] = false);
        self.groups.push(group);
    }
}
