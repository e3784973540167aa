//! Draws stacked bars to one scale: a first bar for the whole and smaller ones that break it down, or two equal ones.

use super::{ChartSize, align_end, bold, fit_size, inside, label, size};
use crate::figure::{Figure, Stack};
use crate::layout::{self, fit, spans};
use crate::scene::{Mark, Rect, Role, Scene, Shape};

/// The gap between two parts, and the least width of one.
const GAP: f64 = 1.5;
const MIN: f64 = 2.0;
/// Targets are at least this high, however thin the bar: half a fingertip above and below.
const TARGET: f64 = 44.0;

/// How the bars stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bars {
    /// The first is a whole, and the lower ones break it down.
    Broken,
    /// All are as high as the first.
    Equal,
    /// All are as high and as long as the first: their parts are seen as shares.
    Whole,
}

pub fn scene(figure: &Figure, stacks: &[Stack], bars: Bars, chart_size: ChartSize) -> Scene {
    let mut scene = Scene { width: chart_size.width, height: 0.0, marks: Vec::new(), targets: Vec::new() };
    // Every bar is measured by the longest; negative parts have no length, and their numbers say so.
    let length = |stack: &Stack| stack.parts.iter().map(|&id| size(figure.entries[id].money).max(0.0)).sum::<f64>();
    let longest = stacks.iter().map(length).fold(0.0, f64::max);
    let mut y = 0.0;
    for (i, stack) in stacks.iter().enumerate() {
        let first = i == 0 || bars != Bars::Broken;
        let height = chart_size.font_size * if first { 2.4 } else { 1.0 };
        heading(&mut scene, stack, y, first, chart_size);
        y += chart_size.font_size * if first { 1.6 } else { 1.5 };
        let share = if bars == Bars::Whole { 1.0 } else { length(stack) / longest };
        let width = if share.is_finite() { chart_size.width * share } else { 0.0 };
        bar(&mut scene, figure, stack, Rect { x: 0.0, y, width, height }, first, chart_size);
        y += height + chart_size.font_size * if first { 1.0 } else { 0.8 };
    }
    scene.height = (y - chart_size.font_size * 0.8).max(chart_size.font_size);
    scene
}

fn heading(scene: &mut Scene, stack: &Stack, y: f64, first: bool, chart_size: ChartSize) {
    let middle = y + chart_size.font_size * 0.75;
    let size = fit_size(&stack.amount, chart_size.font_size, chart_size.width);
    let amount = layout::width(&stack.amount, size);
    scene.marks.push(align_end(label(
        chart_size.width,
        middle,
        &stack.amount,
        size,
        if first { Role::Ink } else { Role::Soft },
    )));
    if let Some(text) = fit(&stack.label, chart_size.font_size, chart_size.width - amount - chart_size.font_size) {
        let mark = label(0.0, middle, text, chart_size.font_size, Role::Ink);
        scene.marks.push(if first { bold(mark) } else { mark });
    }
}

fn bar(scene: &mut Scene, figure: &Figure, stack: &Stack, bar: Rect, labelled: bool, chart_size: ChartSize) {
    let sizes: Vec<_> = stack.parts.iter().map(|&id| size(figure.entries[id].money)).collect();
    // A bar too short for its parts' least widths still shows each of them.
    #[allow(clippy::cast_precision_loss)] // a handful of series
    let least = sizes.iter().filter(|size| **size > 0.0).count() as f64 * (MIN + GAP);
    let width = bar.width.max(least).min(chart_size.width);
    for (&id, span) in stack.parts.iter().zip(spans(&sizes, width, GAP, MIN)) {
        if span.length <= 0.0 {
            continue;
        }
        let entry = &figure.entries[id];
        let rect = Rect { x: span.start, width: span.length, ..bar };
        scene.marks.push(Mark {
            shape: Shape::Rect(rect, (rect.width / 2.0).min(2.0)),
            role: Role::Series(entry.series),
            entry: Some(id),
        });
        let margin = ((TARGET - rect.height) / 2.0).max(0.0).min(chart_size.font_size * 0.75);
        scene.targets.push((
            id,
            Rect { y: (rect.y - margin).max(0.0), height: rect.height + margin + margin.min(rect.y), ..rect },
        ));
        // A bar of a single part has its name in the heading above it.
        if labelled && stack.parts.len() > 1 {
            scene.marks.extend(inside(entry, id, rect, chart_size.font_size));
        }
    }
}
