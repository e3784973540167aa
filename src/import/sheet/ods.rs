//! Reads ODS, the spreadsheets of `OpenDocument` (ISO 26300), whose cells hold the text that they print beside their
//! value.

use super::{At, Book, Sheet};
use crate::import::archive::Archive;
use crate::import::limits::{Allowance, MAX_SHEETS};
use crate::import::reading::Reading;
use crate::import::refusal::Refusal;
use crate::import::xml::{Event, Tag, Xml};
use std::collections::HashSet;
use std::sync::Arc;

/// The last row and column that there may be, from 0.
const LAST: At = (1_048_575, 16_383);

/// Reads a workbook.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Password);
    }
    let content = archive.text("content.xml")?.ok_or(Refusal::Damaged)?;
    let mut book = Book::new(file);
    let mut xml = Xml::new(&content);
    let mut hidden = HashSet::new();
    let mut style = String::new();
    let mut sheets = 0;
    while let Some(event) = xml.next()? {
        let Event::Start(tag) = event else { continue };
        match tag.name() {
            "style" => style = tag.get("name").unwrap_or_default(),
            "table-properties" if tag.get("display").is_some_and(|display| display == "false") => {
                hidden.insert(style.clone());
            }
            "table" => {
                sheets += 1;
                if sheets > MAX_SHEETS {
                    return Err(Refusal::TooMuch);
                }
                let mut sheet = Table::new(&mut book.left).read(&mut xml)?;
                sheet.name = tag.get("name").unwrap_or_default();
                sheet.is_hidden = tag.get("style-name").is_some_and(|name| hidden.contains(&name));
                book.take(&sheet);
            }
            "tracked-changes" => xml.skip()?,
            _ => {}
        }
    }
    book.read()
}

/// A sheet that is being read.
struct Table<'a> {
    left: &'a mut Allowance,
    sheet: Sheet,
    at: At,
    row: Row,
    cell: Cell,
}

/// A row that is being read, which may be repeated many times.
#[derive(Default)]
struct Row {
    repeated: u32,
    is_hidden: bool,
    /// What is in it, to be repeated: column, text and span.
    cells: Vec<(u32, String, At)>,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    repeated: u32,
    /// How many rows and columns it spans.
    span: At,
    value: String,
    has_formula: bool,
    text: String,
    paragraphs: usize,
}

impl<'a> Table<'a> {
    fn new(left: &'a mut Allowance) -> Self {
        Self { left, sheet: Sheet::default(), at: (0, 0), row: Row::default(), cell: Cell::default() }
    }

    /// Reads up to the end of the table.
    fn read(mut self, xml: &mut Xml) -> Result<Sheet, Refusal> {
        let mut is_text = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "table-row" => self.begin_row(&tag),
                    "table-cell" | "covered-table-cell" => self.begin_cell(&tag),
                    "p" | "h" => {
                        if self.cell.paragraphs > 0 {
                            self.cell.text.push('\n');
                        }
                        self.cell.paragraphs += 1;
                        is_text = true;
                    }
                    "s" => {
                        let count = tag.number("c").unwrap_or(1).min(100);
                        self.cell.text.extend(std::iter::repeat_n(' ', count));
                    }
                    "tab" => self.cell.text.push(' '),
                    "line-break" => self.cell.text.push('\n'),
                    // Comments, drawings, ruby text and nested tables are no part of a cell's text.
                    "annotation" | "ruby-text" | "shapes" | "frame" | "table" => xml.skip()?,
                    _ => {}
                },
                Event::End(tag) => match tag.name() {
                    "p" | "h" => is_text = false,
                    "table-cell" => self.end_cell()?,
                    "covered-table-cell" => self.pass(),
                    "table-row" => self.end_row()?,
                    "table" => return Ok(self.sheet),
                    _ => {}
                },
                Event::Text(text) if is_text => self.cell.text += &text.replace('\n', " "),
                Event::Text(_) => {}
            }
        }
        Err(Refusal::Damaged)
    }

    fn begin_row(&mut self, tag: &Tag) {
        let is_hidden = tag.get("visibility").is_some_and(|visibility| visibility != "visible");
        self.row = Row { repeated: number(tag, "number-rows-repeated"), is_hidden, cells: Vec::new() };
        self.at.1 = 0;
    }

    fn begin_cell(&mut self, tag: &Tag) {
        self.cell = Cell {
            repeated: number(tag, "number-columns-repeated"),
            span: (number(tag, "number-rows-spanned"), number(tag, "number-columns-spanned")),
            value: tag.get("value").unwrap_or_default(),
            has_formula: tag.get("formula").is_some(),
            ..Cell::default()
        };
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let has_text = !self.cell.text.trim().is_empty();
        if !has_text && self.cell.paragraphs == 0 {
            // Some writers leave out the text; a number that is printed as nothing has an empty one.
            self.cell.text = std::mem::take(&mut self.cell.value);
        }
        if self.cell.text.trim().is_empty() {
            if self.cell.has_formula && self.cell.paragraphs == 0 {
                self.sheet.miss(self.at);
            }
            self.pass();
            return Ok(());
        }
        for _ in 0..self.cell.repeated {
            self.left.cell(0)?;
            self.row.cells.push((self.at.1, self.cell.text.clone(), self.cell.span));
            self.at.1 += 1;
            if self.at.1 > LAST.1 {
                break;
            }
        }
        Ok(())
    }

    /// Passes over a cell in which nothing is printed.
    fn pass(&mut self) {
        self.at.1 = self.at.1.saturating_add(self.cell.repeated);
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        let row = std::mem::take(&mut self.row);
        if !row.cells.is_empty() {
            self.sheet.hidden += usize::from(row.is_hidden);
            for number in (self.at.0..=LAST.0).take(row.repeated as usize) {
                for (column, text, (rows, columns)) in &row.cells {
                    let at = (number, *column);
                    self.sheet.print(at, text, 0, self.left)?;
                    if (*rows, *columns) != (1, 1) {
                        let last = (number.saturating_add(rows - 1), column.saturating_add(columns - 1));
                        self.sheet.merge(at, last);
                    }
                }
            }
        }
        self.at.0 = self.at.0.saturating_add(row.repeated);
        Ok(())
    }
}

/// An attribute that is a count, and 1 where it is missing.
fn number(tag: &Tag, name: &str) -> u32 {
    tag.number(name).and_then(|number| u32::try_from(number).ok()).unwrap_or(1).max(1)
}
