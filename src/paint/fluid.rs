//! A Scene as SVG that is as wide as its place: for pages that are read without a script.
//!
//! Its height is the scene's. Shapes stretch with the width, as they do in a scene that is made for it; words, circles
//! and signs keep their form and only move. Colours are classes, which `style/drawing.css` gives the theme's. plotters
//! writes each mark; only what it cannot say is changed: places in percent, and classes.

use plotters::prelude::SVGBackend;

use super::{Look, Palette, paint};
use crate::figure::Verdict;
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};

/// plotters places shapes on whole units: with four to a pixel nothing is visibly off.
const SCALE: f64 = 4.0;
/// What plotters' SVG divides a font size by.
const FONT_FACTOR: f64 = 1.24;

/// The drawing, with the `class`es that say at which widths of the page it is shown.
pub fn drawing(scene: &Scene, class: &str) -> String {
    let height = whole(scene.height).to_string();
    let (mut shapes, mut placed) = (String::new(), String::new());
    for mark in &scene.marks {
        match place(&mark.shape) {
            Some(x) => placed.push_str(&put(mark, x, scene.width)),
            None => shapes.push_str(&written(mark)),
        }
    }
    let room = [whole(scene.width * SCALE), whole(scene.height * SCALE)].map(|side| side.to_string());
    [
        "<svg class=\"drawing ",
        class,
        "\" width=\"100%\" height=\"",
        &height,
        "\" aria-hidden=\"true\"><svg width=\"100%\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &room[0],
        " ",
        &room[1],
        "\" preserveAspectRatio=\"none\">",
        &shapes,
        "</svg><g transform=\"scale(.25)\">",
        &placed,
        "</g></svg>",
    ]
    .concat()
}

/// Where a shape stands that does not stretch: words, circles, and signs.
fn place(shape: &Shape) -> Option<f64> {
    match shape {
        Shape::Text { at, .. } | Shape::Circle(at, _) => Some(at.x),
        Shape::Rect(rect, _) if is_sign(*rect) => Some(rect.centre().x),
        Shape::Polygon(points) => {
            let ends = |least: f64, most: f64, point: &Point| (least.min(point.x), most.max(point.x));
            let (left, right) = points.iter().fold((f64::MAX, f64::MIN), |(a, b), point| ends(a, b, point));
            let (top, bottom) = points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.y), b.max(p.y)));
            let around = Rect { x: left, y: top, width: right - left, height: bottom - top };
            is_sign(around).then(|| around.centre().x)
        }
        _ => None,
    }
}

/// Whether this is as wide as high, and no larger than what stands beside a word. A part of a bar is higher than that.
fn is_sign(rect: Rect) -> bool {
    (rect.width - rect.height).abs() < 0.01 && rect.width <= 44.0
}

/// A mark that keeps its form, at its place in the scene's width. Within the group a percent is a quarter of one.
fn put(mark: &Mark, x: f64, width: f64) -> String {
    let place = [&hundredths(x / width * 100.0 * SCALE), "%"].concat();
    match &mark.shape {
        Shape::Text { size, .. } => {
            let sized = with(&with(&written(mark), "x", &place), "font-size", &hundredths(size * SCALE));
            // As high as a canvas has its words.
            with(&sized, "dy", ".36em")
        }
        Shape::Circle(..) => with(&written(mark), "cx", &place),
        // A disc is one element, and not a polygon of twenty corners: a map of ties has some hundred.
        Shape::Rect(rect, radius) if (rect.width / 2.0 - radius).abs() < 0.01 => {
            let ring = written(&Mark { shape: Shape::Circle(rect.centre(), *radius), ..mark.clone() });
            let disc = without(&with(&ring, "cx", &place), "stroke-width");
            with(&disc, "class", &["disc ", &class(mark.role)].concat())
        }
        shape => {
            let here = Mark { shape: moved(shape, -x), ..mark.clone() };
            ["<svg x=\"", &place, "\">", &written(&here), "</svg>"].concat()
        }
    }
}

