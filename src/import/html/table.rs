//! Reads a table of a web page: its cells with their spans, or, where the table is there for layout only, its
//! paragraphs.

use super::cells::TextBuffer;
use crate::import::block::{Cell, Content, Grid};
use crate::import::limits::{Allowance, MAX_COLUMNS};
use crate::import::refusal::Refusal;

/// A table that is being read.
#[derive(Debug, Default)]
pub struct Table {
    grid: Grid,
    /// For each column, how many more rows a cell from above takes.
    busy: Vec<usize>,
    column: usize,
    is_in_row: bool,
    is_in_cell: bool,
    /// Whether it is there for layout only.
    is_layout: bool,
    /// What is printed above it.
    caption: Vec<Content>,
}

impl Table {
    /// Begins a row or a cell, and ends the open one, as pages may leave out end tags.
    pub fn start(
        &mut self,
        name: &str,
        get: &dyn Fn(&str) -> Option<String>,
        left: &mut Allowance,
    ) -> Result<(), Refusal> {
        match name {
            "tr" => self.begin_row(left),
            "caption" => Ok(()),
            _ => {
                if !self.is_in_row {
                    self.begin_row(left)?;
                }
                let number = |name: &str| get(name).and_then(|value| value.trim().parse::<usize>().ok());
                // A `rowspan` of 0 means all rows that follow.
                let rows = number("rowspan").map_or(1, |rows| if rows == 0 { usize::MAX } else { rows });
                self.begin_cell(rows, number("colspan").unwrap_or(1).clamp(1, MAX_COLUMNS));
                Ok(())
            }
        }
    }

    /// Ends a row or a cell.
    pub fn end(&mut self, name: &str, left: &mut Allowance) -> Result<(), Refusal> {
        self.is_in_cell = false;
        if name == "tr" {
            self.end_row(left)?;
        }
        Ok(())
    }

    /// Adds a line to the open cell, or gives the line back where the table is there for layout only.
    pub fn add(&mut self, line: TextBuffer) -> Option<TextBuffer> {
        if self.is_layout {
            return Some(line);
        }
        let Some(cell) = self.grid.cells.last_mut().filter(|_| self.is_in_cell) else {
            self.caption.extend(line.lines());
            return None;
        };
        if cell.text.is_empty() {
            cell.indent = line.indent();
        }
        for text in line.text.lines().map(str::trim).filter(|text| !text.is_empty()) {
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if is_word(cell.text.chars().last()) && is_word(text.chars().next()) {
                cell.text.push(' ');
            }
            cell.text += text;
        }
        None
    }

    /// Notes that another table begins inside this one. Unless this one looks like a table of data, it is taken to be
    /// there for layout, and gives away its texts so far.
    pub fn opened(&mut self) -> Vec<Content> {
        let filled = self.grid.cells.iter().filter(|cell| !cell.text.is_empty()).count();
        let is_data = self.grid.rows >= 2 && self.grid.columns >= 3 && filled >= 6;
        self.is_layout |= !is_data;
        if is_data { Vec::new() } else { self.paragraphs() }
    }

    /// The content of the table, once it has ended.
    pub fn finished(mut self) -> Vec<Content> {
        if self.is_in_row {
            self.grid.rows += 1;
        }
        if self.is_layout || self.grid.columns < 2 || self.grid.rows < 2 {
            return self.paragraphs();
        }
        for cell in &mut self.grid.cells {
            cell.rows = cell.rows.min(self.grid.rows - cell.row);
        }
        let mut contents = self.caption;
        let is_blank = self.grid.cells.iter().all(|cell| cell.text.is_empty());
        contents.extend((!is_blank).then_some(Content::Grid(self.grid)));
        contents
    }

    /// Takes the table's texts, outside its cells and inside, as paragraphs.
    fn paragraphs(&mut self) -> Vec<Content> {
        let mut contents = std::mem::take(&mut self.caption);
        let texts = self.grid.cells.iter_mut().map(|cell| std::mem::take(&mut cell.text));
        contents.extend(texts.filter(|text| !text.is_empty()).map(Content::Paragraph));
        contents
    }

    fn begin_row(&mut self, left: &mut Allowance) -> Result<(), Refusal> {
        if self.is_in_row {
            self.end_row(left)?;
        }
        (self.is_in_row, self.is_in_cell, self.column) = (true, false, 0);
        Ok(())
    }

    fn end_row(&mut self, left: &mut Allowance) -> Result<(), Refusal> {
        if self.is_in_row {
            if left.rows(1, self.grid.columns) == 0 {
                return Err(Refusal::TooMuch);
            }
            self.grid.rows += 1;
            for rows in &mut self.busy {
                *rows = rows.saturating_sub(1);
            }
        }
        (self.is_in_row, self.is_in_cell) = (false, false);
        Ok(())
    }

    fn begin_cell(&mut self, rows: usize, columns: usize) {
        while self.busy.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let end = (self.column + columns).min(MAX_COLUMNS);
        // Beyond the last column that is read, text is added to the last cell, so that nothing is lost.
        self.is_in_cell = true;
        if self.column >= end {
            return;
        }
        if self.busy.len() < end {
            self.busy.resize(end, 0);
        }
        self.busy[self.column..end].fill(rows);
        let (row, column) = (self.grid.rows, self.column);
        self.grid.cells.push(Cell { row, column, rows, columns: end - column, ..Cell::default() });
        self.grid.columns = self.grid.columns.max(end);
        self.column = end;
    }
}
