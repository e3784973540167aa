//! The layout of a flow chart (Sankey diagram): nodes in columns, and the ribbons between them.

use super::{Span, spans};

/// A flow from one node to another, drawn as a ribbon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stream {
    /// The node that it comes from.
    pub from: usize,
    /// The node that it goes to.
    pub to: usize,
    /// Its size; a stream that is not positive is not drawn.
    pub size: f64,
}

/// One column of a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its nodes, from top to bottom. No node stands in two columns.
    pub nodes: Vec<usize>,
    /// The least height of one of them in pixels.
    pub least: f64,
}

/// The least width of a ribbon in pixels.
const THIN: f64 = 1.0;
/// How many pieces the edge of a ribbon has.
const PIECES: u8 = 12;

/// The height of each node of `columns`, by its number in `values`; all to one scale, from 0 to `height`.
///
/// A node that is not positive, or in no column, has no height; among the others, small ones get
/// their column's least height, which the larger ones give (see [`spans()`]).
pub fn nodes(columns: &[Column], values: &[f64], height: f64, gap: f64) -> Vec<Span> {
    let positive = |node: usize| values.get(node).copied().filter(|v| v.is_finite() && *v > 0.0);
    let total = |column: &Column| column.nodes.iter().filter_map(|&node| positive(node)).fold(0.0, |a, b| a + b);
    let largest = columns.iter().map(total).fold(0.0, f64::max);
    let mut placed = vec![Span { start: 0.0, length: 0.0 }; values.len()];
    for column in columns {
        #[allow(clippy::cast_precision_loss)] // a count of nodes on a screen
        let count = column.nodes.iter().filter(|&&node| positive(node).is_some()).count() as f64;
        // A column that holds only a part of the money is a part as high, if its least heights allow it.
        let share = total(column) / largest;
        let own = if share.is_finite() { height * share } else { height };
        let own = own.max(count * (column.least + gap)).min(height);
        let sizes: Vec<_> = column.nodes.iter().map(|&node| positive(node).unwrap_or(0.0)).collect();
        for (&node, span) in column.nodes.iter().zip(spans(&sizes, own, gap, column.least)) {
            if let Some(place) = placed.get_mut(node) {
                *place = span;
            }
        }
    }
    placed
}

/// Where each stream leaves its first node and where it reaches its second, by its number in
/// `streams`; a stream without size, or of nodes without height, has no length at both ends.
///
/// At every node they lie in the order of their other ends, so that no two that could be parallel cross.
pub fn ends(columns: &[Column], values: &[f64], placed: &[Span], streams: &[Stream]) -> Vec<(Span, Span)> {
    let mut leaving = vec![Vec::new(); placed.len()];
    let mut arriving = leaving.clone();
    for (i, stream) in streams.iter().enumerate() {
        let drawn = |node: usize| placed.get(node).is_some_and(|span| span.length > 0.0);
        if stream.size > 0.0 && stream.size.is_finite() && drawn(stream.from) && drawn(stream.to) {
            leaving[stream.from].push(i);
            arriving[stream.to].push(i);
        }
    }
    let (mut left, mut reached) = (vec![Vec::new(); placed.len()], vec![Vec::new(); placed.len()]);
    for &node in columns.iter().flat_map(|column| &column.nodes) {
        for &i in arriving.get(node).into_iter().flatten() {
            left[streams[i].from].push(i);
        }
        for &i in leaving.get(node).into_iter().flatten() {
            reached[streams[i].to].push(i);
        }
    }
    let nowhere = Span { start: 0.0, length: 0.0 };
    let mut found = vec![(nowhere, nowhere); streams.len()];
    for (node, &span) in placed.iter().enumerate() {
        for (i, part) in side(streams, &left[node], span, values[node]) {
            found[i].0 = part;
        }
        for (i, part) in side(streams, &reached[node], span, values[node]) {
            found[i].1 = part;
        }
    }
    found
}

/// The streams at one side of a node, from its top: as much of its height as they are of its value.
fn side<'a>(streams: &[Stream], at: &'a [usize], node: Span, value: f64) -> impl Iterator<Item = (usize, Span)> + 'a {
    let sizes: Vec<_> = at.iter().map(|&i| streams[i].size).collect();
    let share = sizes.iter().sum::<f64>() / value;
    let length = node.length * if share.is_finite() { share.min(1.0) } else { 1.0 };
    let placed = spans(&sizes, length.max(THIN.min(node.length)), 0.0, THIN);
    at.iter().copied().zip(placed.into_iter().map(move |span| Span { start: node.start + span.start, ..span }))
}

