//! The encoding of simple PDF fonts, whose codes are single bytes: a table of 256 characters.

use super::names::named;
use hayro_syntax::object::dict::keys::{BASE_ENCODING, DIFFERENCES, ENCODING};
use hayro_syntax::object::{Array, Dict, Name, Object};

/// The characters of Windows-1252 from 0x80, where Latin-1 has control characters; undefined ones are spaces.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/// The characters of Mac OS Roman from 0x80.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
                         ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The characters of a simple font: those of its base encoding with its own differences.
pub fn encoding(font: &Dict<'_>) -> Box<[Option<char>; 256]> {
    let own = font.get::<Dict<'_>>(ENCODING);
    let base = own.as_ref().and_then(|own| own.get::<Name<'_>>(BASE_ENCODING));
    let base = base.or_else(|| font.get::<Name<'_>>(ENCODING));
    let mut table = Box::new(base_encoding(base.as_deref()));
    if let Some(differences) = own.and_then(|own| own.get::<Array<'_>>(DIFFERENCES)) {
        apply(&differences, &mut table);
    }
    table
}

/// The characters of a base encoding; nearly every font that names none uses Windows-1252.
fn base_encoding(name: Option<&[u8]>) -> [Option<char>; 256] {
    let mut table = [None; 256];
    for (char, code) in table.iter_mut().zip(0..=u8::MAX) {
        *char = Some(char::from(code)).filter(|char| !char.is_control());
    }
    let upper = if name == Some(b"MacRomanEncoding") { MACINTOSH } else { WINDOWS };
    for (slot, char) in table.iter_mut().skip(0x80).zip(upper.chars()) {
        *slot = (char != ' ').then_some(char);
    }
    table
}

/// Applies a font's differences, `code name name … code name …`: the glyph names from each code on.
fn apply(differences: &Array<'_>, table: &mut [Option<char>; 256]) {
    let mut code = 0;
    for item in differences.iter::<Object<'_>>() {
        match item {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(table.len()),
            Object::Name(name) => {
                if let Some(slot) = table.get_mut(code) {
                    *slot = named(name.as_str());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
}
