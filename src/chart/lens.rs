//! Draws the lens chart: a bar of the parts of a whole, with the parts too small to see magnified in a bar below.
//!
//! A share of 0.52 % beside one of 95.92 % cannot be seen, and a ring with one slice says nothing.
//! So a bar holds the whole; its smallest parts, together about a tenth, are one slice of it, and
//! a beam ties that slice to a second bar that holds them alone, with the factor written down.
//! Where the second bar has the same trouble there is a third, and no more: the legend has the rest.

use rust_decimal::Decimal;

use super::{ChartSize, inside, label, nothing, size};
use crate::figure::{EntryId, Figure};
use crate::layout::{self, spans};
use crate::locale::Locale;
use crate::money::{self, Money, Share};
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// A finger's width: a part narrower than this is worth magnifying.
const FINGER: f64 = 44.0;
/// The greatest number of bars.
const MAX_ROWS: usize = 3;
/// The magnified parts together are at most this share of their bar.
const TAIL: f64 = 0.12;
/// The least width of the slice that stands for the magnified parts, so that the lens can lie on it.
const SLICE: f64 = 12.0;
/// The room between the lens and the edge of its slice.
const RING: f64 = 1.5;
/// The gap between two parts, and the least width of one.
pub(super) const GAP: f64 = 1.5;
pub(super) const MIN: f64 = 2.0;

pub fn scene(figure: &Figure, parts: &[EntryId], locale: Locale, chart_size: ChartSize) -> Scene {
    if parts.is_empty() {
        return nothing(locale, chart_size);
    }
    let mut scene = Scene { width: chart_size.width, height: 0.0, marks: Vec::new(), targets: Vec::new() };
    let mut y = 0.0;
    let mut rest = parts;
    for row in 0..MAX_ROWS {
        let height = chart_size.font_size * if row == 0 { 3.2 } else { 2.8 };
        let shown = if row + 1 == MAX_ROWS { rest.len() } else { head(figure, rest, chart_size.width) };
        let slice = bar(
            &mut scene,
            figure,
            &rest[..shown],
            &rest[shown..],
            Rect { x: 0.0, y, width: chart_size.width, height },
            chart_size,
        );
        y += height;
        let Some(slice) = slice else { break };
        let beam = chart_size.font_size * 2.6;
        tie(&mut scene, slice, y, beam, chart_size.width);
        y += beam;
        scene.marks.extend(caption(figure, rest, &rest[shown..], locale, y - chart_size.font_size * 1.9, chart_size));
        rest = &rest[shown..];
    }
    scene.height = y;
    scene
}

/// How many of the parts the bar shows itself; the others are magnified in the next.
fn head(figure: &Figure, parts: &[EntryId], width: f64) -> usize {
    let sizes: Vec<_> = parts.iter().map(|&id| size(figure.entries[id].money)).collect();
    let whole: f64 = sizes.iter().sum();
    let smallest = sizes.last().copied().unwrap_or(0.0);
    if whole <= 0.0 || !whole.is_finite() || smallest / whole * width >= FINGER {
        return parts.len();
    }
    let mut tail = 0.0;
    let magnified = sizes
        .iter()
        .rev()
        .take_while(|size| {
            tail += *size;
            tail <= whole * TAIL
        })
        .count();
    // A lens over a single part would show one bar as large as the whole.
    if magnified < 2 || magnified == parts.len() { parts.len() } else { parts.len() - magnified }
}

/// Draws one bar; returns the slice that stands for the magnified parts.
fn bar(
    scene: &mut Scene,
    figure: &Figure,
    shown: &[EntryId],
    rest: &[EntryId],
    bar: Rect,
    chart_size: ChartSize,
) -> Option<Rect> {
    let sizes: Vec<_> = shown.iter().map(|&id| size(figure.entries[id].money)).collect();
    let mut length = bar.width;
    if !rest.is_empty() {
        let tail: f64 = rest.iter().map(|&id| size(figure.entries[id].money)).sum();
        // Kept apart from the others' least width: a lens needs a slice to lie on.
        let exact = tail / (sizes.iter().sum::<f64>() + tail) * bar.width;
        length -= if exact.is_finite() { exact.max(SLICE) } else { SLICE } + GAP;
    }
    let placed = spans(&sizes, length, GAP, MIN);
    for (&id, span) in shown.iter().zip(placed) {
        let area = Rect { x: span.start, width: span.length, ..bar };
        segment(scene, figure, id, area, chart_size);
    }
    (!rest.is_empty()).then(|| {
        let slice = Rect { x: length + GAP, width: bar.width - length - GAP, ..bar };
        scene.marks.push(Mark { shape: Shape::Rect(slice, radius(slice)), role: Role::Ghost, entry: None });
        slice
    })
}

