//! A figure's numbers as a table.

use super::Entry;
use crate::budget::Place;
use crate::locale::{Locale, places};
use crate::money::Money;

/// A table: one heading a column, then rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The rows of headings that span several columns, the outermost first; in each row every heading with its number
    /// of columns. Empty if no column has such a heading.
    pub groups: Vec<Vec<(String, usize)>>,
    /// The headings.
    pub head: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Row>,
}

impl Grid {
    /// A table with these headings.
    pub fn new<const COLUMNS: usize>(head: [&str; COLUMNS], rows: Vec<Row>) -> Self {
        Grid { groups: Vec::new(), head: head.map(String::from).into(), rows }
    }
}

impl Grid {
    /// The most decimal places that an amount of a column has: all of the column are shown with as many.
    pub fn places(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| cell.is_money);
        cells.map(|cell| places(&cell.text)).max().unwrap_or(0)
    }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its cells, the first of which names it.
    pub cells: Vec<Cell>,
    /// Whether it is a sum of others.
    pub sum: bool,
    /// How deep it stands under others; 0 or 1 for the outermost.
    pub level: u8,
    /// The line of an official table that the row shows, if it does. Then links to printed numbers lead to its cells.
    pub at: Option<Place>,
}

impl Row {
    /// A row of these cells.
    pub fn of(cells: impl Into<Vec<Cell>>) -> Self {
        Row { cells: cells.into(), ..Row::default() }
    }

    /// The same row as a sum of others.
    #[must_use]
    pub fn sum(self) -> Self {
        Row { sum: true, ..self }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text of the cell.
    pub text: String,
    /// Whether the cell has words, which start on the left, and not a number.
    pub words: bool,
    /// Whether the cell is an amount of money: those of a column are shown with the same number of decimal places.
    pub is_money: bool,
    /// Where its number is printed, if it is printed.
    pub at: Option<Place>,
}

impl Cell {
    /// A cell with a number that no table prints, or with the name of a row.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A cell with words.
    pub fn words(text: impl Into<String>) -> Self {
        Cell { words: true, ..Cell::text(text) }
    }

    /// The amount of an entry, with every digit.
    pub fn amount(entry: &Entry) -> Self {
        let text = entry.exact.as_ref().unwrap_or(&entry.amount);
        Cell { at: entry.at, is_money: entry.money.is_some(), ..Cell::text(text) }
    }

    /// The amount of an entry, with every digit; a dash where its document does not print one.
    pub fn stated(entry: &Entry, locale: Locale) -> Self {
        if entry.money.is_some() { Cell::amount(entry) } else { Cell::money(None, locale) }
    }

    /// An amount with every digit, or a dash.
    pub fn money(money: Option<Money>, locale: Locale) -> Self {
        let text = money.map_or_else(|| "—".into(), |money| locale.exact_number(money));
        Cell { is_money: money.is_some(), ..Cell::text(text) }
    }

    /// The share of an entry.
    pub fn share(entry: &Entry) -> Self {
        Cell::text(entry.share.map_or_else(|| "—".into(), |share| share.to_string()))
    }

    /// A change that the document states, if it states one.
    pub fn change(change: Option<Money>, locale: Locale) -> Self {
        let text = change.map_or_else(|| "—".into(), |change| locale.exact_change(change));
        Cell { is_money: change.is_some(), ..Cell::text(text) }
    }
}
