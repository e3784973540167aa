//! Turns the drawing of a PDF page into blocks, in reading order.

use super::drawing::{Drawing, Glyph};
use super::lattice::{RuledTable, lattices, open_lattices};
use super::limits::Allowance;
use super::lines::{Line, lines};
use super::table::{Margins, grid};
use crate::import::block::Content;
use crate::money::sort_by;

/// The paragraphs and grids of a page, and where the texts of a grid's columns begin: each line of text outside tables
/// is a paragraph.
pub fn contents(drawing: Drawing, allowance: &mut Allowance) -> Vec<(Content, Margins)> {
    let (mut lattices, alone) = lattices(&drawing.segments, allowance);
    let mut contents: Vec<(f32, (Content, Margins))> = Vec::new();
    let mut glyphs = drawing.glyphs;
    for lattice in lattices.drain(..) {
        let (cells, outside) = lattice.take(glyphs);
        contents.push((lattice.top(), table(&lattice, cells)));
        glyphs = outside;
    }
    for lattice in open_lattices(alone, &glyphs) {
        let (cells, outside) = lattice.take(glyphs);
        contents.push((lattice.top(), table(&lattice, cells)));
        glyphs = outside;
    }
    let paragraph = |line: Line| (Content::Paragraph(line.text()), Margins::new());
    contents.extend(lines(glyphs).into_iter().map(|line| (line.baseline(), paragraph(line))));
    sort_by(&mut contents, |one, other| one.0.total_cmp(&other.0));
    contents.into_iter().map(|(_, content)| content).collect()
}

fn table(lattice: &RuledTable, cells: Vec<Vec<Glyph>>) -> (Content, Margins) {
    let (grid, margins) = grid(lattice, cells);
    (Content::Grid(grid), margins)
}
