//! Some columns of a table side by side, line by line: what figures of several series share.

use super::classes::shared;
use super::entry::Entry;
use super::grid::{Cell, Row};
use crate::budget::{Line, Table, column};
use crate::locale::Locale;

/// One of the series: its column's id, and what it is called behind a line's name.
pub type Series<'b> = (&'b str, &'b str);

/// The colour of a part by what it is, so that it means the same on the whole page; of others by their place among the parts.
pub fn colour(id: &str, place: usize) -> usize {
    const OTHERS: [usize; 3] = [0, 4, 6];
    match id {
        column::BASIC => 3,
        column::PROJECT => 5,
        column::PERSONNEL => 2,
        column::OPERATING => 1,
        _ => OTHERS[place % OTHERS.len()],
    }
}

/// One line's parts, of `whole`; their shares are of the line.
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

/// The line's row: its name, the whole, its parts.
pub fn row(name: &str, whole: &Entry, parts: &[Entry]) -> Row {
    let amounts = parts.iter().map(Cell::amount);
    Row::of([Cell::text(name), Cell::amount(whole)].into_iter().chain(amounts).collect::<Vec<_>>())
}
