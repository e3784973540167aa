//! Reads a table of a DOCX file, whose cells may span several columns or continue from the row above.

use super::Body;
use crate::import::block::{Cell, Content, Grid};
use crate::import::limits::{Allowance, MAX_COLUMNS};
use crate::import::refusal::Refusal;
use crate::import::xml::{Event, Tag, Xml};

/// A table that is being read.
#[derive(Default)]
struct Table {
    grid: Grid,
    /// What stands in the tables inside its cells.
    inner: Vec<Content>,
    /// The column in which the next cell begins.
    column: usize,
    /// Whether the row has been deleted.
    is_deleted: bool,
    /// The last cell that begins in each column, by its number.
    last: Vec<Option<usize>>,
    cell: Open,
}

/// A cell that is being read.
struct Open {
    columns: usize,
    goes_on_from_above: bool,
    goes_on_from_left: bool,
    is_deleted: bool,
    text: String,
    indent: u8,
}

impl Default for Open {
    fn default() -> Self {
        Open {
            columns: 1,
            goes_on_from_above: false,
            goes_on_from_left: false,
            is_deleted: false,
            text: String::new(),
            indent: 0,
        }
    }
}

impl Body {
    /// Reads a table up to its end; the tables inside its cells follow it.
    pub fn table(&mut self, xml: &mut Xml) -> Result<Vec<Content>, Refusal> {
        let mut table = Table::default();
        let mut depth = 0_usize;
        let mut is_properties = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "p" => {
                        let paragraph = self.paragraph(xml)?;
                        self.left.cell(paragraph.text.len())?;
                        table.cell.add(&paragraph.text, paragraph.indent);
                        table.inner.extend(paragraph.boxes);
                    }
                    "tbl" => table.inner.extend(self.table(xml)?),
                    "tcPrChange" | "trPrChange" | "tblPrChange" | "tblPrExChange" | "sdtPr" | "Fallback" => {
                        xml.skip()?;
                    }
                    "moveFrom" => xml.skip()?,
                    // In the properties of a row `del` says that the row is deleted; elsewhere it contains the deleted
                    // text.
                    "del" if !is_properties => xml.skip()?,
                    name => {
                        depth += 1;
                        is_properties |= name == "trPr";
                        table.begin(&tag);
                    }
                },
                Event::End(tag) => {
                    match tag.name() {
                        "trPr" => is_properties = false,
                        "tc" => table.end_cell(),
                        "tr" => table.end_row(&mut self.left)?,
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                }
                Event::Text(_) => {}
            }
        }
        let is_blank = table.grid.cells.iter().all(|cell| cell.text.is_empty());
        let own = (!is_blank).then_some(Content::Grid(table.grid));
        Ok(own.into_iter().chain(table.inner).collect())
    }
}

impl Table {
    fn begin(&mut self, tag: &Tag) {
        let value = || tag.get("val").unwrap_or_default();
        match tag.name() {
            "tr" => (self.column, self.is_deleted) = (0, false),
            "tc" => self.cell = Open::default(),
            "del" => self.is_deleted = true,
            "cellDel" => self.cell.is_deleted = true,
            "gridBefore" => self.column += tag.number("val").unwrap_or(0).min(MAX_COLUMNS),
            "gridSpan" => self.cell.columns = tag.number("val").unwrap_or(1).clamp(1, MAX_COLUMNS),
            "vMerge" => self.cell.goes_on_from_above = value() != "restart",
            "hMerge" => self.cell.goes_on_from_left = value() != "restart",
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let (row, column) = (self.grid.rows, self.column);
        if column + cell.columns > MAX_COLUMNS || cell.is_deleted || self.is_deleted {
            return;
        }
        self.column += cell.columns;
        self.grid.columns = self.grid.columns.max(self.column);
        self.last.resize(self.last.len().max(self.grid.columns), None);
        let text = cell.text.trim();
        let above = self.last[column].and_then(|at| self.grid.cells.get_mut(at));
        let above = above.filter(|above| above.row + above.rows == row && cell.goes_on_from_above && text.is_empty());
        if let Some(above) = above {
            above.rows += 1;
            return;
        }
        let left = self.grid.cells.last_mut();
        let left = left.filter(|left| left.row == row && cell.goes_on_from_left && text.is_empty());
        if let Some(left) = left {
            left.columns += cell.columns;
            return;
        }
        self.last[column] = Some(self.grid.cells.len());
        let text = text.to_string();
        self.grid.cells.push(Cell { row, column, rows: 1, columns: cell.columns, text, indent: cell.indent });
    }

    fn end_row(&mut self, left: &mut Allowance) -> Result<(), Refusal> {
        if !self.is_deleted {
            if left.rows(1, self.grid.columns) == 0 && self.grid.columns > 0 {
                return Err(Refusal::TooMuch);
            }
            self.grid.rows += 1;
        }
        Ok(())
    }
}

impl Open {
    /// Adds a paragraph, without a space between Chinese characters.
    fn add(&mut self, text: &str, indent: u8) {
        if self.text.is_empty() {
            self.indent = indent;
        }
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if is_word(self.text.chars().last()) && is_word(line.chars().next()) {
                self.text.push(' ');
            }
            self.text += line;
        }
    }
}
