//! Joins the parts of a table that continues over page breaks, whichever ruling lines each page has.

use super::Found;
use crate::import::block::{Grid, Part, Place};
use crate::import::recognise::sheet::{Row, Sheet};
use crate::import::recognise::title::Title;

/// How far apart, in points, the edges of columns may be on two pages of one table.
const EDGE: f32 = 6.0;
/// In how many rows of a page its heading is looked for.
const HEADING: usize = 5;
/// Tables with fewer columns may be alike by chance.
const FEWEST_COLUMNS: usize = 4;

impl Found {
    /// The rows of a grid as this table's next page: where it is on the page after its last, has no title of its own,
    /// and the same columns.
    pub fn next_page(&mut self, grid: &Grid, title: &Title, place: &Place) -> Option<Vec<Row>> {
        let (Part::Page(last), Part::Page(page)) = (&self.last.part, &place.part) else { return None };
        let is_same_title = title.name.is_none() || title.name == self.title.name;
        if self.last.file != place.file || *page != last + 1 || !is_same_title || grid.edges.is_empty() {
            return None;
        }
        let mut next = Sheet::of(grid, place);
        let own = self.sheet.inside_title();
        let name = own.name.as_ref().or(self.title.name.as_ref());
        if next.inside_title().name.is_some_and(|inside| Some(&inside) != name) {
            return None;
        }
        // A frame around the first page, or a line that only one of the pages has, separates no columns.
        if let Some(columns) = columns_in(&grid.edges, &self.edges) {
            next.spread(&columns, self.sheet.columns());
            return Some(next.rows);
        }
        if let Some(columns) = columns_in(&self.edges, &grid.edges) {
            self.sheet.spread(&columns, next.columns());
            self.edges.clone_from(&grid.edges);
            return Some(next.rows);
        }
        // Each page may be drawn as wide as its longest words. What is blank goes from the table now, as it does in the end.
        self.sheet.trim();
        let kept = next.trim();
        let heads = |sheet: &Sheet| {
            let rows = sheet.rows.iter().take(HEADING);
            rows.filter(|row| row.only_text().is_none()).map(|row| row.texts().map(String::from).collect()).collect()
        };
        let (above, below): (Vec<Vec<String>>, Vec<Vec<String>>) = (heads(&self.sheet), heads(&next));
        let is_repeated = below.first().is_some_and(|first| above.contains(first));
        let is_alike = self.sheet.columns() == next.columns() && next.columns() >= FEWEST_COLUMNS;
        (is_alike && (is_repeated || next.rows.first().is_some_and(Row::has_amount))).then(|| {
            // Where the columns begin that are left, so that the page after this one is compared with these.
            let begins = grid.edges.iter().zip(kept.iter().chain([&true]));
            self.edges = begins.filter(|(_, stays)| **stays).map(|(edge, _)| *edge).collect();
            next.rows
        })
    }
}

/// Which column of `wide` each column of `narrow` begins in, where all edges of `narrow` are among those of `wide`.
fn columns_in(narrow: &[f32], wide: &[f32]) -> Option<Vec<usize>> {
    if narrow.len() > wide.len()
        || narrow.len() < FEWEST_COLUMNS && narrow.len() != wide.len()
        || narrow.len() + 3 < wide.len()
    {
        return None;
    }
    let mut from = 0;
    let edge = |edge: &f32| {
        let at = wide[from..].iter().position(|other| (edge - other).abs() <= EDGE)? + from;
        from = at + 1;
        Some(at)
    };
    narrow.iter().map(edge).collect()
}
