//! Cross-checks of the department's economic classification with the government's, which sort the same money twice.
//!
//! The ministry's table of both (支出经济分类科目对照) gives for each class of the one its classes in the other. Staff
//! and goods of administrative bodies are classes of their own there, and those of institutions are one class together,
//! so that only groups of classes agree.

use std::collections::BTreeSet;

use super::series::{Series, lines_of};
use crate::budget::Place;
use crate::check::checker::{Checker, Sum};
use crate::check::codes::Codes;
use crate::check::rule::Rule;
use crate::check::within::{Certainty, choose};
use crate::money::insert_each;

/// Groups of the department's classes, each with the government's classes that are the same money.
const GROUPS: [(&[&str], &[&str]); 4] = [
    (&["301", "302"], &["501", "502", "505"]),
    (&["303"], &["509"]),
    (&["307"], &["511"]),
    (&["309", "310"], &["503", "504", "506"]),
];

/// Cross-checks the two classifications within each column whose lines have codes of both.
#[inline(never)]
pub fn check(checker: &mut Checker, placed: &[Series]) {
    let wanted: Vec<Sum> = placed.iter().flat_map(|series| groups(checker, series, series)).collect();
    for Sum { stated, terms } in wanted {
        checker.sum(Rule::ItemGovernment, &stated, &terms);
    }
}

/// The groups of classes of the same money by both classifications, each in one of two columns; none where most groups
/// disagree, for then the columns are not of the same money.
pub fn groups(checker: &Checker, one: &Series, other: &Series) -> Vec<Sum> {
    let is_plain = |series: &Series| series.is_coded && series.block.is_none();
    let pair = |one, other| coded(checker, one, '3').zip(coded(checker, other, '5'));
    let Some((items, governments)) = pair(one, other).or_else(|| pair(other, one)) else { return Vec::new() };
    let sums = sums(checker, items, governments);
    let are_same = || choose(checker, std::slice::from_ref(&sums), Certainty::Usual).is_some();
    if is_plain(one) && is_plain(other) && are_same() { sums } else { Vec::new() }
}

/// A column, with the codes of its table's lines that begin with this digit.
fn coded<'s, 'b>(checker: &'s Checker<'b>, series: &'s Series, kind: char) -> Option<Coded<'s, 'b>> {
    let classes = &checker.indexed_tables[series.indexed].classes;
    classes.iter().find(|(own, _)| *own == kind).map(|(_, codes)| (series, codes))
}

type Coded<'s, 'b> = (&'s Series, &'s Codes<'b>);

/// The groups that both columns have lines of.
fn sums(checker: &Checker, own: Coded, other: Coded) -> Vec<Sum> {
    let cells = |(series, codes): Coded, classes: &[&str]| -> Vec<Place> {
        let indexed = &checker.indexed_tables[series.indexed];
        let lines = classes.iter().flat_map(|class| lines_of(indexed, codes, class));
        lines.map(|line| Place::Cell(series.indexed, line, series.column)).collect()
    };
    let groups = GROUPS
        .iter()
        .map(|(classes, governments)| Sum { stated: cells(other, governments), terms: cells(own, classes) });
    // A line with codes of both checks nothing: both sides would be its own amount.
    let apart = |Sum { mut stated, mut terms }: Sum| {
        let [ours, theirs] = [&terms, &stated].map(|places| insert_each::<BTreeSet<Place>, _>(places.iter().copied()));
        stated.retain(|place| !ours.contains(place));
        terms.retain(|place| !theirs.contains(place));
        Sum { stated, terms }
    };
    groups.map(apart).filter(|sum| !sum.stated.is_empty() && !sum.terms.is_empty()).collect()
}
