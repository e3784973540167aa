//! PDF fonts, as far as reading text needs them: which characters a string shows, and how wide they are. Shapes do not
//! matter.

mod encoding;
mod names;
mod simple;
mod widths;

use super::inflate::decoded;
use super::limits::{Allowance, MAX_FONTS, MAX_IN_FONTS};
use encoding::Encoding;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys::{DESCENDANT_FONTS, ENCODING, SUBTYPE, TO_UNICODE};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;
use widths::Widths;

/// A font.
#[derive(Debug)]
pub struct Font {
    encoding: Encoding,
    to_unicode: Option<CMap>,
    widths: Widths,
    /// Whether its text runs from top to bottom.
    pub is_vertical: bool,
}

/// A glyph that a string shows.
#[derive(Debug)]
pub struct Shown<'f> {
    /// What it stands for; none where the font does not say.
    pub characters: Option<Cow<'f, str>>,
    /// Its width, in sizes of the font.
    pub width: f32,
    /// Whether its code is the single byte 32, which is the one that word spacing widens.
    pub is_blank: bool,
}

impl Font {
    fn new(font: &Dict<'_>, allowance: &mut Allowance) -> Self {
        let to_unicode = font.get::<Stream<'_>>(TO_UNICODE).and_then(|stream| parsed(&stream, allowance));
        if font.get::<Name<'_>>(SUBTYPE).as_deref() != Some(b"Type0") {
            let (encoding, widths) = (Encoding::Simple(simple::encoding(font)), Widths::simple(font));
            return Self { encoding, to_unicode, widths, is_vertical: false };
        }
        let descendants = font.get::<Array<'_>>(DESCENDANT_FONTS);
        let descendant = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next()).unwrap_or_default();
        let name = font.get::<Name<'_>>(ENCODING);
        let encoding = match (&name, font.get::<Stream<'_>>(ENCODING)) {
            (None, Some(stream)) => {
                parsed(&stream, allowance).map_or(Encoding::Identity, |table| Encoding::Embedded(Box::new(table)))
            }
            (name, _) => Encoding::named(name.as_deref().unwrap_or_default()),
        };
        let widths =
            if encoding.is_of_characters() { Widths::by_encoding() } else { Widths::composite(&descendant, allowance) };
        Self { encoding, to_unicode, widths, is_vertical: name.is_some_and(|name| name.ends_with(b"-V")) }
    }

    /// Calls `each` with every glyph that a string shows, until it returns `false`.
    pub fn show<'f>(&'f self, mut string: &[u8], each: &mut dyn FnMut(Shown<'f>) -> bool) {
        while let Some(code) = self.encoding.next(string) {
            let (bytes, rest) = string.split_at(code.length);
            let width = self.widths.of(self.encoding.glyph(code), code.length);
            if !each(Shown { characters: self.characters(code.value, bytes), width, is_blank: bytes == b" " }) {
                return;
            }
            string = rest;
        }
    }

    fn characters(&self, code: u32, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let mapped =
            self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code)).map(|mapped| match mapped {
                BfString::Char(char) => String::from(char),
                BfString::String(string) => string,
            });
        mapped.map(Cow::Owned).or_else(|| self.encoding.characters(bytes))
    }
}

/// Parses a `CMap`, a table of codes, that is embedded in the file.
fn parsed(stream: &Stream<'_>, allowance: &mut Allowance) -> Option<CMap> {
    CMap::parse(&decoded(stream, allowance)?, |_| None)
}

/// The fonts of a file, each parsed once.
#[derive(Debug, Default)]
pub struct Fonts {
    /// The fonts by the address of their dictionary in the file's bytes.
    fonts: HashMap<usize, Rc<Font>>,
    /// How much of the allowance they have used, which is about the memory that they take.
    cost: usize,
}

impl Fonts {
    /// The font of a dictionary.
    pub fn get(&mut self, font: &Dict<'_>, allowance: &mut Allowance) -> Rc<Font> {
        let key = font.data().as_ptr().addr();
        if let Some(known) = self.fonts.get(&key) {
            return Rc::clone(known);
        }
        let before = allowance.left();
        let new = Rc::new(Font::new(font, allowance));
        let cost = before - allowance.left();
        if self.fonts.len() < MAX_FONTS && self.cost + cost <= MAX_IN_FONTS {
            self.cost += cost;
            self.fonts.insert(key, Rc::clone(&new));
        }
        new
    }
}
