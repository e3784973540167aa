//! Reads the first records of an XLS workbook: its sheets, shared texts and formats.

use super::records::{Record, Records, kind};
use super::strings::Bytes;
use crate::import::limits::{MAX_CELLS, MAX_SHEETS};
use crate::import::refusal::Refusal;
use crate::import::sheet::format::built_in;
use std::collections::HashMap;

/// What all sheets of an XLS workbook share.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets.
    pub sheets: Vec<SheetEntry>,
    /// Texts, by number.
    pub texts: Vec<String>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    formats: HashMap<usize, String>,
    /// The number format and the indent of each style.
    styles: Vec<(usize, u8)>,
}

/// A sheet as the workbook names it.
#[derive(Debug)]
pub struct SheetEntry {
    /// Its name.
    pub name: String,
    /// Whether spreadsheet programs hide it.
    pub is_hidden: bool,
    /// Where in the stream its records begin.
    pub begin: usize,
}

impl Workbook {
    /// Reads the workbook of a stream.
    pub fn of(stream: &[u8]) -> Result<Self, Refusal> {
        const BIFF_8: u16 = 0x600;
        let mut workbook = Self::default();
        let mut records = Records::new(stream);
        let first = records.next().filter(|record| record.kind == kind::BEGIN).ok_or(Refusal::Damaged)?;
        if first.u16(0) != Some(BIFF_8) {
            return Err(Refusal::BinaryWorkbook);
        }
        while let Some(record) = records.next() {
            match record.kind {
                kind::END => return Ok(workbook),
                kind::PASSWORD => return Err(Refusal::Password),
                kind::FROM_1904 => workbook.from_1904 = record.u16(0) == Some(1),
                kind::SHEET if workbook.sheets.len() == MAX_SHEETS => return Err(Refusal::TooMuch),
                kind::SHEET => workbook.sheets.extend(sheet(&record)),
                kind::TEXTS => workbook.texts = texts(&record, records.continued()),
                kind::FORMAT => {
                    let code = Bytes::new(record.data.get(2..).unwrap_or_default(), Vec::new()).text();
                    workbook.formats.extend(record.u16(0).map(usize::from).zip(code));
                }
                kind::STYLE => {
                    let indent = record.data.get(8).map_or(0, |byte| byte & 0x0F);
                    workbook.styles.push((usize::from(record.u16(2).unwrap_or(0)), indent));
                }
                _ => {}
            }
        }
        Err(Refusal::Damaged)
    }

    /// The format of a style.
    pub fn format(&self, style: u16) -> &str {
        let number = self.styles.get(usize::from(style)).map_or(0, |(number, _)| *number);
        self.formats.get(&number).map_or(built_in(number), String::as_str)
    }

    /// By how many characters a style indents text.
    pub fn indent(&self, style: u16) -> u8 {
        self.styles.get(usize::from(style)).map_or(0, |(_, indent)| *indent)
    }
}

/// Reads the name and place of a sheet that has cells; charts and macros have none.
fn sheet(record: &Record) -> Option<SheetEntry> {
    let (&is_hidden, &what) = (record.data.get(4)?, record.data.get(5)?);
    let length = usize::from(*record.data.get(6)?);
    let name = Bytes::new(record.data.get(7..)?, Vec::new()).text_of(length)?;
    (what == 0).then_some(SheetEntry { name, is_hidden: is_hidden & 3 != 0, begin: record.u32(0)? as usize })
}

fn texts(record: &Record, continued: Vec<&[u8]>) -> Vec<String> {
    let mut bytes = Bytes::new(record.data, continued);
    let (_, count) = (bytes.u32(), bytes.u32().unwrap_or(0));
    (0..count).take(MAX_CELLS).map_while(|_| bytes.text()).collect()
}
