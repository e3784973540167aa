//! Draws charts: turns a Figure into a Scene, with one file for each chart type.

mod cross_checks;
mod drill;
mod flow;
mod lens;
mod numbers;
mod rows;
mod stacks;
mod treemap;

use self::stacks::Bars;
use crate::figure::{Entry, EntryId, Figure, Plot, Stack};
use crate::layout;
use crate::locale::{Locale, TextSize};
use crate::money::{Money, Unit};
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};

pub use rows::rows;

/// The size of a chart: the width that it has, and the size of its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartSize {
    /// The width in CSS pixels; the chart chooses its height.
    pub width: f64,
    /// The size of text in CSS pixels, as [`font_size`] has it.
    pub font_size: f64,
}

/// The size of text on paper, in CSS pixels: the smallest words of a chart are then 9 points high.
pub const PAPER: f64 = 16.0;

/// The size of a drawing's text in CSS pixels; its smallest words are two pixels smaller.
pub const fn font_size(text: TextSize) -> f64 {
    match text {
        TextSize::Usual => 14.0,
        TextSize::Large => 20.0,
        TextSize::Largest => 26.0,
    }
}

/// The least width that is drawn: below it nothing can be read.
const MIN_WIDTH: f64 = 120.0;
/// The greatest width that is drawn: a wider chart would be no easier to read.
const MAX_WIDTH: f64 = 4_096.0;

impl ChartSize {
    /// The same size, within the limits in which a chart can be drawn and read.
    fn sensible(self) -> ChartSize {
        let width = if self.width.is_finite() { self.width } else { MIN_WIDTH };
        ChartSize { width: width.max(MIN_WIDTH).min(MAX_WIDTH), ..self }
    }
}

/// The scene of one of the page's first figures; empty for chart types that none of them has. The WebAssembly module
/// that readers download first contains these chart types and no others.
pub fn first_scene(figure: &Figure, locale: Locale, chart_size: ChartSize) -> Scene {
    let chart_size = chart_size.sensible();
    match &figure.plot {
        Plot::Lens(parts) => lens::scene(figure, parts, locale, chart_size),
        Plot::Stacks(stacks) => stacks::scene(figure, stacks, broken(stacks), chart_size),
        _ => Scene { width: chart_size.width, height: 0.0, marks: Vec::new(), targets: Vec::new() },
    }
}

/// Two bars are two years; of others the first is the whole.
const fn broken(stacks: &[Stack]) -> Bars {
    if stacks.len() == 2 { Bars::Equal } else { Bars::Broken }
}

/// The scene of any figure.
pub fn scene(figure: &Figure, locale: Locale, chart_size: ChartSize) -> Scene {
    let room = chart_size.sensible();
    let drawn = match &figure.plot {
        Plot::Drill(levels, parts) => drill::scene(figure, levels, parts, locale, room),
        Plot::Treemap(branches) => treemap::scene(figure, branches, locale, room),
        Plot::Flow(flow) => flow::scene(figure, flow, locale, room),
        Plot::CrossCheckMatrix(ties) => cross_checks::scene(ties, locale, room),
        Plot::Series(stacks) => stacks::scene(&counts_as_money(figure, locale), stacks, Bars::Equal, room),
        Plot::Shares(stacks) => stacks::scene(figure, stacks, Bars::Whole, room),
        Plot::Stacks(stacks) if figure.entries.iter().any(|entry| entry.number.is_some()) => {
            stacks::scene(&counts_as_money(figure, locale), stacks, broken(stacks), room)
        }
        _ => first_scene(figure, locale, chart_size),
    };
    numbers::numbered(drawn, figure, room.font_size)
}

/// A figure that counts people or things as a figure of money, for chart types that measure money: each counts as one
/// yuan, and its label stays. So the module that readers download first need not know of counts.
fn counts_as_money(figure: &Figure, locale: Locale) -> Figure {
    let counts_as_money = |entry: &Entry| Entry {
        money: entry.money.or(entry.number.map(|number| Money::new(number, Unit::Yuan))),
        amount: entry.amount.clone(),
        share: entry.share,
        series: entry.series,
        ..Entry::ours(&entry.short, None, locale)
    };
    Figure { entries: figure.entries.iter().map(counts_as_money).collect(), ..Figure::default() }
}

/// An amount as a float, for lengths on the screen; amounts become floats here and only here.
#[allow(clippy::cast_precision_loss)] // a pixel is coarser than the 52 bits that stay
fn size(money: Option<Money>) -> f64 {
    money.map_or(0.0, |money| money.millionths() as f64)
}

/// The value by which an entry's length or area is measured: its money, or else its number of people or things.
fn measure(entry: &Entry) -> f64 {
    size(entry.money.or(entry.number.map(|number| Money::new(number, Unit::Yuan))))
}

/// The scene of a chart without a positive part: a sentence that says so.
fn nothing(locale: Locale, chart_size: ChartSize) -> Scene {
    let text = locale.tr("没有可以画出的金额", "no amounts to draw");
    let text = layout::fit(text, chart_size.font_size, chart_size.width).unwrap_or_default();
    let mark = label(0.0, chart_size.font_size, text, chart_size.font_size, Role::Soft);
    Scene { width: chart_size.width, height: chart_size.font_size * 2.0, marks: vec![mark], targets: Vec::new() }
}

/// A tile of a layout as a rectangle of the drawing.
fn rect(tile: layout::Tile) -> Rect {
    Rect { x: tile.x, y: tile.y, width: tile.width, height: tile.height }
}

/// A text that starts at a point.
fn label(x: f64, y: f64, text: impl Into<String>, size: f64, role: Role) -> Mark {
    Mark {
        shape: Shape::Text { at: Point { x, y }, text: text.into(), size, bold: false, anchor: Anchor::Start },
        role,
        entry: None,
    }
}

/// The same mark in bold.
fn bold(mut mark: Mark) -> Mark {
    if let Shape::Text { bold, .. } = &mut mark.shape {
        *bold = true;
    }
    mark
}

/// The same text, ending at its point instead of starting there.
fn align_end(mut mark: Mark) -> Mark {
    if let Shape::Text { anchor, .. } = &mut mark.shape {
        *anchor = Anchor::End;
    }
    mark
}

/// The size at which a number is no wider than `room`: it may be small, but is never cut.
fn fit_size(number: &str, size: f64, room: f64) -> f64 {
    size.min(size * room.max(0.0) / layout::width(number, size).max(1.0))
}

/// An entry's name with its share inside its rectangle, or the share alone, smaller if need be; of one without a share the
/// amount. Nothing where neither fits.
fn inside(entry: &Entry, id: EntryId, rect: Rect, text: f64) -> Option<Mark> {
    let share = entry.display_share().unwrap_or_else(|| entry.amount.clone());
    let both = entry.short.clone() + " " + &share;
    let choices = [(&both, text, 0.5), (&both, text - 2.0, 0.25), (&share, text, 0.5), (&share, text - 2.0, 0.25)];
    let (words, size, margin) = choices
        .into_iter()
        .find(|(words, size, margin)| layout::width(words, *size) + 2.0 * margin * size <= rect.width)?;
    let mark = bold(label(rect.x + margin * size, rect.centre().y, words.as_str(), size, Role::OnSeries(entry.series)));
    Some(Mark { entry: Some(id), ..mark })
}
