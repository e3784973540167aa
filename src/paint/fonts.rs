//! Finds a font with Chinese characters for pictures: one of this machine's, or a font file.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Source, Style, Weight};
use ttf_parser::Face;

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
/// A character that the font must have: fonts for simplified Chinese have it, Japanese ones do not.
const KNOWN: char = '预';

/// A font that has Chinese characters.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// The font in `file`, or the best one of this machine; `None` if none has Chinese characters.
    pub fn find(file: Option<&Path>) -> Option<Fonts> {
        let mut fonts = Database::new();
        match file {
            Some(file) => fonts.load_font_file(file).ok()?,
            None => fonts.load_system_fonts(),
        }
        let regular = named(&fonts, Weight::NORMAL).or_else(|| any(&fonts))?;
        let family = fonts.face(regular)?.families.first()?.0.clone();
        let bold = query(&fonts, &family, Weight::BOLD).filter(|id| has_chinese(&fonts, *id)).unwrap_or(regular);
        // Other fonts are no fallback for missing characters: so pictures do not depend on what else a machine has.
        let faces = if bold == regular { vec![regular] } else { vec![regular, bold] };
        let mut fonts = held(faces.into_iter().filter_map(|id| fonts.face(id)));
        fonts.set_sans_serif_family(family);
        Some(Fonts(Arc::new(fonts)))
    }

    /// A font database with the font's faces only, under the family that drawings name.
    pub fn fonts(&self) -> Arc<Database> {
        Arc::clone(&self.0)
    }
}

/// These faces alone, with their files in memory: a picture opens its font for each letter, and opening a file of twenty
/// megabytes some hundred times was two thirds of the work for a budget's pictures.
fn held<'f>(faces: impl Iterator<Item = &'f FaceInfo>) -> Database {
    let mut files: HashMap<PathBuf, Source> = HashMap::new();
    let mut fonts = Database::new();
    for face in faces {
        let mut face = face.clone();
        if let Source::File(path) = &face.source {
            let read = || fs::read(path).map(|bytes| Source::Binary(Arc::new(bytes)));
            let held = files.get(path).cloned().or_else(|| read().ok()).unwrap_or_else(|| face.source.clone());
            files.insert(path.clone(), held.clone());
            face.source = held;
        }
        fonts.push_face_info(face);
    }
    fonts
}

fn named(fonts: &Database, weight: Weight) -> Option<ID> {
    FAMILIES.iter().find_map(|family| query(fonts, family, weight).filter(|id| has_chinese(fonts, *id)))
}

fn query(fonts: &Database, family: &str, weight: Weight) -> Option<ID> {
    fonts.query(&Query { families: &[Family::Name(family)], weight, ..Query::default() })
}

/// Any face that has Chinese characters, an upright and regular one if there is one.
fn any(fonts: &Database) -> Option<ID> {
    let plain = |id: &ID| fonts.face(*id).is_some_and(|f| f.style == Style::Normal && f.weight == Weight::NORMAL);
    let chinese: Vec<_> = fonts.faces().map(|face| face.id).filter(|id| has_chinese(fonts, *id)).collect();
    chinese.iter().copied().find(plain).or(chinese.first().copied())
}

fn has_chinese(fonts: &Database, id: ID) -> bool {
    let has = |face: Face| face.glyph_index(KNOWN).is_some();
    fonts.with_face_data(id, |data, index| Face::parse(data, index).is_ok_and(has)) == Some(true)
}
