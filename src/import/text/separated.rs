//! Reads tables in plain text whose cells are separated by a character, such as a comma.

use super::{Cell, Line, Lines};
use crate::import::limits::MAX_CELLS;
use crate::import::sheet::headings::is_number;
use std::collections::HashMap;

/// The character that separates the cells of a text, if there is one.
pub fn separator(text: &str) -> Option<char> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    if lines().filter(|line| line.trim().contains('\t')).take(2).count() == 2 {
        return Some('\t');
    }
    // Sheets that are saved as text have equally many cells in each line; sentences have not.
    let is_regular = |separator: &char| {
        let lines = quoted(text, *separator).lines;
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for line in &lines {
            *counts.entry(line.width).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(width, count)| (*count, *width));
        most.is_some_and(|(width, count)| width > 1 && count >= 2 && count * 10 >= lines.len() * 6)
    };
    [',', ';', '|'].into_iter().filter(|separator| text.contains(*separator)).find(is_regular)
}

/// The cells between tabs.
pub fn tabs(text: &str) -> Lines {
    let mut lines = Lines::default();
    for (number, line) in (0..).zip(text.lines()) {
        let texts = || (0..).zip(line.split('\t'));
        let cells = texts().filter(|(_, text)| !text.trim().is_empty()).take(MAX_CELLS + 1);
        let cells: Vec<Cell> = cells.map(|(column, text)| Cell { column, columns: 1, text: text.into() }).collect();
        let width = texts().count();
        if !lines.add(Line { number, cells, width, is_text: width == 1 }) {
            break;
        }
    }
    lines
}

/// The cells between commas or the like; quotes keep commas and ends of lines inside a cell.
pub fn quoted(text: &str, separator: char) -> Lines {
    let mut lines = Lines::default();
    let mut cells: Vec<Cell> = Vec::new();
    let mut cell = String::new();
    let (mut number, mut begun, mut column) = (0, 0, 0);
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    loop {
        let c = chars.next();
        match c {
            Some('"') if is_quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            Some('"') if is_quoted => is_quoted = false,
            Some('"') if cell.trim().is_empty() => {
                is_quoted = true;
                cell.clear();
            }
            Some(c) if is_quoted => {
                number += u32::from(c == '\n');
                cell.push(c);
            }
            Some('\r') => {}
            Some(c) if c != separator && c != '\n' => cell.push(c),
            end => {
                let text = std::mem::take(&mut cell);
                if !text.trim().is_empty() {
                    cells.push(Cell { column, columns: 1, text });
                    if cells.len() > MAX_CELLS {
                        lines.cells = cells.len();
                        return lines;
                    }
                }
                column += 1;
                if end == Some(separator) {
                    continue;
                }
                let width = column as usize;
                let line = Line { number: begun, cells: std::mem::take(&mut cells), width, is_text: width == 1 };
                if !lines.add(rejoined(line, separator)) || end.is_none() {
                    return lines;
                }
                number += 1;
                (begun, column) = (number, 0);
            }
        }
    }
}

/// Makes a line text again in which commas that group digits were taken for separators.
fn rejoined(mut line: Line, separator: char) -> Line {
    let is_group =
        |text: &str| text.len() > 3 && text.as_bytes()[..3].iter().all(u8::is_ascii_digit) && !is_number(text);
    let is_cut = |two: &[Cell]| two[0].text.ends_with(|c: char| c.is_ascii_digit()) && is_group(&two[1].text);
    if separator == ',' && line.cells.windows(2).any(is_cut) {
        let texts: Vec<&str> = line.cells.iter().map(|cell| cell.text.as_str()).collect();
        line.cells = vec![Cell { column: 0, columns: 1, text: texts.join(",") }];
        (line.width, line.is_text) = (1, true);
    }
    line
}
