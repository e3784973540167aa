//! The department's economic classification against the government's: the same money, told twice.
//!
//! The ministry's table of both (支出经济分类科目对照) gives each class of the one its classes of the other. Staff and goods
//! of administrative bodies are classes of their own there, and those of institutions one class together, so that only
//! groups of classes agree.

use super::series::{Codes, Series, lines_of};
use crate::budget::Place;
use crate::check::checker::{Checker, Sum};
use crate::check::rule::Rule;
use crate::check::within::{Sure, choose};

/// The department's classes, and the government's that are the same money.
const GROUPS: [(&[&str], &[&str]); 4] = [
    (&["301", "302"], &["501", "502", "505"]),
    (&["303"], &["509"]),
    (&["307"], &["511"]),
    (&["309", "310"], &["503", "504", "506"]),
];

/// Holds the two classifications of one column against each other, where its lines have codes of both.
#[inline(never)]
pub fn check(checker: &mut Checker, placed: &[Series]) {
    let wanted: Vec<Sum> = placed.iter().flat_map(|series| groups(checker, series, series)).collect();
    for Sum { stated, terms } in wanted {
        checker.sum(Rule::ItemGovernment, &stated, &terms);
    }
}

/// The groups of one money by both classifications, each printed in one of two columns; none where most disagree, for then
/// they are not of the same.
pub fn groups(checker: &Checker, one: &Series, other: &Series) -> Vec<Sum> {
    let is_plain = |series: &Series| series.is_coded && series.block.is_none();
    let pair = |one, other| coded(checker, one, '3').zip(coded(checker, other, '5'));
    let Some((items, governments)) = pair(one, other).or_else(|| pair(other, one)) else { return Vec::new() };
    let sums = sums(checker, items, governments);
    let are_same = || choose(checker, std::slice::from_ref(&sums), Sure::Usual).is_some();
    if is_plain(one) && is_plain(other) && are_same() { sums } else { Vec::new() }
}

/// A column with the codes of its table's lines that begin with this digit.
fn coded<'s, 'b>(checker: &'s Checker<'b>, series: &'s Series, kind: char) -> Option<Coded<'s, 'b>> {
    let classes = &checker.indexed_tables[series.indexed].classes;
    classes.iter().find(|(own, _)| *own == kind).map(|(_, codes)| (series, codes))
}

type Coded<'s, 'b> = (&'s Series, &'s Codes<'b>);

/// The groups that either table prints something of.
fn sums(checker: &Checker, own: Coded, other: Coded) -> Vec<Sum> {
    let cells = |(series, codes): Coded, classes: &[&str]| -> Vec<Place> {
        let indexed = &checker.indexed_tables[series.indexed];
        let lines = classes.iter().flat_map(|class| lines_of(indexed, codes, class));
        lines.map(|line| Place::Cell(series.indexed, line, series.column)).collect()
    };
    let groups = GROUPS
        .iter()
        .map(|(classes, governments)| Sum { stated: cells(other, governments), terms: cells(own, classes) });
    // A line with a code of each holds nothing: both sides are its own amount.
    let apart = |Sum { mut stated, mut terms }: Sum| {
        let both: Vec<Place> = stated.iter().copied().filter(|place| terms.contains(place)).collect();
        stated.retain(|place| !both.contains(place));
        terms.retain(|place| !both.contains(place));
        Sum { stated, terms }
    };
    groups.map(apart).filter(|sum| !sum.stated.is_empty() && !sum.terms.is_empty()).collect()
}
