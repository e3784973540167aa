//! Reads the tags and texts of the XML files in office documents, without namespaces and within limits.

use super::limits::{DEEPEST, MAX_EVENTS};
use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event as Raw};
use std::borrow::Cow;

/// The next tag or text of an XML file.
pub enum Event<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End(End<'a>),
    /// Some text; one text may come in pieces.
    Text(Cow<'a, str>),
}

/// The tag that begins an element.
pub struct Tag<'a>(BytesStart<'a>);

/// The tag that ends an element.
pub struct End<'a>(BytesEnd<'a>);

/// An XML file that is being read.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    events: usize,
}

impl<'a> Xml<'a> {
    /// Begins to read an XML text.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, depth: 0, events: 0 }
    }

    /// The next tag or text, or nothing at the end. A document type and its definitions are skipped.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, Refusal> {
        loop {
            self.events += 1;
            if self.events > MAX_EVENTS {
                return Err(Refusal::TooMuch);
            }
            let event = match self.reader.read_event().map_err(|_| Refusal::Damaged)? {
                Raw::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Refusal::TooMuch);
                    }
                    Event::Start(Tag(tag))
                }
                Raw::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::End(End(tag))
                }
                Raw::Text(text) => Event::Text(text.xml10_content()),
                Raw::CData(text) => Event::Text(text.xml10_content()),
                Raw::GeneralRef(name) => {
                    let character = name.resolve_char_ref().ok().flatten();
                    let text = character.map(|c| Cow::Owned(String::from(c))).or_else(|| {
                        quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).map(Cow::Borrowed)
                    });
                    let Some(text) = text else { continue };
                    Event::Text(text)
                }
                Raw::Eof if self.depth > 0 => return Err(Refusal::Damaged),
                Raw::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(event));
        }
    }

    /// Skips the rest of the element that has just begun.
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer && self.next()?.is_some() {}
        Ok(())
    }
}

impl Tag<'_> {
    /// Its name without the namespace.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// An attribute by its name without the namespace.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let attribute = attributes.flatten().find(|attribute| local(attribute.key.0) == name)?;
        Some(
            attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| attribute.value.clone().into_owned(), Cow::into_owned),
        )
    }

    /// An attribute that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether a Boolean attribute is true.
    pub fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }
}

impl End<'_> {
    /// Its name without the namespace.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
