//! How much is read at most of files other than PDF, so that none keeps its reader waiting or takes all memory.
//!
//! The largest real workbook that we know has 56,000 cells, and the largest web page 4 MB. What exceeds a limit is
//! reported, never left out silently.

use super::refusal::Refusal;

/// The most bytes of a file.
pub const MAX_BYTES: usize = 32 << 20;
/// The most files in an archive.
pub const MAX_ENTRIES: usize = 4_096;
/// The most bytes of one part of an archive, unpacked.
pub const MAX_UNPACKED: usize = 64 << 20;
/// The most bytes of all parts of an archive that are unpacked. A few hundred kilobytes may hold gigabytes of spaces.
pub const MAX_UNPACKED_IN_ALL: usize = 128 << 20;
/// How deep elements may be nested.
pub const DEEPEST: usize = 256;
/// The most tags and texts of an XML part or a web page.
pub const MAX_EVENTS: usize = 20_000_000;
/// The most sheets of a workbook.
pub const MAX_SHEETS: usize = 256;
/// The most cells of a file that are not empty.
pub const MAX_CELLS: usize = 500_000;
/// The most bytes of all cells' texts; cells may share one text a million times.
pub const MAX_TEXT: usize = 64 << 20;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 256;
/// The most merged areas of a sheet.
pub const MAX_MERGES: usize = 50_000;
/// The most cells of a file's tables, empty or not.
pub const MAX_PLACES: usize = 2_000_000;
/// How many blank rows end a table of a sheet.
pub const BLANK_ROWS: usize = 40;
/// The most files of one document in an archive.
pub const MAX_FILES: usize = 256;

/// How much of a file may still be read.
#[derive(Debug)]
pub struct Allowance {
    cells: usize,
    text: usize,
    places: usize,
}

impl Allowance {
    /// What may be read of a whole file.
    pub const fn new() -> Self {
        Self { cells: MAX_CELLS, text: MAX_TEXT, places: MAX_PLACES }
    }

    /// Counts a cell with this many bytes of text.
    pub fn cell(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.cells = self.cells.checked_sub(1).ok_or(Refusal::TooMuch)?;
        self.text = self.text.checked_sub(bytes).ok_or(Refusal::TooMuch)?;
        Ok(())
    }

    /// Counts the rows of a table of this many columns, and returns how many of those wanted may be read.
    pub fn rows(&mut self, wanted: usize, columns: usize) -> usize {
        let rows = wanted.min(self.places / columns.max(1));
        self.places -= rows * columns;
        rows
    }
}
