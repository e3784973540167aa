//! Lets slips happen, one at a time, and sees what finds them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::thread;

use budget_lens::budget::Budget;
use budget_lens::check::{Finding, Names, Place, Reason, Report, Rule, Verdict, check};

use super::Slip;
use crate::findings::{place, told};

/// A slip that happened, and the rules that found it.
#[derive(Debug, Clone)]
pub struct Tried {
    pub slip: Slip,
    /// Where it happened, as text.
    pub place: String,
    /// The table or the list that it happened in.
    pub table: String,
    /// Whether any tie covers the place in the true document.
    pub covered: bool,
    /// The rules that called something a mismatch that they had not before; or, of a dropped line, that say more often
    /// than before that its table lacks one.
    pub found: BTreeSet<Rule>,
    /// Whether something is said not to be checkable that was checked before: a reader is not told that all is well.
    pub doubted: bool,
}

/// What became of many slips.
#[derive(Debug, Default)]
pub struct Recall(pub Vec<Tried>);

/// Lets each of the slips happen to the budget by itself.
pub fn recall(budget: &Budget, slips: &[Slip]) -> Recall {
    let true_report = check(budget);
    let uncovered: BTreeSet<_> = true_report.uncovered.iter().copied().collect();
    let [wrong, doubtful] =
        [Verdict::Mismatch, Verdict::Unchecked].map(|verdict| findings(&true_report, budget, verdict));
    let one = |slip: &Slip| {
        let mut slipped = budget.clone();
        slip.happen(&mut slipped).then(|| {
            let report = check(&slipped);
            let new = |verdict, before: &BTreeMap<String, Rule>| {
                let after = findings(&report, &slipped, verdict).into_iter();
                after.filter(|(text, _)| !before.contains_key(text)).map(|(_, rule)| rule).collect::<BTreeSet<_>>()
            };
            let doubted = !new(Verdict::Unchecked, &doubtful).is_empty();
            let mut found = new(Verdict::Mismatch, &wrong);
            if let Slip::Drop(table, _) = slip {
                let before = lacks(&true_report, *table);
                found.extend(
                    lacks(&report, *table)
                        .into_iter()
                        .filter(|(rule, count)| before.get(rule) < Some(count))
                        .map(|(rule, _)| rule),
                );
            }
            Tried { found, doubted, ..tried(*slip, budget, &uncovered) }
        })
    };
    let share = slips.len().div_ceil(thread::available_parallelism().map_or(1, usize::from)).max(1);
    let all = thread::scope(|scope| {
        let parts: Vec<_> = slips
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().filter_map(one).collect::<Vec<_>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    Recall(all)
}

/// The findings of this verdict, each by its rule, its places by name, and its numbers.
fn findings(report: &Report, budget: &Budget, verdict: Verdict) -> BTreeMap<String, Rule> {
    let names = Names::new(budget);
    let text = |finding: &Finding| {
        let places = finding.places().map(|at| place(at, &names));
        places.fold(told(finding, &names), |text, place| text + " " + &place)
    };
    let own = report.findings.iter().filter(|finding| finding.verdict == verdict);
    own.map(|finding| (text(finding), finding.rule)).collect()
}

/// How often each rule says, and accuses nobody, that a line of this table is missing.
fn lacks(report: &Report, table: usize) -> BTreeMap<Rule, usize> {
    let is_lack = |reason: Option<Reason>| {
        let lacks =
            [Reason::NoTotal, Reason::NoParent, Reason::OneSided, Reason::NoLine, Reason::NoParts, Reason::NoHeading];
        reason.is_some_and(|reason| lacks.contains(&reason))
    };
    let mut counts = BTreeMap::new();
    for finding in report.findings.iter().filter(|f| f.verdict == Verdict::Unchecked && is_lack(f.reason)) {
        if finding.places().any(|place| place.table() == Some(table)) {
            *counts.entry(finding.rule).or_default() += 1;
        }
    }
    counts
}

/// A slip that nothing has found yet.
fn tried(slip: Slip, budget: &Budget, uncovered: &BTreeSet<Place>) -> Tried {
    let (names, at) = (Names::new(budget), slip.place());
    let covered = match slip {
        Slip::Swap(one, other) => !uncovered.contains(&one) || !uncovered.contains(&other),
        _ => !uncovered.contains(&at),
    };
    let other = if let Slip::Swap(_, other) = slip { format!(" and {}", place(other, &names)) } else { String::new() };
    let place = place(at, &names) + &other;
    Tried { slip, place, table: names.ids(at).table, covered, found: BTreeSet::new(), doubted: false }
}

impl Recall {
    /// How many of those that fit happened, and how many of them were found.
    pub fn count(&self, fits: impl Fn(&Tried) -> bool) -> (usize, usize) {
        let all = self.0.iter().filter(|tried| fits(tried));
        all.fold((0, 0), |(happened, found), tried| (happened + 1, found + usize::from(!tried.found.is_empty())))
    }

    /// Those that no rule found although a tie covers the place.
    pub fn missed(&self) -> impl Iterator<Item = &Tried> {
        self.0.iter().filter(|tried| tried.covered && tried.found.is_empty())
    }

    /// For readers: a line for each of what `name` calls them, with the rules that found most.
    pub fn table(&self, name: impl Fn(&Tried) -> String) -> String {
        let mut names: Vec<String> = Vec::new();
        for tried in &self.0 {
            let name = name(tried);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut text = format!("\n{:<32} happened  found   %     by\n", "");
        for line in names {
            let own = |tried: &Tried| name(tried) == line;
            let (happened, found) = self.count(own);
            let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
            self.0.iter().filter(|tried| own(tried)).flat_map(|tried| &tried.found).for_each(|rule| {
                *rules.entry(*rule).or_default() += 1;
            });
            let mut rules: Vec<_> = rules.into_iter().collect();
            rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let rules: Vec<_> = rules.iter().map(|(rule, count)| format!("{} {count}", rule.about().id)).collect();
            let hundredths = found * 10_000 / happened.max(1);
            writeln!(
                text,
                "{line:<32} {happened:>8} {found:>6} {:>3}.{:02} {}",
                hundredths / 100,
                hundredths % 100,
                rules.join(", ")
            )
            .unwrap();
        }
        text
    }
}
