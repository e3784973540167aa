//! Headings over several columns, which separated text cannot say: a blank behind a heading is part of it where something
//! is printed below.

use super::{Line, is_number};
use crate::import::sheet::Sheet;

/// The most lines of a heading.
const MOST: usize = 4;

/// Merges the cells of headings.
pub fn span(sheet: &mut Sheet, lines: &[Line]) {
    let mut from = 0;
    while from < lines.len() {
        let is_table =
            |line: &Line| !line.is_text && line.cells.iter().filter(|cell| !cell.2.trim().is_empty()).count() > 1;
        let Some(first) = lines[from..].iter().position(is_table).map(|at| from + at) else { return };
        let rows = lines[first..].iter().take(MOST + 1).take_while(|line| is_table(line) && !is_body(line)).count();
        if rows > 1 && rows <= MOST {
            merge(sheet, &lines[first..first + rows]);
        }
        // The next table comes behind a line of text.
        let end = lines[first..]
            .iter()
            .position(|line| line.is_text && !line.cells.iter().all(|cell| cell.2.trim().is_empty()));
        from = end.map_or(lines.len(), |end| first + end + 1);
    }
}

/// Whether a line is one of the table and not of its heading.
fn is_body(line: &Line) -> bool {
    let first = line.cells.iter().map(|cell| cell.2.trim()).find(|text| !text.is_empty()).unwrap_or_default();
    let is_marked = first.contains('、') || first.starts_with(['（', '(']);
    let begins = line.cells.first().is_some_and(|cell| cell.2.replace([' ', '\u{3000}'], "") == "合计");
    is_marked || begins || line.cells.iter().any(|cell| is_number(&cell.2))
}

fn merge(sheet: &mut Sheet, lines: &[Line]) {
    let text = |row: usize, column: usize| lines[row].cells.get(column).map_or("", |cell| cell.2.trim());
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    // From the lowest upwards: a heading over several headings is over all that is below these.
    let mut is_filled = vec![vec![false; width]; lines.len()];
    for row in (0..lines.len()).rev() {
        let mut column = 0;
        while column < width {
            let begin = column;
            column += 1;
            if text(row, begin).is_empty() {
                continue;
            }
            let is_below = |column: usize| is_filled.get(row + 1).is_some_and(|below| below[column]);
            while column < width && text(row, column).is_empty() && is_below(column) && is_below(begin) {
                column += 1;
            }
            let below =
                is_filled[row + 1..].iter().take_while(|below| below[begin..column].iter().all(|filled| !filled));
            let rows = below.count();
            is_filled[row][begin..column].fill(true);
            let at = |row: usize, column: usize| (lines[row].number, u32::try_from(column).unwrap_or(u32::MAX));
            sheet.merge(at(row, begin), at(row + rows, column - 1));
        }
    }
}
