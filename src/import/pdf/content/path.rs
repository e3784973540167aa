//! Finds the straight lines that PDF paths paint, as tables are ruled with them.
//!
//! Borders come in three ways: as lines that are stroked, as rectangles that are stroked, and as rectangles so thin
//! that filling them draws a line.

use super::super::drawing::Segment;
use super::super::limits::MAX_POINTS;
use super::super::matrix::Matrix;

/// Rectangles up to this thickness are lines, in points.
const THIN: f32 = 3.0;

/// A path under construction, in the page's coordinates.
#[derive(Debug, Default)]
pub struct Path {
    parts: Vec<Part>,
    points: usize,
}

/// A piece of a path without a gap.
#[derive(Debug, Default)]
struct Part {
    points: Vec<(f32, f32)>,
    is_curved: bool,
}

impl Path {
    /// Begins a part.
    pub fn move_to(&mut self, matrix: Matrix, x: f32, y: f32) {
        self.parts.push(Part::default());
        self.add(matrix.point(x, y));
    }

    /// Draws a straight line.
    pub fn line_to(&mut self, matrix: Matrix, x: f32, y: f32) {
        self.add(matrix.point(x, y));
    }

    /// Draws a curve: no border has one, so only its end is kept.
    pub fn curve_to(&mut self, matrix: Matrix, x: f32, y: f32) {
        if let Some(part) = self.parts.last_mut() {
            part.is_curved = true;
        }
        self.move_to(matrix, x, y);
        if let Some(part) = self.parts.last_mut() {
            part.is_curved = true;
        }
    }

    /// Goes back to where the part began.
    pub fn close(&mut self) {
        if let Some(first) = self.parts.last().and_then(|part| part.points.first().copied()) {
            self.add(first);
        }
    }

    /// Adds a rectangle.
    pub fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f32; 4]) {
        self.move_to(matrix, x, y);
        self.line_to(matrix, x + width, y);
        self.line_to(matrix, x + width, y + height);
        self.line_to(matrix, x, y + height);
        self.close();
    }

    fn add(&mut self, point: (f32, f32)) {
        self.points += 1;
        if self.points <= MAX_POINTS
            && let Some(part) = self.parts.last_mut()
        {
            part.points.push(point);
        }
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.points == 0
    }

    /// The bounding box of the path, which is precise enough for clipping text to it.
    pub fn bounds(&self) -> Bounds {
        Bounds::of(self.parts.iter().flat_map(|part| &part.points))
    }

    /// The lines that stroking it with this width paints. A line that is thicker than a border is an area.
    pub fn stroked(&self, width: f32) -> impl Iterator<Item = Segment> {
        let is_border = width <= 2.0 * THIN;
        self.parts
            .iter()
            .filter(move |_| is_border)
            .flat_map(|part| part.points.array_windows())
            .filter_map(|&[from, to]| Segment::between(from, to))
    }

    /// The lines that filling it paints.
    pub fn filled(&self) -> impl Iterator<Item = Segment> {
        self.parts.iter().filter(|part| !part.is_curved).flat_map(|part| thin(&part.points)).flatten()
    }
}

/// The line that a filled part looks like; a dot, of which dotted borders are made, may belong to either direction.
pub fn thin(points: &[(f32, f32)]) -> [Option<Segment>; 2] {
    let Bounds { left, top, right, bottom } = Bounds::of(points.iter());
    let (is_narrow, is_low) = (right - left <= THIN, bottom - top <= THIN);
    let across = Segment { is_horizontal: true, at: f32::midpoint(top, bottom), from: left, to: right };
    let down = Segment { is_horizontal: false, at: f32::midpoint(left, right), from: top, to: bottom };
    [is_low.then_some(across), is_narrow.then_some(down)]
}

/// A rectangle along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Its least x.
    pub left: f32,
    /// Its least y.
    pub top: f32,
    /// Its greatest x.
    pub right: f32,
    /// Its greatest y.
    pub bottom: f32,
}

impl Bounds {
    /// The bounding box of points.
    fn of<'p>(points: impl Iterator<Item = &'p (f32, f32)>) -> Self {
        let none =
            Self { left: f32::INFINITY, top: f32::INFINITY, right: f32::NEG_INFINITY, bottom: f32::NEG_INFINITY };
        points.fold(none, |bounds, (x, y)| Self {
            left: bounds.left.min(*x),
            top: bounds.top.min(*y),
            right: bounds.right.max(*x),
            bottom: bounds.bottom.max(*y),
        })
    }

    /// The intersection of two rectangles.
    pub fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Whether a point is in it.
    pub fn contains(&self, (x, y): (f32, f32)) -> bool {
        self.has_x(x) && self.has_y(y)
    }

    /// Whether a point is neither to the left of it nor to the right.
    pub fn has_x(&self, x: f32) -> bool {
        (self.left..=self.right).contains(&x)
    }

    /// Whether a point is neither above it nor below.
    pub fn has_y(&self, y: f32) -> bool {
        (self.top..=self.bottom).contains(&y)
    }
}
