//! Text whose numbers know where they are printed in the document, so that a sentence can link them.
//!
//! Which of two equal numbers a sentence means cannot be recovered from the sentence. So each number carries its
//! place from the moment when the sentence is made.

use std::fmt;
use std::ops::{Add, Deref};

use crate::budget::Place;
use crate::locale::{Locale, Piece};

/// A text, and where in it printed numbers stand. It dereferences to `str`.
///
/// ```
/// use budget_lens::budget::Place;
/// use budget_lens::figure::Text;
///
/// let cell = Place::Cell(2, 0, 0); // third table, first line, first column
/// let text = Text::from("共 ") + Text::at("61.00", Some(cell)) + " 万元";
/// assert_eq!(&*text, "共 61.00 万元");
/// assert_eq!(text.runs(), [("共 ", None), ("61.00", Some(cell)), (" 万元", None)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    words: String,
    printed: Vec<Printed>,
}

/// A part of a text that is printed in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    start: usize,
    end: usize,
    at: Place,
}

/// A part of a text: words, or what is printed at a place.
pub type Run<'t> = (&'t str, Option<Place>);

impl Text {
    /// A text that is printed at this place, or plain text without a place.
    pub fn at(text: &str, at: Option<Place>) -> Self {
        let printed = at.map(|at| Printed { start: 0, end: text.len(), at });
        Text { words: text.into(), printed: printed.into_iter().collect() }
    }

    /// Appends a part.
    pub fn push(&mut self, part: &dyn TextPart) {
        let by = self.words.len();
        self.words.push_str(part.words());
        self.printed.extend(part.printed().iter().map(|Printed { start, end, at }| Printed {
            start: start + by,
            end: end + by,
            at: *at,
        }));
    }

    /// Its parts in their order, none of them empty.
    pub fn runs(&self) -> Vec<Run<'_>> {
        // Not by an index: its panic message would be five thousand bytes of the first module.
        let part = |from: usize, to: usize| self.words.get(from..to).unwrap_or_default();
        let mut runs = Vec::new();
        let mut from = 0;
        for Printed { start, end, at } in &self.printed {
            runs.push((part(from, *start), None));
            runs.push((part(*start, *end), Some(*at)));
            from = *end;
        }
        runs.push((part(from, self.words.len()), None));
        runs.retain(|(text, _)| !text.is_empty());
        runs
    }

    /// Joins texts with a separator.
    pub fn join(texts: &[Text], separator: &str) -> Text {
        let mut all = Text::default();
        for (i, text) in texts.iter().enumerate() {
            if i > 0 {
                all.push(&separator);
            }
            all.push(text);
        }
        all
    }
}

/// Parts that a sentence can be made of: plain strings, and texts with places.
pub trait TextPart {
    /// The plain text of the part.
    fn words(&self) -> &str;
    /// The ranges of the text that are printed in the document.
    fn printed(&self) -> &[Printed] {
        &[]
    }
}

impl TextPart for Text {
    fn words(&self) -> &str {
        &self.words
    }

    fn printed(&self) -> &[Printed] {
        &self.printed
    }
}

impl TextPart for String {
    fn words(&self) -> &str {
        self
    }
}

impl TextPart for &str {
    fn words(&self) -> &str {
        self
    }
}

impl Locale {
    /// Like [`Locale::format`], with parts that may know where they are printed.
    pub fn tell(self, zh: &str, en: &str, parts: &[&dyn TextPart]) -> Text {
        let mut text = Text::default();
        self.lang.pieces(zh, en, &mut |piece| match piece {
            Piece::Words(words) => text.push(&words),
            Piece::Part(i) => text.push(*parts.get(i).unwrap_or(&(&"…" as &dyn TextPart))),
        });
        text
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Text { words, printed: Vec::new() }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        String::from(words).into()
    }
}

impl<T: TextPart> Add<T> for Text {
    type Output = Text;

    fn add(mut self, part: T) -> Text {
        self.push(&part);
        self
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.words == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::money::Unit;

    #[test]
    fn a_number_keeps_its_place_in_whatever_sentence_it_is_told() {
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        let at = |line| Some(Place::Cell(0, line, 0));
        let (one, other) = (Text::at("5.00", at(1)), Text::at("5.00", at(2)));
        let list = Text::join(&[Text::from("甲 ") + one, Text::from("乙 ") + other], "、");
        let told = locale.tell("{0}：{1}。", "", &[&"共", &list]);
        assert_eq!(told, "共：甲 5.00、乙 5.00。");
        let expected = [("共：甲 ", None), ("5.00", at(1)), ("、乙 ", None), ("5.00", at(2)), ("。", None)];
        assert_eq!(told.runs(), expected);
    }
}
