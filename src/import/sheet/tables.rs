//! The cells of a sheet → the tables on it and the lines between them.
//!
//! A sheet does not say where a table begins. Readers see it by titles over the whole width, by the line with the unit,
//! and by blank rows; so does this.

use super::{At, Printed, Sheet, headings};
use crate::import::block::{Block, Cell, Content, Grid, Part, Place};
use crate::import::limits::{BLANK_ROWS, Left, MOST_COLUMNS};
use crate::import::reading::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The longest text that may be the title of a table, in characters.
const TITLE: usize = 45;

/// A row in which something is printed.
struct Row<'a> {
    number: u32,
    /// How many blank rows are above it.
    gap: u32,
    cells: Vec<Slot<'a>>,
}

/// A cell of a row.
struct Slot<'a> {
    column: u32,
    printed: &'a Printed,
    /// Its last row and column.
    last: At,
}

/// Where cells stand.
#[derive(Debug, Clone)]
pub enum Origin {
    /// On a sheet of this name.
    Sheet(Rc<str>),
    /// In a table of a text document, which is its paragraph of this number.
    Paragraph(u32),
    /// In the lines of a text.
    Lines,
}

/// Adds the blocks of a sheet, or of whatever else has cells, to what was read.
pub fn blocks(file: &Rc<str>, origin: &Origin, sheet: &Sheet, left: &mut Left, reading: &mut Reading) {
    let rows = rows(sheet);
    let width = rows.iter().flat_map(|row| &row.cells).map(|slot| slot.column + 1).max().unwrap_or(0);
    let mut making = Making { file, origin, left, reading, is_titled: false };
    let mut table: Vec<&Row> = Vec::new();
    // Covers and lists of contents have lines that may look like those of a table.
    if matches!(origin, Origin::Sheet(name) if name.contains("封面") || name.contains("目录")) {
        for row in &rows {
            making.lines(row);
        }
        return;
    }
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1);
        let is_line = row.is_of_contents()
            || if table.is_empty() { row.is_heading() } else { row.is_new_heading(width) || row.is_note(next) };
        if is_line || row.gap as usize >= BLANK_ROWS {
            making.table(&table);
            table.clear();
        }
        if is_line {
            making.lines(row);
        } else {
            table.push(row);
        }
    }
    making.table(&table);
}

/// The rows that print something, without what merged cells hide.
fn rows(sheet: &Sheet) -> Vec<Row<'_>> {
    let mut merges = sheet.merges.clone();
    merges.sort_unstable();
    let mut merges = merges.into_iter().peekable();
    // The merged areas that reach into the row, by their first columns.
    let mut open: BTreeMap<u32, (At, At)> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for (&(number, column), printed) in &sheet.cells {
        if rows.last().is_none_or(|row| row.number != number) {
            open.retain(|_, (_, last)| last.0 >= number);
            while let Some((first, last)) = merges.next_if(|(first, _)| first.0 <= number) {
                if last.0 >= number {
                    open.insert(first.1, (first, last));
                }
            }
            let gap = rows.last().map_or(0, |row| number - row.number - 1);
            rows.push(Row { number, gap, cells: Vec::new() });
        }
        let area = open.range(..=column).next_back().map(|(_, area)| area).filter(|(_, last)| last.1 >= column);
        let last = match area {
            Some((first, last)) if *first == (number, column) => *last,
            Some(_) => continue,
            None => (number, column),
        };
        if let Some(row) = rows.last_mut() {
            row.cells.push(Slot { column, printed, last });
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    rows
}

impl Row<'_> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|slot| slot.printed.text.as_str())
    }

    /// The only text of a row.
    fn only_text(&self) -> Option<&str> {
        if let [slot] = &self.cells[..] { Some(slot.printed.text.as_str()) } else { None }
    }

    /// Whether a row above a table is no part of it: a title, the department, the unit.
    fn is_heading(&self) -> bool {
        self.cells.len() == 1 || self.names_unit() || self.texts().all(is_about)
    }

    /// Whether it is of a list of contents: a title, dots, a page.
    fn is_of_contents(&self) -> bool {
        self.texts().any(|text| text.contains(".....") || text.contains("………"))
    }

    /// Whether a row below a table begins another one.
    fn is_new_heading(&self, width: u32) -> bool {
        let Some(text) = self.only_text() else { return self.names_unit() };
        let is_wide = self.cells[0].last.1 + 1 - self.cells[0].column > width / 2;
        let is_total = text.replace([' ', '\u{3000}'], "").ends_with('计');
        is_title(text) || self.names_unit() || self.gap > 0 && is_wide && width > 1 && !is_total
    }

    /// Whether a row below a table is a note to it, and no line of it.
    fn is_note(&self, next: Option<&Row>) -> bool {
        let begins = |text: &str| {
            ["注", "备注：", "备注:", "说明：", "说明:", "本表", "此表"].iter().any(|word| text.starts_with(word))
        };
        let is_last = next.is_none_or(|next| next.gap > 0 || next.cells.len() == 1);
        self.only_text().is_some_and(|text| begins(text) || text.contains('。')) && is_last
    }

    /// Whether it says the unit of a table's amounts, and no amount.
    fn names_unit(&self) -> bool {
        let names = |text: &str| {
            let rest = text
                .split_once("单位")
                .map(|(_, rest)| rest.trim_start_matches(['：', ':', ' ', '（', '(', '\u{3000}']));
            rest.is_some_and(|rest| {
                rest.trim_start_matches("人民币").starts_with(['元', '千', '万', '百', '亿'])
                    && text.chars().count() < TITLE
            })
        };
        self.cells.len() < 5 && self.texts().any(names) && !self.texts().any(headings::is_number)
    }
}

