//! The figure of the checks, and its placeholder until the numbers are checked: does this budget add up?
//!
//! The figure itself is in [`report_figure`]. In the browser checking a long document takes time.

mod filter;
mod finding;
mod finding_address;
mod finding_list;
mod kinds;
pub mod marks;
pub mod report_figure;
mod table_pairs;
pub mod tally;
mod uncovered_and_rules;

pub use finding_address::locate;

use super::Figure;
use crate::locale::Locale;

/// A placeholder that says that the numbers are being checked.
pub fn checking(locale: Locale) -> Figure {
    Figure { answer: locale.tr("正在核对……", "Checking …").into(), ..report_figure::QUESTION.figure(locale) }
}
