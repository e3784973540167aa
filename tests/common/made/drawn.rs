//! Blocks as tests draw them: lines, and grids in rows of cells.

use super::model;
use budget_lens::import::block::{Block, Content, Grid, Part, Place};

/// Blocks of a drawing: lines with ` | ` are rows of a grid, whose cell `<` is part of the one to the left, and `^` of the
/// one above. A form feed begins another page.
#[allow(dead_code)] // only changed drawings are whole ones
pub fn blocks(drawing: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (page, text) in (1..).zip(drawing.split('\u{C}')) {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        for lines in lines.chunk_by(|one, next| one.contains('|') && next.contains('|')) {
            blocks.push(if lines[0].contains('|') { grid(page, lines) } else { paragraph(page, lines[0]) });
        }
    }
    blocks
}

/// A line of text.
pub fn paragraph(page: u32, text: &str) -> Block {
    Block { place: place(page), content: Content::Paragraph(text.into()) }
}

/// A grid of these rows, as wide as the widest.
pub fn grid(page: u32, rows: &[&str]) -> Block {
    let drawn = model::grid(rows);
    let edges = (0..=drawn.columns).scan(0.0, |edge, _| Some(std::mem::replace(edge, *edge + 50.0))).collect();
    Block { place: place(page), content: Content::Grid(Grid { edges, ..drawn }) }
}

fn place(page: u32) -> Place {
    Place { file: "某局2026年部门预算.pdf".into(), part: Part::Page(page) }
}
