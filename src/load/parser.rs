//! Parses JSON (RFC 8259) and nothing looser, so that every other tool reads what this page reads.
//!
//! Written here and not taken from a library because each error must be reported with its location and what was
//! expected there, each value must keep its offset and each number its digits; the libraries that do this carry
//! comments, tokens and looser dialects along, in five times the code.

use super::excerpt::quoted;
use super::expected::Expected;
use super::tree::{Kind, Property, Value};
use super::{DiagnosticKind, MAX_DEPTH};

/// The byte offset at which parsing stopped, and why.
pub type SyntaxError = (usize, DiagnosticKind);

/// Parses a text into its syntax tree.
pub fn parse(text: &str) -> Result<Value<'_>, SyntaxError> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0)?;
    match parser.token() {
        None => Ok(value),
        Some(_) => Err(parser.wrong(parser.at, Expected::End)),
    }
}

/// A text that is parsed, and how far.
pub struct Parser<'t> {
    pub text: &'t str,
    /// The offset of the byte that is read next.
    pub at: usize,
}

impl<'t> Parser<'t> {
    pub fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not whitespace, without consuming it.
    pub fn token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Whether `token` comes next; if it does, it is consumed.
    fn takes(&mut self, token: u8) -> bool {
        let comes = self.token() == Some(token);
        self.at += usize::from(comes);
        comes
    }

    /// The text since `start`.
    pub fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Result<Value<'t>, SyntaxError> {
        let token = self.token();
        let at = self.at;
        if depth > MAX_DEPTH {
            return Err((at, DiagnosticKind::TooDeep));
        }
        let kind = match token {
            Some(b'{') => Kind::Object(self.object(depth)?),
            Some(b'[') => Kind::List(self.list(depth)?),
            Some(b'"') => Kind::Text(self.string()?),
            _ => self.word()?,
        };
        Ok(Value { at, kind })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Value<'t>>, SyntaxError> {
        let mut values = Vec::new();
        self.at += 1;
        let mut more = !self.takes(b']');
        while more {
            values.push(self.value(depth + 1)?);
            more = self.goes_on(b']', &[",", "]"])?;
        }
        Ok(values)
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Property<'t>>, SyntaxError> {
        let mut properties = Vec::new();
        self.at += 1;
        let mut more = !self.takes(b'}');
        while more {
            if self.token() != Some(b'"') {
                return Err(self.wrong(self.at, Expected::Name));
            }
            let name = self.string()?;
            if !self.takes(b':') {
                return Err(self.wrong(self.at, Expected::OneOf(&[":"])));
            }
            properties.push(Property { name, value: self.value(depth + 1)? });
            more = self.goes_on(b'}', &[",", "}"])?;
        }
        Ok(properties)
    }

    /// Whether another value follows, and not the end of the list or object.
    fn goes_on(&mut self, close: u8, expected: &'static [&'static str; 2]) -> Result<bool, SyntaxError> {
        let end = self.at;
        if self.takes(close) {
            return Ok(false);
        }
        if !self.takes(b',') {
            // The error is reported where the comma is missing, not at what follows lines later.
            return Err(self.wrong(end, Expected::OneOf(expected)));
        }
        let comma = self.at - 1;
        if self.token() == Some(close) {
            self.at = comma;
            return Err(self.wrong(comma, Expected::OneOf(&expected[1..])));
        }
        Ok(true)
    }

    /// The text from here up to whitespace, a quote or a structural character of JSON.
    pub fn run(&self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |byte: u8| matches!(byte, 0..=b' ' | b'"' | b',' | b':' | b'[' | b']' | b'{' | b'}');
        rest.get(..rest.bytes().position(ends).unwrap_or(rest.len())).unwrap_or_default()
    }

    /// The error that something else was expected at `at` than what follows, or that the text is cut off.
    pub fn wrong(&mut self, at: usize, expected: Expected) -> SyntaxError {
        let found = match (self.byte(), self.run()) {
            (None, _) => return (self.text.trim_ascii_end().len(), DiagnosticKind::CutOff),
            (Some(b'\n' | b'\r'), _) => "\\n".into(),
            (Some(b'\t'), _) => "\\t".into(),
            (Some(byte), "") => quoted(char::from(byte).encode_utf8(&mut [0; 4])),
            (Some(_), word) => quoted(word),
        };
        (at, DiagnosticKind::Syntax { found, expected })
    }
}
