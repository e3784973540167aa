//! Finds the tables on a sheet, and the lines of text between them.
//!
//! A sheet does not say where a table begins. Readers see it by titles over the whole width, by the line with the unit,
//! and by blank rows; so does this.

use super::rows::{Row, Slot, rows};
use super::{Printed, Sheet, headings};
use crate::import::block::{Block, Cell, Content, Grid, Part, Place};
use crate::import::limits::{Allowance, BLANK_ROWS, MAX_COLUMNS};
use crate::import::reading::Reading;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where the cells of a sheet come from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A spreadsheet's sheet of this name.
    Sheet(Arc<str>),
    /// A table of a text document, which is its paragraph of this number.
    Paragraph(u32),
    /// The lines of a plain text.
    Lines,
}

/// Adds the blocks of a sheet, or of whatever else has cells, to what was read.
pub fn blocks(file: &Arc<str>, origin: &Origin, sheet: &Sheet, left: &mut Allowance, reading: &mut Reading) {
    let rows = rows(sheet);
    let width = rows.iter().flat_map(|row| &row.cells).map(|slot| slot.column + 1).max().unwrap_or(0);
    let mut making = BlockBuilder { file, origin, left, reading, is_titled: false };
    let mut table: Vec<&Row> = Vec::new();
    // Covers and lists of contents have lines that may look like those of a table.
    if matches!(origin, Origin::Sheet(name) if name.contains("封面") || name.contains("目录")) {
        for row in &rows {
            making.lines(row);
        }
        return;
    }
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1);
        let is_line = row.is_of_contents()
            || if table.is_empty() { row.is_heading() } else { row.is_new_heading(width) || row.is_note(next) };
        if is_line || row.gap as usize >= BLANK_ROWS {
            making.table(&table);
            table.clear();
        }
        if is_line {
            making.lines(row);
        } else {
            table.push(row);
        }
    }
    making.table(&table);
}

/// The blocks of a sheet while they are made.
struct BlockBuilder<'a> {
    file: &'a Arc<str>,
    origin: &'a Origin,
    left: &'a mut Allowance,
    reading: &'a mut Reading,
    /// Whether a line has said what the next table is about.
    is_titled: bool,
}

impl BlockBuilder<'_> {
    fn place(&self, row: u32) -> Place {
        let part = match self.origin {
            Origin::Sheet(name) => Part::Sheet { name: Arc::clone(name), row: row + 1 },
            Origin::Paragraph(number) => Part::Paragraph(*number),
            Origin::Lines => Part::Line(row + 1),
        };
        Place { file: Arc::clone(self.file), part }
    }

    fn line(&mut self, row: u32, text: &str) {
        let place = self.place(row);
        self.reading.blocks.push(Block { place, content: Content::Paragraph(text.into()) });
    }

    /// Adds a row outside tables as text; a single cell with several paragraphs becomes several lines.
    fn lines(&mut self, row: &Row) {
        self.is_titled = true;
        if row.cells.len() > 1 {
            self.line(row.number, &row.texts().collect::<Vec<_>>().join("  "));
        } else {
            for text in row.texts().flat_map(str::lines).filter(|text| !text.trim().is_empty()) {
                self.line(row.number, text);
            }
        }
    }

    fn table(&mut self, rows: &[&Row]) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        // One row of a text is no table.
        if rows.len() == 1 && matches!(self.origin, Origin::Lines) {
            self.lines(first);
            return;
        }
        // Where the sheet prints no title, its name is one.
        if let Origin::Sheet(name) = self.origin
            && !self.is_titled
            && !name.to_lowercase().starts_with("sheet")
        {
            self.line(first.number, name);
        }
        self.is_titled = false;
        let used: BTreeSet<u32> = rows.iter().flat_map(|row| &row.cells).map(|slot| slot.column).collect();
        let columns: Vec<u32> = used.iter().copied().take(MAX_COLUMNS).collect();
        let wanted = (last.number - first.number + 1) as usize;
        let height = self.left.rows(wanted, columns.len());
        if height < wanted || columns.len() < used.len() {
            self.say_cut(first.number);
        }
        let before = |column: u32| columns.partition_point(|used| *used < column);
        let cell = |row: &Row, slot: &Slot| {
            let (at, column) = ((row.number - first.number) as usize, before(slot.column));
            (at < height && column < columns.len()).then(|| Cell {
                row: at,
                column,
                rows: ((slot.last.0 - row.number) as usize + 1).min(height - at),
                columns: (before(slot.last.1 + 1) - column).max(1),
                text: slot.printed.text.lines().collect(),
                indent: slot.printed.indent,
            })
        };
        let cells = rows.iter().flat_map(|row| row.cells.iter().filter_map(move |slot| cell(row, slot))).collect();
        let mut grid = Grid { rows: height, columns: columns.len(), cells, edges: Vec::new() };
        if matches!(self.origin, Origin::Lines) {
            headings::span(&mut grid);
        }
        let place = self.place(first.number);
        self.reading.blocks.push(Block { place, content: Content::Grid(grid) });
    }

    fn say_cut(&mut self, row: u32) {
        let part = self.place(row).part;
        let zh = "表格太大，只读了一部分。".into();
        let en = "The table is too large; only a part of it was read.".into();
        self.reading.leave_out(self.file, part, "", zh, en);
    }
}

impl From<Grid> for Sheet {
    /// Makes a sheet of a table in a text document, since it may be several tables under one another.
    fn from(grid: Grid) -> Self {
        let at = |row: usize, column: usize| Some((u32::try_from(row).ok()?, u32::try_from(column).ok()?));
        let mut sheet = Sheet::default();
        for cell in grid.cells {
            let last = at(cell.row + cell.rows - 1, cell.column + cell.columns - 1);
            let Some((first, last)) = at(cell.row, cell.column).zip(last) else { continue };
            if cell.text.is_empty() {
                continue;
            }
            sheet.cells.insert(first, Printed { text: cell.text, indent: cell.indent });
            sheet.merge(first, last);
        }
        sheet
    }
}
