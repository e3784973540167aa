//! Reads the records in the stream of an XLS workbook: each has a number, a length, and as many bytes.

/// The records that are read, by their numbers in the format's specification ([MS-XLS]).
pub mod kind {
    pub const FORMULA: u16 = 0x06;
    pub const END: u16 = 0x0A;
    pub const FROM_1904: u16 = 0x22;
    pub const PASSWORD: u16 = 0x2F;
    pub const CONTINUE: u16 = 0x3C;
    pub const COLUMNS: u16 = 0x7D;
    pub const SHEET: u16 = 0x85;
    pub const NUMBERS: u16 = 0xBD;
    pub const STYLE: u16 = 0xE0;
    pub const MERGED: u16 = 0xE5;
    pub const TEXTS: u16 = 0xFC;
    pub const SHARED_TEXT: u16 = 0xFD;
    pub const NUMBER: u16 = 0x203;
    pub const TEXT: u16 = 0x204;
    pub const TRUTH: u16 = 0x205;
    pub const RESULT: u16 = 0x207;
    pub const ROW: u16 = 0x208;
    pub const WINDOW: u16 = 0x23E;
    pub const SHORT_NUMBER: u16 = 0x27E;
    pub const FORMAT: u16 = 0x41E;
    pub const BEGIN: u16 = 0x809;
}

/// A record.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Its number, which says what it holds.
    pub kind: u16,
    /// Its content.
    pub data: &'a [u8],
}

/// The records that are still to come.
#[derive(Debug, Clone)]
pub struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    /// The records of a stream, or of a part of it.
    pub const fn new(stream: &'a [u8]) -> Self {
        Self(stream)
    }

    /// The content of the records that continue the last one.
    pub fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        loop {
            let mut ahead = self.clone();
            match ahead.next() {
                Some(record) if record.kind == kind::CONTINUE => parts.push(record.data),
                _ => return parts,
            }
            *self = ahead;
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (head, rest) = self.0.split_first_chunk::<4>()?;
        let [kind_0, kind_1, length_0, length_1] = *head;
        let length = usize::from(u16::from_le_bytes([length_0, length_1])).min(rest.len());
        let (data, rest) = rest.split_at(length);
        self.0 = rest;
        Some(Record { kind: u16::from_le_bytes([kind_0, kind_1]), data })
    }
}

impl Record<'_> {
    /// A number of two bytes in its content.
    pub fn u16(&self, at: usize) -> Option<u16> {
        let bytes = self.data.get(at..at.checked_add(2)?)?;
        Some(u16::from_le_bytes(bytes.try_into().ok()?))
    }

    /// A number of four bytes in its content.
    pub fn u32(&self, at: usize) -> Option<u32> {
        let bytes = self.data.get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    /// A float in its content.
    pub fn f64(&self, at: usize) -> Option<f64> {
        let bytes = self.data.get(at..at.checked_add(8)?)?;
        Some(f64::from_le_bytes(bytes.try_into().ok()?))
    }
}
