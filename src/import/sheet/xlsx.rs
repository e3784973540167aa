//! Reads XLSX, the workbooks of Office Open XML (ECMA-376): their sheets, shared texts and formats.

mod cells;
mod styles;

use super::Book;
use crate::import::archive::Archive;
use crate::import::limits::{MAX_CELLS, MAX_SHEETS};
use crate::import::reading::Reading;
use crate::import::refusal::Refusal;
use crate::import::xml::{Event, Xml};
use cells::Cells;
use std::collections::HashMap;
use std::sync::Arc;
use styles::Styles;

/// What all sheets of a workbook share.
pub struct Shared {
    /// Texts, by number.
    texts: Vec<String>,
    /// How cells are printed.
    styles: Styles,
    /// Whether days are counted from 1904.
    from_1904: bool,
}

/// A sheet as the workbook names it.
struct SheetEntry {
    name: String,
    relation: String,
    is_hidden: bool,
}

/// Reads a workbook.
pub fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let workbook = archive.text("xl/workbook.xml")?.ok_or(Refusal::Damaged)?;
    let (sheets, from_1904) = sheets(&workbook)?;
    let targets = targets(&archive.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default())?;
    let texts = texts(&archive.text("xl/sharedStrings.xml")?.unwrap_or_default())?;
    let styles = Styles::of(&archive.text("xl/styles.xml")?.unwrap_or_default())?;
    let shared = Shared { texts, styles, from_1904 };
    let mut book = Book::new(file);
    for (number, named) in (1..).zip(&sheets) {
        let usual = format!("worksheets/sheet{number}.xml");
        let target = targets.get(&named.relation).unwrap_or(&usual);
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), String::from);
        // A chart on a sheet of its own has no cells.
        let Some(part) = archive.text(&path)?.filter(|_| !path.contains("chartsheets")) else { continue };
        let mut sheet = Cells::new(&shared, &mut book.left).read(&part)?;
        sheet.name.clone_from(&named.name);
        sheet.is_hidden = named.is_hidden;
        book.take(&sheet);
    }
    book.read()
}

/// The sheets in their order, and whether days are counted from 1904.
fn sheets(workbook: &str) -> Result<(Vec<SheetEntry>, bool), Refusal> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut xml = Xml::new(workbook);
    while let Some(event) = xml.next()? {
        let Event::Start(tag) = event else { continue };
        match tag.name() {
            "workbookPr" => from_1904 = tag.is("date1904"),
            "sheet" if sheets.len() == MAX_SHEETS => return Err(Refusal::TooMuch),
            "sheet" => sheets.push(SheetEntry {
                name: tag.get("name").unwrap_or_default(),
                relation: tag.get("id").unwrap_or_default(),
                is_hidden: tag.get("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
    Ok((sheets, from_1904))
}

/// The paths of a part's relations, by their ids.
fn targets(relations: &str) -> Result<HashMap<String, String>, Refusal> {
    let mut targets = HashMap::new();
    let mut xml = Xml::new(relations);
    while let Some(event) = xml.next()? {
        if let Event::Start(tag) = event
            && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
        {
            targets.insert(id, target);
        }
    }
    Ok(targets)
}

/// The texts that cells name by number, without their phonetic guides.
fn texts(part: &str) -> Result<Vec<String>, Refusal> {
    let mut texts: Vec<String> = Vec::new();
    let mut is_text = false;
    let mut xml = Xml::new(part);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(tag) => match tag.name() {
                "si" if texts.len() > MAX_CELLS => return Err(Refusal::TooMuch),
                "si" => texts.push(String::new()),
                "t" => is_text = true,
                "rPh" => xml.skip()?,
                _ => {}
            },
            Event::End(tag) => is_text &= tag.name() != "t",
            Event::Text(text) => {
                if let Some(last) = texts.last_mut().filter(|_| is_text) {
                    *last += &text;
                }
            }
        }
    }
    Ok(texts)
}
