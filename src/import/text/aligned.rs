//! Text whose cells stand under one another, with blanks between.

use super::Line;
use crate::import::sheet::headings::is_number;

/// A part of a line: where it begins and ends, in the width of a Latin letter, and its text.
type Segment = (usize, usize, String);

/// The lines of a text; those of a table have the columns that their numbers stand in.
pub fn lines(text: &str) -> Vec<Line> {
    let segments: Vec<Vec<Segment>> = text.lines().map(segments).collect();
    let mut lines = Vec::new();
    let mut at = 0;
    while at < segments.len() {
        let rows = segments[at..].iter().take_while(|line| !line.is_empty()).count();
        let block = &segments[at..at + rows];
        let columns = columns(block);
        for (number, line) in (at..).zip(block) {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let alone = line.len() == 1 && columns.first().is_none_or(|first| line[0].0 > first.1);
            if columns.len() < 2 || alone {
                let text = line.iter().map(|(.., text)| text.as_str()).collect::<Vec<_>>().join("  ");
                lines.push(Line { number, cells: vec![(0, 1, text)], is_text: true });
            } else {
                let cells = line.iter().map(|segment| placed(segment, &columns)).collect();
                lines.push(Line { number, cells, is_text: false });
            }
        }
        at += rows.max(1);
    }
    lines
}

/// The parts of a line between two blanks or more.
fn segments(line: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let (mut at, mut blanks) = (0, 2);
    for c in line.chars() {
        let width = if c.is_ascii() { 1 } else { 2 };
        if c.is_whitespace() {
            blanks += width;
        } else {
            match segments.last_mut() {
                Some((_, end, text)) if blanks < 2 => {
                    text.extend(std::iter::repeat_n(' ', blanks));
                    text.push(c);
                    *end = at + width;
                }
                _ => segments.push((at, at + width, c.into())),
            }
            blanks = 0;
        }
        at += width;
    }
    segments
}

/// The columns of a block of lines: what its lines with numbers cover, taken together.
fn columns(block: &[Vec<Segment>]) -> Vec<(usize, usize)> {
    let has_number = |line: &&Vec<Segment>| line.len() > 1 && line.iter().any(|(.., text)| is_number(text));
    let mut covered: Vec<(usize, usize)> =
        block.iter().filter(has_number).flatten().map(|(begin, end, _)| (*begin, *end)).collect();
    if block.iter().filter(has_number).count() < 2 {
        return Vec::new();
    }
    covered.sort_unstable();
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (begin, end) in covered {
        match columns.last_mut() {
            Some(last) if begin < last.1 => last.1 = last.1.max(end),
            _ => columns.push((begin, end)),
        }
    }
    columns
}

/// The columns that a part of a line stands in; a heading may stand over several, or beside its own.
fn placed((begin, end, text): &Segment, columns: &[(usize, usize)]) -> (u32, u32, String) {
    let over = |(left, right): &(usize, usize)| left < end && begin < right;
    let first = columns.iter().position(over);
    let first = first.unwrap_or_else(|| {
        let distance = |(left, right): &(usize, usize)| left.abs_diff(*end).min(begin.abs_diff(*right));
        (0..columns.len()).min_by_key(|at| distance(&columns[*at])).unwrap_or(0)
    });
    let span = columns[first..].iter().take_while(|column| over(column)).count().max(1);
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (number(first), number(span), text.clone())
}
