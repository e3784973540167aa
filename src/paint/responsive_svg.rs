//! Writes a scene as responsive SVG, as wide as its container, for pages that are read without a script.
//!
//! Its height is the scene's. Horizontal positions are in percent, so that shapes move with the width as they do in a
//! scene made for it; text, circles, corners and signs keep their form. Colours are CSS classes, to which
//! `style/static-charts.css` gives the theme's colours.

use super::element::{Writer, hundredths};
use super::shape::{self, HorizontalUnit};
use crate::figure::Verdict;
use crate::scene::{Mark, Point, Rect, Role, Scene, Shape};

/// The largest size of a sign beside a text; parts of a bar are higher.
const LARGEST_SIGN: f64 = 44.0;

/// The drawing as SVG; the `class` names select the window widths at which it is shown.
pub fn drawing(scene: &Scene, class: &str) -> String {
    let mut writer = Writer::default();
    writer.open("svg");
    writer.attr("class", &["drawing ", class].concat());
    writer.attr("width", "100%");
    writer.length("height", scene.height.round());
    writer.attr("aria-hidden", "true");
    writer.inside();
    let mut marks = scene.marks.iter().peekable();
    while let Some(mark) = marks.next() {
        if is_stretched(mark) {
            stretched(scene, &mut writer);
            write(mark, &HorizontalUnit::Pixels, &mut writer);
            while let Some(mark) = marks.next_if(|mark| is_stretched(mark)) {
                write(mark, &HorizontalUnit::Pixels, &mut writer);
            }
            writer.close("svg");
        } else {
            placed(mark, scene.width, &mut writer);
        }
    }
    writer.close("svg");
    writer.finish()
}

/// Whether a mark is stretched with the drawing's width: polygons are, since their points cannot be in percent.
fn is_stretched(mark: &Mark) -> bool {
    matches!(&mark.shape, Shape::Polygon(points) if !is_sign(around(points)))
}

/// Begins a nested SVG in which the scene is stretched horizontally to the drawing's width.
fn stretched(scene: &Scene, writer: &mut Writer) {
    let [width, height] = [scene.width, scene.height.round()].map(hundredths);
    writer.open("svg");
    writer.attr("width", "100%");
    writer.attr("height", &height);
    writer.attr("viewBox", &["0 0 ", &width, " ", &height].concat());
    writer.attr("preserveAspectRatio", "none");
    writer.inside();
}

/// Writes a mark that keeps its form, at its position in percent of the width.
fn placed(mark: &Mark, width: f64, writer: &mut Writer) {
    let unit = HorizontalUnit::Percent(width);
    match &mark.shape {
        // A disc is a circle, so that it stays round where all else becomes wider.
        Shape::Rect(rect, radius) if is_sign(*rect) && (rect.width / 2.0 - radius).abs() < 0.01 => {
            let class = ["disc ", &class(mark.role)].concat();
            let paint = |writer: &mut Writer| writer.attr("class", &class);
            shape::write(&Shape::Circle(rect.centre(), *radius), &unit, &paint, writer);
        }
        Shape::Rect(rect, radius) if is_sign(*rect) => {
            let x = rect.centre().x;
            sign(Shape::Rect(Rect { x: rect.x - x, ..*rect }, *radius), mark, x, width, writer);
        }
        Shape::Polygon(points) => {
            let x = around(points).centre().x;
            let points = points.iter().map(|point| Point { x: point.x - x, ..*point }).collect();
            sign(Shape::Polygon(points), mark, x, width, writer);
        }
        _ => write(mark, &unit, writer),
    }
}

/// Writes a sign, a shape of fixed size around a point whose position is in percent.
fn sign(shape: Shape, mark: &Mark, x: f64, width: f64, writer: &mut Writer) {
    writer.open("svg");
    writer.attr("x", &(hundredths(x / width * 100.0) + "%"));
    writer.inside();
    write(&Mark { shape, ..mark.clone() }, &HorizontalUnit::Pixels, writer);
    writer.close("svg");
}

fn write(mark: &Mark, unit: &HorizontalUnit, writer: &mut Writer) {
    let class = match mark.shape {
        Shape::Dashed(_) => ["dashed ", &class(mark.role)].concat(),
        _ => class(mark.role),
    };
    let paint = |writer: &mut Writer| {
        writer.attr("class", &class);
        match mark.shape {
            Shape::Line(.., width) if (width - 1.0).abs() > 0.01 => writer.length("stroke-width", width),
            _ => {}
        }
    };
    shape::write(&mark.shape, unit, &paint, writer);
}

/// Whether a rectangle is a sign: as wide as high, and no larger than signs beside a text.
fn is_sign(rect: Rect) -> bool {
    (rect.width - rect.height).abs() < 0.01 && rect.width <= LARGEST_SIGN
}

/// The least rectangle around these points.
fn around(points: &[Point]) -> Rect {
    let ends = |of: fn(&Point) -> f64| {
        let fold = |(least, most): (f64, f64), point| (least.min(of(point)), most.max(of(point)));
        points.iter().fold((f64::MAX, f64::MIN), fold)
    };
    let ((left, right), (top, bottom)) = (ends(|point| point.x), ends(|point| point.y));
    Rect { x: left, y: top, width: right - left, height: bottom - top }
}

/// The CSS class of a role, as in `style/static-charts.css`.
pub fn class(role: Role) -> String {
    let numbered = |name: &str, i: usize| [name, &i.min(super::palette::SERIES).to_string()].concat();
    let verdict = |verdict| match verdict {
        Verdict::Holds => "holds",
        Verdict::Unchecked => "unchecked",
        Verdict::Rounding => "rounding",
        Verdict::Mismatch => "mismatch",
    };
    match role {
        Role::Series(i) => numbered("s", i),
        Role::OnSeries(i) => numbered("on-s", i),
        Role::Verdict(of) => verdict(of).into(),
        Role::OnVerdict(of) => ["on-", verdict(of)].concat(),
        Role::Ink => "ink".into(),
        Role::Soft => "soft".into(),
        Role::Rule => "rule".into(),
        Role::Ghost => "ghost".into(),
        Role::Beam => "beam".into(),
        Role::Brand => "lens".into(),
        Role::Card => "paper".into(),
    }
}
