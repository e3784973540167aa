//! A ruled table and the glyphs in it → a grid of cells.

use super::drawing::Glyph;
use super::lattice::{Lattice, Span};
use super::lines::{Line, joined, lines};
use crate::import::block::{Cell, Grid};
use std::collections::HashMap;

/// The grid of a table whose cells hold these glyphs.
pub fn grid(lattice: &Lattice, glyphs: Vec<Vec<Glyph>>) -> Grid {
    let texts: Vec<Vec<Line>> = glyphs.into_iter().map(lines).collect();
    let indents = indents(lattice, &texts);
    let cell = |((span, lines), indent): ((&Span, &Vec<Line>), u8)| Cell {
        row: span.row,
        column: span.column,
        rows: span.rows,
        columns: span.columns,
        text: joined(lines),
        indent,
    };
    Grid {
        rows: lattice.rows.len().saturating_sub(1),
        columns: lattice.columns.len().saturating_sub(1),
        cells: lattice.spans.iter().zip(&texts).zip(indents).map(cell).collect(),
        edges: lattice.columns.clone(),
    }
}

/// By how many characters each cell's text is moved in from where the texts of its column begin.
fn indents(lattice: &Lattice, texts: &[Vec<Line>]) -> Vec<u8> {
    let mut columns: HashMap<(usize, usize), Vec<&Line>> = HashMap::new();
    let words =
        |lines: &'_ [Line]| lines.first().is_some_and(|line| line.glyphs.iter().any(|glyph| !glyph.char.is_ascii()));
    for (span, lines) in lattice.spans.iter().zip(texts).filter(|(_, lines)| words(lines)) {
        columns.entry((span.column, span.columns)).or_default().extend(lines.first());
    }
    let margins: HashMap<(usize, usize), f32> =
        columns.into_iter().filter_map(|(column, lines)| Some((column, margin(&lines)?))).collect();
    let indent = |(span, lines): (&Span, &Vec<Line>)| {
        let margin = margins.get(&(span.column, span.columns)).filter(|_| words(lines))?;
        let line = lines.first().filter(|line| !is_centred(line, lattice, span))?;
        Some(characters((line.start() - margin) / line.size()))
    };
    lattice.spans.iter().zip(texts).map(|cell| indent(cell).unwrap_or(0)).collect()
}

/// Where a column's texts begin, if they are set to the left: if more of them begin in one place than have their middle
/// in one.
fn margin(lines: &[&Line]) -> Option<f32> {
    let most_alike = |place: fn(&Line) -> f32| {
        let mut counts: HashMap<u8, usize> = HashMap::new();
        let first = lines.iter().map(|line| place(line)).fold(f32::INFINITY, f32::min);
        for line in lines {
            *counts.entry(characters((place(line) - first) / line.size() * 2.0)).or_default() += 1;
        }
        counts.into_values().max().unwrap_or(0)
    };
    let is_left = most_alike(Line::start) >= most_alike(|line| f32::midpoint(line.start(), line.end()));
    is_left.then(|| lines.iter().map(|line| line.start()).fold(f32::INFINITY, f32::min))
}

/// Whether a text stands in the middle of its cell, further in than any part of a part.
fn is_centred(line: &Line, lattice: &Lattice, span: &Span) -> bool {
    /// The deepest that texts are moved in, in characters.
    const DEEPEST: f32 = 3.0;
    let edge = |at: usize| lattice.columns.get(at).copied().unwrap_or_default();
    let (before, after) = (line.start() - edge(span.column), edge(span.column + span.columns) - line.end());
    before > DEEPEST * line.size() && (before - after).abs() <= line.size()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // rounded, and what is too large stays at the most
fn characters(widths: f32) -> u8 {
    widths.round() as u8
}
