//! The list of contents, where it numbers the tables: `表一2026年预算收支总表……3`.
//!
//! Templates print a table's number in its corner, in the contents, or in both by different words; of copied text the corner
//! is often lost. One document calls its tables one way.

use std::collections::HashMap;

use super::stitch::Found;
use super::title::number;

/// Numbers the tables as the contents do, where these number any table that has no number of its own.
pub fn number_by_contents(tables: &mut [Found], lines: &[String]) {
    let mut numbers: HashMap<&str, Option<&str>> = HashMap::new();
    for (number, title) in lines.iter().filter_map(|line| number(line)) {
        let title = title.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '-' | '—'));
        // A title that is listed with several numbers tells none.
        let known = numbers.entry(title).or_insert(Some(number));
        *known = known.filter(|known| *known == number);
    }
    let listed = |table: &Found| numbers.get(table.title.name.as_deref()?).copied().flatten().map(String::from);
    if tables.iter().any(|table| table.title.number.is_none() && listed(table).is_some()) {
        for table in tables {
            table.title.number = listed(table).or(table.title.number.take());
        }
    }
}