fn segment(scene: &mut Scene, figure: &Figure, id: EntryId, rect: Rect, chart_size: ChartSize) {
    let entry = &figure.entries[id];
    scene.marks.push(Mark {
        shape: Shape::Rect(rect, radius(rect)),
        role: Role::Series(entry.series),
        entry: Some(id),
    });
    scene.targets.push((id, rect));
    scene.marks.extend(inside(entry, id, rect, chart_size.font_size));
}

/// The beam from a slice to the bar below it.
pub(super) fn beam(scene: &mut Scene, slice: Rect, top: f64, height: f64, width: f64) {
    let points = [(slice.x, top), (slice.x + slice.width, top), (width, top + height), (0.0, top + height)];
    let beam = points.into_iter().map(|(x, y)| Point { x, y }).collect();
    scene.marks.insert(0, Mark { shape: Shape::Polygon(beam), role: Role::Beam, entry: None });
}

/// The lens on the slice, and the beam from it to the next bar.
fn tie(scene: &mut Scene, slice: Rect, top: f64, height: f64, width: f64) {
    beam(scene, slice, top, height, width);
    // The lens lies on its slice alone: over the part beside it, it would say that this is magnified, too.
    let radius = (slice.height * 0.38).min(slice.width / 2.0 - RING);
    scene.marks.push(Mark { shape: Shape::Circle(slice.centre(), radius), role: Role::Brand, entry: None });
}

/// Says in the beam what the next bar is: how many times magnified, how much in all; as much of it as has room.
fn caption(
    figure: &Figure,
    bar: &[EntryId],
    rest: &[EntryId],
    locale: Locale,
    y: f64,
    chart_size: ChartSize,
) -> Option<Mark> {
    let sum = |ids: &[EntryId]| {
        let mut moneys = ids.iter().filter_map(|&id| figure.entries[id].money);
        let first = moneys.next()?;
        Money::sum(moneys, first.unit())?.plus(first)
    };
    let (whole, part) = sum(bar).zip(sum(rest))?;
    let factor = whole.millionths().checked_div(part.millionths()).unwrap_or(1);
    let factor = Decimal::from(i64::try_from(factor).unwrap_or(i64::MAX));
    let share =
        Share::sum(rest.iter().filter_map(|&id| figure.entries[id].share)).map(Share::display).unwrap_or_default();
    let (factor, amount) = (money::text(factor), locale.money(part));
    let texts = [
        ("放大 {0} 倍：其余 {1}，合 {2}", "magnified {0}×: the other {1}, {2}"),
        ("放大 {0} 倍：其余 {1}", "magnified {0}×: {1}"),
        ("放大 {0} 倍", "{0}×"),
    ];
    let texts = texts.map(|(zh, en)| locale.format(zh, en, &[&factor, &share, &amount]));
    let small = chart_size.font_size - 1.0;
    let text = texts.into_iter().find(|text| layout::width(text, small) <= chart_size.width * 0.72)?;
    Some(label(0.0, y, text, small, Role::Soft))
}

/// The radius of a slice's corners.
pub(super) fn radius(rect: Rect) -> f64 {
    (rect.width / 2.0).min(3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Entry;
    use crate::locale::Lang;
    use crate::money::{Amount, Unit};

    #[test]
    fn the_lens_lies_on_its_slice_alone() {
        let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
        for amounts in [["88", "7", "5"], ["93.21", "4.49", "2.3"], ["99.9", "0.08", "0.02"]] {
            let amount = |text| Money::new(Amount::parse(text).expect("an amount"), Unit::Wan);
            let entry = |text| Entry::ours("类", Some(amount(text)), locale);
            let figure = Figure { entries: amounts.map(entry).into(), ..Figure::default() };
            for width in [280.0, 322.0, 542.0] {
                let scene = scene(&figure, &[0, 1, 2], locale, ChartSize { width, font_size: 14.0 });
                let slice = scene.marks.iter().find_map(|mark| match mark.shape {
                    Shape::Rect(rect, _) if mark.role == Role::Ghost => Some(rect),
                    _ => None,
                });
                let lens = scene.marks.iter().find_map(|mark| match mark.shape {
                    Shape::Circle(centre, radius) => Some((centre, radius)),
                    _ => None,
                });
                let (slice, (centre, radius)) = slice.zip(lens).expect("a lens on a slice");
                assert!(radius > 3.0 && centre.x - radius > slice.x && centre.x + radius < slice.x + slice.width);
            }
        }
    }
}
