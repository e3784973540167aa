//! Reads what the cells of an XLSX worksheet print.

use super::Shared;
use crate::import::limits::Allowance;
use crate::import::refusal::Refusal;
use crate::import::sheet::{At, Sheet, format};
use crate::import::xml::{Event, Tag, Xml};
use std::collections::HashSet;

/// The last row and column that there may be, from 0.
const LAST: At = (1_048_575, 16_383);

/// A worksheet that is being read.
pub struct Cells<'a> {
    shared: &'a Shared,
    left: &'a mut Allowance,
    sheet: Sheet,
    /// The columns that are not shown, first and last.
    hidden: Vec<(u32, u32)>,
    seen: HashSet<u32>,
    row: u32,
    is_hidden_row: bool,
    cell: Cell,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    column: u32,
    style: usize,
    kind: String,
    value: String,
    has_formula: bool,
    /// Whether the next text is the cell's value.
    is_value: bool,
}

impl<'a> Cells<'a> {
    /// `left` is how much of the file may still be read.
    pub fn new(shared: &'a Shared, left: &'a mut Allowance) -> Self {
        Self {
            shared,
            left,
            sheet: Sheet::default(),
            hidden: Vec::new(),
            seen: HashSet::new(),
            row: 0,
            is_hidden_row: false,
            cell: Cell::default(),
        }
    }

    /// Reads the XML of a worksheet.
    pub fn read(mut self, part: &str) -> Result<Sheet, Refusal> {
        let mut xml = Xml::new(part);
        // The next row and column where a tag does not say which it is.
        let (mut next_row, mut next_column) = (0, 0);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "row" => {
                        self.row =
                            tag.number("r").and_then(|r| u32::try_from(r).ok()?.checked_sub(1)).unwrap_or(next_row);
                        self.is_hidden_row = tag.is("hidden");
                        (next_row, next_column) = (self.row.saturating_add(1), 0);
                    }
                    "c" => {
                        let at = tag.get("r").and_then(|name| at(&name));
                        self.begin(&tag, at.unwrap_or((self.row, next_column)));
                        next_column = self.cell.column + 1;
                    }
                    "v" | "t" => self.cell.is_value = true,
                    "f" => self.cell.has_formula = true,
                    "rPh" => xml.skip()?,
                    _ => self.setting(&tag),
                },
                Event::End(tag) => match tag.name() {
                    "v" | "t" => self.cell.is_value = false,
                    "c" => self.end()?,
                    _ => {}
                },
                Event::Text(text) if self.cell.is_value => self.cell.value += &text,
                Event::Text(_) => {}
            }
        }
        Ok(self.sheet)
    }

    /// Reads hidden columns, merged areas, and whether zeros are hidden.
    fn setting(&mut self, tag: &Tag) {
        match tag.name() {
            "sheetView" => {
                self.sheet.hides_zeros = tag.get("showZeros").is_some_and(|shows| shows == "0" || shows == "false");
            }
            "col" if tag.is("hidden") => {
                let edge = |name: &str| tag.number(name).and_then(|at| u32::try_from(at).ok()?.checked_sub(1));
                self.hidden.extend(edge("min").zip(edge("max")));
            }
            "mergeCell" => {
                let area = tag.get("ref").unwrap_or_default();
                let corners = area.split_once(':').and_then(|(first, last)| at(first).zip(at(last)));
                if let Some((first, last)) = corners {
                    self.sheet.merge(first, last);
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag, (row, column): At) {
        self.row = row;
        self.cell = Cell {
            column,
            style: tag.number("s").unwrap_or(0),
            kind: tag.get("t").unwrap_or_default(),
            ..Cell::default()
        };
    }

    fn end(&mut self) -> Result<(), Refusal> {
        let cell = std::mem::take(&mut self.cell);
        let at = (self.row, cell.column);
        if at.0 > LAST.0 || at.1 > LAST.1 {
            return Ok(());
        }
        if cell.value.is_empty() {
            if cell.has_formula && cell.kind != "str" {
                self.sheet.miss(at);
            }
            return Ok(());
        }
        let styles = &self.shared.styles;
        let text = match cell.kind.as_str() {
            "s" => cell.value.trim().parse().ok().and_then(|number: usize| self.shared.texts.get(number)).cloned(),
            "b" => Some(if cell.value == "1" { "TRUE" } else { "FALSE" }.into()),
            "" | "n" if self.sheet.hides_zeros && cell.value == "0" => None,
            "" | "n" => Some(format::printed(&cell.value, styles.format(cell.style), self.shared.from_1904)),
            _ => Some(cell.value),
        };
        let text = text.unwrap_or_default();
        let is_hidden = self.is_hidden_row || self.hidden.iter().any(|(min, max)| (*min..=*max).contains(&at.1));
        if is_hidden && !text.is_empty() && self.seen.insert(if self.is_hidden_row { at.0 } else { !at.1 }) {
            self.sheet.hidden += 1;
        }
        self.sheet.print(at, &text, styles.indent(cell.style), self.left)
    }
}

/// Row and column of a cell's name: `B3`, `$B$3`.
fn at(name: &str) -> Option<At> {
    let name = name.replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let row: u32 = digits.parse().ok()?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn a_cell_is_named_by_letters_and_digits() {
        assert_eq!(at("A1"), Some((0, 0)));
        assert_eq!(at("$AB$12"), Some((11, 27)));
        assert_eq!(at("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!((at("12"), at("A0"), at("A"), at("")), (None, None, None, None));
    }
}
