//! Tables as CSV, for spreadsheets and programs.
//!
//! UTF-8 with a byte order mark, by which Excel knows it; lines end in CRLF; quoted as RFC 4180 says. The first
//! line has the headings, each of them once. A blank is a blank, and amounts have no thousands separators.
//!
//! A spreadsheet runs text that begins with `=`, `+`, `-`, `@`, a tab or a line's end as a formula, and the text is
//! from a file that anybody may have written. Such text gets an apostrophe in front, which spreadsheets take for
//! “this is text”; so does text that begins with an apostrophe itself, so that whoever takes one away from each
//! cell that begins with one has the text as it was. Numbers are left alone.

use crate::budget::Table;
use crate::figure::Grid;

/// The byte order mark that a file starts with.
const MARK: char = '\u{feff}';

/// A figure's table as it is shown, but for the signs that only readers need: `−1,034.20` is `-1034.20`, `+3.00` is
/// `3.00`.
pub fn grid(grid: &Grid) -> String {
    let mut above = vec![String::new(); grid.head.len()];
    for groups in &grid.groups {
        let spans = groups.iter().flat_map(|(group, span)| std::iter::repeat_n(group.as_str(), *span));
        for (above, group) in above.iter_mut().zip(spans) {
            *above = joined(Some(above), group);
        }
    }
    let head = unique(grid.head.iter().zip(&above).map(|(head, above)| joined(Some(above), head)));
    let mut csv = Csv::with(&head);
    for row in &grid.rows {
        for (i, cell) in row.cells.iter().enumerate() {
            let number = if cell.words || i == 0 { None } else { plain(&cell.text) };
            match number {
                Some(number) => csv.cell(&number),
                None => csv.text(&cell.text),
            }
        }
        csv.end();
    }
    csv.written
}

/// A list with these headings; cells that show a number are written as programs read it, all others as text.
pub fn list(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut csv = Csv::with(head);
    for row in rows {
        for cell in row {
            match plain(&cell) {
                Some(number) => csv.cell(&number),
                None => csv.text(&cell),
            }
        }
        csv.end();
    }
    csv.written
}

/// An official table as it is printed: code, name, and every column; each amount with the digits it is printed with.
pub fn table(table: &Table) -> String {
    let mut csv = Csv::with(&headings(table));
    for line in &table.lines {
        csv.text(line.code.as_deref().unwrap_or_default());
        csv.text(&line.printed());
        for column in &table.columns {
            if column.text {
                csv.text(line.texts.get(&column.id).unwrap_or_default());
            } else {
                csv.cell(&line.amounts.get(&column.id).map(|amount| amount.to_string()).unwrap_or_default());
            }
        }
        csv.end();
    }
    csv.written
}

/// The headings of an official table's file, each of them once: the code, the name, then one a column.
pub fn headings(table: &Table) -> Vec<String> {
    let own = ["科目编码", "项目"].map(String::from).into_iter();
    unique(own.chain(table.columns.iter().map(|column| joined(column.group.as_deref(), &column.name))))
}

/// A heading below the one that spans it.
fn joined(group: Option<&str>, head: &str) -> String {
    match group {
        Some(group) if !group.is_empty() && !head.is_empty() => [group, " · ", head].concat(),
        Some(group) if !group.is_empty() => group.into(),
        _ => head.into(),
    }
}

/// The headings, made harmless and unique: one that was there before gets a number behind it.
fn unique(heads: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for head in heads {
        let (mut name, mut count) = (harmless(&head), 1);
        while all.contains(&name) {
            count += 1;
            // A number is harmless, and one with another behind it is none.
            name = harmless(&[head.as_str(), " ", &count.to_string()].concat());
        }
        all.push(name);
    }
    all
}

/// A shown number as programs read it; `None` for words, and for a dash where there is no number.
fn plain(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '−' => plain.push('-'),
            '+' if plain.is_empty() => {}
            ',' => {}
            _ => plain.push(sign),
        }
    }
    is_number(&plain).then_some(plain)
}

/// Whether a text is a plain decimal number, or one with a percent sign.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mut digits, mut points, mut ended) = (0, 0, false);
    for byte in unsigned.bytes() {
        match byte {
            b'0'..=b'9' if !ended => digits += 1,
            b'.' if !ended && digits > 0 => points += 1,
            b'%' if !ended => ended = true,
            _ => return false,
        }
    }
    digits > 0 && points < 2
}

/// The text, with an apostrophe in front where a spreadsheet would run it as a formula.
fn harmless(text: &str) -> String {
    let runs = matches!(
        text.chars().next(),
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠')
    );
    let mark = if runs && !is_number(text) { "'" } else { "" };
    [mark, text].concat()
}

/// A CSV file that is being written.
struct Csv {
    written: String,
    /// Whether the next cell is the first of its line.
    first: bool,
}

impl Csv {
    /// A file with these headings, which are harmless already.
    fn with(head: &[String]) -> Self {
        let mut csv = Csv { written: MARK.into(), first: true };
        for heading in head {
            csv.cell(heading);
        }
        csv.end();
        csv
    }

    /// Text from a document.
    fn text(&mut self, text: &str) {
        self.cell(&harmless(text));
    }

    fn cell(&mut self, text: &str) {
        if !self.first {
            self.written.push(',');
        }
        self.first = false;
        if !text.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n')) {
            return self.written.push_str(text);
        }
        self.written.push('"');
        for sign in text.chars() {
            if sign == '"' {
                self.written.push('"');
            }
            self.written.push(sign);
        }
        self.written.push('"');
    }

    fn end(&mut self) {
        self.written.push_str("\r\n");
        self.first = true;
    }
}

#[cfg(test)]
mod tests;
