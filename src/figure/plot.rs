//! What a figure's chart shows: which entries, in which general form. How it looks is `chart`'s.

use super::EntryId;
use crate::money::Money;

/// A chart's form, with the entries that it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Plot {
    /// One whole in parts, largest first; what is too small to see is magnified.
    Lens(Vec<EntryId>),
    /// Bars of two or more parts, all to one scale; the first is the whole.
    Stacks(Vec<Stack>),
    /// One bar an entry, with last year's as an outline behind it.
    Bars(Vec<Bar>),
}

/// One bar of several parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// What the whole bar is.
    pub label: String,
    /// The whole bar's amount as the reader sees it.
    pub amount: String,
    /// Its parts, in the order of the series.
    pub parts: Vec<EntryId>,
}

/// One bar, and last year's.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// This year's.
    pub entry: EntryId,
    /// Last year's amount.
    pub last: Option<Money>,
    /// The change on last year as the reader sees it.
    pub change: String,
}
