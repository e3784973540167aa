//! The list of contents, where it lists the tables: `表一2026年预算收支总表……3`.
//!
//! Templates print a table's number in its corner, in the contents, or in both by different words; of copied text the corner
//! is often lost. One document calls its tables one way.

use std::collections::HashMap;

use super::lines::page;
use super::stitch::Found;
use super::title::number;

/// Numbers the tables as the contents do, where these number any table that has no number of its own; and notes on which
/// page each begins, which only a PDF says by itself.
pub fn number_by_contents(tables: &mut [Found], lines: &[String]) {
    let mut numbers: HashMap<&str, Option<&str>> = HashMap::new();
    let mut pages: HashMap<&str, u16> = HashMap::new();
    for (number, title) in lines.iter().filter_map(|line| number(line)) {
        let before_page = title.trim_end_matches(|c: char| c.is_ascii_digit());
        let page = &title[before_page.len()..];
        let title = before_page.trim_end_matches(['.', '…', '·', '-', '—']);
        if let Some(page) = page.parse().ok().filter(|_| title.len() < before_page.len()) {
            pages.insert(title, page);
        }
        // A title that is listed with several numbers tells none.
        let known = numbers.entry(title).or_insert(Some(number));
        *known = known.filter(|known| *known == number);
    }
    let listed = |table: &Found| numbers.get(table.title.name.as_deref()?).copied().flatten().map(String::from);
    if tables.iter().any(|table| table.title.number.is_none() && listed(table).is_some()) {
        for table in tables.iter_mut() {
            table.title.number = listed(table).or(table.title.number.take());
        }
    }
    for table in tables {
        table.page = page(&table.place).or(table.title.name.as_deref().and_then(|title| pages.get(title).copied()));
    }
}
