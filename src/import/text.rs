//! Plain text → blocks: a table whose cells are separated by tabs, commas or semicolons, or stand under one another.

mod aligned;
mod separated;

use super::encoding;
use super::limits::{Left, MOST_COLUMNS};
use super::reading::Reading;
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::sheet::tables::{self, Origin};
use super::sniff::Kind;
use std::rc::Rc;

/// A line of a text.
#[derive(Debug)]
pub struct Line {
    /// Its number, from 0.
    number: u32,
    /// Its cells, blank ones too: the column, how many it spans, the text. One alone is no part of a table.
    cells: Vec<(u32, u32, String)>,
    /// Whether it is a line outside tables.
    is_text: bool,
}

/// Reads a text, and says whether all of it is a table.
pub fn read(file: &Rc<str>, bytes: &[u8]) -> Result<(Kind, Reading), Refusal> {
    let text = encoding::text(bytes, None)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().take(1_000).filter(|c| c.is_control() && !c.is_whitespace()).count() > 10 {
        return Err(Refusal::Unknown);
    }
    let (kind, lines) = match separated::separator(&text) {
        Some('\t') => (Kind::Text, separated::tabs(&text)),
        Some(separator) => (Kind::Csv, separated::quoted(&text, separator)),
        None => (Kind::Text, aligned::lines(&text)),
    };
    let mut reading = Reading { pages: text.lines().count(), ..Reading::default() };
    let mut left = Left::new();
    let sheet = sheet(&lines, &mut left)?;
    tables::blocks(file, &Origin::Lines, &sheet, &mut left, &mut reading);
    Ok((kind, reading))
}

/// The lines as a sheet; a line outside tables goes over its whole width.
fn sheet(lines: &[Line], left: &mut Left) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::default();
    let columns = |line: &Line| line.cells.iter().map(|(column, span, _)| column + span).max().unwrap_or(0);
    let width = lines.iter().map(columns).max().unwrap_or(0).min(MOST_COLUMNS as u32);
    for line in lines {
        for (column, span, text) in line.cells.iter().filter(|(.., text)| !text.trim().is_empty()) {
            let at = (line.number, *column);
            sheet.print(at, text, 0, left)?;
            let span = if line.is_text { width } else { *span };
            sheet.merge(at, (line.number, column + span.max(1) - 1));
        }
    }
    Ok(sheet)
}
