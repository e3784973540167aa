//! What was read, as tests compare it.

use budget_lens::import::block::{Block, Cell, Content, Grid};

/// Lines, and cells with where they are and how far they reach or are moved in.
pub fn blocks(blocks: &[Block]) -> Vec<String> {
    let block = |block: &Block| match &block.content {
        Content::Paragraph(text) => vec![text.clone()],
        Content::Grid(grid) => cells(grid),
    };
    blocks.iter().flat_map(block).collect()
}

/// A grid cell by cell: row, column and text, and how far it reaches or is moved in if it does.
pub fn cells(grid: &Grid) -> Vec<String> {
    let cell = |cell: &Cell| {
        let span = if (cell.rows, cell.columns) == (1, 1) {
            String::new()
        } else {
            format!(" {}×{}", cell.rows, cell.columns)
        };
        let indent = if cell.indent == 0 { String::new() } else { format!(" +{}", cell.indent) };
        format!("{},{}{span}{indent} {}", cell.row, cell.column, cell.text)
    };
    grid.cells.iter().map(cell).collect()
}

/// The lines of text outside grids.
pub fn paragraphs(blocks: &[Block]) -> Vec<&str> {
    let contents = blocks.iter().map(|block| &block.content);
    contents.filter_map(|content| if let Content::Paragraph(text) = content { Some(&**text) } else { None }).collect()
}

/// The grids.
pub fn grids(blocks: &[Block]) -> Vec<&Grid> {
    let contents = blocks.iter().map(|block| &block.content);
    contents.filter_map(|content| if let Content::Grid(grid) = content { Some(grid) } else { None }).collect()
}
