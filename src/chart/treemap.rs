//! Draws a treemap: rectangles in groups, for more parts than a bar can show.

use super::{ChartSize, bold, label, measure, nothing, rect};
use crate::figure::{Branch, Entry, EntryId, Figure};
use crate::layout::{Tile, fit, treemap, width, wrap};
use crate::locale::Locale;
use crate::scene::{Mark, Rect, Role, Scene, Shape};

/// The gap between two parts, and between two branches.
const GAP: f64 = 1.5;
const BRANCH_GAP: f64 = 5.0;
/// The height of a line of words, as a multiple of their size.
const LINE: f64 = 1.3;
/// A shortened name is shown only if this many characters' widths of it remain.
const MIN_NAME: f64 = 4.0;

pub fn scene(figure: &Figure, branches: &[Branch], locale: Locale, chart_size: ChartSize) -> Scene {
    let positive = |parts: &[EntryId]| -> Vec<(EntryId, f64)> {
        parts.iter().map(|&id| (id, measure(&figure.entries[id]))).filter(|(_, size)| *size > 0.0).collect()
    };
    let groups: Vec<_> = branches.iter().map(|branch| (branch, positive(&branch.parts))).collect();
    let count: usize = groups.iter().map(|(_, parts)| parts.len()).sum();
    if count == 0 {
        return nothing(locale, chart_size);
    }
    let sums: Vec<_> = groups.iter().map(|(_, parts)| parts.iter().map(|(_, size)| size).sum()).collect();
    let several = groups.iter().filter(|(_, parts)| !parts.is_empty()).count() > 1;
    let height = height(count, chart_size);
    let mut scene = Scene { width: chart_size.width, height, marks: Vec::new(), targets: Vec::new() };
    // Each part gives a gap at its right and lower edge, so the treemap is larger by a gap than the drawing.
    let whole = |area: Tile, gap: f64| Tile { width: area.width + gap, height: area.height + gap, ..area };
    let area = Tile { x: 0.0, y: 0.0, width: chart_size.width, height };
    for ((branch, parts), tile) in groups.iter().zip(treemap(&sums, whole(area, BRANCH_GAP))) {
        let mut area = apart(tile, BRANCH_GAP, area);
        if several {
            heading(&mut scene, &branch.label, &mut area, chart_size.font_size);
        }
        let sizes: Vec<_> = parts.iter().map(|(_, size)| *size).collect();
        for (&(id, _), tile) in parts.iter().zip(treemap(&sizes, whole(area, GAP))) {
            part(&mut scene, figure, id, rect(apart(tile, GAP, area)), chart_size.font_size);
        }
    }
    scene
}

/// The height of the drawing: more for more parts, and a little more on wide screens. It grows in steps, so that a
/// drawing made for one width is as high as one made for another.
fn height(count: usize, chart_size: ChartSize) -> f64 {
    let parts = f64::from(u16::try_from(count).unwrap_or(u16::MAX));
    let steps = [(294.0, 32.0), (574.0, 40.0), (f64::INFINITY, 80.0)];
    let wide = steps.into_iter().find(|(below, _)| chart_size.width < *below).map_or(80.0, |(_, more)| more);
    // In proportion to the text size.
    (240.0 + wide + (parts * 2.0).min(40.0)) * chart_size.font_size / 14.0
}

/// The tile without its gap; a thin one keeps most of itself, and at the drawing's edge lies where the gap
/// of its neighbour is.
fn apart(tile: Tile, gap: f64, within: Tile) -> Tile {
    let less = |side: f64, most: f64| (side - gap.min(side * 0.3)).min(most);
    let (width, height) = (less(tile.width, within.width), less(tile.height, within.height));
    let x = tile.x.min(within.x + within.width - width);
    let y = tile.y.min(within.y + within.height - height);
    Tile { x, y, width, height }
}

/// Draws a branch's name at the top of `area` and takes its room from it, if that leaves most of the area.
fn heading(scene: &mut Scene, name: &str, area: &mut Tile, text: f64) {
    let line = text * 1.6;
    let small = text - 1.0;
    if area.height < line * 2.5 || area.width < small * MIN_NAME {
        return;
    }
    if let Some(name) = fit(name, small, area.width) {
        scene.marks.push(label(area.x, area.y + line * 0.45, name, small, Role::Soft));
        *area = Tile { y: area.y + line, height: area.height - line, ..*area };
    }
}

fn part(scene: &mut Scene, figure: &Figure, id: EntryId, area: Rect, text: f64) {
    let entry = &figure.entries[id];
    let radius = 2.0_f64.min(area.width / 2.0).min(area.height / 2.0);
    scene.marks.push(Mark { shape: Shape::Rect(area, radius), role: Role::Series(entry.series), entry: Some(id) });
    scene.targets.push((id, area));
    let lines = words_in(entry, area, text);
    for (i, (line, is_number)) in (0_u8..).zip(lines) {
        let y = area.y + text * (0.3 + LINE * (f64::from(i) + 0.5));
        let mark = label(area.x + text * 0.45, y, line, text, Role::OnSeries(entry.series));
        scene.marks.push(Mark { entry: Some(id), ..if is_number { bold(mark) } else { mark } });
    }
}

/// The text in a part: its name in as many lines as there is room for, and below it its amount and
/// share, or one of them; each line with whether it is the number. Nothing rather than a fragment.
fn words_in(entry: &Entry, area: Rect, text: f64) -> Vec<(String, bool)> {
    let room = area.width - text * 0.9;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a drawing has a few dozen lines
    let most = ((area.height - text * 0.6) / (text * LINE)).max(0.0) as usize;
    let share = entry.display_share().unwrap_or_default();
    let both = [entry.amount.as_str(), &share].join(if share.is_empty() { "" } else { " · " });
    // Numbers are bold, and so a little wider.
    let fits = |number: &String| !number.is_empty() && width(number, text * 1.1) <= room;
    let number = [both, entry.amount.clone(), share].into_iter().find(fits);
    let wide = room >= text * 2.9;
    let of_name = |lines: usize| {
        let (name, whole) = wrap(&entry.short, text, room, lines);
        let said: f64 = name.iter().map(|line| width(line, text)).sum();
        // A column of single characters is no name.
        let reads = if whole { name.len() < 3 || wide } else { wide && said >= text * (MIN_NAME + 1.0) };
        reads.then_some(name).filter(|name| !name.is_empty())
    };
    // The number needs a line of its own, and the name comes first: alone a number says nothing.
    let with_number = number.and_then(|number| Some((of_name(most.checked_sub(1)?)?, number)));
    let said = with_number.map_or_else(|| (of_name(most), None), |(name, number)| (Some(name), Some(number)));
    let name = said.0.into_iter().flatten().map(|line| (line, false));
    name.chain(said.1.map(|number| (number, true))).collect()
}
