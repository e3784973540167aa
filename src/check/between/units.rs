//! Cross-checks of tables each of which is of one of the department's units, so that only together they are of all.

use super::Money;
use super::pairs::ways;
use super::series::Series;
use crate::budget::Place;
use crate::check::checker::{Checker, Sum};
use crate::check::finding::Reason;
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;

/// The other tables of the same kind and with the same columns: each may be of one of the department's units.
fn alike(checker: &Checker, index: usize) -> Vec<usize> {
    let indexed = &checker.indexed_tables[index];
    let is_alike = |other: &&IndexedTable| {
        other.index != index && other.table.kind == indexed.table.kind && other.columns == indexed.columns
    };
    checker.indexed_tables.iter().filter(is_alike).map(|other| other.index).collect()
}

/// Whether most of the sums to be checked for a table do not hold.
pub fn is_off(checker: &Checker, sums: &[(Rule, Sum)]) -> bool {
    let is_told = |sum: &Sum| sum.stated.iter().chain(&sum.terms).any(|place| checker.is_nonzero(*place));
    let told: Vec<_> = sums.iter().filter(|(_, sum)| is_told(sum)).collect();
    let misses = told.iter().filter(|(_, sum)| !checker.fits(&sum.stated, &sum.terms)).count();
    misses * 2 > told.len()
}

/// Cross-checks tables that are each of a part with the others together, in the reading in which they come to the
/// whole. Returns whether there are such tables; where they come to nothing printed elsewhere, that is recorded.
pub fn together(checker: &mut Checker, money: Money, placed: &[Series], first: usize) -> bool {
    let others = alike(checker, first);
    let is_own = |place: &Place| place.table().is_some_and(|table| table == first || others.contains(&table));
    let outside = |sum: &Sum| -> Vec<Place> {
        sum.stated.iter().chain(&sum.terms).copied().filter(|place| !is_own(place)).collect()
    };
    let own = ways(checker, money, placed, first);
    let Some(rule) = own.iter().flat_map(|(_, sums)| sums).map(|(rule, _)| *rule).next().filter(|_| !others.is_empty())
    else {
        return false;
    };
    let mut all: Vec<Vec<(Rule, Sum)>> = own.into_iter().map(|(_, sums)| sums).collect();
    for other in &others {
        // Tables of one kind with the same columns have the same readings.
        for (sums, (_, more)) in all.iter_mut().zip(ways(checker, money, placed, *other)) {
            for (rule, more) in more {
                let against = outside(&more);
                if let Some((_, sum)) = sums.iter_mut().find(|(own, sum)| *own == rule && outside(sum) == against) {
                    sum.stated.extend(more.stated.into_iter().filter(is_own));
                    sum.terms.extend(more.terms.into_iter().filter(is_own));
                }
            }
        }
    }
    match all.into_iter().find(|sums| !sums.is_empty() && !is_off(checker, sums)) {
        Some(sums) => {
            for (rule, sum) in sums {
                checker.hold(rule, sum);
            }
        }
        None => checker.unchecked(rule, &[Place::Table(first)], &[], Reason::OneOfSeveral),
    }
    true
}
