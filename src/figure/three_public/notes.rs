//! What a reader should know beside the three public expenses: what is derived, and the reasons of changes.

use super::{MOST_BARS, MOST_ROWS, item};
use crate::budget::{Budget, Role, Table};
use crate::figure::Entry;
use crate::figure::items::{leaves, listed};
use crate::figure::last_year::{explained, last_year, outlines, prints_last};
use crate::words::Words;

/// All that there is to say.
pub fn notes(budget: &Budget, table: &Table, entries: &[Entry], words: Words) -> Vec<String> {
    let mut notes = Vec::new();
    if entries.iter().any(|entry| last_year(entry).is_some()) {
        notes.push(outlines(budget, !prints_last(table), words));
    }
    let told = |line| explained(budget, line, &item(budget, table, line, words), words);
    let changes: Vec<_> = leaves(table).take(MOST_BARS).filter_map(told).collect();
    if !changes.is_empty() {
        let list = changes.join(words.pick("；", "; "));
        notes.push(words.say("与上年相比：{0}。", "Against last year: {0}.", &[&list]));
    }
    let rows = table.lines.iter().filter(|line| line.role == Role::Item).count();
    notes.extend(listed(MOST_ROWS, rows, words));
    notes
}
