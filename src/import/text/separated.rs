//! Text whose cells are separated by a character.

use super::Line;
use crate::import::sheet::headings::is_number;

/// The character that separates the cells of a text, if there is one.
pub fn separator(text: &str) -> Option<char> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    if lines().filter(|line| line.trim().matches('\t').count() > 0).count() >= 2 {
        return Some('\t');
    }
    // Sheets that are saved as text have as many cells in each line; sentences have not.
    let is_regular = |separator: &char| {
        let counts: Vec<usize> = quoted(text, *separator).iter().map(|line| line.cells.len()).collect();
        let most = counts.iter().copied().max_by_key(|count| counts.iter().filter(|other| *other == count).count());
        let alike = counts.iter().filter(|count| Some(**count) == most).count();
        most.is_some_and(|most| most > 1) && alike >= 2 && alike * 10 >= counts.len() * 6
    };
    [',', ';', '|'].into_iter().find(is_regular)
}

/// The cells between tabs.
pub fn tabs(text: &str) -> Vec<Line> {
    let line = |(number, line): (u32, &str)| {
        let cells: Vec<_> = (0..).zip(line.split('\t')).map(|(column, text)| (column, 1, text.to_string())).collect();
        let is_text = cells.len() == 1;
        Line { number, cells, is_text }
    };
    (0..).zip(text.lines()).map(line).collect()
}

/// The cells between commas or the like; quotes keep commas and ends of lines inside a cell.
pub fn quoted(text: &str, separator: char) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut cells: Vec<(u32, u32, String)> = Vec::new();
    let mut cell = String::new();
    let (mut number, mut begun) = (0, 0);
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
            Some('\n') | None => {
                let column = u32::try_from(cells.len()).unwrap_or(u32::MAX);
                cells.push((column, 1, std::mem::take(&mut cell)));
                if cells.iter().any(|(.., text)| !text.trim().is_empty()) {
                    let is_text = cells.len() == 1;
                    lines.push(Line { number: begun, cells: std::mem::take(&mut cells), is_text });
                }
                cells.clear();
                number += 1;
                begun = number;
            }
            Some(c) if c == separator => {
                let column = u32::try_from(cells.len()).unwrap_or(u32::MAX);
                cells.push((column, 1, std::mem::take(&mut cell)));
            }
            Some(c) => cell.push(c),
        }
        if c.is_none() {
            return rejoined(lines, separator);
        }
    }
}

/// Lines in which commas that group digits were taken for separators keep what they are: text.
fn rejoined(lines: Vec<Line>, separator: char) -> Vec<Line> {
    let is_group = |text: &str| text.len() >= 3 && text.as_bytes()[..3].iter().all(u8::is_ascii_digit);
    let is_sentence = |line: &Line| {
        line.cells
            .windows(2)
            .any(|two| two[0].2.ends_with(|c: char| c.is_ascii_digit()) && is_group(&two[1].2) && !is_number(&two[1].2))
    };
    let join = |mut line: Line| {
        if separator == ',' && is_sentence(&line) {
            let texts: Vec<String> = line.cells.into_iter().map(|(.., text)| text).collect();
            line.cells = vec![(0, 1, texts.join(","))];
            line.is_text = true;
        }
        line
    };
    lines.into_iter().map(join).collect()
}
