//! Collects the text of a paragraph or cell of a web page, and collapses its white space as browsers do.

use crate::import::block::Content;
use crate::import::sheet::leading;

/// The text of a paragraph or cell while it is being read.
#[derive(Debug, Default)]
pub struct TextBuffer {
    /// The text so far.
    pub text: String,
    /// By how many characters its style indents it.
    indent: u8,
    /// Whether a space comes before the next character.
    is_spaced: bool,
}

impl TextBuffer {
    /// Adds text of the source.
    pub fn add(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                self.is_spaced = true;
            } else {
                if self.is_spaced && !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push(' ');
                }
                self.is_spaced = false;
                self.text.push(c);
            }
        }
    }

    /// Adds a space.
    pub const fn space(&mut self) {
        self.is_spaced = true;
    }

    /// Ends a line within the paragraph.
    pub fn end_line(&mut self) {
        self.text.push('\n');
        self.is_spaced = false;
    }

    /// Whether anything is printed.
    pub fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Takes the indentation from a style: `text-indent: 2em`, or a number of characters, as Excel writes it.
    pub fn move_in(&mut self, style: &str) {
        let number = |name: &str, unit: &str| {
            let (_, rest) = style.split_once(name)?;
            let value = rest.trim_start().strip_prefix(':')?.trim_start();
            let end = value.find(|c: char| !c.is_ascii_digit())?.max(1);
            let (digits, rest) = value.split_at(end.min(value.len()));
            rest.starts_with(unit).then(|| digits.parse::<u8>().ok())?
        };
        let indent = number("mso-char-indent-count", ".").or_else(|| number("mso-char-indent-count", ";"));
        if let Some(indent) = indent.or_else(|| number("text-indent", "em")).or_else(|| number("padding-left", "em")) {
            self.indent = indent;
        }
    }

    /// By how many characters the text is indented.
    pub fn indent(&self) -> u8 {
        self.indent.saturating_add(leading(&self.text))
    }

    /// Its lines as paragraphs.
    pub fn lines(&self) -> impl Iterator<Item = Content> {
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Content::Paragraph(line.into()))
    }
}
