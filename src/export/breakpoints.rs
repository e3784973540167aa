//! Breakpoints of a figure's chart: a page without scripts has a drawing for each range of window widths.
//!
//! The widths repeat the arithmetic of the style sheets (`base.css`, `card.css`, `wide.css`); `static-charts.css` shows each
//! drawing in its range.

use crate::chart::{ChartSize, font_size};
use crate::figure::{Figure, HALF_WIDTH};
use crate::locale::TextSize;
use crate::scene::{Mark, Point, Scene, Shape};

/// The breakpoints: window widths in CSS pixels at which a range begins; `static-charts.css` has the same. They are the
/// widths of common phones and tablets: there the drawing is exactly that of the canvas, whatever the document. The
/// first is the width of the narrowest phone.
pub const BANDS: [u16; 13] = [320, 344, 360, 375, 384, 390, 412, 428, 480, 640, 768, 900, 1120];

/// A drawing that is stretched by more than this has visibly wider gaps.
const MAX_STRETCHED: f64 = 1.2;

/// Figures whose chart has the whole width of a desktop window, above their list.
const ABOVE: [&str; 3] = ["economic", "projects", "tables"];

/// The width of a figure's chart in a window of this width, in CSS pixels.
pub fn room(figure: &str, window: u16) -> f64 {
    let window = f64::from(window);
    if window < 900.0 {
        // The page's margins, the card's padding and its border.
        return (window - 2.0 * 16.0 - 2.0 * 17.0).floor();
    }
    let page = window.min(1120.0) - 2.0 * 28.0;
    let card = 2.0 * 25.0;
    let room = if HALF_WIDTH.contains(&figure) {
        (page - 20.0) / 2.0 - card
    } else if ABOVE.contains(&figure) {
        page - card
    } else {
        (page - card - 36.0) * 1.25 / 2.25
    };
    room.round()
}

/// The first breakpoint, by its place in the list, from which a card is wide (`lists.css`).
const WIDE_BANDS: usize = 9;

/// The drawings of a figure that are needed for windows of every width, each with the CSS classes of its ranges:
/// `b0 b1`. Ranges share a drawing where stretching it is enough; a chart that only wide cards show has none for
/// narrow windows.
pub fn drawings(figure: &Figure, text: TextSize, scene: &dyn Fn(ChartSize) -> Scene) -> Vec<(Scene, String)> {
    let mut drawings: Vec<(Scene, String)> = Vec::new();
    for (i, begin) in BANDS.into_iter().enumerate() {
        if i < WIDE_BANDS && figure.plot.is_wide() {
            continue;
        }
        // Text that has room in the narrowest window of the range has room in all.
        let font_size = font_size(text);
        // Margins grow with the text, by no more than this.
        let less = (font_size - crate::chart::font_size(TextSize::Usual)) * 4.0;
        let own = scene(ChartSize { width: room(figure.id, begin) - less, font_size });
        let class = String::from("b") + &i.to_string();
        match drawings.iter_mut().find(|(other, _)| is_stretched(other, &own)) {
            Some((_, classes)) => classes.extend([" ", &class]),
            None => drawings.push((own, class)),
        }
    }
    drawings
}

/// Whether the two scenes are of one height, and one is the other made wider: the same shapes, and nothing more than
/// three pixels from its place. No word may lose the room it had.
fn is_stretched(narrow: &Scene, wide: &Scene) -> bool {
    let factor = wide.width / narrow.width;
    let near = |a: Point, b: Point| (a.x * factor - b.x).abs() < 3.0 && (a.y - b.y).abs() < 0.5;
    let same = |(a, b): (&Mark, &Mark)| {
        let shapes = match (&a.shape, &b.shape) {
            (Shape::Text { at, text, size, .. }, Shape::Text { at: other, text: other_text, size: other_size, .. }) => {
                near(*at, *other) && text == other_text && (size - other_size).abs() < 0.01
            }
            (a, b) => {
                let (a, b) = (corners(a), corners(b));
                a.len() == b.len() && a.into_iter().zip(b).all(|(a, b)| near(a, b))
            }
        };
        shapes && a.role == b.role
    };
    (1.0..MAX_STRETCHED).contains(&factor)
        && (narrow.height - wide.height).abs() < 0.01
        && narrow.marks.len() == wide.marks.len()
        && narrow.marks.iter().zip(&wide.marks).all(same)
}

/// The points that say where a shape is.
fn corners(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect(rect, _) | Shape::Dashed(rect) => {
            vec![Point { x: rect.x, y: rect.y }, Point { x: rect.x + rect.width, y: rect.y + rect.height }]
        }
        Shape::Polygon(points) => points.clone(),
        Shape::Line(from, to, _) => vec![*from, *to],
        Shape::Circle(at, _) | Shape::Text { at, .. } => vec![*at],
    }
}