/// Whether a text says something about a table: a label with its value, a title.
fn is_about(text: &str) -> bool {
    text.contains(['：', ':']) || is_title(text)
}

/// Whether a text is like the title or the number of a table.
fn is_title(text: &str) -> bool {
    let text = text.trim_end_matches(['）', ')']);
    let bare = text.split(['（', '(']).next().unwrap_or(text).trim_end();
    let is_name = bare.ends_with('表') && bare.chars().count() > 3 && text.chars().count() <= TITLE;
    let number = ["附表", "附件", "表"].iter().find_map(|word| text.strip_prefix(word));
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    is_name || number.is_some_and(|rest| rest.trim_start().starts_with(is_digit) && text.chars().count() <= TITLE)
}

/// Blocks in the making.
struct Making<'a> {
    file: &'a Rc<str>,
    origin: &'a Origin,
    left: &'a mut Left,
    reading: &'a mut Reading,
    /// Whether a line has said what the next table is about.
    is_titled: bool,
}

impl Making<'_> {
    fn place(&self, row: u32) -> Place {
        let part = match self.origin {
            Origin::Sheet(name) => Part::Sheet { name: Rc::clone(name), row: row + 1 },
            Origin::Paragraph(number) => Part::Paragraph(*number),
            Origin::Lines => Part::Line(row + 1),
        };
        Place { file: Rc::clone(self.file), part }
    }

    fn line(&mut self, row: u32, text: &str) {
        let place = self.place(row);
        self.reading.blocks.push(Block { place, content: Content::Paragraph(text.into()) });
    }

    /// A row outside tables; a cell with whole paragraphs is these.
    fn lines(&mut self, row: &Row) {
        self.is_titled = true;
        if row.cells.len() > 1 {
            self.line(row.number, &row.texts().collect::<Vec<_>>().join("  "));
        } else {
            for text in row.texts().flat_map(str::lines).filter(|text| !text.trim().is_empty()) {
                self.line(row.number, text);
            }
        }
    }

    fn table(&mut self, rows: &[&Row]) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        // One row of a text is no table.
        if rows.len() == 1 && matches!(self.origin, Origin::Lines) {
            self.lines(first);
            return;
        }
        // Where the sheet prints no title, its name is one.
        if let Origin::Sheet(name) = self.origin
            && !self.is_titled
            && !name.to_lowercase().starts_with("sheet")
        {
            self.line(first.number, name);
        }
        self.is_titled = false;
        let used: BTreeSet<u32> = rows.iter().flat_map(|row| &row.cells).map(|slot| slot.column).collect();
        let columns: Vec<u32> = used.iter().copied().take(MOST_COLUMNS).collect();
        let wanted = (last.number - first.number + 1) as usize;
        let height = self.left.rows(wanted, columns.len());
        if height < wanted || columns.len() < used.len() {
            self.say_cut(first.number);
        }
        let before = |column: u32| columns.partition_point(|used| *used < column);
        let cell = |row: &Row, slot: &Slot| {
            let (at, column) = ((row.number - first.number) as usize, before(slot.column));
            (at < height && column < columns.len()).then(|| Cell {
                row: at,
                column,
                rows: ((slot.last.0 - row.number) as usize + 1).min(height - at),
                columns: (before(slot.last.1 + 1) - column).max(1),
                text: slot.printed.text.lines().collect(),
                indent: slot.printed.indent,
            })
        };
        let cells = rows.iter().flat_map(|row| row.cells.iter().filter_map(move |slot| cell(row, slot))).collect();
        let mut grid = Grid { rows: height, columns: columns.len(), cells, edges: Vec::new() };
        if matches!(self.origin, Origin::Lines) {
            headings::span(&mut grid);
        }
        let place = self.place(first.number);
        self.reading.blocks.push(Block { place, content: Content::Grid(grid) });
    }

    fn say_cut(&mut self, row: u32) {
        let part = self.place(row).part;
        let zh = "表格太大，只读了一部分。".into();
        let en = "The table is too large; only a part of it was read.".into();
        self.reading.leave_out(self.file, part, "", zh, en);
    }
}

impl From<Grid> for Sheet {
    /// The cells of a table that is drawn in a text: it may be several under one another.
    fn from(grid: Grid) -> Self {
        let at = |row: usize, column: usize| Some((u32::try_from(row).ok()?, u32::try_from(column).ok()?));
        let mut sheet = Sheet::default();
        for cell in grid.cells {
            let last = at(cell.row + cell.rows - 1, cell.column + cell.columns - 1);
            let Some((first, last)) = at(cell.row, cell.column).zip(last) else { continue };
            if cell.text.is_empty() {
                continue;
            }
            sheet.cells.insert(first, Printed { text: cell.text, indent: cell.indent });
            sheet.merge(first, last);
        }
        sheet
    }
}
