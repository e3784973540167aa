//! Cross-checks of the tables of projects with project expenditure.

use super::Money;
use crate::budget::Place;
use crate::budget::{Kind, Role, column};
use crate::check::checker::Checker;
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;

/// The largest product of items and projects for which runs are searched: no published document comes near.
const MAX: usize = 1_000_000;

/// Cross-checks the projects of this year and those paid from carry-over, together, with project expenditure, and
/// searches for the projects of each item.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    let carried = checker.total(Kind::CarriedProjects, None, column::TOTAL).filter(|place| checker.is_nonzero(*place));
    if let (Some(own), Some(carried)) = (checker.total(Kind::Projects, None, column::TOTAL), carried)
        && let Some(term) = checker.total(Kind::Expenditure, None, column::PROJECT)
        && !money.is_left()
    {
        checker.sum(Rule::ProjectTotal, &[own, carried], &[term]);
    }
    of_items(checker);
}

/// Searches for the projects that an item's project expenditure is made of: a run of adjacent ones that adds up to it
/// exactly, if there is one only. The tables do not say which they are, so finding none is no mismatch.
fn of_items(checker: &mut Checker) {
    let (Some(functions), Some(projects)) =
        (checker.indexed_table(Kind::Expenditure), checker.indexed_table(Kind::Projects))
    else {
        return;
    };
    let leaves = leaves(functions).filter_map(|line| functions.cell(line, column::PROJECT));
    let leaves: Vec<_> = leaves.filter(|cell| checker.is_nonzero(*cell)).collect();
    let items = projects.table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item);
    let items: Vec<_> = items.filter_map(|(line, _)| projects.cell(line, column::TOTAL)).collect();
    if items.len().saturating_mul(leaves.len()) > MAX || leaves.len() < 2 {
        return;
    }
    let value = |place: &Place| checker.number(*place).map_or(0, |number| number.value);
    // The sums of the items before each one, and of all.
    let sums = items.iter().scan(0_i128, |sum, item| {
        *sum = sum.saturating_add(value(item));
        Some(*sum)
    });
    let sums: Vec<_> = [0].into_iter().chain(sums).collect();
    let mut found = Vec::new();
    for leaf in leaves {
        let runs = runs(&sums, value(&leaf));
        found.push((leaf, if let [(from, to)] = runs[..] { items[from..to].to_vec() } else { Vec::new() }));
    }
    for (leaf, run) in found {
        if run.is_empty() {
            checker.unchecked(Rule::ProjectItems, &[leaf], &[], Reason::NoCodes);
        } else {
            let verdict = checker.sum(Rule::ProjectItems, &[leaf], &run);
            debug_assert_eq!(verdict, Some(Verdict::Holds));
        }
    }
}

/// The lines of the codes under which no other code stands.
fn leaves<'s>(indexed: &'s IndexedTable) -> impl Iterator<Item = usize> + use<'s> {
    let coded: Vec<_> = indexed.coded().collect();
    (0..coded.len()).filter_map(move |i| {
        let (code, line) = coded[i];
        let is_parent = coded.get(i + 1).is_some_and(|(next, _)| next.len() > code.len() && next.starts_with(code));
        (!is_parent).then_some(line)
    })
}

/// The runs of values that add up to a whole, two at most: each from its first index to the one behind its last. `sums`
/// are the sums of the values before each one.
fn runs(sums: &[i128], whole: i128) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (to, sum) in sums.iter().enumerate().skip(1) {
        while from < to && sum - sums[from] > whole {
            from += 1;
        }
        if from < to && sum - sums[from] == whole {
            found.push((from, to));
        }
        if found.len() == 2 {
            break;
        }
    }
    found
}
