//! Groups the glyphs of a page into lines of text.

use super::drawing::Glyph;
use crate::money::sort_by;

/// A line of text; its glyphs in the order of reading, without spaces at its ends.
#[derive(Debug)]
pub struct Line {
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
}

impl Line {
    /// Where it begins.
    pub fn start(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.x)
    }

    /// Where it ends.
    pub fn end(&self) -> f32 {
        self.glyphs.last().map_or(0.0, |glyph| glyph.x + glyph.width)
    }

    /// The height of its baseline.
    pub fn baseline(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.y)
    }

    /// The height at which its middle is.
    pub fn middle(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.centre.1)
    }

    /// The size of its text.
    pub fn size(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.size)
    }

    /// Its text. Spaces are inferred from the distances between glyphs, since some files draw them and others do not: a
    /// gap that is wider than two characters is two spaces, and one between Latin words or numbers is one.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<Glyph> = None;
        let mut has_blank = false;
        for glyph in &self.glyphs {
            if glyph.char == ' ' {
                has_blank = true;
                continue;
            }
            if let Some(before) = before {
                text.push_str(between(&before, glyph, has_blank));
            }
            text.push(glyph.char);
            (before, has_blank) = (Some(*glyph), false);
        }
        text
    }
}

/// What separates two characters of a line.
fn between(one: &Glyph, next: &Glyph, has_blank: bool) -> &'static str {
    /// Wider gaps, in font sizes, separate words that have nothing to do with each other.
    const APART: f32 = 2.0;
    /// The narrowest space in Latin text, in font sizes, where it is drawn and where it is left out.
    const DRAWN: f32 = 0.1;
    const LEFT_OUT: f32 = 0.3;
    let gap = (next.x - one.x - one.width) / one.size.max(next.size);
    let is_latin = one.char.is_ascii() && next.char.is_ascii();
    if gap > APART {
        "  "
    } else if is_latin && gap > if has_blank { DRAWN } else { LEFT_OUT } {
        " "
    } else {
        ""
    }
}

/// The lines that glyphs form, from top to bottom.
pub fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    sort_by(&mut glyphs, |one, other| one.y.total_cmp(&other.y));
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if glyph.y - line.baseline() <= line.size().min(glyph.size) / 2.0 => line.glyphs.push(glyph),
            _ => lines.push(Line { glyphs: vec![glyph] }),
        }
    }
    for line in &mut lines {
        sort_by(&mut line.glyphs, |one, other| one.x.total_cmp(&other.x));
        while line.glyphs.pop_if(|last| last.char == ' ').is_some() {}
        let blanks = line.glyphs.iter().take_while(|glyph| glyph.char == ' ').count();
        line.glyphs.drain(..blanks);
    }
    lines.retain(|line| !line.glyphs.is_empty());
    lines
}

/// The lines of a cell as one text, with spaces only between Latin words and between complete numbers.
pub fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let next = line.text();
        if is_apart(&text, &next) {
            text.push(' ');
        }
        text.push_str(&next);
    }
    text
}

fn is_apart(text: &str, next: &str) -> bool {
    let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next()) else { return false };
    let are_words = last.is_ascii_alphabetic() && first.is_ascii_alphabetic();
    // A number with decimals is complete; one that follows with decimals of its own is another number.
    let are_numbers = last.is_ascii_digit() && first.is_ascii_digit() && has_decimals(text) && has_decimals(next);
    are_words || are_numbers
}

/// Whether the number at a text's end has a decimal point.
fn has_decimals(text: &str) -> bool {
    let number = text.rsplit(|char: char| !char.is_ascii_digit() && char != '.').next();
    number.is_some_and(|number| number.contains('.'))
}
