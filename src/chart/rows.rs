//! Draws a list with a bar below each name, for saved pictures, which cannot show the page's HTML list.

use super::{ChartSize, align_end, bold, fit_size, label, measure};
use crate::figure::{EntryId, Figure, Plot};
use crate::layout;
use crate::locale::Locale;
use crate::scene::{Mark, Rect, Role, Scene, Shape};

/// The greatest number of rows in a picture.
const MAX: usize = 8;
/// Heights of a row, as multiples of its text size: the least without a bar, the least with one, and the greatest.
const PLAIN: f64 = 1.6;
const BARRED: f64 = 2.1;
const HIGH: f64 = 2.8;
/// The height of the line that says how many more there are.
const MORE: f64 = 1.5;

/// The figure's largest entries in `height`, and how many more there are; `None` where not even two have room.
pub fn rows(figure: &Figure, locale: Locale, chart_size: ChartSize, height: f64) -> Option<Scene> {
    let chart_size = chart_size.sensible();
    let nothing = figure.nothing(locale);
    let legend: Vec<_> = figure.legend.iter().copied().filter(|id| !nothing.contains(id)).collect();
    let least = chart_size.font_size * if figure.ranked { BARRED } else { PLAIN };
    let fitting = |room: f64| (1..=MAX).take_while(|count| float(*count) * least <= room).count();
    let mut count = legend.len().min(fitting(height));
    let more = count < legend.len();
    if more {
        count = count.min(fitting(height - chart_size.font_size * MORE));
    }
    if count == 0 || count < legend.len().min(2) {
        return None;
    }
    let room = if more { height - chart_size.font_size * MORE } else { height };
    let row = (room / float(count)).min(chart_size.font_size * HIGH);
    let mut scene =
        Scene { width: chart_size.width, height: row * float(count), marks: Vec::new(), targets: Vec::new() };
    let compared = |id: &&EntryId| figure.entries[**id].is_compared();
    let longest = legend.iter().filter(compared).map(|&id| measure(&figure.entries[id]).abs()).fold(0.0, f64::max);
    for (i, &id) in legend.iter().take(count).enumerate() {
        one(&mut scene, figure, id, (float(i) * row, row, longest), chart_size);
    }
    if more {
        let text = locale.format("另有 {0} 项", "{0} more", &[&(legend.len() - count).to_string()]);
        scene.marks.push(label(
            0.0,
            scene.height + chart_size.font_size * MORE / 2.0,
            text,
            chart_size.font_size,
            Role::Soft,
        ));
        scene.height += chart_size.font_size * MORE;
    }
    Some(scene)
}

/// A row: the colour where there is one, the name, the amount, and below them the bar.
fn one(scene: &mut Scene, figure: &Figure, id: EntryId, (top, row, longest): (f64, f64, f64), chart_size: ChartSize) {
    let entry = &figure.entries[id];
    let text = chart_size.font_size;
    let middle = if figure.ranked { top + row * 0.36 } else { top + row / 2.0 };
    let number = entry.padded(figure.places());
    let size = fit_size(&number, text, chart_size.width * 0.45);
    scene.marks.push(align_end(bold(label(chart_size.width, middle, number.as_str(), size, Role::Ink))));
    // Bold figures are wider than the estimate, which is that of regular ones.
    let mut room = chart_size.width - layout::width(&number, size) * 1.06 - text;
    let mut left = 0.0;
    if figure.is_coloured() && !figure.plot.is_wide() && !matches!(figure.plot, Plot::CrossCheckMatrix(_)) {
        let square = Rect { x: 0.0, y: middle - text * 0.7, width: text * 1.4, height: text * 1.4 };
        scene.marks.push(shape(square, Role::Series(entry.series), id));
        let number = figure.number(id).to_string();
        let x = square.centre().x - layout::width(&number, text) / 2.0;
        scene.marks.push(bold(label(x, middle, number, text, Role::OnSeries(entry.series))));
        left = text * 1.9;
        room -= left;
    }
    if let Some(name) = layout::fit(figure.listed(entry), text, room) {
        scene.marks.push(label(left, middle, name, text, Role::Ink));
    }
    let length = measure(entry).abs() / longest * chart_size.width;
    if figure.ranked && entry.is_compared() && length > 0.0 {
        // The least length lets every amount be seen that is not zero.
        let bar = Rect { x: 0.0, y: top + row * 0.7, width: length.max(1.5), height: text * 0.4 };
        let role = if measure(entry) < 0.0 { Role::Ghost } else { Role::Series(0) };
        scene.marks.push(shape(bar, role, id));
    }
}

fn shape(rect: Rect, role: Role, id: EntryId) -> Mark {
    Mark { shape: Shape::Rect(rect, 1.0), role, entry: Some(id) }
}

#[allow(clippy::cast_precision_loss)] // a handful of rows
const fn float(count: usize) -> f64 {
    count as f64
}
