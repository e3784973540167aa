//! Finds tables that have only horizontal ruling lines, as in books: the gaps between their texts tell their columns.

use super::super::drawing::Glyph;
use super::super::lines::{Line, lines};
use super::rules::RulingLine;
use super::sets::Sets;
use super::{MAX_CROSSINGS, RuledTable};
use crate::money::sort_by;

/// Wider gaps, in font sizes, separate the texts of two columns.
const APART: f32 = 1.0;

/// Where something begins and ends on an axis.
type Extent = (f32, f32);

/// Finds tables among horizontal lines that nothing crosses: three or more lines below each other that begin and end
/// alike, of which the second ends the heading.
pub fn open_lattices(mut rules: Vec<RulingLine>, glyphs: &[Glyph]) -> Vec<RuledTable> {
    sort_by(&mut rules, |one, other| one.at.total_cmp(&other.at));
    let tables = rules.chunk_by(RulingLine::is_beside).filter(|rules| rules.len() > 2);
    tables.filter_map(|rules| table(rules, glyphs)).collect()
}

fn table(rules: &[RulingLine], glyphs: &[Glyph]) -> Option<RuledTable> {
    let (first, last) = (rules.first()?, rules.last()?);
    let is_inside =
        |glyph: &&Glyph| first.reaches(glyph.centre.0, 0.0) && first.at <= glyph.centre.1 && glyph.centre.1 < last.at;
    let lines = lines(glyphs.iter().filter(is_inside).copied().collect());
    let heading_end = rules.get(1)?.at;
    let (heading, body) = lines.split_at(lines.partition_point(|line| line.baseline() < heading_end));
    let ranges = columns(heading, body);
    let in_columns = |line: &&Line| texts(line).len() > 1;
    // Text that is underlined line by line has no second column, and one line with two texts is no table.
    if ranges.len() < 2 || body.iter().filter(in_columns).count() < 2 {
        return None;
    }
    let rows = rows(rules, &lines);
    let columns = parted(&ranges, (first.from, first.to));
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    if width * height > MAX_CROSSINGS {
        return None;
    }
    let mut sets = Sets::new(width * height);
    for line in heading {
        let row = rows.partition_point(|top| *top <= line.middle()).checked_sub(1)?;
        for text in texts(line) {
            let mut over = (0..width).filter(|column| ranges.get(*column).is_some_and(|range| overlap(text, *range)));
            if let Some(leftmost) = over.next() {
                over.for_each(|column| sets.join(row * width + leftmost, row * width + column));
            }
        }
    }
    Some(RuledTable::of(columns, rows, sets))
}

/// Where each column's texts begin and end: the texts below the heading, and those of the heading's last line that have
/// nothing below them.
fn columns(heading: &[Line], body: &[Line]) -> Vec<Extent> {
    let mut ranges = united(body.iter().flat_map(texts).collect());
    let is_alone = |text: &Extent| !ranges.iter().any(|range| overlap(*text, *range));
    let alone: Vec<Extent> = heading.last().into_iter().flat_map(texts).filter(is_alone).collect();
    ranges.extend(alone);
    united(ranges)
}

/// The texts of a line that wide gaps separate.
fn texts(line: &Line) -> Vec<Extent> {
    let glyphs: Vec<&Glyph> = line.glyphs.iter().filter(|glyph| glyph.char != ' ').collect();
    let is_near = |one: &&Glyph, next: &&Glyph| next.x - one.x - one.width <= APART * one.size;
    let text = |glyphs: &[&Glyph]| Some((glyphs.first()?.x, glyphs.last().map(|last| last.x + last.width)?));
    glyphs.chunk_by(is_near).filter_map(text).collect()
}

/// Merges extents that overlap, and puts them in order.
fn united(mut extents: Vec<Extent>) -> Vec<Extent> {
    sort_by(&mut extents, |one, other| one.0.total_cmp(&other.0));
    let mut united: Vec<Extent> = Vec::new();
    for extent in extents {
        match united.last_mut() {
            Some(last) if overlap(*last, extent) => last.1 = last.1.max(extent.1),
            _ => united.push(extent),
        }
    }
    united
}

fn overlap(one: Extent, other: Extent) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// The edges between extents, in the middle of each gap.
fn parted(extents: &[Extent], (from, to): Extent) -> Vec<f32> {
    let between = extents.array_windows().map(|[one, next]| f32::midpoint(one.1, next.0));
    [from].into_iter().chain(between).chain([to]).collect()
}

/// Where rows begin, and the last one ends: at each ruling line, and between the lines of text.
fn rows(rules: &[RulingLine], lines: &[Line]) -> Vec<f32> {
    let between = lines.array_windows().map(|[one, next]| f32::midpoint(one.middle(), next.middle()));
    let is_ruled = |at: &f32, next: f32| rules.iter().any(|rule| rule.at > *at && rule.at < next);
    let unruled = between.zip(lines.array_windows()).filter(|(_, [one, next])| !is_ruled(&one.middle(), next.middle()));
    let mut rows: Vec<f32> = rules.iter().map(|rule| rule.at).chain(unruled.map(|(at, _)| at)).collect();
    sort_by(&mut rows, f32::total_cmp);
    rows
}
