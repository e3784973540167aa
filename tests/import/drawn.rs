//! Blocks as tests draw them: lines, and grids in rows of cells.

use budget_lens::import::block::{Block, Cell, Content, Grid, Part, Place};

/// Blocks of a drawing: lines with ` | ` are rows of a grid, whose cell `<` is part of the one to the left, and `^` of the
/// one above. A form feed begins another page.
#[allow(dead_code)]
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
    let mut rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split('|').map(str::trim).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(columns, "");
    }
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !matches!(**text, "<" | "^")) {
            let wide = 1 + texts[column + 1..].iter().take_while(|text| **text == "<").count();
            let high = 1 + rows[row + 1..].iter().take_while(|next| next[column] == "^").count();
            cells.push(Cell { row, column, rows: high, columns: wide, text: (*text).into(), indent: 0 });
        }
    }
    let edges = (0..=columns).scan(0.0, |edge, _| Some(std::mem::replace(edge, *edge + 50.0))).collect();
    Block { place: place(page), content: Content::Grid(Grid { rows: rows.len(), columns, cells, edges }) }
}

fn place(page: u32) -> Place {
    Place { file: "某局2026年部门预算.pdf".into(), part: Part::Page(page) }
}
