//! The figure of the checks, and its placeholder until the numbers are checked: does this budget add up?
//!
//! The figure itself is in [`report_figure`]. In the browser checking a long document takes time.

mod finding;
mod kinds;
mod finding_address;
mod finding_list;
mod table_pairs;
pub mod marks;
mod uncovered_and_rules;
mod tally;
pub mod report_figure;
mod filter;

pub use finding_address::locate;

use super::Figure;
use crate::locale::Locale;

/// A placeholder that says that the numbers are being checked.
pub fn checking(locale: Locale) -> Figure {
    Figure { answer: locale.tr("正在核对……", "Checking …").into(), ..report_figure::QUESTION.figure(locale) }
}
