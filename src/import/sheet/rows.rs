//! The rows of a sheet, and which of them are lines of text between tables.

use super::{At, Printed, Sheet, headings};
use crate::money::sort_by;
use std::collections::BTreeMap;

/// The longest text that may be the title of a table, in characters.
const TITLE: usize = 45;

/// A row in which something is printed.
pub struct Row<'a> {
    pub number: u32,
    /// How many blank rows are above it.
    pub gap: u32,
    pub cells: Vec<Slot<'a>>,
}

/// A cell of a row.
pub struct Slot<'a> {
    pub column: u32,
    pub printed: &'a Printed,
    /// Its last row and column.
    pub last: At,
}

/// The rows that print something, without what merged cells hide.
pub fn rows(sheet: &Sheet) -> Vec<Row<'_>> {
    let mut merges = sheet.merges.clone();
    sort_by(&mut merges, Ord::cmp);
    let mut merges = merges.into_iter().peekable();
    // The merged areas that reach into the row, by their first columns.
    let mut open: BTreeMap<u32, (At, At)> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for (&(number, column), printed) in &sheet.cells {
        if rows.last().is_none_or(|row| row.number != number) {
            open.retain(|_, (_, last)| last.0 >= number);
            while let Some((first, last)) = merges.next_if(|(first, _)| first.0 <= number) {
                if last.0 >= number {
                    open.insert(first.1, (first, last));
                }
            }
            let gap = rows.last().map_or(0, |row| number - row.number - 1);
            rows.push(Row { number, gap, cells: Vec::new() });
        }
        let area = open.range(..=column).next_back().map(|(_, area)| area).filter(|(_, last)| last.1 >= column);
        let last = match area {
            Some((first, last)) if *first == (number, column) => *last,
            Some(_) => continue,
            None => (number, column),
        };
        if let Some(row) = rows.last_mut() {
            row.cells.push(Slot { column, printed, last });
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    rows
}

impl Row<'_> {
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|slot| slot.printed.text.as_str())
    }

    /// The only text of a row.
    pub fn only_text(&self) -> Option<&str> {
        if let [slot] = &self.cells[..] { Some(slot.printed.text.as_str()) } else { None }
    }

    /// Whether a row above a table is no part of it: a title, the department, the unit.
    pub fn is_heading(&self) -> bool {
        self.cells.len() == 1 || self.names_unit() || self.texts().all(is_about)
    }

    /// Whether it is a line of a table of contents: a title, dots, a page.
    pub fn is_of_contents(&self) -> bool {
        self.texts().any(|text| text.contains(".....") || text.contains("………"))
    }

    /// Whether a row below a table begins another one.
    pub fn is_new_heading(&self, width: u32) -> bool {
        let Some(text) = self.only_text() else { return self.names_unit() };
        let is_wide = self.cells[0].last.1 + 1 - self.cells[0].column > width / 2;
        let is_total = text.replace([' ', '\u{3000}'], "").ends_with('计');
        is_title(text) || self.names_unit() || self.gap > 0 && is_wide && width > 1 && !is_total
    }

    /// Whether a row below a table is a note to it, and no line of it.
    pub fn is_note(&self, next: Option<&Row>) -> bool {
        let begins = |text: &str| {
            ["注", "备注：", "备注:", "说明：", "说明:", "本表", "此表"].iter().any(|word| text.starts_with(word))
        };
        let is_last = next.is_none_or(|next| next.gap > 0 || next.cells.len() == 1);
        self.only_text().is_some_and(|text| begins(text) || text.contains('。')) && is_last
    }

    /// Whether it says the unit of a table's amounts, and no amount.
    pub fn names_unit(&self) -> bool {
        let names = |text: &str| {
            let rest = text
                .split_once("单位")
                .map(|(_, rest)| rest.trim_start_matches(['：', ':', ' ', '（', '(', '\u{3000}']));
            rest.is_some_and(|rest| {
                rest.trim_start_matches("人民币").starts_with(['元', '千', '万', '百', '亿'])
                    && text.chars().count() < TITLE
            })
        };
        self.cells.len() < 5 && self.texts().any(names) && !self.texts().any(headings::is_number)
    }
}

/// Whether a text says something about a table: a label with its value, a title.
fn is_about(text: &str) -> bool {
    text.contains(['：', ':']) || is_title(text)
}

/// Whether a text is like the title or the number of a table.
fn is_title(text: &str) -> bool {
    let text = text.trim_end_matches(['）', ')']);
    let bare = text.split(['（', '(']).next().unwrap_or(text).trim_end();
    let is_name = bare.ends_with('表') && bare.chars().count() > 3 && text.chars().count() <= TITLE;
    let number = ["附表", "附件", "表"].iter().find_map(|word| text.strip_prefix(word));
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    is_name || number.is_some_and(|rest| rest.trim_start().starts_with(is_digit) && text.chars().count() <= TITLE)
}
