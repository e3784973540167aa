//! A grid over all pages of a table, in which every row has a slot for every column, also where cells span several.

use super::words::{Number, code_and_name, number};
use crate::import::block::{Grid, Place};

/// A table as it is printed, row by row.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its rows, all of the same length.
    pub rows: Vec<Row>,
}

/// A printed row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it is printed.
    pub place: Place,
    /// One slot for each column.
    pub slots: Vec<Slot>,
}

/// A row's part of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The cell's text, whichever of the cell's slots this is.
    pub text: String,
    /// Whether the cell begins here: its first row and its first column.
    pub starts: bool,
    /// Whether the cell began in a row above.
    pub from_above: bool,
    /// How many columns the cell spans.
    pub columns: usize,
    /// By how many characters the text is indented.
    pub indent: u8,
}

impl Sheet {
    /// The rows of one page's grid. Texts lose their spaces, which justify a word over its cell's width.
    pub fn of(grid: &Grid, place: &Place) -> Self {
        let blank = |at| Row { place: place.row(at), slots: vec![Slot::default(); grid.columns] };
        let mut rows: Vec<Row> = (0..grid.rows).map(blank).collect();
        for cell in &grid.cells {
            let text = tidy(&cell.text);
            for row in cell.row..(cell.row + cell.rows).min(grid.rows) {
                for column in cell.column..(cell.column + cell.columns).min(grid.columns) {
                    rows[row].slots[column] = Slot {
                        text: text.clone(),
                        starts: row == cell.row && column == cell.column,
                        from_above: row > cell.row,
                        columns: cell.columns,
                        indent: cell.indent,
                    };
                }
            }
        }
        Sheet { rows }
    }

    /// Removes the rows and columns in which nothing is printed: frames drawn around a table. Returns which columns
    /// stay.
    pub fn trim(&mut self) -> Vec<bool> {
        self.rows.retain(|row| !row.is_blank());
        let columns = self.columns();
        let keep: Vec<bool> = (0..columns)
            .map(|column| self.rows.iter().any(|row| row.slots[column].starts && !row.slots[column].text.is_empty()))
            .collect();
        for row in &mut self.rows {
            let mut column = 0;
            row.slots.retain(|_| {
                column += 1;
                keep[column - 1]
            });
        }
        keep
    }

    /// Makes room for columns that other pages of the table have, `columns` in all: `at` says where each of its own
    /// begins then, and where the last one ends.
    pub fn spread(&mut self, at: &[usize], columns: usize) {
        for row in &mut self.rows {
            let own = std::mem::replace(&mut row.slots, vec![Slot::default(); columns]);
            for (column, slot) in own.into_iter().enumerate() {
                let Some((&from, &to)) = at.get(column).zip(at.get(column + 1)) else { continue };
                let end = at.get(column + slot.columns.max(1)).copied().unwrap_or(to);
                for (i, place) in row.slots[from..to].iter_mut().enumerate() {
                    *place = Slot { starts: slot.starts && i == 0, columns: end.saturating_sub(from), ..slot.clone() };
                }
            }
        }
    }

    /// Gives a long name's last words back to it where they were drawn over its cell's edge into the next: among cells
    /// that begin with a code, `支出2120803-城市建设支出` does not.
    pub fn mend_overflow(&mut self) {
        for column in 0..self.columns() {
            let texts: Vec<(usize, &str)> = self
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.slots[column].starts)
                .map(|(at, row)| (at, row.slots[column].text.as_str()))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            let coded = texts.iter().filter(|(_, text)| code_and_name(text).is_some()).count();
            if coded < 3 || coded * 4 < texts.len() * 3 {
                continue;
            }
            let spilt = texts.windows(2).filter_map(|two| {
                let [(above, long), (at, text)] = two else { return None };
                let end = text.find(|c: char| c.is_ascii_digit()).filter(|end| *end > 0)?;
                (code_and_name(text).is_none()
                    && code_and_name(&text[end..]).is_some()
                    && code_and_name(long).is_some())
                .then_some((*above, *at, end))
            });
            for (above, at, end) in spilt.collect::<Vec<_>>() {
                let rest = self.rows[at].slots[column].text.split_off(end);
                let spilt = std::mem::replace(&mut self.rows[at].slots[column].text, rest);
                self.rows[above].slots[column].text.push_str(&spilt);
            }
        }
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.rows.first().map_or(0, |row| row.slots.len())
    }
}

impl Row {
    /// Whether nothing is printed in it.
    pub fn is_blank(&self) -> bool {
        self.slots.iter().all(|slot| slot.text.is_empty())
    }

    /// The texts of the cells that begin in it, blank ones left out.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().filter(|slot| slot.starts && !slot.text.is_empty()).map(|slot| slot.text.as_str())
    }

    /// Whether an amount with decimals or thousands separators is printed in it.
    pub fn has_amount(&self) -> bool {
        self.texts().any(|text| text.contains(['.', ',']) && matches!(number(text), Number::Amount(..)))
    }

    /// The only text of a row of which all else is blank: a title or a unit that stands inside the frame.
    pub fn only_text(&self) -> Option<&str> {
        let mut texts = self.texts();
        texts.next().filter(|_| texts.next().is_none())
    }
}

/// A text without the spaces inside Chinese words; between Latin words one is kept.
pub fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut tidied = String::with_capacity(text.len());
    for word in words {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if is_latin(tidied.chars().last()) && is_latin(word.chars().next()) {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
}
