//! Blocks that tests draw, recognised.

use super::drawn;
use budget_lens::budget::{Budget, Line, Table};
use budget_lens::import::ImportOptions;
use budget_lens::import::block::Block;
use budget_lens::import::recognise::recognise;

/// A line of text on the first page.
pub fn paragraph(text: &str) -> Block {
    drawn::paragraph(1, text)
}

/// A grid of rows of cells, `|` between them; `<` goes on from the cell to the left, `^` from the one above.
pub fn grid(page: u32, rows: &str) -> Block {
    let rows: Vec<&str> = rows.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
    drawn::grid(page, &rows)
}

pub fn read(blocks: &[Block]) -> Budget {
    recognise("某局2026年部门预算.pdf", blocks, &ImportOptions::default()).0
}

/// The lines as they are, each in one string.
pub fn lines(table: &Table) -> Vec<String> {
    let line = |line: &Line| {
        let cells = line.amounts.iter().filter_map(|(id, amount)| Some(format!("{id}={}", amount.as_ref()?.decimal())));
        let texts = line.texts.iter().map(|(id, text)| format!("{id}={text}"));
        let cells: Vec<String> = cells.chain(texts).collect();
        format!("{} {} {}", line.code.as_deref().unwrap_or("-"), line.printed(), cells.join(" ")).trim_end().to_string()
    };
    table.lines.iter().map(line).collect()
}

/// Whether the program reads what it has written.
pub fn reads_back(budget: &Budget) -> bool {
    budget_lens::load::read(budget_lens::import::json(budget).as_bytes()).is_ok()
}
