//! Checks that a form's goal is about its own project, and not copied from another's form.

use std::cmp::Reverse;

use crate::budget::{FormTerm, Place, is_punctuation};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::rule::Rule;
use crate::money::{sort, sort_by};

/// Two adjacent Chinese characters, the least that carries a meaning, as one number, which is the fastest to compare.
type Pair = u64;

/// How many pairs of another project's name, and not of its own, show that a goal is that project's.
const TELLING: usize = 2;

/// The most projects that are looked at for one pair: one that more of them share tells none from the others.
const MAX_HOLDERS: usize = 64;

/// Checks whether the goals of each form are about another project and not about their own.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let budget = checker.budget;
    let names: Vec<Vec<Pair>> = budget.projects.iter().map(|project| sorted(pairs(&project.name))).collect();
    let holders = names.iter().enumerate().flat_map(|(project, pairs)| pairs.iter().map(move |pair| (*pair, project)));
    let mut holders: Vec<(Pair, usize)> = holders.collect();
    sort_by(&mut holders, Ord::cmp);
    let goal = |goal: &Option<String>| goal.as_deref().map(|goal| sorted(pairs(goal))).unwrap_or_default();
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
            checker.found(Rule::FormGoal, verdict, &[Place::Goal(i, term)], copied.map(Reason::CopiedFrom));
        }
    }
}

/// The project whose name shares pairs with a goal that are not in the name of the goal's own project, where the goal
/// has none of the pairs that only its own project's name has, and the form's other goal has some.
fn copied(own: usize, goal: &[Pair], beside: &[Pair], names: &[Vec<Pair>], holders: &[(Pair, usize)]) -> Option<usize> {
    let foreign = goal.iter().filter(|pair| names[own].binary_search(pair).is_err());
    let mut hits: Vec<usize> = Vec::new();
    for pair in foreign {
        let from = holders.partition_point(|(other, _)| other < pair);
        let held = holders[from..].iter().take_while(|(other, _)| other == pair);
        hits.extend(held.take(MAX_HOLDERS).map(|(_, project)| *project));
    }
    sort_by(&mut hits, Ord::cmp);
    let counts = hits.chunk_by(|one, other| one == other).map(|alike| (alike.len(), Reverse(alike[0])));
    let (hits, Reverse(other)) = counts.max()?;
    let only_own = |pair: &Pair| names[own].binary_search(pair).is_ok() && names[other].binary_search(pair).is_err();
    let is_foreign = hits >= TELLING && !goal.iter().any(only_own);
    (is_foreign && beside.iter().any(only_own)).then_some(other)
}

/// The pairs of adjacent Chinese characters in a text, in their order.
fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    let mut before = None;
    let letters = text.chars().filter(|c| !is_punctuation(*c));
    let pairs = letters.filter_map(move |letter| Some((before.replace(letter)?, letter)));
    let chinese = pairs.filter(|(one, other): &(char, char)| !one.is_ascii() && !other.is_ascii());
    chinese.map(|(one, other)| u64::from(one) << 32 | u64::from(other))
}

/// The pairs sorted, each once.
fn sorted(pairs: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut pairs: Vec<_> = pairs.collect();
    sort(&mut pairs);
    pairs.dedup();
    pairs
}
