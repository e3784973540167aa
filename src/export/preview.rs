//! The picture that stands with a link: who, which year, how much, and mostly on what.

use crate::budget::Budget;
use crate::chart::{Frame, first};
use crate::figure::{Asked, FIRST, Headline};
use crate::layout::{fit, width, wrap};
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};
use crate::words::Words;

/// The size that link previews have, in pixels.
const SIZE: (f64, f64) = (1200.0, 630.0);
/// The empty edge on each side.
const EDGE: f64 = 64.0;
/// The room between the edges.
const ROOM: f64 = SIZE.0 - 2.0 * EDGE;
/// The sizes that the words of the chart may have; the first that leaves all of it in the picture is taken.
const TEXTS: [f64; 8] = [24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0];
/// What of a text's size lies between its middle and the line it stands on.
const BASELINE: f64 = 0.37;
/// How much wider bold words are.
const BOLD: f64 = 1.06;

/// The picture of a budget with these first lines; on a portal of its own it is the portal's. What the budget does not
/// have is left out.
pub fn scene(budget: &Budget, head: &Headline, portal: Option<&str>, words: Words) -> Scene {
    let mut scene = Scene { width: SIZE.0, height: SIZE.1, marks: Vec::new(), targets: Vec::new() };
    brand(&mut scene, &head.occasion, portal, words);
    let mut y = department(&mut scene, &head.department);
    if let Some(total) = &head.total {
        // Not printed anywhere: a sum of this program's.
        let ours = if head.at.is_none() { words.pick("（本页相加）", " (added by this page)") } else { "" };
        y = amount(&mut scene, total, &[words.unit_name(), ours].concat(), y);
    }
    let question = FIRST.iter().find(|question| question.id == "structure");
    if let Some(figure) = question.and_then(|question| (question.answer)(budget, &Asked::default(), words)) {
        y = paragraph(&mut scene, &figure.answer, y);
        let chart = |text| first(&figure, words, Frame { width: ROOM, text });
        let room = SIZE.1 - EDGE * 0.75 - y;
        let fitting = TEXTS.into_iter().map(chart).find(|chart| chart.height <= room);
        if let Some(chart) = fitting {
            // Below the words, in the middle of what is left.
            let down = y + (room - chart.height) / 2.0;
            scene.marks.extend(chart.marks.into_iter().map(|mark| moved(mark, EDGE, down)));
        }
    }
    scene
}

/// The page's sign and name, and which budget it is.
fn brand(scene: &mut Scene, occasion: &str, portal: Option<&str>, words: Words) {
    let band = Rect { x: 0.0, y: 0.0, width: SIZE.0, height: 12.0 };
    scene.marks.push(Mark { shape: Shape::Rect(band, 0.0), role: Role::Brand, entry: None });
    let y = 70.0;
    if let Some(portal) = portal {
        // What the year and the place leave of the line.
        let room = ROOM - width(occasion, 26.0) - 40.0;
        let name = fit(portal, 30.0, room / BOLD).unwrap_or_default();
        text(scene, (EDGE, y), &name, 30.0, true, Role::Brand);
        let made = words.pick("由预算透视生成", "Made with Budget Lens");
        at_right(scene, SIZE.1 - 24.0, made, 18.0);
    } else {
        // A circle's line has one width; three of them are the sign's.
        for radius in [8.5, 10.0, 11.5] {
            let circle = Shape::Circle(Point { x: EDGE + 13.0, y }, radius);
            scene.marks.push(Mark { shape: circle, role: Role::Brand, entry: None });
        }
        text(scene, (EDGE + 40.0, y), words.pick("预算透视", "Budget Lens"), 30.0, true, Role::Brand);
    }
    at_right(scene, y, occasion, 26.0);
}

/// Words that end at the right edge.
fn at_right(scene: &mut Scene, y: f64, words: &str, size: f64) {
    text(scene, (SIZE.0 - EDGE, y), words, size, false, Role::Soft);
    if let Some(Mark { shape: Shape::Text { anchor, .. }, .. }) = scene.marks.last_mut() {
        *anchor = Anchor::End;
    }
}

/// The department's name in one line, or in two smaller ones; returns where it ends.
fn department(scene: &mut Scene, name: &str) -> f64 {
    let size = if width(name, 50.0) <= ROOM { 50.0 } else { 40.0 };
    lines(scene, name, (116.0, size, 1.3), true)
}

/// The total with its unit, as large as it has room.
fn amount(scene: &mut Scene, total: &str, unit: &str, y: f64) -> f64 {
    let mut size: f64 = 104.0;
    // Bold figures are wider than the estimate, which is that of regular ones.
    let wide = |size: f64| width(total, size) * 1.07;
    while wide(size) + size * 0.15 + width(unit, 38.0) > ROOM && size > 40.0 {
        size -= 4.0;
    }
    let middle = y + size * 0.62;
    text(scene, (EDGE, middle), total, size, true, Role::Ink);
    let beside = EDGE + wide(size) + size * 0.15;
    text(scene, (beside, middle + (size - 38.0) * BASELINE), unit, 38.0, false, Role::Ink);
    middle + size * 0.62
}

/// A sentence in two lines at most, broken between its clauses where both have room.
fn paragraph(scene: &mut Scene, sentence: &str, y: f64) -> f64 {
    let (size, height) = (28.0, 1.45);
    let clauses = sentence.char_indices().filter(|(_, c)| matches!(c, '，' | '；' | ';'));
    let breaks = clauses.map(|(i, c)| sentence.split_at(i + c.len_utf8()));
    let room = |text: &str| width(text.trim(), size) <= ROOM;
    let parts = breaks.filter(|(first, rest)| room(first) && room(rest) && !room(sentence));
    let longest = |parts: &(&str, &str)| width(parts.0, size).max(width(parts.1, size));
    let top = y + 6.0;
    let end = match parts.min_by(|a, b| longest(a).total_cmp(&longest(b))) {
        Some((first, rest)) => {
            let middle = lines(scene, first, (top, size, height), false);
            lines(scene, rest.trim(), (middle, size, height), false)
        }
        None => lines(scene, sentence, (top, size, height), false),
    };
    end + 10.0
}

/// Words in at most two lines from `top` on, by size and line height; returns where they end.
fn lines(scene: &mut Scene, words: &str, (top, size, height): (f64, f64, f64), bold: bool) -> f64 {
    let (lines, _) = wrap(words, size, ROOM, 2);
    let mut y = top;
    for line in &lines {
        text(scene, (EDGE, y + size * height / 2.0), line, size, bold, Role::Ink);
        y += size * height;
    }
    y
}

fn text(scene: &mut Scene, (x, y): (f64, f64), words: &str, size: f64, bold: bool, role: Role) {
    let shape = Shape::Text { at: Point { x, y }, text: words.into(), size, bold, anchor: Anchor::Start };
    scene.marks.push(Mark { shape, role, entry: None });
}

/// A mark of another scene in its place in this one.
fn moved(mut mark: Mark, right: f64, down: f64) -> Mark {
    let to = |point: &mut Point| {
        point.x += right;
        point.y += down;
    };
    match &mut mark.shape {
        Shape::Rect(rect, _) | Shape::Dashed(rect) => {
            rect.x += right;
            rect.y += down;
        }
        Shape::Polygon(points) => points.iter_mut().for_each(to),
        Shape::Line(from, end, _) => [from, end].into_iter().for_each(to),
        Shape::Circle(at, _) | Shape::Text { at, .. } => to(at),
    }
    mark
}
