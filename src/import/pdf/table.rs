//! Turns a ruled table and the glyphs in it into a grid of cells.

use super::drawing::Glyph;
use super::lattice::{RuledTable, Span};
use super::lines::{Line, joined, lines};
use crate::import::block::{Cell, Grid};
use std::collections::HashMap;

/// Where the texts of a table's columns begin: by first column and number of columns that a cell spans, in characters
/// from the cell's left edge, and whether they are left-aligned there.
pub type Margins = HashMap<(usize, usize), (f32, bool)>;

/// The grid of a table whose cells hold these glyphs, and where the texts of its columns begin.
pub fn grid(lattice: &RuledTable, glyphs: Vec<Vec<Glyph>>) -> (Grid, Margins) {
    let texts: Vec<Vec<Line>> = glyphs.into_iter().map(lines).collect();
    let (indents, margins) = indents(lattice, &texts);
    let cell = |((span, lines), indent): ((&Span, &Vec<Line>), u8)| Cell {
        row: span.row,
        column: span.column,
        rows: span.rows,
        columns: span.columns,
        text: joined(lines),
        indent,
    };
    let grid = Grid {
        rows: lattice.rows.len().saturating_sub(1),
        columns: lattice.columns.len().saturating_sub(1),
        cells: lattice.spans.iter().zip(&texts).zip(indents).map(cell).collect(),
        edges: lattice.columns.clone(),
    };
    (grid, margins)
}

/// By how many characters each cell's text is indented against the texts of its column, and where these begin.
fn indents(lattice: &RuledTable, texts: &[Vec<Line>]) -> (Vec<u8>, Margins) {
    let mut columns: HashMap<(usize, usize), Vec<&Line>> = HashMap::new();
    let words =
        |lines: &'_ [Line]| lines.first().is_some_and(|line| line.glyphs.iter().any(|glyph| !glyph.char.is_ascii()));
    for (span, lines) in lattice.spans.iter().zip(texts).filter(|(_, lines)| words(lines)) {
        columns.entry((span.column, span.columns)).or_default().extend(lines.first());
    }
    let margins: Margins = columns.iter().map(|(column, lines)| (*column, margin(lines))).collect();
    // A text that begins where others do is left-aligned, even if it happens to stand in the middle.
    let begins_alike = |line: &Line, key: &(usize, usize)| {
        let near = |other: &&&Line| (other.start() - line.start()).abs() <= line.size() * 0.2;
        columns.get(key).is_some_and(|lines| lines.iter().filter(near).count() > 2)
    };
    let indent = |(span, lines): (&Span, &Vec<Line>)| {
        let key = (span.column, span.columns);
        let (margin, _) = margins.get(&key).filter(|_| words(lines))?;
        let line = lines.first().filter(|line| begins_alike(line, &key) || !is_centred(line, lattice, span))?;
        Some(characters((line.start() - margin) / line.size()))
    };
    let indents = lattice.spans.iter().zip(texts).map(|cell| indent(cell).unwrap_or(0)).collect();
    let size = |key: &(usize, usize)| columns.get(key)?.first().map(|line| line.size());
    let inset = |(key, (margin, is_left)): (&(usize, usize), &(f32, bool))| {
        let edge = lattice.columns.get(key.0)?;
        Some((*key, ((margin - edge) / size(key)?, *is_left)))
    };
    (indents, margins.iter().filter_map(inset).collect())
}

/// Corrects the indents of a table over several pages, as they were measured on each page against the page's own texts:
/// where a column begins further to the right than on other pages, its texts are indented by that much more. In columns
/// that are not left-aligned no text is indented; on a page with few lines that does not show.
pub fn level_margins(pages: &mut [(&mut Grid, Margins)]) {
    let mut all: HashMap<(usize, usize), (f32, i32)> = HashMap::new();
    for (_, margins) in pages.iter() {
        for (key, (margin, is_left)) in margins {
            let (least, votes) = all.entry(*key).or_insert((*margin, 0));
            *least = least.min(*margin);
            *votes += if *is_left { 1 } else { -1 };
        }
    }
    for (grid, margins) in pages {
        for cell in &mut grid.cells {
            let key = (cell.column, cell.columns);
            let Some(((own, _), (least, votes))) = margins.get(&key).zip(all.get(&key)) else { continue };
            cell.indent = match () {
                () if *votes <= 0 => 0,
                () if cell.text.is_ascii() => cell.indent,
                () => cell.indent.saturating_add(characters(own - least)),
            };
        }
    }
}

/// Where a column's texts begin, and whether they are left-aligned: their beginnings are in fewer places than their
/// middles, or at least as many of them are in one place.
fn margin(lines: &[&Line]) -> (f32, bool) {
    let places = |place: fn(&Line) -> f32| {
        let mut counts: HashMap<u8, usize> = HashMap::new();
        let first = lines.iter().map(|line| place(line)).fold(f32::INFINITY, f32::min);
        for line in lines {
            *counts.entry(characters((place(line) - first) / line.size() * 2.0)).or_default() += 1;
        }
        (counts.len(), counts.into_values().max().unwrap_or(0))
    };
    let (starts, most_starts) = places(Line::start);
    let (middles, most_middles) = places(|line| f32::midpoint(line.start(), line.end()));
    let is_left = starts < middles || most_starts >= most_middles;
    (lines.iter().map(|line| line.start()).fold(f32::INFINITY, f32::min), is_left)
}

/// Whether a text is centred in its cell, and further in than any indent.
fn is_centred(line: &Line, lattice: &RuledTable, span: &Span) -> bool {
    /// The deepest indent, in characters.
    const DEEPEST: f32 = 3.0;
    let edge = |at: usize| lattice.columns.get(at).copied().unwrap_or_default();
    let (before, after) = (line.start() - edge(span.column), edge(span.column + span.columns) - line.end());
    before > DEEPEST * line.size() && (before - after).abs() <= line.size()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // rounded, and what is too large stays at the most
fn characters(widths: f32) -> u8 {
    widths.round() as u8
}
