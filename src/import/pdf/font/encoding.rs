//! Splits the strings of a PDF font into codes, and turns the codes into characters.

use crate::import::encoding::gb18030;
use hayro_cmap::CMap;
use std::borrow::Cow;

/// How a font's strings are split into codes, and which characters the codes stand for.
#[derive(Debug)]
pub enum Encoding {
    /// One byte a character, from a table.
    Simple(Box<[Option<char>; 256]>),
    /// Two bytes, which are the glyph's number and say nothing about the character.
    Identity,
    /// A `CMap` in the file, from codes to glyph numbers.
    Embedded(Box<CMap>),
    /// GB 2312, GBK or GB 18030, one, two or four bytes.
    Gb,
    /// Unicode, two bytes or four.
    Utf16,
}

/// A code of a string.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// Its value.
    pub value: u32,
    /// How many bytes it has.
    pub length: usize,
}

impl Encoding {
    /// The encoding that a font names. Where the codes are characters of a known character set, no `CMap` is needed; of
    /// any other encoding only the codes are known.
    pub fn named(name: &[u8]) -> Self {
        match name.strip_suffix(b"-H").or_else(|| name.strip_suffix(b"-V")).unwrap_or(name) {
            b"GB-EUC" | b"GBpc-EUC" | b"GBK-EUC" | b"GBKp-EUC" | b"GBK2K" => Self::Gb,
            b"UniGB-UCS2" | b"UniGB-UTF16" | b"UniCNS-UCS2" | b"UniCNS-UTF16" | b"UniJIS-UCS2" | b"UniJIS-UTF16"
            | b"UniKS-UCS2" | b"UniKS-UTF16" => Self::Utf16,
            _ => Self::Identity,
        }
    }

    /// Whether its codes are characters of a character set, so that no glyph numbers are known.
    pub fn is_of_characters(&self) -> bool {
        matches!(self, Self::Gb | Self::Utf16)
    }

    /// The first code of a string.
    pub fn next(&self, string: &[u8]) -> Option<Code> {
        let first = *string.first()?;
        let length = match self {
            Self::Simple(_) => 1,
            Self::Gb => gb_length(first, string.get(1).copied()),
            Self::Utf16 if matches!(first, 0xD8..=0xDB) => 4,
            Self::Embedded(table) if table.lookup_cid_code(u32::from(first), 1).is_some() => 1,
            Self::Identity | Self::Embedded(_) | Self::Utf16 => 2,
        };
        let length = length.min(string.len());
        let value = string.iter().take(length).fold(0, |value, byte| value << 8 | u32::from(*byte));
        Some(Code { value, length })
    }

    /// The number of the glyph that a code shows.
    pub fn glyph(&self, code: Code) -> u32 {
        match self {
            Self::Embedded(table) => {
                let length = u8::try_from(code.length).unwrap_or(u8::MAX);
                table.lookup_cid_code(code.value, length).unwrap_or(code.value)
            }
            _ => code.value,
        }
    }

    /// The characters that a code stands for where the font has no Unicode table for it.
    pub fn characters(&self, code: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Self::Simple(table) => {
                let char = *table.get(usize::from(*code.first()?))?;
                char.map(|char| Cow::Owned(char.into()))
            }
            Self::Gb if code.is_ascii() => str::from_utf8(code).ok().map(|text| Cow::Owned(text.into())),
            Self::Gb => gb18030(code).map(Cow::Owned),
            Self::Utf16 => {
                let (units, []) = code.as_chunks::<2>() else { return None };
                let units: Vec<u16> = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
                String::from_utf16(&units).ok().map(Cow::Owned)
            }
            Self::Identity | Self::Embedded(_) => None,
        }
    }
}

/// How many bytes a code in GB 18030 has.
fn gb_length(first: u8, second: Option<u8>) -> usize {
    match (first, second) {
        (0..=0x80 | 0xFF, _) => 1,
        (_, Some(b'0'..=b'9')) => 4,
        _ => 2,
    }
}
