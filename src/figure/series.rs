//! Series of a figure, each a column of a table: the colours, entries and rows that such figures share.

use super::classes::shared;
use super::entry::Entry;
use super::grid::{Cell, Row};
use crate::budget::{Line, Table, column};
use crate::locale::Locale;

/// One of the series: its column's id, and its name to follow a line's name.
pub type Series<'b> = (&'b str, &'b str);

/// The colour of a part by its column, so that a colour means the same on the whole page; other columns by their place.
pub fn colour(id: &str, place: usize) -> usize {
    const OTHERS: [usize; 3] = [0, 5, 6];
    match id {
        column::BASIC => 3,
        column::PROJECT => 4,
        column::PERSONNEL => 2,
        column::OPERATING => 1,
        _ => OTHERS[place % OTHERS.len()],
    }
}

/// The entries of one line's parts, with their shares of the line's amount, `whole`.
pub fn parts(table: &Table, line: &Line, whole: &Entry, series: &[Series], locale: Locale) -> Vec<Entry> {
    let part = |(series, &(id, kind)): (usize, &Series)| {
        let cell = Entry::of_cell(table, line, id, locale);
        let name = whole.short.clone() + " · " + kind;
        Entry {
            name,
            note: None,
            series: colour(id, series),
            legend: series,
            share_of: Some(whole.short.clone()),
            ..cell
        }
    };
    let mut parts: Vec<_> = series.iter().enumerate().map(part).collect();
    shared(&mut parts, whole.money, locale);
    parts
}

/// The table row of a line: its name, the whole, its parts.
pub fn row(name: &str, whole: &Entry, parts: &[Entry]) -> Row {
    let amounts = parts.iter().map(Cell::amount);
    Row::of([Cell::text(name), Cell::amount(whole)].into_iter().chain(amounts).collect::<Vec<_>>())
}
