//! Reads DOCX, the text documents of Office Open XML (ECMA-376), as they are printed: with tracked insertions, without
//! tracked deletions, and with list numbers before their paragraphs.

mod numbering;
mod numerals;
mod paragraph;
mod table;

use super::archive::Archive;
use super::block::{Content, Part};
use super::limits::Allowance;
use super::reading::Reading;
use super::refusal::Refusal;
use super::xml::{Event, Xml};
use numbering::Numbering;
use std::sync::Arc;

/// Reads a DOCX file.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let document = archive.text("word/document.xml")?.ok_or(Refusal::Damaged)?;
    let numbers = archive.text("word/numbering.xml")?.unwrap_or_default();
    let styles = archive.text("word/styles.xml")?.unwrap_or_default();
    let mut xml = Xml::new(&document);
    let mut body = Body {
        numbering: Numbering::of(&numbers, &styles)?,
        left: Allowance::new(),
        contents: Vec::new(),
        pictures: 0,
    };
    body.read(&mut xml)?;
    body.reading(file)
}

/// A document, or a part of it with paragraphs and tables of its own.
pub struct Body {
    numbering: Numbering,
    left: Allowance,
    contents: Vec<Content>,
    pictures: usize,
}

/// Whether an element has nothing of the printed text: deleted or moved text, field codes, ruby text, the fallback of a
/// drawing.
fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "delInstrText" | "sdtPr" | "rt" | "annotation"
    )
}

impl Body {
    /// Reads up to the end of the element that has begun, or of the file.
    fn read(&mut self, xml: &mut Xml) -> Result<(), Refusal> {
        let mut depth = 0_usize;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "p" => {
                        let paragraph = self.paragraph(xml)?;
                        self.print(&paragraph.text)?;
                        self.contents.extend(paragraph.boxes);
                    }
                    "tbl" => {
                        let tables = self.table(xml)?;
                        self.contents.extend(tables);
                    }
                    name if is_passed_over(name) => xml.skip()?,
                    _ => depth += 1,
                },
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Adds the lines of a paragraph.
    fn print(&mut self, text: &str) -> Result<(), Refusal> {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            self.left.cell(line.len())?;
            self.contents.push(Content::Paragraph(line.trim().into()));
        }
        Ok(())
    }

    fn reading(mut self, file: &Arc<str>) -> Result<Reading, Refusal> {
        if self.contents.is_empty() {
            return Err(if self.pictures > 0 { Refusal::PicturesForTables } else { Refusal::NoText });
        }
        let mut reading = Reading { pages: self.contents.len(), ..Reading::default() };
        let has_table = self.contents.iter().any(|content| matches!(content, Content::Grid(_)));
        if self.pictures > 0 && !has_table {
            let [zh, en] = Refusal::PicturesForTables.message();
            reading.leave_out(file, Part::Whole, "", zh, en);
        }
        for (number, content) in (1..).zip(self.contents) {
            reading.add(file, number, content, &mut self.left);
        }
        Ok(reading)
    }
}
