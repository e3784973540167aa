//! The document's form: tables that are missing or wrongly empty, totals that are not printed, codes, lines that stand
//! twice, negative amounts, a table in the wrong unit.

mod codes;
mod lines;
mod numbering;
mod tables;
mod totals;
mod unit;

use super::ties::Ties;

/// Every rule of the document's form. To be applied last: whether a unit is off shows in what other rules found.
pub fn check(ties: &mut Ties) {
    tables::check(ties);
    numbering::check(ties);
    totals::check(ties);
    lines::check(ties);
    unit::check(ties);
}
