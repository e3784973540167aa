//! What is drawn stays inside its canvas.

use budget_lens::chart::{ChartSize, scene};
use budget_lens::figure::Figure;
use budget_lens::layout::width;
use budget_lens::locale::Locale;
use budget_lens::scene::{Anchor, Point, Rect, Scene, Shape};

/// The figure's drawing, which stays inside its canvas and is never NaN.
///
/// # Panics
/// Where it does not.
pub fn is_inside(figure: &Figure, locale: Locale, frame: ChartSize) -> Scene {
    let drawn = scene(figure, locale, frame);
    holds_inside(figure.id, &drawn);
    for (entry, rect) in &drawn.targets {
        assert!(*entry < figure.entries.len());
        assert!(rect.x >= 0.0 && rect.y >= 0.0 && rect.width >= 0.0 && rect.height >= 0.0, "{rect:?}");
        assert!(rect.x + rect.width <= drawn.width + 0.01, "{rect:?}");
    }
    drawn
}

/// Every mark of a figure's drawing is inside it.
///
/// # Panics
/// Where one is not.
pub fn holds_inside(id: &str, drawn: &Scene) {
    let width = drawn.width;
    assert!(drawn.height.is_finite() && drawn.height > 0.0, "{id}: height {}", drawn.height);
    // No browser paints a canvas of more than 65,535 pixels; a phone has three a CSS pixel.
    assert!(drawn.height * 3.0 < 65_536.0, "{id}: height {}", drawn.height);
    for mark in &drawn.marks {
        for Point { x, y } in corners(&mark.shape) {
            let inside = (-0.01..=drawn.width + 0.01).contains(&x) && (-0.01..=drawn.height + 0.01).contains(&y);
            assert!(inside, "{id} at {width}: ({x}, {y}) of {mark:?} in {} × {}", drawn.width, drawn.height);
        }
    }
}

fn corners(shape: &Shape) -> Vec<Point> {
    let of = |r: &Rect| vec![Point { x: r.x, y: r.y }, Point { x: r.x + r.width, y: r.y + r.height }];
    match shape {
        Shape::Rect(rect, radius) => {
            assert!(rect.width >= 0.0 && rect.height >= 0.0 && *radius >= 0.0);
            of(rect)
        }
        Shape::Dashed(rect) => of(rect),
        Shape::Polygon(points) => points.clone(),
        Shape::Line(from, to, _) => vec![*from, *to],
        Shape::Circle(c, r) => vec![Point { x: c.x - r, y: c.y - r }, Point { x: c.x + r, y: c.y + r }],
        Shape::Text { at, text, size, anchor, .. } => {
            let width = width(text, *size);
            vec![*at, Point { x: if *anchor == Anchor::Start { at.x + width } else { at.x - width }, ..*at }]
        }
    }
}
