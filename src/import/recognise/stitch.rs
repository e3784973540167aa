//! Blocks in reading order → tables, each over all its pages, with what is printed above it.

use std::collections::{HashMap, HashSet};

use super::sheet::{Row, Sheet, tidy};
use super::title::Title;
use crate::import::block::{Block, Content, Grid, Part, Place};

/// How far apart, in points, the edges of columns may be on two pages of one table.
const EDGE: f32 = 6.0;

/// A table as it is printed, and what is printed around it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its rows.
    pub sheet: Sheet,
    /// Title, number and unit.
    pub title: Title,
    /// Where it begins.
    pub place: Place,
    /// The note below it.
    pub note: Option<String>,
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
                let continued = tables.last_mut().filter(|last| last.goes_on(grid, &title, &block.place));
                if let Some(last) = continued {
                    last.append(grid, &block.place);
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
        table.take_title();
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
            note: None,
            edges: grid.edges.clone(),
            last: place.clone(),
        }
    }

    /// Whether a grid is this table's next page: the page after its last, with the same columns and no title of its own.
    fn goes_on(&self, grid: &Grid, title: &Title, place: &Place) -> bool {
        let (Part::Page(last), Part::Page(page)) = (&self.last.part, &place.part) else { return false };
        let is_same_title = title.name.is_none() || title.name == self.title.name;
        let is_aligned = self.edges.len() == grid.edges.len()
            && self.edges.iter().zip(&grid.edges).all(|(own, other)| (own - other).abs() <= EDGE);
        self.last.file == place.file && *page == last + 1 && is_same_title && is_aligned && !grid.edges.is_empty()
    }

    /// Takes in the table's next page, without the heading that is printed on each.
    fn append(&mut self, grid: &Grid, place: &Place) {
        let next = Sheet::of(grid, place).rows;
        let is_repeated = |(own, other): (&Row, &Row)| {
            own.slots.iter().map(|slot| &slot.text).eq(other.slots.iter().map(|slot| &slot.text)) && !own.is_blank()
        };
        let repeated = self.sheet.rows.iter().zip(&next).take_while(|rows| is_repeated(*rows)).count();
        self.sheet.rows.extend(next.into_iter().skip(repeated));
        self.last = place.clone();
    }

    /// Takes title and unit from the table's first rows, where they are drawn inside its frame.
    fn take_title(&mut self) {
        let is_heading = |row: &&Row| {
            let text = row.only_text();
            let spans = row.slots.iter().filter(|slot| slot.starts).map(|slot| slot.columns).max().unwrap_or(0);
            text.is_some_and(|text| spans > row.slots.len() / 2 || Title::of([text]) != Title::default())
        };
        let rows = self.sheet.rows.iter().take(6).take_while(is_heading).count();
        // What has nothing but headings is a frame around a title, or around words.
        if rows == 0 || rows == self.sheet.rows.len() {
            return;
        }
        let inside: Vec<Row> = self.sheet.rows.drain(..rows).collect();
        let inside = Title::of(inside.iter().filter_map(Row::only_text));
        self.title = inside.or(std::mem::take(&mut self.title));
        self.sheet.trim();
    }
}

/// What is printed on page after page and belongs to none of them: the document's name above, the office's below.
fn running(blocks: &[Block]) -> HashSet<String> {
    let mut pages: HashMap<String, HashSet<u32>> = HashMap::new();
    let mut all = HashSet::new();
    for block in blocks {
        let Part::Page(page) = block.place.part else { continue };
        all.insert(page);
        if let Content::Paragraph(text) = &block.content {
            pages.entry(tidy(text)).or_default().insert(page);
        }
    }
    // Units and titles of tables that go on repeat, too: but these are of tables.
    let is_of_table = |text: &str| Title::of([text]).unit.is_some() || text.ends_with('表');
    let repeats = |(text, on): &(String, HashSet<u32>)| on.len() > 3 && on.len() * 3 > all.len() && !is_of_table(text);
    pages.into_iter().filter(repeats).map(|(text, _)| text).collect()
}

/// The note below a table: what begins like one.
fn note(below: &[String]) -> Option<String> {
    let is_note = |text: &str| ["注", "备注", "说明：", "本表", "此表"].iter().any(|word| text.starts_with(word));
    below.iter().take(3).find(|line| is_note(line)).cloned()
}

/// `- 13 -`, `— 8 —`, `第 3 页`.
fn is_page_number(text: &str) -> bool {
    let digits = text.trim_matches(|c: char| matches!(c, '-' | '—' | '－' | '–' | '第' | '页' | '/' | '共' | ' '));
    !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
