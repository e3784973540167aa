//! One bar an entry, last year's as a dashed outline behind it; what is blank or zero says so.

use super::{Frame, bold, ending, label, measure, shrunk, size};
use crate::figure::{Bar, Entry, Figure};
use crate::layout::{self, fit};
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// Changes take at most this part of the width.
const MOST_CHANGE: f64 = 0.4;
/// The least length of a bar that stands for something.
const LEAST: f64 = 2.0;

pub fn scene(figure: &Figure, bars: &[Bar], frame: Frame) -> Scene {
    let mut scene = Scene { width: frame.width, height: 0.0, marks: Vec::new(), targets: Vec::new() };
    let sizes = |bar: &Bar| [measure(&figure.entries[bar.entry]), size(bar.last)];
    let longest = bars.iter().flat_map(sizes).map(f64::abs).fold(0.0, f64::max);
    let length = |size: f64| {
        let share = size.abs() / longest;
        if share.is_finite() && share > 0.0 { (frame.width * share).max(LEAST).min(frame.width) } else { 0.0 }
    };
    // One column for the changes, so that the amounts end in one line.
    let most = frame.width * MOST_CHANGE;
    let changes = bars.iter().map(|bar| layout::width(&bar.change, frame.text)).fold(0.0, f64::max).min(most);
    let amounts_end = if changes > 0.0 { frame.width - changes - frame.text * 0.9 } else { frame.width };
    let mut y = 0.0;
    for bar in bars {
        let entry = &figure.entries[bar.entry];
        let [now, last] = sizes(bar);
        let (now_length, last_length) = (length(now), length(last));
        let top = y;
        heading(&mut scene, entry, bar, y, amounts_end, frame);
        y += frame.text * 1.6;
        let height = if now_length > 0.0 || last_length > 0.0 { frame.text * 1.5 } else { 0.0 };
        let area = Rect { x: 0.0, y, width: now_length, height };
        if now_length > 0.0 {
            let shape = if now < 0.0 { Shape::Dashed(area) } else { Shape::Rect(area, 2.0_f64.min(now_length / 2.0)) };
            scene.marks.push(Mark { shape, role: Role::Series(entry.series), entry: Some(bar.entry) });
        }
        if last_length > 0.0 {
            scene.marks.push(Mark {
                shape: Shape::Dashed(Rect { width: last_length, ..area }),
                role: Role::Soft,
                entry: Some(bar.entry),
            });
        }
        if height <= 0.0 {
            let line = Shape::Line(Point { x: 0.0, y }, Point { x: frame.width, y }, 1.0);
            scene.marks.push(Mark { shape: line, role: Role::Rule, entry: Some(bar.entry) });
        }
        y += height;
        // The whole row answers to a finger: its words and its bar are one thing.
        scene.targets.push((bar.entry, Rect { x: 0.0, y: top, width: frame.width, height: y - top }));
        y += frame.text * 0.7;
    }
    scene.height = (y - frame.text * 0.7 + 1.0).max(frame.text);
    scene
}

/// The name on the left; on the right the amount, and its change.
fn heading(scene: &mut Scene, entry: &Entry, bar: &Bar, y: f64, amounts_end: f64, frame: Frame) {
    let middle = y + frame.text * 0.75;
    let mut push = |mark: Mark| scene.marks.push(Mark { entry: Some(bar.entry), ..mark });
    if !bar.change.is_empty() {
        let size = shrunk(&bar.change, frame.text, frame.width * MOST_CHANGE);
        push(ending(label(frame.width, middle, &bar.change, size, Role::Soft)));
    }
    let nothing = measure(entry).abs() <= 0.0;
    let size = shrunk(&entry.amount, frame.text, amounts_end);
    let amount = ending(label(amounts_end, middle, &entry.amount, size, if nothing { Role::Soft } else { Role::Ink }));
    push(if nothing { amount } else { bold(amount) });
    let room = amounts_end - layout::width(&entry.amount, size) - frame.text;
    if let Some(text) = fit(&entry.short, frame.text, room) {
        push(label(0.0, middle, text, frame.text, Role::Ink));
    }
}
