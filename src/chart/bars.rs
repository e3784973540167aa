//! One bar an entry, last year's as a dashed outline behind it; what is blank or zero says so.

use super::{Frame, bold, ending, label, measure, shrunk, size};
use crate::figure::{Bar, Entry, Figure};
use crate::layout::{self, fit};
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// Changes take at most this part of the width.
const MOST_CHANGE: f64 = 0.4;
/// How much wider bold figures are.
const BOLD: f64 = 1.1;
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
    let head = Head::of(figure, bars, frame);
    let mut y = 0.0;
    for bar in bars {
        let entry = &figure.entries[bar.entry];
        let [now, last] = sizes(bar);
        let (now_length, last_length) = (length(now), length(last));
        let top = y;
        y = head.draw(&mut scene, entry, bar, y, frame);
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

/// Where the words above each bar stand: one way for all bars of a drawing.
struct Head {
    /// Where the amounts end, so that they stand in one column left of the changes.
    amounts_end: f64,
    /// Whether the names have a line of their own, because they would not fit beside the numbers.
    two_lines: bool,
}

impl Head {
    fn of(figure: &Figure, bars: &[Bar], frame: Frame) -> Self {
        let wide = |text: &str| layout::width(text, frame.text);
        let changes = bars.iter().map(|bar| wide(&bar.change)).fold(0.0, f64::max);
        let amounts = bars.iter().map(|bar| wide(&figure.entries[bar.entry].amount)).fold(0.0, f64::max) * BOLD;
        let names = bars.iter().map(|bar| wide(&figure.entries[bar.entry].short)).fold(0.0, f64::max);
        let most = frame.width * MOST_CHANGE;
        let gap = frame.text * 0.9;
        let beside = if changes > 0.0 { changes.min(most) + gap } else { 0.0 };
        let two_lines = changes > most || names + amounts + beside + gap > frame.width;
        // In a line of their own the numbers have all of it.
        let beside =
            if two_lines && changes > 0.0 { changes.min(frame.width - amounts - gap).max(0.0) + gap } else { beside };
        Head { amounts_end: frame.width - beside, two_lines }
    }

    /// The name on the left; on the right the amount, and its change. Returns where the bar starts.
    fn draw(&self, scene: &mut Scene, entry: &Entry, bar: &Bar, y: f64, frame: Frame) -> f64 {
        let mut push = |mark: Mark| scene.marks.push(Mark { entry: Some(bar.entry), ..mark });
        let first = y + frame.text * 0.75;
        let numbers = if self.two_lines { first + frame.text * 1.4 } else { first };
        if !bar.change.is_empty() {
            let size = shrunk(&bar.change, frame.text, frame.width - self.amounts_end - frame.text * 0.9);
            push(ending(label(frame.width, numbers, &bar.change, size, Role::Soft)));
        }
        let nothing = measure(entry).abs() <= 0.0;
        let size = shrunk(&entry.amount, frame.text, self.amounts_end);
        let role = if nothing { Role::Soft } else { Role::Ink };
        let amount = if self.two_lines {
            label(0.0, numbers, &entry.amount, size, role)
        } else {
            ending(label(self.amounts_end, numbers, &entry.amount, size, role))
        };
        push(if nothing { amount } else { bold(amount) });
        let room = if self.two_lines {
            frame.width
        } else {
            self.amounts_end - layout::width(&entry.amount, size) - frame.text
        };
        if let Some(text) = fit(&entry.short, frame.text, room) {
            push(label(0.0, first, text, frame.text, Role::Ink));
        }
        numbers - frame.text * 0.75 + frame.text * 1.6
    }
}
