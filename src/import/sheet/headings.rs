//! Finds the spans of header cells in plain text, which cannot say them: a blank cell after a heading is part of it
//! where something is printed below, and so is a blank cell below one.

use crate::import::block::Grid;

/// The most rows of a heading.
const MAX: usize = 4;

/// Sets how many rows and columns the cells of a table's heading span.
pub fn span(grid: &mut Grid) {
    let width = grid.columns;
    let mut rows: Vec<Vec<Option<usize>>> = vec![vec![None; width]; grid.rows.min(MAX + 1)];
    for (at, cell) in grid.cells.iter().enumerate() {
        if let Some(row) = rows.get_mut(cell.row) {
            row[cell.column..cell.column + cell.columns].fill(Some(at));
        }
    }
    let texts = |row: &Vec<Option<usize>>| -> Vec<&str> {
        row.iter().map(|at| at.map_or("", |at| grid.cells[at].text.as_str())).collect()
    };
    let is_line = |at: usize| is_body(&texts(&rows[at])) || at > 0 && names_line(&rows[..=at]);
    let heading = (0..rows.len()).take_while(|at| !is_line(*at)).count();
    if !(2..=MAX).contains(&heading) {
        return;
    }
    // From the lowest upwards: a heading over several headings is over all that is below these.
    let mut is_filled = vec![vec![false; width]; heading];
    for row in (0..heading).rev() {
        let mut column = 0;
        while column < width {
            let begin = column;
            let Some(at) = rows[row][begin] else {
                column += 1;
                continue;
            };
            column += grid.cells[at].columns;
            let is_below = |column: usize| is_filled.get(row + 1).is_some_and(|below| below[column]);
            while column < width && rows[row][column].is_none() && is_below(column) && is_below(begin) {
                column += 1;
            }
            let is_blank = |below: &&Vec<bool>| below[begin..column].iter().all(|filled| !filled);
            let below = is_filled[row + 1..].iter().take_while(is_blank).count();
            is_filled[row][begin..column].fill(true);
            (grid.cells[at].columns, grid.cells[at].rows) = (column - begin, below + 1);
        }
    }
}

/// Whether the last of these rows has nothing but the name of a line: one word in the first column, below headings that
/// leave no column without one.
fn names_line(rows: &[Vec<Option<usize>>]) -> bool {
    let [above @ .., row] = rows else { return false };
    let is_alone = row.first().is_some_and(Option::is_some) && row[1..].iter().all(Option::is_none);
    let has_heading = |column: usize| above.iter().any(|row| row[column].is_some());
    // Where a heading is over the next column, too, the word may be the first of its parts.
    let is_over_next = above.iter().rev().find_map(|row| row[0].map(|_| row.get(1).is_some_and(Option::is_none)));
    let next = above.last().is_some_and(|row| row.get(1).is_some_and(Option::is_some));
    is_alone && (0..row.len()).all(has_heading) && (next || is_over_next == Some(false))
}

/// Whether a row is one of the table and not of its heading.
fn is_body(texts: &[&str]) -> bool {
    let first = texts.iter().find(|text| !text.is_empty()).copied().unwrap_or_default();
    let is_marked = first.contains('、') || first.starts_with(['（', '(']);
    let is_total = texts.first().is_some_and(|text| text.replace([' ', '\u{3000}'], "") == "合计");
    is_marked || is_total || texts.iter().any(|text| is_number(text))
}

/// Whether a text is an amount or a code.
pub fn is_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%');
    text.contains(|c: char| c.is_ascii_digit()) && text.trim().chars().all(is_part)
}
