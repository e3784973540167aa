//! Draws a flow chart (Sankey diagram): where money comes from and goes to.
//!
//! Nodes in columns, each with its name and amount beside it, and pale ribbons between them over
//! which the words stand. Every node is at least as high as its words: nothing overlaps, however small.

use super::{ChartSize, align_end, fit_size, label, measure, nothing, size};
use crate::figure::{Entry, EntryId, Figure, Flow};
use crate::layout::{self, Column, Span, Stream, allocate_widths, ends, fit, nodes, ribbon, wrap};
use crate::locale::Locale;
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// The width of a node.
const BAR: f64 = 8.0;
/// The room left and right of a node's words.
const MARGIN: f64 = 6.0;
/// The width of a ribbon's darker edge.
const EDGE: f64 = 0.75;
/// The gap between two nodes.
const GAP: f64 = 8.0;
/// The width reserved for an amount, as a multiple of its text size; the same in every unit, so that nothing moves.
const AMOUNT: f64 = 5.5;
/// The height of a line of words, as a multiple of their size.
const LINE: f64 = 1.3;
/// A node's name has three lines in columns of at most `FEW` nodes, two lines up to `MANY` nodes, and beyond that one
/// line together with the amount.
const FEW: usize = 12;
const MANY: usize = 100;
/// The greatest height: a canvas of more than 65,535 device pixels is not painted, and a phone has three a CSS pixel.
const MAX_HEIGHT: f64 = 16_000.0;

/// Where a column stands: its left edge, the room for its words, and on which side of it they are.
struct ColumnBox {
    x: f64,
    room: f64,
    is_last: bool,
}

pub fn scene(figure: &Figure, flow: &Flow, locale: Locale, chart_size: ChartSize) -> Scene {
    let streams: Vec<_> =
        flow.links.iter().map(|link| Stream { from: link.from, to: link.to, size: size(Some(link.money)) }).collect();
    let values = values(figure, &streams);
    let (stations, column_of) = stations(flow, &values);
    let most = stations.iter().map(Vec::len).max().unwrap_or(0);
    if most == 0 {
        return nothing(locale, chart_size);
    }
    let places = places(figure, &stations, chart_size);
    let mut columns = Vec::new();
    let mut height = 0.0_f64;
    for (ids, place) in stations.into_iter().zip(&places) {
        let lines =
            ids.iter().map(|&id| lines(&figure.entries[id], place.room, most, chart_size.font_size).len()).max();
        let least =
            chart_size.font_size * LINE * f64::from(lines.and_then(|lines| u8::try_from(lines).ok()).unwrap_or(1));
        let count = f64::from(u16::try_from(ids.len()).unwrap_or(u16::MAX));
        // Room beyond the least heights lets large nodes differ in height.
        height = height.max((least + GAP) * count + chart_size.font_size * 8.0).min(MAX_HEIGHT);
        columns.push(Column { nodes: ids, least });
    }
    let spans = nodes(&columns, &values, height, GAP);
    let mut scene = Scene { width: chart_size.width, height, marks: Vec::new(), targets: Vec::new() };
    for (stream, (from, to)) in streams.iter().zip(ends(&columns, &values, &spans, &streams)) {
        let at = |node: usize| column_of.get(node).copied().flatten();
        let Some((left, right)) = at(stream.from).zip(at(stream.to)).filter(|(from, to)| from < to) else { continue };
        if from.length > 0.0 && to.length > 0.0 {
            let mut push = |from, to, role| {
                let outline = ribbon(from, to, places[left].x + BAR, places[right].x);
                let outline = outline.into_iter().map(|(x, y)| Point { x, y }).collect();
                scene.marks.push(Mark { shape: Shape::Polygon(outline), role, entry: Some(stream.to) });
            };
            // A ribbon's edges are a little darker, so that ribbons that touch or cross can be told apart.
            push(from, to, Role::Ghost);
            push(within(from), within(to), Role::Beam);
        }
    }
    for (column, place) in columns.iter().zip(&places) {
        let mut above = 0.0;
        for (i, &id) in column.nodes.iter().enumerate() {
            let span = spans[id];
            let next = column.nodes.get(i + 1).map_or(height, |&next| spans[next].start);
            let below = (span.start + span.length + next) / 2.0;
            node(&mut scene, &figure.entries[id], id, span, place, most, chart_size.font_size);
            scene.targets.push((id, touch(span, above, below.min(height), place)));
            above = below;
        }
    }
    scene
}

/// A ribbon's end without its edges.
fn within(end: Span) -> Span {
    let edge = EDGE.min(end.length / 2.0);
    Span { start: end.start + edge, length: end.length - 2.0 * edge }
}

