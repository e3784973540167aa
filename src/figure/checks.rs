//! Does this budget add up? What stands in the figure's place until the numbers are checked.
//!
//! The figure itself is [`told`]'s. In the browser that takes its time with a long document.

mod finding;
mod kinds;
mod listed;
mod map;
pub mod marks;
mod rest;
mod tally;
pub mod report_figure;
mod wanted;

pub use listed::locate;

use super::Figure;
use crate::locale::Locale;

/// Says that the numbers are being checked.
pub fn checking(locale: Locale) -> Figure {
    Figure { answer: locale.tr("正在核对……", "Checking …").into(), ..report_figure::QUESTION.figure(locale) }
}
