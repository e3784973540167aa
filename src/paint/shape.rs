//! Writes a shape of a scene as an SVG element, with horizontal positions in pixels, or in percent for responsive SVG.

use super::element::{Writer, hundredths};
use crate::scene::{Anchor, Point, Rect, Shape};

/// The unit of horizontal positions.
pub enum HorizontalUnit {
    /// CSS pixels.
    Pixels,
    /// Percent of a scene of this width: shapes move with the drawing's width and keep their form.
    Percent(f64),
}

impl HorizontalUnit {
    /// A horizontal length as an attribute's value.
    fn across(&self, length: f64) -> String {
        match self {
            HorizontalUnit::Pixels => hundredths(length),
            HorizontalUnit::Percent(width) => hundredths(length / width * 100.0) + "%",
        }
    }
}

/// Writes the shape's element; `paint` writes the attributes of its colours. The points of polygons are always in
/// pixels, since SVG has none in percent.
pub fn write(shape: &Shape, unit: &HorizontalUnit, paint: &dyn Fn(&mut Writer), writer: &mut Writer) {
    match shape {
        Shape::Rect(rect, radius) => {
            writer.open("rect");
            paint(writer);
            edges(*rect, unit, writer);
            if *radius > 0.0 {
                writer.length("rx", *radius);
            }
            writer.empty();
        }
        Shape::Dashed(rect) => {
            writer.open("rect");
            paint(writer);
            edges(*rect, unit, writer);
            writer.empty();
        }
        Shape::Polygon(points) => {
            writer.open("polygon");
            paint(writer);
            writer.attr("points", &joined(points));
            writer.empty();
        }
        Shape::Line(from, to, _) => {
            writer.open("line");
            paint(writer);
            for ([x, y], point) in [["x1", "y1"], ["x2", "y2"]].into_iter().zip([from, to]) {
                writer.attr(x, &unit.across(point.x));
                writer.length(y, point.y);
            }
            writer.empty();
        }
        Shape::Circle(centre, radius) => {
            writer.open("circle");
            paint(writer);
            writer.attr("cx", &unit.across(centre.x));
            writer.length("cy", centre.y);
            writer.length("r", *radius);
            writer.empty();
        }
        Shape::Text { at, text, size, bold, anchor } => {
            writer.open("text");
            paint(writer);
            writer.attr("x", &unit.across(at.x));
            writer.length("y", at.y);
            // The vertical position that text has on a canvas.
            writer.attr("dy", ".36em");
            writer.length("font-size", *size);
            if *bold {
                writer.attr("font-weight", "bold");
            }
            if *anchor == Anchor::End {
                writer.attr("text-anchor", "end");
            }
            writer.words(text, "text");
        }
    }
}

fn edges(rect: Rect, unit: &HorizontalUnit, writer: &mut Writer) {
    writer.attr("x", &unit.across(rect.x));
    writer.length("y", rect.y);
    writer.attr("width", &unit.across(rect.width));
    writer.length("height", rect.height);
}

fn joined(points: &[Point]) -> String {
    let points = points.iter().map(|point| [hundredths(point.x), hundredths(point.y)].join(","));
    points.collect::<Vec<_>>().join(" ")
}
