//! Reads plain text into blocks, with tables whose cells are separated by tabs, commas or semicolons, or aligned in
//! columns.

mod aligned;
mod separated;

use super::encoding;
use super::limits::{Allowance, MAX_CELLS};
use super::reading::Reading;
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::sheet::tables::{self, Origin};
use super::sniff::Kind;
use std::sync::Arc;

/// A cell of a line, which is not blank.
#[derive(Debug)]
struct Cell {
    column: u32,
    /// How many columns it spans.
    columns: u32,
    text: String,
}

/// A line of a text.
#[derive(Debug)]
struct Line {
    /// Its number, from 0.
    number: u32,
    cells: Vec<Cell>,
    /// How many cells it has, blank ones too.
    width: usize,
    /// Whether it is a line outside tables.
    is_text: bool,
}

/// The lines of a text that print something, as many as may be read.
#[derive(Debug, Default)]
struct Lines {
    lines: Vec<Line>,
    cells: usize,
}

impl Lines {
    /// Adds a line, and returns whether more may come.
    fn add(&mut self, line: Line) -> bool {
        self.cells += line.cells.len();
        if !line.cells.is_empty() {
            self.lines.push(line);
        }
        self.cells <= MAX_CELLS
    }
}

/// Reads a text, and says whether all of it is a table.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<(Kind, Reading), Refusal> {
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
    if lines.cells > MAX_CELLS {
        return Err(Refusal::TooMuch);
    }
    let mut reading = Reading { pages: text.lines().count(), ..Reading::default() };
    let mut left = Allowance::new();
    let sheet = sheet(&lines.lines, &mut left)?;
    tables::blocks(file, &Origin::Lines, &sheet, &mut left, &mut reading);
    Ok((kind, reading))
}

/// The lines as a sheet; a line outside tables spans its whole width.
fn sheet(lines: &[Line], left: &mut Allowance) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::default();
    let width = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.column + cell.columns).max().unwrap_or(0);
    for line in lines {
        for cell in &line.cells {
            let at = (line.number, cell.column);
            sheet.print(at, &cell.text, 0, left)?;
            let columns = if line.is_text { width } else { cell.columns };
            sheet.merge(at, (line.number, cell.column + columns.max(1) - 1));
        }
    }
    Ok(sheet)
}
