//! Paints a scene with a backend of the crate plotters, which in the page is a canvas.

use std::convert::Infallible;
use std::f64::consts::FRAC_1_SQRT_2;

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontFamily, FontStyle,
};

use super::Palette;
use crate::figure::EntryId;
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};

/// Options for painting a scene: colours, scale, font, highlight.
pub struct PaintOptions<'a> {
    /// The theme's colours.
    pub palette: &'a Palette,
    /// Backend pixels a CSS pixel: the device pixel ratio on a canvas.
    pub scale: f64,
    /// The font family, as CSS writes it.
    pub family: &'a str,
    /// Whether an entry is highlighted; while some are, the marks of the others are dimmed.
    pub is_highlighted: &'a dyn Fn(EntryId) -> bool,
    /// Whether any entry is highlighted.
    pub any_highlighted: bool,
}

/// Paints a scene.
///
/// # Errors
/// What the backend reports.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    options: &PaintOptions,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    backend.ensure_prepared()?;
    for mark in &scene.marks {
        Painter { options, stroke: options.stroke(mark) }.draw(&mark.shape, backend)?;
    }
    backend.present()
}

impl PaintOptions<'_> {
    fn stroke(&self, mark: &Mark) -> Stroke {
        let (red, green, blue) = self.palette.colour(mark.role);
        let steps_back = self.any_highlighted && mark.entry.is_some_and(|entry| !(self.is_highlighted)(entry));
        // Text is dimmed less than the colour below it, so that it stays readable.
        let alpha = match mark.role {
            _ if !steps_back => 1.0,
            Role::Series(_) | Role::Verdict(_) => 0.3,
            _ => 0.6,
        };
        Stroke { color: BackendColor { alpha, rgb: (red, green, blue) }, width: 1 }
    }

    /// A CSS length in backend pixels.
    #[allow(clippy::cast_possible_truncation)] // scenes are at most 4,096 pixels wide
    fn px(&self, length: f64) -> i32 {
        (length * self.scale).round() as i32
    }

    fn at(&self, point: Point) -> BackendCoord {
        (self.px(point.x), self.px(point.y))
    }

    fn width(&self, width: f64) -> u32 {
        self.px(width).max(1).unsigned_abs()
    }
}

/// A colour and a line width.
#[derive(Clone, Copy)]
struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct Painter<'a> {
    options: &'a PaintOptions<'a>,
    stroke: Stroke,
}

impl Painter<'_> {
    fn draw<B: DrawingBackend>(&self, shape: &Shape, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        let options = self.options;
        let line = |width| Stroke { width: options.width(width), ..self.stroke };
        match shape {
            Shape::Rect(rect, radius) => backend.fill_polygon(self.rounded(*rect, *radius), &self.stroke),
            Shape::Polygon(points) => backend.fill_polygon(points.iter().map(|&p| options.at(p)), &self.stroke),
            Shape::Line(from, to, width) => backend.draw_path([options.at(*from), options.at(*to)], &line(*width)),
            Shape::Circle(centre, radius) => {
                backend.draw_circle(options.at(*centre), options.px(*radius).max(1).unsigned_abs(), &line(2.0), false)
            }
            Shape::Dashed(rect) => dashes(*rect)
                .try_for_each(|(from, to)| backend.draw_path([options.at(from), options.at(to)], &line(1.0))),
            Shape::Text { at, text, size, bold, anchor } => {
                let words = TextStyle {
                    color: self.stroke.color,
                    size: size * options.scale,
                    family: options.family,
                    bold: *bold,
                    end: *anchor == Anchor::End,
                };
                backend.draw_text(text, &words, options.at(*at))
            }
        }
    }

    /// A rectangle's outline with its corners as quarter circles of five points.
    fn rounded(&self, rect: Rect, radius: f64) -> Vec<BackendCoord> {
        // The sines of 0°, 22.5°, 45°, 67.5° and 90°: a table costs less than the function.
        const SINE: [f64; 5] = [0.0, 0.382_683, FRAC_1_SQRT_2, 0.923_880, 1.0];
        if radius * self.options.scale < 1.0 {
            let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
            let corners = [(rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)];
            return corners.into_iter().map(|(x, y)| self.options.at(Point { x, y })).collect();
        }
        let (left, right) = (rect.x + radius, rect.x + rect.width - radius);
        let (top, bottom) = (rect.y + radius, rect.y + rect.height - radius);
        let corner = |x: f64, y: f64, turn: usize| {
            (0..5).map(move |i| {
                let (along, across) = (SINE[i], SINE[4 - i]);
                let (dx, dy) = [(-across, -along), (along, -across), (across, along), (-along, across)][turn];
                self.options.at(Point { x: x + dx * radius, y: y + dy * radius })
            })
        };
        corner(left, top, 0)
            .chain(corner(right, top, 1))
            .chain(corner(right, bottom, 2))
            .chain(corner(left, bottom, 3))
            .collect()
    }
}

/// A rectangle's outline as dashes of three pixels with gaps of three.
fn dashes(rect: Rect) -> impl Iterator<Item = (Point, Point)> {
    const DASH: f64 = 3.0;
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    let edges = [
        (rect.x, rect.y, right, rect.y),
        (right, rect.y, right, bottom),
        (right, bottom, rect.x, bottom),
        (rect.x, bottom, rect.x, rect.y),
    ];
    edges.into_iter().flat_map(|(x0, y0, x1, y1)| {
        let length = (x1 - x0).abs() + (y1 - y0).abs();
        let at = move |t: f64| {
            let t = if length > 0.0 { t.min(length) / length } else { 0.0 };
            Point { x: x0 + (x1 - x0) * t, y: y0 + (y1 - y0) * t }
        };
        std::iter::successors(Some(0.0), |t| Some(t + 2.0 * DASH))
            .take_while(move |t| *t < length)
            .map(move |t| (at(t), at(t + DASH)))
    })
}

/// The style of a text, which plotters requires; its own text measuring is not used.
struct TextStyle<'a> {
    color: BackendColor,
    size: f64,
    family: &'a str,
    bold: bool,
    end: bool,
}

impl BackendTextStyle for TextStyle<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.color
    }
    fn size(&self) -> f64 {
        self.size
    }
    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }
    fn anchor(&self) -> Pos {
        Pos { h_pos: if self.end { HPos::Right } else { HPos::Left }, v_pos: VPos::Center }
    }
    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
