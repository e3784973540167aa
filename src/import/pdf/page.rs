//! One page → its blocks, in the order of reading.

use super::drawing::{Drawing, Glyph};
use super::lattice::lattices;
use super::limits::Allowance;
use super::lines::lines;
use super::table::grid;
use crate::import::block::Content;

/// The paragraphs and grids of a page: each line of text outside tables is a paragraph.
pub fn contents(drawing: Drawing, allowance: &mut Allowance) -> Vec<Content> {
    let lattices = lattices(&drawing.segments, allowance);
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        lattices.iter().map(|lattice| vec![Vec::new(); lattice.spans.len()]).collect();
    let mut outside = Vec::new();
    for glyph in drawing.glyphs {
        let cell = lattices.iter().zip(&mut cells).find_map(|(lattice, cells)| {
            let cell = lattice.cell_at(glyph.centre)?;
            cells.get_mut(cell)
        });
        cell.unwrap_or(&mut outside).push(glyph);
    }

    let paragraphs = lines(outside).into_iter().map(|line| (line.baseline(), Content::Paragraph(line.text())));
    let grids = lattices.iter().zip(cells).map(|(lattice, cells)| (lattice.top(), Content::Grid(grid(lattice, cells))));
    let mut contents: Vec<(f32, Content)> = paragraphs.chain(grids).collect();
    contents.sort_by(|one, other| one.0.total_cmp(&other.0));
    contents.into_iter().map(|(_, content)| content).collect()
}
