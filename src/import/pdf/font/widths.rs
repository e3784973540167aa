//! The widths of a PDF font's glyphs, which say where the next glyph stands.

use super::super::limits::{Allowance, MAX_WIDTHS, OPERATORS_A_WIDTH};
use crate::money::sort_by;
use hayro_syntax::object::dict::keys::{DW, FIRST_CHAR, FONT_DESC, FONT_MATRIX, MISSING_WIDTH, SUBTYPE, W, WIDTHS};
use hayro_syntax::object::{Array, Dict, Name, Object};

/// A font says widths in thousandths of its size.
const THOUSANDTH: f32 = 0.001;
/// The width of most glyphs of the standard fonts, whose widths a file may leave out.
const STANDARD: f32 = 0.556;

/// The widths of a font's glyphs, in font sizes.
#[derive(Debug)]
pub enum Widths {
    /// Each range of glyphs with the width of all of them, in order.
    Listed {
        /// First glyph, last glyph, width.
        ranges: Vec<(u32, u32, f32)>,
        /// The width of any other glyph.
        other: f32,
    },
    /// Where codes are not glyph numbers: half the font size for a Latin code or one of a single byte, else the font
    /// size.
    ByEncoding,
}

impl Widths {
    /// The widths for codes that are characters of a character set.
    pub const fn by_encoding() -> Self {
        Self::ByEncoding
    }

    /// The widths of a simple font.
    pub fn simple(font: &Dict<'_>) -> Self {
        let is_type3 = font.get::<Name<'_>>(SUBTYPE).as_deref() == Some(b"Type3");
        let matrix = font.get::<[f32; 6]>(FONT_MATRIX).filter(|_| is_type3);
        let scale = matrix.map_or(THOUSANDTH, |[a, ..]| a.abs());
        let first = font.get::<u32>(FIRST_CHAR).unwrap_or(0);
        let listed = font.get::<Array<'_>>(WIDTHS);
        let missing = font.get::<Dict<'_>>(FONT_DESC).and_then(|descriptor| descriptor.get::<f32>(MISSING_WIDTH));
        let other = if listed.is_some() { missing.unwrap_or(0.0) * scale } else { STANDARD };
        let widths = listed.into_iter().flat_map(|widths| widths.iter::<f32>().take(256));
        let ranges = (first..).zip(widths).map(|(code, width)| (code, code, width * scale)).collect();
        Self::Listed { ranges, other }
    }

    /// The widths of a composite font: a list of `first [width …]` or `first last width`.
    pub fn composite(font: &Dict<'_>, allowance: &mut Allowance) -> Self {
        let other = font.get::<f32>(DW).unwrap_or(1000.0) * THOUSANDTH;
        let mut ranges = Vec::new();
        let widths = font.get::<Array<'_>>(W).unwrap_or_default();
        let mut items = widths.iter::<Object<'_>>();
        while let (Some(first), Some(next)) = (items.next().and_then(number), items.next()) {
            match next {
                Object::Array(widths) => {
                    ranges.extend((first..).zip(widths.iter::<f32>()).map(|(glyph, width)| (glyph, glyph, width)));
                }
                next => {
                    let Some(last) = number(next) else { break };
                    let Some(width) = items.next().and_then(Object::into_f32) else { break };
                    ranges.push((first, last, width));
                }
            }
            if ranges.len() >= MAX_WIDTHS {
                break;
            }
        }
        ranges.truncate(MAX_WIDTHS);
        if !allowance.operators(ranges.len() * OPERATORS_A_WIDTH) {
            ranges.clear();
        }
        for range in &mut ranges {
            range.2 *= THOUSANDTH;
        }
        sort_by(&mut ranges, |one, other| one.0.cmp(&other.0));
        Self::Listed { ranges, other }
    }

    /// The width of a glyph whose code has this many bytes.
    pub fn of(&self, glyph: u32, length: usize) -> f32 {
        match self {
            Self::Listed { ranges, other } => {
                let after = ranges.partition_point(|range| range.0 <= glyph);
                let range = after.checked_sub(1).and_then(|at| ranges.get(at)).filter(|range| glyph <= range.1);
                range.map_or(*other, |range| range.2)
            }
            Self::ByEncoding if length == 1 || glyph < 0x100 => 0.5,
            Self::ByEncoding => 1.0,
        }
    }
}

fn number(object: Object<'_>) -> Option<u32> {
    object.into_number().and_then(|number| u32::try_from(number.as_i64()).ok())
}
