//! Checks the form of a document: tables that are missing or wrongly empty, totals and other lines that are not
//! printed, codes, repeated lines, negative amounts.

mod codes;
mod left_out;
mod lines;
mod numbering;
mod tables;
mod totals;

use super::checker::Checker;
use super::finding::{Reason, Verdict};
use super::rule::Rule;
use crate::budget::Place;
pub use lines::is_taken_back;

/// A finding in a table: the rule, the verdict, the places, the reason.
type TableFinding = (Rule, Verdict, Vec<Place>, Option<Reason>);

/// Applies every rule about the document's form.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    tables::check(checker);
    numbering::check(checker);
    totals::check(checker);
    left_out::check(checker);
    lines::check(checker);
}
