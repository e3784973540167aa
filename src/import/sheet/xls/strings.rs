//! Reads texts in the records of an XLS workbook: UTF-16, or its lower bytes alone, which may be cut anywhere and
//! continue in the next record.

use std::iter;

/// The bytes of a record and of those that continue it.
pub struct Bytes<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Bytes<'a> {
    /// The bytes of some records.
    pub fn new(first: &'a [u8], rest: Vec<&'a [u8]>) -> Self {
        Self { parts: iter::once(first).chain(rest).collect(), part: 0, at: 0 }
    }

    /// The next byte, whether or not a record ends before it.
    fn byte(&mut self) -> Option<u8> {
        loop {
            let part = self.parts.get(self.part)?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    /// A number of two bytes.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// A number of four bytes.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// Whether the last record has come to its end, after which a byte says anew how a text is written.
    fn is_at_end(&self) -> bool {
        self.parts.get(self.part).is_some_and(|part| self.at == part.len())
    }

    /// A text whose length is written in two bytes.
    pub fn text(&mut self) -> Option<String> {
        let length = self.u16()?;
        self.text_of(usize::from(length))
    }

    /// A text of this many characters.
    pub fn text_of(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let more = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let mut is_wide = flags & 1 != 0;
        let mut units = Vec::with_capacity(length);
        while units.len() < length {
            if self.is_at_end() && self.part + 1 < self.parts.len() {
                is_wide = self.byte()? & 1 != 0;
            }
            units.push(if is_wide { self.u16()? } else { u16::from(self.byte()?) });
        }
        // What follows is how parts of the text look, and how it is pronounced.
        for _ in 0..runs * 4 {
            self.byte()?;
        }
        for _ in 0..more {
            self.byte()?;
        }
        Some(String::from_utf16_lossy(&units))
    }
}
