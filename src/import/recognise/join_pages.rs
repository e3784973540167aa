//! Joins blocks in reading order into tables, each over all its pages, with what is printed around it.

mod pages;

use super::header::Header;
use super::notes::{is_note, is_page_number, note, running};
use super::sheet::{Row, Sheet, tidy};
use super::title::Title;
use crate::import::block::{Block, Content, Grid, Part, Place};

/// A table as it is printed, and what is printed around it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its rows.
    pub sheet: Sheet,
    /// Title, number and unit.
    pub title: Title,
    /// Where it begins.
    pub place: Place,
    /// The page of the document that it begins on.
    pub page: Option<u16>,
    /// The note below it.
    pub note: Option<String>,
    /// Where the columns of its last page begin, and the last one ends.
    edges: Vec<f32>,
    last: Place,
}

/// The tables, and the lines of text outside them.
pub fn stitch(blocks: &[Block]) -> (Vec<Found>, Vec<String>) {
    let mut tables: Vec<Found> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    // What is printed since the last table, which may be about the next.
    let mut since = 0;
    let running = running(blocks);
    for block in blocks {
        match &block.content {
            Content::Paragraph(text) => {
                let text = tidy(text);
                if !text.is_empty() && !is_page_number(&text) && !running.contains(&text) {
                    lines.push(text);
                }
            }
            Content::Grid(grid) => {
                let above = &lines[since..];
                let title = Title::of(above.iter().map(String::as_str));
                let next = tables.last_mut().and_then(|last| Some((last.next_page(grid, &title, &block.place)?, last)));
                if let Some((rows, last)) = next {
                    last.sheet.rows.extend(rows);
                    last.last = block.place.clone();
                } else {
                    if let Some(last) = tables.last_mut() {
                        last.note = note(above);
                    }
                    tables.push(Found::new(grid, title, &block.place));
                }
                since = lines.len();
            }
        }
    }
    if let Some(last) = tables.last_mut() {
        last.note = note(&lines[since..]);
    }
    for table in &mut tables {
        table.sheet.trim();
        let inside = table.take_title();
        table.drop_repeated(&inside);
        table.take_note();
        table.sheet.mend_overflow();
    }
    tables.retain(|table| !table.sheet.rows.is_empty());
    (tables, lines)
}

impl Found {
    fn new(grid: &Grid, title: Title, place: &Place) -> Self {
        Found {
            sheet: Sheet::of(grid, place),
            title,
            place: place.clone(),
            page: None,
            note: None,
            edges: grid.edges.clone(),
            last: place.clone(),
        }
    }

    /// Drops the heading, and what is printed above it inside the frame, where further pages print it again.
    fn drop_repeated(&mut self, inside: &[String]) {
        let header = Header::of(&self.sheet);
        let texts = |row: &Row| row.texts().map(String::from).collect::<Vec<_>>();
        let heading: Vec<Vec<String>> = self.sheet.rows[..header.body].iter().map(texts).collect();
        let first = self.place.clone();
        let mut at = 0;
        self.sheet.rows.retain(|row| {
            at += 1;
            let own = texts(row);
            let is_inside =
                || own.len() == 1 && (inside.contains(&own[0]) || Title::of([own[0].as_str()]).unit.is_some());
            // Two forms may be of one project.
            let is_name = || own.len() == 2 && own[0] == "项目名称";
            let is_heading = || own.len() > 1 && heading.contains(&own) && !row.has_amount() && !is_name();
            let is_first_page = row.place == first || !matches!(row.place.part, Part::Page(_));
            at <= header.body || is_first_page || !is_inside() && !is_heading()
        });
    }

    /// Takes the note from the table's last row, where it is drawn inside the frame.
    fn take_note(&mut self) {
        let Some(text) = self.sheet.rows.last().and_then(Row::only_text) else { return };
        if is_note(text) && self.sheet.rows.len() > 1 {
            self.note = self.note.take().or_else(|| Some(text.to_string()));
            self.sheet.rows.pop();
        }
    }

    /// Takes title and unit from the table's first rows, where they are drawn inside its frame; returns their texts.
    fn take_title(&mut self) -> Vec<String> {
        let rows = self.sheet.inside_heading();
        // What has nothing but headings is a frame around a title, or around words.
        if rows == 0 || rows == self.sheet.rows.len() {
            return Vec::new();
        }
        let inside: Vec<Row> = self.sheet.rows.drain(..rows).collect();
        let inside: Vec<String> = inside.iter().filter_map(Row::only_text).map(String::from).collect();
        let title = Title::of(inside.iter().map(String::as_str));
        self.title = title.or(std::mem::take(&mut self.title));
        self.sheet.trim();
        inside
    }
}

impl Sheet {
    /// How many rows at the top hold title and unit, drawn inside the table's frame.
    fn inside_heading(&self) -> usize {
        let is_heading = |row: &&Row| {
            let text = row.only_text();
            let spans = row.slots.iter().filter(|slot| slot.starts).map(|slot| slot.columns).max().unwrap_or(0);
            row.is_blank()
                || text.is_some_and(|text| spans > row.slots.len() / 2 || Title::of([text]) != Title::default())
        };
        self.rows.iter().take(6).take_while(is_heading).count()
    }

    fn inside_title(&self) -> Title {
        Title::of(self.rows[..self.inside_heading()].iter().filter_map(Row::only_text))
    }
}
