//! Reads the styles of an XLSX workbook, as far as they say what a cell prints.

use crate::import::refusal::Refusal;
use crate::import::sheet::format::built_in;
use crate::import::xml::{Event, Xml};
use std::collections::HashMap;

/// The number format and the indent of each style.
#[derive(Debug, Default)]
pub struct Styles {
    formats: HashMap<usize, String>,
    cells: Vec<(usize, u8)>,
}

impl Styles {
    /// Reads the XML of a workbook's styles.
    pub fn of(part: &str) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut is_cells = false;
        let mut xml = Xml::new(part);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "numFmt" => {
                        if let (Some(number), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                            styles.formats.insert(number, code);
                        }
                    }
                    "cellXfs" => is_cells = true,
                    "xf" if is_cells => styles.cells.push((tag.number("numFmtId").unwrap_or(0), 0)),
                    "alignment" if is_cells => {
                        let indent = tag.number("indent").and_then(|indent| u8::try_from(indent).ok());
                        if let Some((_, last)) = styles.cells.last_mut() {
                            *last = indent.unwrap_or(0);
                        }
                    }
                    _ => {}
                },
                Event::End(tag) => is_cells &= tag.name() != "cellXfs",
                Event::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// The format of a style.
    pub fn format(&self, style: usize) -> &str {
        let number = self.cells.get(style).map_or(0, |(number, _)| *number);
        self.formats.get(&number).map_or(built_in(number), String::as_str)
    }

    /// By how many characters a style indents text.
    pub fn indent(&self, style: usize) -> u8 {
        self.cells.get(style).map_or(0, |(_, indent)| *indent)
    }
}
