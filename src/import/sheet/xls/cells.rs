//! Reads what the cells of an XLS sheet print from its records.

mod values;

use super::records::{Record, Records, kind};
use super::strings::Bytes;
use super::workbook::Workbook;
use crate::import::limits::Allowance;
use crate::import::refusal::Refusal;
use crate::import::sheet::{At, Sheet, format};
use std::collections::HashSet;
use values::{truth, unpacked};

/// The flag of a sheet that prints zeros.
const SHOWS_ZEROS: u16 = 0x10;

/// A cell's row and column, and its style.
type Styled = ((u16, u16), u16);

/// A sheet that is being read.
pub struct Cells<'a> {
    workbook: &'a Workbook,
    left: &'a mut Allowance,
    sheet: Sheet,
    hidden_rows: HashSet<u16>,
    hidden_columns: HashSet<u16>,
    /// The hidden rows and columns that print something.
    seen: HashSet<(bool, u16)>,
}

impl<'a> Cells<'a> {
    /// `left` is how much of the file may still be read.
    pub fn new(workbook: &'a Workbook, left: &'a mut Allowance) -> Self {
        Self {
            workbook,
            left,
            sheet: Sheet::default(),
            hidden_rows: HashSet::new(),
            hidden_columns: HashSet::new(),
            seen: HashSet::new(),
        }
    }

    /// Reads the sheet whose records begin here.
    pub fn read(mut self, mut records: Records) -> Result<Sheet, Refusal> {
        // How the sheet is shown stands after its cells.
        let window = records.clone().find(|record| record.kind == kind::WINDOW);
        self.sheet.hides_zeros = window.and_then(|window| window.u16(0)).is_some_and(|flags| flags & SHOWS_ZEROS == 0);
        // A chart on a sheet is a stream in the stream.
        let mut depth = 0_usize;
        let mut formula = None;
        while let Some(record) = records.next() {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                _ if depth != 1 => {}
                kind::FORMULA => formula = self.formula(&record)?,
                kind::RESULT => {
                    let text = Bytes::new(record.data, records.continued()).text();
                    if let (Some((at, style)), Some(text)) = (formula.take(), text) {
                        self.print(at, &text, style)?;
                    }
                }
                _ => self.record(&record)?,
            }
        }
        Ok(self.sheet)
    }

    /// Reads a record that needs no other; one that is cut off is skipped.
    fn record(&mut self, record: &Record) -> Result<(), Refusal> {
        let cell = || Some(((record.u16(0)?, record.u16(2)?), record.u16(4)?));
        match record.kind {
            kind::NUMBER => {
                if let (Some((at, style)), Some(value)) = (cell(), record.f64(6)) {
                    self.number(at, &format!("{value:e}"), style)?;
                }
            }
            kind::SHORT_NUMBER => {
                if let (Some((at, style)), Some(short)) = (cell(), record.u32(6)) {
                    self.number(at, &unpacked(short), style)?;
                }
            }
            kind::NUMBERS => {
                let (row, first) = (record.u16(0).unwrap_or(0), record.u16(2).unwrap_or(0));
                for (at, column) in (4..record.data.len().saturating_sub(2)).step_by(6).zip(first..) {
                    if let (Some(style), Some(short)) = (record.u16(at), record.u32(at + 2)) {
                        self.number((row, column), &unpacked(short), style)?;
                    }
                }
            }
            kind::SHARED_TEXT => {
                if let (Some((at, style)), Some(number)) = (cell(), record.u32(6)) {
                    let workbook = self.workbook;
                    self.print(at, workbook.texts.get(number as usize).map_or("", String::as_str), style)?;
                }
            }
            kind::TEXT => {
                let text = Bytes::new(record.data.get(6..).unwrap_or_default(), Vec::new()).text();
                if let (Some((at, style)), Some(text)) = (cell(), text) {
                    self.print(at, &text, style)?;
                }
            }
            kind::TRUTH => {
                if let (Some((at, style)), Some([value, is_error])) = (cell(), record.data.get(6..8)) {
                    self.print(at, truth(*value, *is_error == 1), style)?;
                }
            }
            _ => self.setting(record),
        }
        Ok(())
    }

    /// Reads merged areas, hidden rows and hidden columns.
    fn setting(&mut self, record: &Record) {
        const ROW_IS_HIDDEN: u16 = 0x20;
        match record.kind {
            kind::MERGED => {
                for at in (2..record.data.len()).step_by(8) {
                    let edge = |number: usize| record.u16(at + number * 2).map(u32::from);
                    if let (Some(top), Some(bottom), Some(left), Some(right)) = (edge(0), edge(1), edge(2), edge(3)) {
                        self.sheet.merge((top, left), (bottom, right));
                    }
                }
            }
            kind::ROW if record.u16(12).is_some_and(|flags| flags & ROW_IS_HIDDEN != 0) => {
                self.hidden_rows.extend(record.u16(0));
            }
            kind::COLUMNS if record.u16(8).is_some_and(|flags| flags & 1 != 0) => {
                let (first, last) = (record.u16(0).unwrap_or(1), record.u16(2).unwrap_or(0).min(256));
                self.hidden_columns.extend(first..=last);
            }
            _ => {}
        }
    }

    /// Reads the stored result of a formula, and returns the cell if its text comes in the next record.
    fn formula(&mut self, record: &Record) -> Result<Option<Styled>, Refusal> {
        let (Some(row), Some(column), Some(style)) = (record.u16(0), record.u16(2), record.u16(4)) else {
            return Ok(None);
        };
        let at = (row, column);
        let Some(result) = record.data.get(6..14) else { return Ok(None) };
        match result {
            [0, .., 0xFF, 0xFF] => return Ok(Some((at, style))),
            [1, _, value, .., 0xFF, 0xFF] => self.print(at, truth(*value, false), style)?,
            [2, _, value, .., 0xFF, 0xFF] => self.print(at, truth(*value, true), style)?,
            // An empty text.
            [3, .., 0xFF, 0xFF] => {}
            _ => {
                let value = record.f64(6).unwrap_or(0.0);
                self.number(at, &format!("{value:e}"), style)?;
            }
        }
        Ok(None)
    }

    fn number(&mut self, at: (u16, u16), value: &str, style: u16) -> Result<(), Refusal> {
        if self.sheet.hides_zeros && matches!(value, "0" | "0e0") {
            return Ok(());
        }
        let workbook = self.workbook;
        self.print(at, &format::printed(value, workbook.format(style), workbook.from_1904), style)
    }

    fn print(&mut self, (row, column): (u16, u16), text: &str, style: u16) -> Result<(), Refusal> {
        if !text.is_empty() {
            let hidden = [(true, row, &self.hidden_rows), (false, column, &self.hidden_columns)];
            let hidden = hidden.into_iter().find(|(_, number, hidden)| hidden.contains(number));
            if let Some((is_row, number, _)) = hidden
                && self.seen.insert((is_row, number))
            {
                self.sheet.hidden += 1;
            }
        }
        let at: At = (row.into(), column.into());
        self.sheet.print(at, text, self.workbook.indent(style), self.left)
    }
}
