//! Does this budget add up, and does its text say what its tables say?
//!
//! Each rule makes *cross-checks* (勾稽关系): of a printed number with others that it has to agree with. A cross-check
//! *holds*, has a *rounding difference* (尾差), is a *mismatch*, or *cannot be done*; see [`Verdict`]. The arithmetic
//! is exact ([`rounded`]): the tolerance for rounding is computed from the printed decimal places, never chosen.
//!
//! There is a folder for each category of rules: `between` tables, `within` a table, `narrative`, `forms`, `document`.
//! They find tables by their kind, columns by their id and lines by their code or key, never by position, so that any
//! template is checked as far as it goes. What they find is in no language ([`Finding`]); [`sentence()`] puts it into
//! words. What several findings come from is their [`Cause`].
//!
//! The functions of the rules are not inlined: each is called once, so that they would all become one, and the
//! optimizer for size takes more than ten minutes over a function of a hundred thousand bytes.

mod between;
mod cause;
mod checker;
mod checking;
mod codes;
mod cut_off;
mod decrease;
mod document;
mod family;
mod finding;
mod forms;
mod id;
mod indexed_table;
mod names;
mod narrative;
mod report;
mod rounded;
mod rule;
mod sentence;
mod totals;
mod within;
mod years;

pub use crate::budget::{Field, FormTerm, Measure, Place};
pub use cause::{Bias, Cause, CauseKind, Suspect, TypingError};
pub use checking::Checking;
pub use family::Family;
pub use finding::{Compared, Finding, Reason, Scaled, Verdict};
pub use id::{explained, explanation, ids};
pub use names::{Names, Path};
pub use report::Report;
pub use rule::{About, Rule};
pub use sentence::{followers, habit, headed, mend, sentence, sentence_of_project, subject};
pub use totals::tables;
pub use years::agree;

use crate::budget::Budget;

/// Applies every rule to the document.
pub fn check(budget: &Budget) -> Report {
    let tables = tables(budget);
    let mut checking = Checking::new(budget, &tables);
    while checking.step() {}
    checking.report()
}
