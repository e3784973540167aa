//! Reads XLS, the workbooks of Excel 97 to 2003 (BIFF8), which are records in a stream of a compound file.

mod cells;
mod records;
mod strings;
mod workbook;

use super::Book;
use crate::import::reading::Reading;
use crate::import::refusal::Refusal;
use cells::Cells;
use cfb::CompoundFile;
use records::Records;
use std::io::{Cursor, Read};
use std::sync::Arc;
use workbook::Workbook;

/// Reads a workbook.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, Refusal> {
    let stream = stream(bytes)?;
    let workbook = Workbook::of(&stream)?;
    let mut book = Book::new(file);
    for named in &workbook.sheets {
        let records = Records::new(stream.get(named.begin..).ok_or(Refusal::Damaged)?);
        let mut sheet = Cells::new(&workbook, &mut book.left).read(records)?;
        sheet.name.clone_from(&named.name);
        sheet.is_hidden = named.is_hidden;
        book.take(&sheet);
    }
    book.read()
}

/// The stream of the workbook.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let stream = file.open_stream("/Workbook").map_err(|_| Refusal::Damaged)?;
    let mut content = Vec::new();
    // No stream is longer than the file that holds it, unless it runs in a circle.
    stream.take(bytes.len() as u64).read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
    Ok(content)
}
