//! Finds which glyphs of a text are visible under a clipping path.
//!
//! Spreadsheets are printed with each page and each cell clipped. A line beyond the clip belongs to another page or
//! cell. A line that the clip cuts is kept whole, in the cell that it was cut for: half a number is another number.

use super::super::drawing::Glyph;
use super::path::Bounds;

/// Characters that are further apart, in font sizes, do not belong to one word or number.
const APART: f32 = 0.5;

/// The glyphs of a text object that are to be read where only those inside the clip are painted.
pub fn seen(mut glyphs: Vec<Glyph>, clip: Bounds) -> Vec<Glyph> {
    if glyphs.iter().all(|glyph| clip.contains(glyph.centre)) {
        return glyphs;
    }
    glyphs.retain(
        |glyph| if glyph.direction.is_level() { clip.has_y(glyph.centre.1) } else { clip.has_x(glyph.centre.0) },
    );
    let mut seen = Vec::with_capacity(glyphs.len());
    for run in glyphs.chunk_by(are_together) {
        if let Some(first) = run.iter().find(|glyph| clip.contains(glyph.centre)) {
            // A hidden glyph gets the centre of its visible neighbour, so that both are in the same cell.
            let mut cell = first.centre;
            seen.extend(run.iter().map(|glyph| {
                cell = if clip.contains(glyph.centre) { glyph.centre } else { cell };
                Glyph { centre: cell, ..*glyph }
            }));
        }
    }
    seen
}

/// Whether two characters, drawn one after the other, are of one word or number.
fn are_together(one: &Glyph, next: &Glyph) -> bool {
    let near = APART * one.size;
    let (end_x, end_y) = one.end();
    (next.x - end_x).abs() <= near && (next.y - end_y).abs() <= near
}
