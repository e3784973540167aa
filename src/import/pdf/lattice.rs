//! Straight lines → the tables that they rule.
//!
//! Lines are drawn in pieces, cell by cell, and sometimes twice. So pieces are joined first; lines that cross belong to
//! one table; and where no line parts two of its fields, these are one cell.

mod rules;
mod sets;

use super::drawing::Segment;
use super::limits::{Allowance, MOST_CROSSINGS};
use rules::Rule;
use sets::Sets;

/// How far two lines may miss each other and still meet, in points.
const MEETING: f32 = 3.5;

/// A ruled table.
#[derive(Debug)]
pub struct Lattice {
    /// Where its columns begin, and the last one ends.
    pub columns: Vec<f32>,
    /// Where its rows begin, and the last one ends.
    pub rows: Vec<f32>,
    /// Its cells.
    pub spans: Vec<Span>,
    /// Which cell each field belongs to, row by row.
    fields: Vec<usize>,
}

/// Which rows and columns a cell takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first row.
    pub row: usize,
    /// The first column.
    pub column: usize,
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

/// The ruled tables of a page, smallest first, so that a table in another's cell comes before it.
pub fn lattices(segments: &[Segment], allowance: &mut Allowance) -> Vec<Lattice> {
    let across = rules::joined(segments.iter().filter(|segment| segment.is_horizontal));
    let down = rules::joined(segments.iter().filter(|segment| !segment.is_horizontal));
    if !allowance.operators(across.len() * down.len() / 8) {
        return Vec::new();
    }
    let mut lattices: Vec<Lattice> =
        tables(&across, &down).iter().filter_map(|(across, down)| Lattice::new(across, down)).collect();
    lattices.sort_by(|one, other| one.area().total_cmp(&other.area()));
    lattices
}

/// The lines that cross each other, directly or through others.
fn tables(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut sets = Sets::new(across.len() + down.len());
    let mut crossed = vec![None; down.len()];
    for (i, one) in across.iter().enumerate() {
        for (j, other) in down.iter().enumerate() {
            if one.reaches(other.at, MEETING) && other.reaches(one.at, MEETING) {
                sets.join(i, across.len() + j);
                if let Some(slot) = crossed.get_mut(j) {
                    *slot = Some(*other);
                }
            }
        }
    }
    // Where a row goes on over the page, its borders may cross nothing; they are as long as the others.
    for (j, alone) in down.iter().enumerate().filter(|(j, _)| crossed.get(*j) == Some(&None)) {
        if let Some(beside) = crossed.iter().position(|other| other.is_some_and(|other| alone.is_beside(&other))) {
            sets.join(across.len() + j, across.len() + beside);
        }
    }
    grouped(across, down, &sets.numbered())
}

/// The lines of each set, if there are some of both directions.
fn grouped(across: &[Rule], down: &[Rule], numbers: &[usize]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut tables = vec![(Vec::new(), Vec::new()); numbers.iter().max().map_or(0, |last| last + 1)];
    let (of_across, of_down) = numbers.split_at(across.len());
    for (rule, table) in across.iter().zip(of_across) {
        tables[*table].0.push(*rule);
    }
    for (rule, table) in down.iter().zip(of_down) {
        tables[*table].1.push(*rule);
    }
    tables.retain(|(across, down)| !across.is_empty() && !down.is_empty());
    tables
}

impl Lattice {
    /// The table of lines that cross; none where they enclose fewer than two cells, as a frame around text does.
    fn new(across: &[Rule], down: &[Rule]) -> Option<Self> {
        let columns = edges(down, across);
        let rows = edges(across, down);
        let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
        if width * height > MOST_CROSSINGS {
            return None;
        }
        let mut sets = Sets::new(width * height);
        for row in 0..height {
            for column in 0..width {
                let (middle_x, middle_y) = (middle(&columns, column)?, middle(&rows, row)?);
                let field = row * width + column;
                if column + 1 < width && !is_ruled(down, *columns.get(column + 1)?, middle_y) {
                    sets.join(field, field + 1);
                }
                if row + 1 < height && !is_ruled(across, *rows.get(row + 1)?, middle_x) {
                    sets.join(field, field + width);
                }
            }
        }
        let (spans, fields) = spans(&sets.numbered(), width);
        (spans.len() > 1).then_some(Self { columns, rows, spans, fields })
    }

