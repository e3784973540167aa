//! Reads a paragraph of a DOCX file: its text with its list number, and the content of the text boxes anchored in it.

use super::{Body, is_passed_over};
use crate::import::block::Content;
use crate::import::refusal::Refusal;
use crate::import::sheet::leading;
use crate::import::xml::{Event, Tag, Xml};

/// The width of a character in Word's usual size, in twentieths of a point.
const CHARACTER: i32 = 210;

/// What a paragraph prints.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its text, with Word's number before it.
    pub text: String,
    /// By how many characters it is indented.
    pub indent: u8,
    /// The paragraphs and tables of its text boxes.
    pub boxes: Vec<Content>,
}

impl Body {
    /// Reads a paragraph up to its end.
    pub fn paragraph(&mut self, xml: &mut Xml) -> Result<Paragraph, Refusal> {
        let mut paragraph = Paragraph::default();
        let mut format = Format::default();
        let mut depth = 0_usize;
        let (mut is_text, mut is_hidden) = (false, false);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "txbxContent" => {
                        let outer = std::mem::take(&mut self.contents);
                        self.read(xml)?;
                        paragraph.boxes.extend(std::mem::replace(&mut self.contents, outer));
                    }
                    "pPr" => format = Format::of(xml)?,
                    name if is_passed_over(name) => xml.skip()?,
                    name => {
                        depth += 1;
                        match name {
                            "r" => is_hidden = false,
                            "vanish" => is_hidden = tag.get("val").is_none_or(|val| val != "0" && val != "false"),
                            "t" => is_text = true,
                            // A page break or column break is no part of the text.
                            "br" if tag.get("type").is_none_or(|kind| kind == "textWrapping") => {
                                paragraph.text.push('\n');
                            }
                            "cr" => paragraph.text.push('\n'),
                            "tab" => paragraph.text.push_str("  "),
                            "noBreakHyphen" => paragraph.text.push('-'),
                            "blip" | "imagedata" => self.pictures += 1,
                            _ => {}
                        }
                    }
                },
                Event::End(tag) => {
                    is_text &= tag.name() != "t";
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                }
                Event::Text(text) if is_text && !is_hidden => paragraph.text += &text,
                Event::Text(_) => {}
            }
        }
        let is_blank = paragraph.text.trim().is_empty();
        paragraph.indent = format.indent.saturating_add(leading(&paragraph.text));
        if !is_blank && let Some(number) = self.numbering.next(&format.style, format.list) {
            paragraph.text.insert_str(0, &number);
        }
        Ok(paragraph)
    }
}

/// A paragraph's properties: its style, its list and its indentation.
#[derive(Debug, Default)]
struct Format {
    style: String,
    /// The list and the level in it.
    list: (Option<usize>, Option<usize>),
    indent: u8,
}

impl Format {
    /// Reads a paragraph's properties up to their end.
    fn of(xml: &mut Xml) -> Result<Self, Refusal> {
        let mut format = Self::default();
        let mut depth = 0_usize;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    // Properties as they were before a change, and of the mark at the paragraph's end.
                    "pPrChange" | "rPr" => xml.skip()?,
                    name => {
                        depth += 1;
                        match name {
                            "pStyle" => format.style = tag.get("val").unwrap_or_default(),
                            "numId" => format.list.0 = tag.number("val"),
                            "ilvl" => format.list.1 = tag.number("val"),
                            "ind" => format.indent = indent(&tag),
                            _ => {}
                        }
                    }
                },
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Text(_) => {}
            }
        }
        Ok(format)
    }
}

/// By how many characters the first line is indented.
fn indent(tag: &Tag) -> u8 {
    let number = |name: &str| tag.get(name).and_then(|value| value.parse::<i32>().ok());
    let characters = |by_characters: &str, by_length: &str| {
        let hundredths = number(by_characters).filter(|value| *value != 0);
        hundredths
            .or_else(|| number(by_length).map(|twentieths| twentieths.saturating_mul(100) / CHARACTER))
            .unwrap_or(0)
    };
    let left = characters("leftChars", "left") + characters("startChars", "start");
    let first = characters("firstLineChars", "firstLine") - characters("hangingChars", "hanging");
    u8::try_from((left.saturating_add(first) + 50) / 100).unwrap_or(0)
}
