//! One page → its blocks, in the order of reading.

use super::drawing::Drawing;
use super::lattice::{lattices, open_lattices};
use super::limits::Allowance;
use super::lines::lines;
use super::table::grid;
use crate::import::block::Content;

/// The paragraphs and grids of a page: each line of text outside tables is a paragraph.
pub fn contents(drawing: Drawing, allowance: &mut Allowance) -> Vec<Content> {
    let (mut lattices, alone) = lattices(&drawing.segments, allowance);
    let mut contents: Vec<(f32, Content)> = Vec::new();
    let mut glyphs = drawing.glyphs;
    for lattice in lattices.drain(..) {
        let (cells, outside) = lattice.take(glyphs);
        contents.push((lattice.top(), Content::Grid(grid(&lattice, cells))));
        glyphs = outside;
    }
    for lattice in open_lattices(alone, &glyphs) {
        let (cells, outside) = lattice.take(glyphs);
        contents.push((lattice.top(), Content::Grid(grid(&lattice, cells))));
        glyphs = outside;
    }
    contents.extend(lines(glyphs).into_iter().map(|line| (line.baseline(), Content::Paragraph(line.text()))));
    contents.sort_by(|one, other| one.0.total_cmp(&other.0));
    contents.into_iter().map(|(_, content)| content).collect()
}
