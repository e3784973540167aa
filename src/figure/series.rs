//! Some columns of a table side by side, line by line: what figures of several series share.

use super::classes::shared;
use super::entry::Entry;
use super::grid::{Cell, Row};
use crate::budget::{Line, Table};
use crate::words::Words;

/// One of the series: its column's id, and what it is called behind a line's name.
pub type Series<'b> = (&'b str, &'b str);

/// One line's parts, of `whole`; their shares are of the line.
pub fn parts(table: &Table, line: &Line, whole: &Entry, series: &[Series], words: Words) -> Vec<Entry> {
    let part = |(series, &(id, kind)): (usize, &Series)| {
        let cell = Entry::of_cell(table, line, id, words);
        let name = whole.short.clone() + " · " + kind;
        Entry { name, note: None, series, legend: series, share_of: Some(whole.short.clone()), ..cell }
    };
    let mut parts: Vec<_> = series.iter().enumerate().map(part).collect();
    shared(&mut parts, whole.money, words);
    parts
}

/// The line's row: its name, the whole, its parts.
pub fn row(name: &str, whole: &Entry, parts: &[Entry]) -> Row {
    let amounts = parts.iter().map(Cell::amount);
    Row::of([Cell::text(name), Cell::amount(whole)].into_iter().chain(amounts).collect::<Vec<_>>())
}