    /// The cell at a point.
    pub fn cell_at(&self, (x, y): (f32, f32)) -> Option<usize> {
        let (column, row) = (field_at(&self.columns, x)?, field_at(&self.rows, y)?);
        self.fields.get(row * (self.columns.len() - 1) + column).copied()
    }

    /// Where it begins on the page.
    pub fn top(&self) -> f32 {
        self.rows.first().copied().unwrap_or_default()
    }

    fn area(&self) -> f32 {
        let extent = |edges: &[f32]| edges.last().zip(edges.first()).map_or(0.0, |(last, first)| last - first);
        extent(&self.columns) * extent(&self.rows)
    }
}

/// Where fields begin along one axis, and the last one ends: at the lines that part them, and at the ends of the lines
/// along the axis, where a table has no border on that side.
fn edges(parting: &[Rule], along: &[Rule]) -> Vec<f32> {
    /// How much further a line must reach than the last border for a row or column to be there.
    const OPEN: f32 = 8.0;
    let mut edges: Vec<f32> = parting.iter().map(|rule| rule.at).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|next, kept| *next - *kept <= MEETING);
    let from = along.iter().map(|rule| rule.from).fold(f32::INFINITY, f32::min);
    let to = along.iter().map(|rule| rule.to).fold(f32::NEG_INFINITY, f32::max);
    if edges.first().is_some_and(|first| from < first - OPEN) {
        edges.insert(0, from);
    }
    if edges.last().is_some_and(|last| to > last + OPEN) {
        edges.push(to);
    }
    edges
}

fn middle(edges: &[f32], field: usize) -> Option<f32> {
    Some(f32::midpoint(*edges.get(field)?, *edges.get(field + 1)?))
}

/// Whether a line stands here.
fn is_ruled(rules: &[Rule], at: f32, along: f32) -> bool {
    rules.iter().any(|rule| (rule.at - at).abs() <= MEETING && rule.reaches(along, 0.0))
}

fn field_at(edges: &[f32], at: f32) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= at);
    if after < edges.len() { after.checked_sub(1) } else { None }
}

/// Cells from the number of the set of each field. Sets are rectangles in every table that was drawn on purpose; of any
/// other each row is a cell of its own.
fn spans(sets: &[usize], width: usize) -> (Vec<Span>, Vec<usize>) {
    let mut bounds: Vec<Option<(Span, usize)>> = vec![None; sets.len()];
    for (field, set) in sets.iter().enumerate() {
        let (row, column) = (field / width, field % width);
        let Some(slot) = bounds.get_mut(*set) else { continue };
        let (span, count) = slot.get_or_insert((Span { row, column, rows: 1, columns: 1 }, 0));
        let left = span.column.min(column);
        span.columns = (span.column + span.columns).max(column + 1) - left;
        span.column = left;
        span.rows = row + 1 - span.row;
        *count += 1;
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut fields: Vec<usize> = Vec::with_capacity(sets.len());
    for (field, set) in sets.iter().enumerate() {
        let (row, column) = (field / width, field % width);
        let whole = bounds.get(*set).copied().flatten().filter(|(span, count)| span.rows * span.columns == *count);
        let before = |is_same: bool, back: usize| field.checked_sub(back).filter(|_| is_same);
        let left = before(column > 0, 1).filter(|left| sets.get(*left) == Some(set));
        let above = before(whole.is_some(), width).filter(|above| sets.get(*above) == Some(set));
        let known = left.or(above).and_then(|known| fields.get(known).copied());
        match (known, whole) {
            (Some(known), Some(_)) => fields.push(known),
            (Some(known), None) => {
                if let Some(span) = spans.get_mut(known) {
                    span.columns += 1;
                }
                fields.push(known);
            }
            (None, whole) => {
                fields.push(spans.len());
                spans.push(whole.map_or(Span { row, column, rows: 1, columns: 1 }, |(span, _)| span));
            }
        }
    }
    (spans, fields)
}
