//! Draws the chart of an entry that a reader has opened: a slim bar for each level above, then the lens chart of the
//! entry's parts. A beam leads from each chosen slice to the bar of its parts.

use super::lens::{GAP, MIN, beam, radius};
use super::{ChartSize, align_end, label, lens, size};
use crate::figure::{EntryId, Figure, Level};
use crate::layout::{self, spans};
use crate::locale::Locale;
use crate::scene::{Mark, Rect, Role, Scene, Shape};

pub fn scene(figure: &Figure, levels: &[Level], parts: &[EntryId], locale: Locale, chart_size: ChartSize) -> Scene {
    let mut scene = Scene { width: chart_size.width, height: 0.0, marks: Vec::new(), targets: Vec::new() };
    for level in levels {
        let y = scene.height;
        scene.height = above(&mut scene, figure, level, y, chart_size);
    }
    scene.append(lens::scene(figure, parts, locale, chart_size));
    scene
}

/// Draws the slim bar of an upper level, and the beam from its chosen slice down; returns where the next bar starts.
fn above(scene: &mut Scene, figure: &Figure, level: &Level, y: f64, chart_size: ChartSize) -> f64 {
    let height = chart_size.font_size * 1.6;
    let sizes: Vec<_> = level.parts.iter().map(|&id| size(figure.entries[id].money)).collect();
    let mut chosen = None;
    for (&id, span) in level.parts.iter().zip(spans(&sizes, chart_size.width, GAP, MIN)) {
        if span.length <= 0.0 {
            continue;
        }
        let slice = Rect { x: span.start, y, width: span.length, height };
        let role = if id == level.chosen { Role::Series(figure.entries[id].series) } else { Role::Ghost };
        scene.marks.push(Mark { shape: Shape::Rect(slice, radius(slice)), role, entry: Some(id) });
        scene.targets.push((id, slice));
        if id == level.chosen {
            chosen = Some(slice);
        }
    }
    let bottom = y + height;
    let Some(slice) = chosen else { return bottom + chart_size.font_size * 0.6 };
    scene.marks.extend(name(figure, level.chosen, slice, chart_size));
    beam(scene, slice, bottom, chart_size.font_size * 1.2, chart_size.width);
    bottom + chart_size.font_size * 1.2
}

/// The chosen slice's name: inside it, else beside it over the pale other slices.
fn name(figure: &Figure, id: EntryId, slice: Rect, chart_size: ChartSize) -> Option<Mark> {
    let entry = &figure.entries[id];
    let margin = chart_size.font_size * 0.5;
    let wanted = layout::width(&entry.short, chart_size.font_size) + 2.0 * margin;
    let (left, right) = (slice.x, slice.x + slice.width);
    let y = slice.centre().y;
    let mark = if wanted <= slice.width {
        label(left + margin, y, entry.short.as_str(), chart_size.font_size, Role::OnSeries(entry.series))
    } else if wanted <= chart_size.width - right {
        label(right + margin, y, entry.short.as_str(), chart_size.font_size, Role::Ink)
    } else if wanted <= left {
        align_end(label(left - margin, y, entry.short.as_str(), chart_size.font_size, Role::Ink))
    } else {
        return None;
    };
    Some(Mark { entry: Some(id), ..mark })
}