/// The value by which each entry's height is measured: its amount, or what flows through it where that is more.
fn values(figure: &Figure, streams: &[Stream]) -> Vec<f64> {
    let (mut comes, mut goes) = (vec![0.0; figure.entries.len()], vec![0.0; figure.entries.len()]);
    for stream in streams.iter().filter(|stream| stream.size > 0.0) {
        if stream.from < goes.len() && stream.to < comes.len() {
            goes[stream.from] += stream.size;
            comes[stream.to] += stream.size;
        }
    }
    figure
        .entries
        .iter()
        .zip(comes)
        .zip(goes)
        .map(|((entry, comes), goes)| measure(entry).max(comes).max(goes))
        .collect()
}

/// The columns' entries that have a height, each in the first column that names it, and the column of each entry.
fn stations(flow: &Flow, values: &[f64]) -> (Vec<Vec<EntryId>>, Vec<Option<usize>>) {
    let mut column_of = vec![None; values.len()];
    let mut stations = Vec::new();
    for column in &flow.columns {
        let mut ids = Vec::new();
        for &id in column {
            if values.get(id).is_some_and(|value| *value > 0.0) && column_of[id].is_none() {
                column_of[id] = Some(stations.len());
                ids.push(id);
            }
        }
        if !ids.is_empty() {
            stations.push(ids);
        }
    }
    (stations, column_of)
}

/// The place of each column: columns are as far apart as their text needs. The text of the last column stands to
/// its left, in the same space as that of the column before.
fn places(figure: &Figure, stations: &[Vec<EntryId>], chart_size: ChartSize) -> Vec<ColumnBox> {
    let want = |ids: &Vec<EntryId>| {
        let names = ids.iter().map(|&id| layout::width(&figure.entries[id].short, chart_size.font_size));
        names.fold(chart_size.font_size * AMOUNT, f64::max) + 2.0 * MARGIN
    };
    let wants: Vec<_> = stations.iter().map(want).collect();
    #[allow(clippy::cast_precision_loss)] // a handful of columns
    let bars = BAR * wants.len() as f64;
    let mut x = 0.0;
    let last = wants.len().saturating_sub(1);
    let place = |(i, room): (usize, f64)| {
        let is_last = i == last && i > 0;
        let place =
            ColumnBox { x: if is_last { chart_size.width - BAR } else { x }, room: room - 2.0 * MARGIN, is_last };
        x += BAR + room;
        place
    };
    allocate_widths(&wants, chart_size.width - bars).into_iter().enumerate().map(place).collect()
}

/// The lines of text beside a node: its name in a few lines, then its amount; in a long column both in one line.
fn lines(entry: &Entry, room: f64, most: usize, text: f64) -> Vec<String> {
    if most <= MANY {
        let mut lines = wrap(&entry.short, text, room, if most <= FEW { 3 } else { 2 }).0;
        lines.push(entry.amount.clone());
        return lines;
    }
    let name = fit(&entry.short, text, room - layout::width(&entry.amount, text) - text * 0.3);
    vec![name.map_or_else(|| entry.amount.clone(), |name| name + " " + &entry.amount)]
}

fn node(scene: &mut Scene, entry: &Entry, id: EntryId, span: Span, place: &ColumnBox, most: usize, text: f64) {
    let bar = Rect { x: place.x, y: span.start, width: BAR, height: span.length };
    let shape = Shape::Rect(bar, 2.0_f64.min(span.length / 2.0));
    scene.marks.push(Mark { shape, role: Role::Series(entry.series), entry: Some(id) });
    let lines = lines(entry, place.room, most, text);
    let count = u8::try_from(lines.len()).unwrap_or(1);
    // In a column of thousands not even one line has room, and in the narrowest drawing no number is legible.
    if span.length < text * LINE * f64::from(count) - 0.01 || place.room < text * 1.5 {
        return;
    }
    // In the middle of the node, but not far down a long one, where its top is seen first.
    let middle = span.start + (span.length / 2.0).min(text * 12.0);
    for (i, line) in (1..=count).zip(lines) {
        let y = middle + text * LINE * (f64::from(i) - f64::from(count) / 2.0 - 0.5);
        let is_amount = i == count && count > 1;
        let size = fit_size(&line, text, place.room);
        let x = if place.is_last { place.x - MARGIN } else { place.x + BAR + MARGIN };
        let mark = label(x, y, line, size, if is_amount { Role::Soft } else { Role::Ink });
        scene.marks.push(Mark { entry: Some(id), ..if place.is_last { align_end(mark) } else { mark } });
    }
}

/// The touch target of a node: its bar and its text, from half the gap above it to half the gap below.
fn touch(span: Span, above: f64, below: f64, place: &ColumnBox) -> Rect {
    let room = place.room.max(0.0) + MARGIN;
    let x = if place.is_last { (place.x - room).max(0.0) } else { place.x };
    let y = above.max(span.start - GAP);
    let below = below.min(span.start + span.length + GAP);
    Rect { x, y, width: BAR + room, height: (below - y).max(0.0) }
}
