//! A Budget becomes figures: one file for each question that a citizen asks.
//!
//! A figure has its answer in one sentence, its entries with their numbers, what its chart shows,
//! its table and its source; canvas, table, SVG and prerendered page all come from it.
//!
//! To add one: write its file, and add its line to [`QUESTIONS`].

mod basic_project;
mod classes;
mod entry;
mod grid;
mod headline;
mod last_year;
mod plot;
mod source;
mod structure;
mod three_public;
mod total;

pub use entry::{Entry, EntryId, Trace};
pub use grid::{Cell, Grid};
pub use headline::{Fact, Headline, headline};
pub use plot::{Bar, Plot, Stack};

use crate::budget::Budget;
use crate::words::Words;

/// The answer to one question, ready to be drawn, listed, printed and traced.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name in the page and in URLs.
    pub id: &'static str,
    /// The question, in a few words.
    pub question: String,
    /// The answer: a full sentence with the numbers in it.
    pub answer: String,
    /// Everything in the figure that has a number and can be pointed at.
    pub entries: Vec<Entry>,
    /// The entries that the legend lists, in its order.
    pub legend: Vec<EntryId>,
    /// What the chart shows.
    pub plot: Plot,
    /// The same numbers as a table.
    pub grid: Grid,
    /// What a reader should know beside the numbers: reasons, how a number was derived.
    pub notes: Vec<String>,
    /// The official table, the unit and how shares are rounded.
    pub source: String,
}

/// A question, and how a budget answers it.
pub struct Question {
    /// The figure's id.
    pub id: &'static str,
    /// The figure, or `None` where the document does not hold what it needs.
    pub answer: fn(&Budget, Words) -> Option<Figure>,
    /// What the document lacks then, said where the figure would stand: in Chinese, in English.
    pub lacking: (&'static str, &'static str),
}

/// Every figure of the page, in its order.
pub const QUESTIONS: &[Question] = &[structure::QUESTION, basic_project::QUESTION, three_public::QUESTION];

/// Every figure that the budget has, in the page's order.
pub fn figures(budget: &Budget, words: Words) -> Vec<Figure> {
    QUESTIONS.iter().filter_map(|question| (question.answer)(budget, words)).collect()
}
