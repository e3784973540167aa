//! Takes the numbers and pages of tables from the table of contents: `表一2026年预算收支总表……3`.
//!
//! Templates print a table's number in its corner, in the contents, or in both by different words; of copied text the corner
//! is often lost. One document calls its tables one way.

use std::collections::HashMap;

use super::join_pages::Found;
use super::lines::page;
use super::title::number;

/// Numbers the tables as the contents do, where these number any table that has no number of its own; and notes on which
/// page each begins, which only a PDF says by itself.
pub fn number_by_contents(tables: &mut [Found], lines: &[String]) {
    let mut entries: HashMap<&str, Entry> = HashMap::new();
    for (number, title) in lines.iter().filter_map(|line| number(line)) {
        let before_page = title.trim_end_matches(|c: char| c.is_ascii_digit());
        let page = &title[before_page.len()..];
        let title = before_page.trim_end_matches(['.', '…', '·', '-', '—']);
        let page = page.parse().ok().filter(|_| title.len() < before_page.len());
        // A title that is listed with several numbers tells none.
        let known = entries.entry(title).or_insert(Entry { number: Some(number), page });
        known.number = known.number.filter(|known| *known == number);
        known.page = page.or(known.page);
    }
    let of = |table: &Found| table.title.name.as_deref().and_then(|title| entries.get(title));
    let listed = |table: &Found| of(table)?.number.map(String::from);
    let is_by_contents = tables.iter().any(|table| table.title.number.is_none() && listed(table).is_some());
    for table in tables {
        table.page = page(&table.place).or(of(table).and_then(|entry| entry.page));
        if is_by_contents {
            table.title.number = listed(table).or(table.title.number.take());
        }
    }
}

/// What the contents say of a table.
struct Entry<'t> {
    number: Option<&'t str>,
    page: Option<u16>,
}
