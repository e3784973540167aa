//! Finds ruled tables among the straight lines of a page.
//!
//! Lines are drawn in pieces, cell by cell, and sometimes twice. So pieces are joined first; lines that cross belong to
//! one table; and where no line separates two fields of its grid, these are one cell.

mod open;
mod rules;
mod sets;
mod spans;

use super::drawing::{Glyph, Segment};
use super::limits::{Allowance, MAX_CROSSINGS};
use crate::money::sort_by;
pub use open::open_lattices;
pub use rules::RulingLine;
use sets::Sets;
pub use spans::Span;

/// How far two lines may miss each other and still meet, in points.
const MEETING: f32 = 3.5;

/// A ruled table.
#[derive(Debug)]
pub struct RuledTable {
    /// Where its columns begin, and the last one ends.
    pub columns: Vec<f32>,
    /// Where its rows begin, and the last one ends.
    pub rows: Vec<f32>,
    /// Its cells.
    pub spans: Vec<Span>,
    /// Which cell each field belongs to, row by row.
    fields: Vec<usize>,
}

/// The ruled tables of a page, smallest first, so that a table in another's cell comes before it; and the horizontal
/// lines that no other crosses.
pub fn lattices(segments: &[Segment], allowance: &mut Allowance) -> (Vec<RuledTable>, Vec<RulingLine>) {
    let across = rules::joined(segments.iter().filter(|segment| segment.is_horizontal));
    let down = rules::joined(segments.iter().filter(|segment| !segment.is_horizontal));
    if !allowance.operators((across.len() + down.len()) * down.len() / 8) {
        return (Vec::new(), Vec::new());
    }
    let (alone, tables): (Vec<_>, Vec<_>) = tables(&across, &down).into_iter().partition(|(_, down)| down.is_empty());
    let mut lattices: Vec<RuledTable> =
        tables.iter().filter_map(|(across, down)| RuledTable::new(across, down, allowance)).collect();
    sort_by(&mut lattices, |one, other| one.area().total_cmp(&other.area()));
    (lattices, alone.into_iter().flat_map(|(across, _)| across).collect())
}

/// The lines of each table: those that cross each other, directly or through others.
fn tables(across: &[RulingLine], down: &[RulingLine]) -> Vec<(Vec<RulingLine>, Vec<RulingLine>)> {
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
    // Where a row continues on the next page, its borders may cross nothing; they are as long as the others.
    for (j, alone) in down.iter().enumerate().filter(|(j, _)| crossed.get(*j) == Some(&None)) {
        if let Some(beside) = crossed.iter().position(|other| other.is_some_and(|other| alone.is_beside(&other))) {
            sets.join(across.len() + j, across.len() + beside);
        }
    }
    grouped(across, down, &sets.numbered())
}

/// The horizontal and the vertical lines of each set.
fn grouped(across: &[RulingLine], down: &[RulingLine], numbers: &[usize]) -> Vec<(Vec<RulingLine>, Vec<RulingLine>)> {
    let mut tables = vec![(Vec::new(), Vec::new()); numbers.iter().max().map_or(0, |last| last + 1)];
    let (of_across, of_down) = numbers.split_at(across.len());
    for (rule, table) in across.iter().zip(of_across) {
        tables[*table].0.push(*rule);
    }
    for (rule, table) in down.iter().zip(of_down) {
        tables[*table].1.push(*rule);
    }
    tables
}

impl RuledTable {
    /// The table of lines that cross; none where they enclose fewer than two cells, as a frame around text does.
    fn new(across: &[RulingLine], down: &[RulingLine], allowance: &mut Allowance) -> Option<Self> {
        let columns = edges(down, across);
        let rows = edges(across, down);
        let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
        if width * height > MAX_CROSSINGS {
            allowance.end_page();
        }
        if !allowance.operators((across.len() * width + down.len() * height) / 8) {
            return None;
        }
        let (on_rows, on_columns) = (on_edges(&rows, across), on_edges(&columns, down));
        let mut sets = Sets::new(width * height);
        for field in 0..width * height {
            let (row, column) = (field / width, field % width);
            if column + 1 < width && !is_ruled(&on_columns, column + 1, middle(&rows, row)) {
                sets.join(field, field + 1);
            }
            if row + 1 < height && !is_ruled(&on_rows, row + 1, middle(&columns, column)) {
                sets.join(field, field + width);
            }
        }
        Some(Self::of(columns, rows, sets)).filter(|lattice| lattice.spans.len() > 1)
    }

    /// The table in which the fields of each set are one cell.
    fn of(columns: Vec<f32>, rows: Vec<f32>, mut sets: Sets) -> Self {
        let (spans, fields) = spans::spans(&sets.numbered(), columns.len().saturating_sub(1));
        Self { columns, rows, spans, fields }
    }

    /// Sorts glyphs into its cells, and gives back those that are outside.
    pub fn take(&self, glyphs: Vec<Glyph>) -> (Vec<Vec<Glyph>>, Vec<Glyph>) {
        let mut cells = vec![Vec::new(); self.spans.len()];
        let mut outside = Vec::new();
        for glyph in glyphs {
            let cell = self.cell_at(glyph.centre).and_then(|cell| cells.get_mut(cell));
            cell.unwrap_or(&mut outside).push(glyph);
        }
        (cells, outside)
    }

    /// The cell at a point.
    fn cell_at(&self, (x, y): (f32, f32)) -> Option<usize> {
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

/// Where fields begin along one axis, and the last one ends: at the lines that separate them, and at the ends of the
/// lines along the axis, where a table has no border on that side.
fn edges(parting: &[RulingLine], along: &[RulingLine]) -> Vec<f32> {
    /// How far a line must reach beyond the last border for another row or column to be there.
    const OPEN: f32 = 8.0;
    let mut edges: Vec<f32> = parting.iter().map(|rule| rule.at).collect();
    sort_by(&mut edges, f32::total_cmp);
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

/// The lines that stand on each edge.
fn on_edges<'r>(edges: &[f32], rules: &'r [RulingLine]) -> Vec<Vec<&'r RulingLine>> {
    let on = |edge: &f32| rules.iter().filter(|rule| (rule.at - edge).abs() <= MEETING).collect();
    edges.iter().map(on).collect()
}

/// Whether one of the lines on an edge covers this position.
fn is_ruled(on_edges: &[Vec<&RulingLine>], edge: usize, along: f32) -> bool {
    on_edges.get(edge).is_some_and(|rules| rules.iter().any(|rule| rule.reaches(along, 0.0)))
}

fn middle(edges: &[f32], field: usize) -> f32 {
    edges.get(field..field + 2).map_or(0.0, |ends| f32::midpoint(ends[0], ends[1]))
}

fn field_at(edges: &[f32], at: f32) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= at);
    if after < edges.len() { after.checked_sub(1) } else { None }
}
