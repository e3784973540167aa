//! The display list: what to draw, in CSS pixels, and which entry each shape stands for.
//!
//! Colour is a role, not a value: the theme decides when it is painted, so light, dark, print
//! and the golden files share one scene.

use crate::figure::{EntryId, Verdict};

/// A point, in CSS pixels from the scene's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// An axis-aligned rectangle, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width, not negative.
    pub width: f64,
    /// Its height, not negative.
    pub height: f64,
}

impl Rect {
    /// The distance from `point` to the nearest point of the rectangle; 0 inside.
    pub fn distance(&self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.x - self.width).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.y - self.height).max(0.0);
        dx.hypot(dy)
    }

    /// Its centre.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }
}

/// A shape to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle with corners of this radius.
    Rect(Rect, f64),
    /// A rectangle's dashed outline.
    Dashed(Rect),
    /// A filled polygon.
    Polygon(Vec<Point>),
    /// A straight line of this width.
    Line(Point, Point, f64),
    /// A circle's outline: centre and radius.
    Circle(Point, f64),
    /// Text, vertically centred on its point.
    Text {
        /// Where the text starts or ends, as `anchor` says.
        at: Point,
        /// The text.
        text: String,
        /// The font size, in CSS pixels.
        size: f64,
        /// Whether the text is bold.
        bold: bool,
        /// Which end of the text is at its point.
        anchor: Anchor,
    },
}

/// Which end of a text is at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
}

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The colour of a series.
    Series(usize),
    /// Text on the colour of a series.
    OnSeries(usize),
    /// The colour of a verdict.
    Verdict(Verdict),
    /// Text on the colour of a verdict.
    OnVerdict(Verdict),
    /// Text.
    Ink,
    /// Less prominent text.
    Soft,
    /// A thin line.
    Rule,
    /// Context in a muted colour: remainders, connecting lines, negative amounts.
    Ghost,
    /// The beam between a slice and its magnification.
    Beam,
    /// The program's own colour: the lens and headings.
    Brand,
    /// The background that a drawing lies on.
    Card,
}

/// A shape, its colour, and the entry it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The shape.
    pub shape: Shape,
    /// Its colour.
    pub role: Role,
    /// The entry of the figure that it stands for.
    pub entry: Option<EntryId>,
}

impl Mark {
    /// The mark moved by this distance.
    #[must_use]
    pub fn moved(mut self, by: Point) -> Self {
        let go = |point: &mut Point| (point.x, point.y) = (point.x + by.x, point.y + by.y);
        match &mut self.shape {
            Shape::Rect(rect, _) | Shape::Dashed(rect) => (rect.x, rect.y) = (rect.x + by.x, rect.y + by.y),
            Shape::Polygon(points) => points.iter_mut().for_each(go),
            Shape::Line(from, to, _) => [from, to].into_iter().for_each(go),
            Shape::Circle(at, _) | Shape::Text { at, .. } => go(at),
        }
        self
    }
}

/// A drawing: a list of shapes, and the areas that can be pointed at.
///
/// It is made from a figure for a width in CSS pixels, and tells which entry a pointer hits:
///
/// ```
/// use budget_lens::chart::{ChartSize, scene};
/// use budget_lens::figure::{Query, figures};
/// use budget_lens::load;
/// use budget_lens::locale::Locale;
/// # use budget_lens::{money::Unit, locale::Lang};
///
/// let budget = load::read(&std::fs::read("budget.json")?).unwrap().budget;
/// let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
/// let figure = &figures(&budget, &Query::default(), locale)[0];
/// let drawing = scene(figure, locale, ChartSize { width: 360.0, font_size: 14.0 });
/// assert!((drawing.width - 360.0).abs() < 0.5 && drawing.height > 0.0);
/// let (entry, area) = drawing.targets[0];
/// assert_eq!(drawing.hit(area.centre(), 22.0), Some(entry));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    /// The shapes, in the order of drawing.
    pub marks: Vec<Mark>,
    /// The areas that can be pointed at, each with its entry: wider than the marks where those are thin.
    pub targets: Vec<(EntryId, Rect)>,
}

impl Scene {
    /// Puts another drawing of the same width below this one.
    pub fn append(&mut self, below: Scene) {
        let by = Point { x: 0.0, y: self.height };
        let targets = below.targets.into_iter().map(|(id, rect)| (id, Rect { y: rect.y + self.height, ..rect }));
        self.targets.extend(targets);
        self.marks.extend(below.marks.into_iter().map(|mark| mark.moved(by)));
        self.height += below.height;
    }

    /// The entry whose area is nearest to `point`, if one is within `reach` pixels
    /// (22 for a finger, half a fingertip). Of several it is the smallest, which is the hardest to point at.
    pub fn hit(&self, point: Point, reach: f64) -> Option<EntryId> {
        let area = |rect: &Rect| rect.width * rect.height;
        self.targets
            .iter()
            .map(|(entry, rect)| (rect.distance(point), area(rect), *entry))
            .filter(|(distance, ..)| *distance <= reach)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)))
            .map(|(.., entry)| entry)
    }

    /// The first area of an entry, beside which a tooltip is placed.
    pub fn anchor(&self, entry: EntryId) -> Option<Rect> {
        self.targets.iter().find(|(id, _)| *id == entry).map(|(_, rect)| *rect)
    }

    /// The entry that is `step` targets after `here` in the order of drawing, wrapping around at the ends; without
    /// `here` the first one, or the last when going back.
    pub fn neighbour(&self, here: Option<EntryId>, step: isize) -> Option<EntryId> {
        let count = self.targets.len();
        let here = here.and_then(|entry| self.targets.iter().position(|(id, _)| *id == entry));
        let from = here.unwrap_or(if step > 0 { count.checked_sub(1)? } else { 0 });
        let next = (from + count).checked_add_signed(step)?.checked_rem(count)?;
        self.targets.get(next).map(|(entry, _)| *entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene() -> Scene {
        let target = |entry, x, width| (entry, Rect { x, y: 0.0, width, height: 10.0 });
        Scene {
            width: 100.0,
            height: 10.0,
            marks: Vec::new(),
            targets: vec![target(7, 0.0, 90.0), target(3, 92.0, 2.0)],
        }
    }

    #[test]
    fn the_nearest_mark_within_a_fingers_width_is_meant() {
        let at = |x, y| scene().hit(Point { x, y }, 22.0);
        assert_eq!(at(50.0, 5.0), Some(7));
        assert_eq!(at(93.0, 5.0), Some(3));
        assert_eq!(at(99.0, 25.0), Some(3));
        assert_eq!(at(50.0, 33.0), None);
    }

    #[test]
    fn the_keyboard_walks_round_and_round() {
        let scene = scene();
        assert_eq!(scene.neighbour(None, 1), Some(7));
        assert_eq!(scene.neighbour(None, -1), Some(3));
        assert_eq!(scene.neighbour(Some(3), 1), Some(7));
        assert_eq!(scene.neighbour(Some(7), -1), Some(3));
        let empty = Scene { targets: Vec::new(), ..scene };
        assert_eq!((empty.neighbour(None, 1), empty.neighbour(Some(1), -1)), (None, None));
    }
}
