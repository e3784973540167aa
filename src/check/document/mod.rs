//! The document's form: tables that are missing or wrongly empty, totals and other lines that are not
//! printed, codes, lines that stand
//! twice, negative amounts.

mod codes;
mod left_out;
mod lines;
mod numbering;
mod tables;
mod totals;

use super::ties::Ties;
pub use lines::is_taken_back;

/// Every rule of the document's form.
#[inline(never)]
pub fn check(ties: &mut Ties) {
    tables::check(ties);
    numbering::check(ties);
    totals::check(ties);
    left_out::check(ties);
    lines::check(ties);
}
