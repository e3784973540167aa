//! A figure's numbers as a table.

use super::{Entry, Trace};
use crate::money::Money;
use crate::words::Words;

/// A table: one heading a column, then rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The headings.
    pub head: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where its number is printed, if it is printed.
    pub trace: Option<Trace>,
}

impl Cell {
    /// Words, or a number of ours.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), trace: None }
    }

    /// The amount of an entry.
    pub fn amount(entry: &Entry) -> Self {
        Cell { text: entry.amount.clone(), trace: entry.trace.clone() }
    }

    /// The share of an entry.
    pub fn share(entry: &Entry) -> Self {
        Cell::text(entry.share.map_or_else(|| "—".into(), |share| share.to_string()))
    }

    /// A change that the document states, if it states one.
    pub fn change(change: Option<Money>, words: Words) -> Self {
        Cell::text(change.map_or_else(|| "—".into(), |change| words.change(change)))
    }
}