fn moved(shape: &Shape, by: f64) -> Shape {
    match shape {
        Shape::Rect(rect, radius) => Shape::Rect(Rect { x: rect.x + by, ..*rect }, *radius),
        Shape::Polygon(points) => Shape::Polygon(points.iter().map(|p| Point { x: p.x + by, ..*p }).collect()),
        other => other.clone(),
    }
}

/// The mark as plotters writes it, in the scene's units, with a class in the place of its colour.
fn written(mark: &Mark) -> String {
    let (shape, class) = match &mark.shape {
        // An outline of dashes is one shape that the style sheet dashes, or each dash would be an element.
        Shape::Dashed(rect) => (Shape::Rect(*rect, 0.0), ["dashed ", &class(mark.role)].concat()),
        // Round corners are those of a wide edge that the style sheet draws around less: four points instead of twenty.
        Shape::Rect(rect, radius) if *radius >= 2.0 && !is_sign(*rect) => {
            let (edge, name) = if *radius < 3.0 { (2.0, "r2 ") } else { (3.0, "r3 ") };
            (Shape::Rect(within(*rect, edge), 0.0), [name, &class(mark.role)].concat())
        }
        Shape::Rect(rect, _) if !is_sign(*rect) => (Shape::Rect(*rect, 0.0), class(mark.role)),
        shape => (shape.clone(), class(mark.role)),
    };
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, (1, 1));
        let palette = Palette::new(|_| None);
        let family = "";
        let look =
            Look { palette: &palette, scale: SCALE, font_factor: FONT_FACTOR, family, lit: &|_| false, any_lit: false };
        let scene = Scene { width: 1.0, height: 1.0, marks: vec![Mark { shape, ..mark.clone() }], targets: Vec::new() };
        // Writing into a string cannot fail: the error type is that of the file-writing variant.
        let _ = paint(&scene, &look, &mut backend);
    }
    let mark_alone = text.split_once(">\n").and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    let mut element = mark_alone.map_or(String::new(), |(element, _)| element.replace('\n', ""));
    for name in ["opacity", "fill", "stroke", "font-family"] {
        element = without(&element, name);
    }
    if let Shape::Text { anchor: Anchor::Start, .. } = mark.shape {
        element = without(&element, "text-anchor");
    }
    if let Shape::Line(.., width) = mark.shape {
        // Lines keep their width where the drawing is stretched, so it is said in pixels of the screen.
        element = with(&element, "stroke-width", &hundredths(width));
    }
    let name_ends = element.find(' ').unwrap_or(element.len());
    let (name, rest) = element.split_at(name_ends);
    [name, " class=\"", &class, "\"", rest].concat()
}

/// The rectangle without its edge.
fn within(rect: Rect, edge: f64) -> Rect {
    let (width, height) = (rect.width - 2.0 * edge, rect.height - 2.0 * edge);
    Rect { x: rect.x + edge, y: rect.y + edge, width, height }
}

/// Where the value of an attribute of an element's start tag is.
fn value(element: &str, name: &str) -> Option<(usize, usize)> {
    let tag = element.find('>')?;
    let start = element[..tag].find(&[" ", name, "=\""].concat())? + name.len() + 3;
    Some((start, start + element[start..].find('"')?))
}

fn with(element: &str, name: &str, new: &str) -> String {
    match value(element, name) {
        Some((start, end)) => [&element[..start], new, &element[end..]].concat(),
        None => element.into(),
    }
}

fn without(element: &str, name: &str) -> String {
    match value(element, name) {
        Some((start, end)) => [&element[..start - name.len() - 3], &element[end + 1..]].concat(),
        None => element.into(),
    }
}

/// The class of a role, as `style/drawing.css` has it.
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

#[allow(clippy::cast_possible_truncation)] // a scene is at most some thousand pixels large
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// With two places, or fewer where those are zeros.
fn hundredths(number: f64) -> String {
    let hundredths = whole(number * 100.0);
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let digits = [(rest / 10).to_string(), (rest % 10).to_string()].concat();
    let digits = digits.trim_end_matches('0');
    let point = if digits.is_empty() { "" } else { "." };
    [sign, &whole.to_string(), point, digits].concat()
}
