//! Reads spreadsheets into blocks: what their cells print, sheet by sheet.
//!
//! Each kind of workbook fills [`Sheet`]s: [`xlsx`], [`xls`], [`ods`]. From there [`tables`] finds the tables and the lines
//! between them, as a reader of the printed sheet would.

mod date;
mod decimal;
mod format;
pub mod headings;
pub mod ods;
mod rows;
mod section;
pub mod tables;
pub mod xls;
pub mod xlsx;

use super::limits::{Allowance, MAX_MERGES};
use super::reading::Reading;
use super::refusal::Refusal;
use crate::import::block::Part;
use std::collections::BTreeMap;
use std::sync::Arc;
use tables::Origin;

/// Where a cell is: its row and its column, from 0.
pub type At = (u32, u32);

/// The cells of a sheet that print something, and those that are merged.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether spreadsheet programs hide it.
    pub is_hidden: bool,
    /// Whether cells that hold zero print nothing.
    pub hides_zeros: bool,
    /// What is printed.
    pub cells: BTreeMap<At, Printed>,
    /// The first and the last cell of each merged area.
    pub merges: Vec<(At, At)>,
    /// How many rows or columns with something in them the program does not show.
    pub hidden: usize,
    /// The first of the formulas whose results the file does not hold, and how many they are.
    pub uncomputed: Option<(At, usize)>,
}

/// What a cell prints.
#[derive(Debug, Default, Clone)]
pub struct Printed {
    /// The text.
    pub text: String,
    /// By how many characters it is indented.
    pub indent: u8,
}

/// A workbook to which the sheets of a file are added one by one.
#[derive(Debug)]
pub struct Book {
    file: Arc<str>,
    left: Allowance,
    reading: Reading,
}

impl Sheet {
    /// Adds what a cell prints, unless that is nothing.
    pub fn print(&mut self, at: At, text: &str, indent: u8, left: &mut Allowance) -> Result<(), Refusal> {
        if text.trim().is_empty() {
            return Ok(());
        }
        left.cell(text.len())?;
        let indent = indent.saturating_add(leading(text));
        self.cells.insert(at, Printed { text: text.trim().into(), indent });
        Ok(())
    }

    /// Notes a formula without a result.
    pub fn miss(&mut self, at: At) {
        self.uncomputed.get_or_insert((at, 0)).1 += 1;
    }

    /// Adds a merged area; more than any sheet has are left out.
    pub fn merge(&mut self, first: At, last: At) {
        if self.merges.len() < MAX_MERGES && first < last && first.1 <= last.1 {
            self.merges.push((first, last));
        }
    }
}

impl Book {
    /// A workbook without sheets.
    pub fn new(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), left: Allowance::new(), reading: Reading::default() }
    }

    /// Adds the next sheet.
    pub fn take(&mut self, sheet: &Sheet) {
        let name: Arc<str> = sheet.name.as_str().into();
        self.reading.pages += 1;
        if !sheet.cells.is_empty() {
            self.say_hidden(sheet);
        }
        if let Some((first, count)) = sheet.uncomputed {
            self.reading.leave_out(
                &self.file,
                Part::Sheet { name: Arc::clone(&name), row: first.0 + 1 },
                "",
                format!("工作表“{name}”有 {count} 个公式没有保存结果，读作空白。请用 Excel 或 WPS 打开后保存一次。"),
                format!(
                    "Sheet {name} has {count} formulas without stored results; they read as blanks. Please open the file in \
                     Excel or WPS and save it."
                ),
            );
        }
        tables::blocks(&self.file, &Origin::Sheet(name), sheet, &mut self.left, &mut self.reading);
    }

    /// What was read of the whole workbook.
    pub fn read(self) -> Result<Reading, Refusal> {
        if self.reading.blocks.is_empty() && self.reading.unread.is_empty() {
            return Err(Refusal::NoText);
        }
        Ok(self.reading)
    }

    fn say_hidden(&mut self, sheet: &Sheet) {
        let (name, count) = (&sheet.name, sheet.hidden);
        if sheet.is_hidden {
            let zh = format!("工作表“{name}”是隐藏的，也读了。");
            self.reading.assume("hidden", zh, format!("Sheet {name} is hidden; it was read, too."));
        }
        if count > 0 {
            let zh = format!("工作表“{name}”有 {count} 个隐藏的行或列，也读了。");
            let en = format!("Sheet {name} has {count} hidden rows or columns; they were read, too.");
            self.reading.assume("hidden", zh, en);
        }
    }
}

/// By how many characters the spaces before a text indent it.
pub fn leading(text: &str) -> u8 {
    let halves = text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\u{3000}' { 2 } else { 1 });
    u8::try_from(halves.sum::<usize>().div_ceil(2)).unwrap_or(u8::MAX)
}
