//! The document's form: tables that are missing or wrongly empty, codes, lines that stand twice, negative amounts, a
//! table in the wrong unit.

mod lines;
mod tables;
mod unit;

use super::ties::Ties;

/// Every rule of the document's form. To be applied last: whether a unit is off shows in what other rules found.
pub fn check(ties: &mut Ties) {
    tables::check(ties);
    lines::check(ties);
    unit::check(ties);
}
