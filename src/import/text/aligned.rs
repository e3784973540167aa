//! Reads tables in plain text whose cells are aligned in columns, with spaces between them.

use super::{Cell, Line, Lines};
use crate::import::limits::{MAX_CELLS, MAX_COLUMNS};
use crate::import::sheet::headings::is_number;
use crate::money::sort_by;

/// A part of a line: where it begins and ends, in the width of a Latin letter, and its text.
type Segment = (usize, usize, String);

/// The lines of a text; those of a table have the columns that their numbers stand in.
pub fn lines(text: &str) -> Lines {
    let mut lines = Lines::default();
    let mut block: Vec<(u32, Vec<Segment>)> = Vec::new();
    let mut count = 0;
    for (number, line) in (0..).zip(text.lines()) {
        let segments = segments(line);
        count += segments.len();
        if count > MAX_CELLS {
            lines.cells = count;
            return lines;
        }
        if !segments.is_empty() {
            block.push((number, segments));
        } else if !end(&mut block, &mut lines) {
            return lines;
        }
    }
    end(&mut block, &mut lines);
    lines
}

/// Ends a block of lines, and returns whether more may come.
fn end(block: &mut Vec<(u32, Vec<Segment>)>, lines: &mut Lines) -> bool {
    let columns = columns(block);
    for (number, segments) in block.drain(..) {
        let is_alone = segments.len() == 1 && columns.first().is_none_or(|first| segments[0].0 > first.1);
        let is_text = columns.len() < 2 || is_alone;
        let cells: Vec<Cell> = if is_text {
            let texts: Vec<&str> = segments.iter().map(|(.., text)| text.as_str()).collect();
            vec![Cell { column: 0, columns: 1, text: texts.join("  ") }]
        } else {
            row(segments, &columns)
        };
        let width = cells.len();
        if !lines.add(Line { number, cells, width, is_text }) {
            return false;
        }
    }
    true
}

/// The parts of a line between two spaces or more.
fn segments(line: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let (mut at, mut blanks) = (0, 2);
    for c in line.chars() {
        let width = if c.is_ascii() { 1 } else { 2 };
        if c.is_whitespace() {
            blanks += width;
        } else {
            let count = segments.len();
            match segments.last_mut() {
                Some((_, end, text)) if blanks < 2 => {
                    text.extend(std::iter::repeat_n(' ', blanks));
                    text.push(c);
                    *end = at + width;
                }
                // No table is so wide.
                _ if count == MAX_COLUMNS => return vec![(0, usize::MAX, line.trim().into())],
                _ => segments.push((at, at + width, c.into())),
            }
            blanks = 0;
        }
        at += width;
    }
    segments
}

/// The columns of a block of lines: what its lines with numbers cover, taken together.
fn columns(block: &[(u32, Vec<Segment>)]) -> Vec<(usize, usize)> {
    let has_number = |line: &&Vec<Segment>| line.len() > 1 && line.iter().any(|(.., text)| is_number(text));
    let lines = || block.iter().map(|(_, line)| line).filter(has_number);
    if lines().take(2).count() < 2 {
        return Vec::new();
    }
    let mut covered: Vec<(usize, usize)> = lines().flatten().map(|(begin, end, _)| (*begin, *end)).collect();
    sort_by(&mut covered, Ord::cmp);
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (begin, end) in covered {
        match columns.last_mut() {
            Some(last) if begin < last.1 => last.1 = last.1.max(end),
            _ => columns.push((begin, end)),
        }
    }
    columns.truncate(MAX_COLUMNS);
    columns
}

/// The cells of a line. A part that reaches over the column of the next part ends before it; parts that stand in one
/// column are one text.
fn row(segments: Vec<Segment>, columns: &[(usize, usize)]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for segment in segments {
        let cell = placed(segment, columns);
        match cells.last_mut() {
            Some(last) if cell.column <= last.column => last.text.extend(["  ", &cell.text]),
            Some(last) => {
                last.columns = last.columns.min(cell.column - last.column);
                cells.push(cell);
            }
            None => cells.push(cell),
        }
    }
    cells
}

/// The columns that a part of a line stands in; a heading may stand over several, or beside its own.
fn placed((begin, end, text): Segment, columns: &[(usize, usize)]) -> Cell {
    let over = |(left, right): &(usize, usize)| *left < end && begin < *right;
    let first = columns.iter().position(over);
    let first = first.unwrap_or_else(|| {
        let distance = |(left, right): &(usize, usize)| left.abs_diff(end).min(begin.abs_diff(*right));
        (0..columns.len()).min_by_key(|at| distance(&columns[*at])).unwrap_or(0)
    });
    let span = columns[first..].iter().take_while(|column| over(column)).count().max(1);
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Cell { column: number(first), columns: number(span), text }
}
