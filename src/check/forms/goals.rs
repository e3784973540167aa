//! A goal is the project's own, not copied from another's form.

use std::collections::BTreeMap;

use crate::budget::{FormTerm, Place, is_punctuation};
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Two characters that stand together: the least that means something in Chinese.
type Pair = (char, char);

/// As many pairs of another project's name, and of no part of its own, as show whose goal it is.
const TELLING: usize = 2;

/// As many projects as are looked at for one pair: what more share tells none of them from the others.
const MOST_HOLDERS: usize = 64;

/// Looks at each form's goals: whether they speak of another project and not of their own.
#[inline(never)]
pub fn check(ties: &mut Ties) {
    let budget = ties.budget;
    let names: Vec<Vec<Pair>> = budget.projects.iter().map(|project| sorted(pairs(&project.name))).collect();
    let mut holders: BTreeMap<Pair, Vec<usize>> = BTreeMap::new();
    for (project, pairs) in names.iter().enumerate() {
        for pair in pairs {
            holders.entry(*pair).or_default().push(project);
        }
    }
    let goal = |goal: &Option<String>| goal.iter().flat_map(|goal| pairs(goal)).collect::<Vec<_>>();
    for (i, project) in budget.projects.iter().enumerate() {
        let Some(form) = &project.form else { continue };
        let (period, annual) = (goal(&form.goal_period), goal(&form.goal_annual));
        // The other goal of the form shows that it is about its own project.
        for (term, own, beside) in [(FormTerm::Period, &period, &annual), (FormTerm::Annual, &annual, &period)] {
            if own.is_empty() {
                continue;
            }
            let copied = copied(i, own, beside, &names, &holders);
            let verdict = if copied.is_some() { Verdict::Mismatch } else { Verdict::Holds };
            ties.found(Rule::FormGoal, verdict, &[Place::Goal(i, term)], copied.map(Why::CopiedFrom));
        }
    }
}

/// The project that a goal speaks of in words of its name which are not its own project's, while it has none of
/// those that its own project's name does not share, and the form's other goal has some.
fn copied(
    own: usize,
    goal: &[Pair],
    beside: &[Pair],
    names: &[Vec<Pair>],
    holders: &BTreeMap<Pair, Vec<usize>>,
) -> Option<usize> {
    let mut hits: BTreeMap<usize, usize> = BTreeMap::new();
    let foreign = goal.iter().filter(|pair| names[own].binary_search(pair).is_err());
    let held: BTreeMap<&Pair, &Vec<usize>> = foreign.filter_map(|pair| Some((pair, holders.get(pair)?))).collect();
    for project in held.into_values().flat_map(|projects| projects.iter().take(MOST_HOLDERS)) {
        *hits.entry(*project).or_default() += 1;
    }
    let (other, hits) = hits.into_iter().max_by_key(|(project, hits)| (*hits, std::cmp::Reverse(*project)))?;
    let only_own = |pair: &Pair| names[own].binary_search(pair).is_ok() && names[other].binary_search(pair).is_err();
    let is_foreign = hits >= TELLING && !goal.iter().any(only_own);
    (is_foreign && beside.iter().any(only_own)).then_some(other)
}

/// The pairs of Chinese characters of a text, as they follow each other.
fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    let mut before = None;
    let letters = text.chars().filter(|c| !is_punctuation(*c));
    let pairs = letters.filter_map(move |letter| Some((before.replace(letter)?, letter)));
    pairs.filter(|(a, b): &Pair| !a.is_ascii() && !b.is_ascii())
}

/// Each once, in order.
fn sorted(pairs: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
