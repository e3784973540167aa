//! The items of a table: those that are not broken down further, and the largest of many.

use super::classes::by_total;
use super::entry::Entry;
use super::total::sum;
use crate::budget::{Line, Role, Table};
use crate::locale::Locale;

/// The items that are not broken down further: 购置 and 运行, not their sum.
pub fn leaves(table: &Table) -> impl Iterator<Item = &Line> {
    let items = table.lines.iter().filter(|line| line.role == Role::Item);
    items
        .clone()
        .zip(items.map(Line::level).skip(1).chain([0]))
        .filter(|(line, next)| *next <= line.level())
        .map(|(line, _)| line)
}

/// Splits `lines` by size into those listed and the rest, so that with one entry for the rest there are at most `most`.
pub fn largest<'b>(table: &Table, lines: &[&'b Line], most: usize) -> (Vec<&'b Line>, Vec<&'b Line>) {
    let listed = if lines.len() > most { most - 1 } else { lines.len() };
    let mut order = by_total(table, lines);
    let largest = order.by_ref().take(listed).collect();
    (largest, order.collect())
}

/// One entry for all lines of `rest`: their sum, which no table prints.
pub fn rest(table: &Table, column: &str, rest: &[&Line], locale: Locale) -> Entry {
    let count = rest.len().to_string();
    let name = locale.format("其余 {0} 项（本页相加）", "{0} more (added by this page)", &[&count]);
    Entry::ours(&name, sum(table, column, rest), locale)
}

/// A note that a table lists only the first or largest of `all` items, if it does.
pub fn listed(most: usize, all: usize, locale: Locale) -> Option<String> {
    let (zh, en) = ("数据表列出前 {0} 项，原表共 {1} 项。", "The table lists the first {0} of {1} lines.");
    (all > most).then(|| locale.format(zh, en, &[&most.to_string(), &all.to_string()]))
}

/// Whether an entry can be drawn: neither blank nor zero nor negative.
pub fn is_positive(entry: &Entry) -> bool {
    entry.money.is_some_and(|money| !money.is_zero() && !money.is_negative())
}

/// Whether an entry is neither blank nor zero.
pub fn is_nonzero(entry: &Entry) -> bool {
    entry.money.is_some_and(|money| !money.is_zero())
}
