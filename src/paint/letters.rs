//! The fonts of pictures: those of this machine that have Chinese letters, or a file.

use std::path::Path;

use ab_glyph::{Font, FontRef, FontVec};
use fontdb::{Database, Family, ID, Query, Style, Weight};

/// Sans-serif families that have simplified Chinese, as systems ship them, the best first.
const FAMILIES: [&str; 10] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
];
/// A letter that a font must have: simplified Chinese has it, Japanese does not.
const KNOWN: char = '预';

/// A font in two weights.
pub struct Letters {
    /// For most words.
    pub regular: FontVec,
    /// For those that stand out.
    pub bold: FontVec,
}

impl Letters {
    /// The letters of `file`, or of the best font of this machine; `None` where there is none that has Chinese.
    pub fn find(file: Option<&Path>) -> Option<Letters> {
        let mut fonts = Database::new();
        match file {
            Some(file) => fonts.load_font_file(file).ok()?,
            None => fonts.load_system_fonts(),
        }
        let regular = named(&fonts, Weight::NORMAL).or_else(|| any(&fonts))?;
        let family = fonts.face(regular)?.families.first()?.0.clone();
        let bold = query(&fonts, &family, Weight::BOLD).filter(|id| has_chinese(&fonts, *id)).unwrap_or(regular);
        Some(Letters { regular: loaded(&fonts, regular)?, bold: loaded(&fonts, bold)? })
    }
}

fn named(fonts: &Database, weight: Weight) -> Option<ID> {
    FAMILIES.iter().find_map(|family| query(fonts, family, weight).filter(|id| has_chinese(fonts, *id)))
}

fn query(fonts: &Database, family: &str, weight: Weight) -> Option<ID> {
    fonts.query(&Query { families: &[Family::Name(family)], weight, ..Query::default() })
}

/// Any face that has Chinese, an upright and regular one if there is.
fn any(fonts: &Database) -> Option<ID> {
    let plain = |id: &ID| fonts.face(*id).is_some_and(|f| f.style == Style::Normal && f.weight == Weight::NORMAL);
    let chinese: Vec<_> = fonts.faces().map(|face| face.id).filter(|id| has_chinese(fonts, *id)).collect();
    chinese.iter().copied().find(plain).or(chinese.first().copied())
}

fn has_chinese(fonts: &Database, id: ID) -> bool {
    let has = |font: FontRef| font.glyph_id(KNOWN).0 != 0;
    fonts.with_face_data(id, |data, index| FontRef::try_from_slice_and_index(data, index).is_ok_and(has)) == Some(true)
}

fn loaded(fonts: &Database, id: ID) -> Option<FontVec> {
    fonts.with_face_data(id, |data, index| FontVec::try_from_vec_and_index(data.to_vec(), index).ok())?
}