/// The outline of a ribbon from `from` at `left` to `to` at `right`: x and y of its corners.
pub fn ribbon(from: Span, to: Span, left: f64, right: f64) -> Vec<(f64, f64)> {
    let point = |i: u8, start: f64, end: f64| {
        let t = f64::from(i) / f64::from(PIECES);
        // A polynomial that is level at both ends (smoothstep).
        (left + (right - left) * t, start + (end - start) * t * t * (3.0 - 2.0 * t))
    };
    let above = (0..=PIECES).map(|i| point(i, from.start, to.start));
    let below = (0..=PIECES).rev().map(|i| point(i, from.start + from.length, to.start + to.length));
    above.chain(below).collect()
}

/// Divides `available` pixels among columns that want so many each: small wants are met in full, the others share
/// the rest equally; if all wants are met, the remainder is divided equally among all.
pub fn allocate_widths(wants: &[f64], available: f64) -> Vec<f64> {
    let mut allocate_widths: Vec<Option<f64>> = vec![None; wants.len()];
    loop {
        let open = allocate_widths.iter().filter(|room| room.is_none()).count();
        let left = available - allocate_widths.iter().flatten().sum::<f64>();
        #[allow(clippy::cast_precision_loss)] // a handful of columns
        let fair = |count: usize| left.max(0.0) / count as f64;
        if open == 0 {
            return allocate_widths.into_iter().flatten().map(|room| room + fair(wants.len())).collect();
        }
        let mut settled = false;
        for (room, &want) in allocate_widths.iter_mut().zip(wants) {
            if room.is_none() && want <= fair(open) {
                (*room, settled) = (Some(want), true);
            }
        }
        if !settled {
            return allocate_widths.into_iter().map(|room| room.unwrap_or(fair(open))).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(nodes: &[usize], least: f64) -> Column {
        Column { nodes: nodes.into(), least }
    }

    #[test]
    fn one_source_and_one_class_are_one_full_band() {
        let columns = [column(&[0], 20.0), column(&[1], 20.0)];
        let values = [5.0, 5.0];
        let placed = nodes(&columns, &values, 100.0, 8.0);
        let full = Span { start: 0.0, length: 100.0 };
        assert_eq!(placed, [full, full]);
        let streams = [Stream { from: 0, to: 1, size: 5.0 }];
        assert_eq!(ends(&columns, &values, &placed, &streams), [(full, full)]);
    }

    #[test]
    fn columns_are_to_one_scale_and_small_nodes_are_seen() {
        let columns = [column(&[0], 10.0), column(&[1, 2], 10.0), column(&[3], 10.0)];
        let placed = nodes(&columns, &[1_000.0, 999.0, 1.0, 500.0], 208.0, 8.0);
        let heights: Vec<_> = placed.iter().map(|span| span.length).collect();
        assert_eq!(heights, [208.0, 190.0, 10.0, 104.0]);
    }

    #[test]
    fn ribbons_lie_in_the_order_of_their_other_ends() {
        let columns = [column(&[0, 1], 0.0), column(&[2, 3], 0.0)];
        let values = [4.0, 4.0, 4.0, 4.0];
        let placed = nodes(&columns, &values, 80.0, 0.0);
        let stream = |from, to| Stream { from, to, size: 2.0 };
        let found = ends(&columns, &values, &placed, &[stream(1, 3), stream(1, 2), stream(0, 3), stream(0, 2)]);
        let starts: Vec<_> = found.iter().map(|(from, to)| (from.start, to.start)).collect();
        assert_eq!(starts, [(60.0, 60.0), (40.0, 20.0), (20.0, 40.0), (0.0, 0.0)]);
    }

    #[test]
    fn what_is_not_positive_does_not_flow() {
        let columns = [column(&[0, 4], 10.0), column(&[1, 2, 3], 10.0)];
        let values = [5.0, 5.0, -5.0, f64::NAN, 0.0];
        let placed = nodes(&columns, &values, 100.0, 8.0);
        assert_eq!(placed.iter().filter(|span| span.length > 0.0).count(), 2);
        let stream = |to, size| Stream { from: 0, to, size };
        let streams = [stream(1, -5.0), stream(2, 5.0), stream(1, f64::NAN), stream(1, 0.0), stream(99, 1.0)];
        assert!(ends(&columns, &values, &placed, &streams).iter().all(|(from, to)| from.length + to.length <= 0.0));
    }

    #[test]
    fn a_ribbon_is_level_at_both_ends() {
        let at = |start| Span { start, length: 10.0 };
        let outline = ribbon(at(0.0), at(50.0), 0.0, 120.0);
        assert_eq!((outline.len(), outline[0], outline[12], outline[6].1), (26, (0.0, 0.0), (120.0, 50.0), 25.0));
        assert_eq!((outline[13], outline[25]), ((120.0, 60.0), (0.0, 10.0)));
    }

    #[test]
    fn who_wants_little_gets_it() {
        assert_eq!(allocate_widths(&[20.0, 500.0, 300.0], 120.0), [20.0, 50.0, 50.0]);
        assert_eq!(allocate_widths(&[20.0, 40.0], 100.0), [40.0, 60.0]);
        assert_eq!(allocate_widths(&[], 100.0), [0.0; 0]);
    }
}
