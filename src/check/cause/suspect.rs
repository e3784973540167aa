//! The one number whose change would mend the most mismatches.
//!
//! A mismatch says by how much each of its numbers would have to change for it to agree. A number that is wrong is
//! wrong by the same amount wherever it is: of its ties those that do not hold are mended by one change, and there are
//! none that hold. So each number is weighed by how many of its mismatches one change mends, less the ties that hold
//! now and would then not; the one that weighs most explains what it mends, and the rest is weighed again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::agreement::most_agree;
use super::equations::{Equations, is_ratio, ratio_fits};
use super::{Common, Group, Slip, Suspect, slip};
use crate::budget::{Field, Place, Quantity};
use crate::check::finding::{Compared, Finding, Verdict};
use crate::check::number::Number;
use crate::check::ties::Ties;
use crate::money::{Amount, Money, sort_by};

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
}

/// Explains the mismatches that one number explains, and closes them.
#[inline(never)]
pub fn find(ties: &Ties, findings: &[Finding], open: &mut [bool]) -> Vec<Group> {
    let equations = Equations::of(ties, findings, open);
    let mut ratios: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    let is_told = |i: usize, finding: &Finding| open[i] || finding.verdict > Verdict::Mismatch;
    for (i, finding) in
        findings.iter().enumerate().filter(|(i, finding)| is_told(*i, finding) && is_ratio(finding, ties))
    {
        for place in finding.places().filter(|place| equations.id(*place).is_some()) {
            ratios.entry(place).or_default().push(i);
        }
    }
    let mut search = Search { ties, findings, open, equations, ratios, undecided: BTreeSet::new(), groups: Vec::new() };
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
    ties: &'t Ties<'b>,
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
        let needed = parts.iter().filter_map(|(i, is_stated)| {
            let equation = &self.equations.all[*i];
            let change = if *is_stated { -equation.difference } else { equation.difference };
            equation.is_open.then_some((change, equation.reach))
        });
        let (change, mended) = most_agree(needed)?;
        let is_broken = |(i, is_stated): &&(usize, bool)| {
            let equation = &self.equations.all[*i];
            !equation.is_open && !equation.fits(if *is_stated { change } else { -change })
        };
        let broken = parts.iter().filter(is_broken).count();
        let score = i64::try_from(mended).ok()? - i64::try_from(broken).ok()?;
        (score > 0).then_some(Weight { score, broken, mended, change })
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
        let suspects = weighed.into_iter().map(|(id, place, weight)| (id, weight, self.suspect(place, weight)));
        let mut likely: Vec<_> = suspects.filter(|(.., suspect)| suspect.is_some()).collect();
        if likely.len() > 1 && likely.iter().any(|(.., suspect)| suspect.is_some_and(|s| s.slip.is_some())) {
            likely.retain(|(.., suspect)| suspect.is_some_and(|s| s.slip.is_some()));
        }
        match likely[..] {
            [(id, weight, Some(suspect))] => self.explain(id, weight, Some(suspect)),
            _ if weight.mended > 1 => self.explain(id, weight, None),
            // Which of the numbers of a single tie is wrong nothing says.
            _ => {
                self.undecided.insert(smallest);
            }
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

    /// The shares and rates that agree once a number is changed.
    fn ratios_mended(&self, place: Place, change: i128) -> Vec<usize> {
        let own = self.ratios.get(&place).into_iter().flatten().copied().filter(|i| self.open[*i]);
        own.filter(|i| self.ratio_fits(*i, place, change) == Some(true)).collect()
    }

    /// Whether all shares and rates that hold would still do so once a number is changed.
    fn keeps_ratios(&self, place: Place, change: i128) -> bool {
        let holds = |i: &&usize| matches!(self.findings[**i].verdict, Verdict::Holds | Verdict::Rounding);
        let mut own = self.ratios.get(&place).into_iter().flatten().filter(holds);
        own.all(|i| self.ratio_fits(*i, place, change) != Some(false))
    }

    fn ratio_fits(&self, i: usize, place: Place, change: i128) -> Option<bool> {
        ratio_fits(&self.findings[i], self.ties, |other, number| match number.value.checked_add(change) {
            Some(value) if other == place => Number { value, ..number },
            _ => number,
        })
    }

    /// A share or rate is wrong itself where other ties speak for both numbers that it is reckoned of.
    fn wrong_ratios(&mut self) {
        let mut all: Vec<_> = self.ratios.values().flatten().copied().filter(|i| self.open[*i]).collect();
        sort_by(&mut all, Ord::cmp);
        all.dedup();
        for i in all {
            if let Some(suspect) = self.wrong_ratio(&self.findings[i]) {
                self.note(Group { lead: i, followers: Vec::new(), common: Common::Number, suspect: Some(suspect) });
            }
        }
    }

    fn wrong_ratio(&self, finding: &Finding) -> Option<Suspect> {
        let Compared { computed: Some(computed), measure, .. } = finding.compared? else { return None };
        let place = *finding.stated.first()?;
        let is_sure = finding.why.is_none() && finding.terms.iter().all(|term| self.equations.is_confirmed(*term));
        let exact = Money::new(computed, measure.unit()).millionths();
        let near = rounded(exact, self.ties.number(place)?.step);
        let likely = self.amount(place, near).filter(|_| is_sure)?;
        Some(Suspect { place, likely, mends: 1, slip: None })
    }

    /// A number as a suspect; `None` where its change would make no sense.
    fn suspect(&self, place: Place, weight: Weight) -> Option<Suspect> {
        let Some(printed) = self.ties.number(place) else {
            // One tie alone is no reason to miss a number where none is printed.
            let likely = self.amount(place, weight.change).filter(|_| weight.mended > 1)?;
            return Some(Suspect { place, likely, mends: weight.mended, slip: None });
        };
        let exact = printed.value.checked_add(weight.change)?;
        // Rounded to the places that are printed, if there are any, and where that leaves enough of it.
        let has_places = self.ties.printed(place).is_some_and(|(amount, _)| amount.places() > 0);
        let is_fine = !has_places || exact.abs() < 10 * printed.step;
        let near = if is_fine { exact } else { rounded(exact, printed.step) };
        let id = self.equations.id(place)?;
        let is_enough = self.mended(id, near - printed.value).len() >= weight.mended;
        let value = if is_enough { near } else { exact };
        let is_possible = value >= 0 || printed.value < 0 || may_be_negative(place, self.ties);
        if !is_possible || !self.keeps_ratios(place, weight.change) {
            return None;
        }
        let slip =
            if value == 0 { self.repeated(id, place, weight).map(Slip::Repeats) } else { slip::kind(printed, value) };
        Some(Suspect { place, likely: self.amount(place, value)?, mends: weight.mended, slip })
    }

    /// The number that a term repeats: the one that it is a part of.
    fn repeated(&self, id: usize, place: Place, weight: Weight) -> Option<Place> {
        let own = self.ties.number(place)?.value;
        let mended = self.mended(id, weight.change);
        let wholes = mended.iter().map(|i| &self.findings[self.equations.all[*i].finding].stated[..]);
        wholes
            .filter_map(|stated| if let [whole] = stated { Some(*whole) } else { None })
            .find(|whole| *whole != place && self.ties.number(*whole).is_some_and(|number| number.value == own))
    }

    /// So many millionths as an amount of what is printed, or would be, at a place.
    fn amount(&self, place: Place, millionths: i128) -> Option<Amount> {
        let (unit, places) = match (self.ties.printed(place), place) {
            (Some((amount, measure)), _) => (measure.unit(), amount.places()),
            (None, Place::Cell(table, ..)) => (self.ties.sheets[table].table.unit, self.ties.sheets[table].usual),
            _ => return None,
        };
        Amount::of_millionths(millionths, unit, places)
    }
}

/// Whether less than nothing may be printed at a place: changes are, and what is taken off.
fn may_be_negative(place: Place, ties: &Ties) -> bool {
    match place {
        Place::Cell(table, _, column) => ties.sheets[table].columns[column].quantity != Quantity::Amount,
        Place::Statement(.., field) => matches!(field, Field::Change | Field::Rate),
        _ => false,
    }
}

/// To whole steps; half of one is rounded away from nothing.
fn rounded(value: i128, step: i128) -> i128 {
    if step <= 1 { value } else { (value.abs() + step / 2) / step * step * value.signum() }
}
