//! Checks the form of a document: tables that are missing or wrongly empty, totals and other lines that are not
//! printed, codes, repeated lines, negative amounts.

mod codes;
mod left_out;
mod lines;
mod numbering;
mod tables;
mod totals;

use super::checker::Checker;
pub use lines::is_taken_back;

/// Applies every rule about the document's form.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    tables::check(checker);
    numbering::check(checker);
    totals::check(checker);
    left_out::check(checker);
    lines::check(checker);
}
