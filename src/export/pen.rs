//! Draws text and lines one below the other; all pictures that readers save are drawn with it.

use crate::layout::{fit, width, wrap};
use crate::scene::{Anchor, Mark, Point, Rect, Role, Scene, Shape};

/// How much wider bold words are.
pub const BOLD: f64 = 1.06;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct TextStyle {
    /// The size of its letters.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub role: Role,
    /// The height of its lines, of the size.
    pub leading: f64,
}

impl TextStyle {
    /// Bold words.
    pub const fn bold(size: f64, role: Role, leading: f64) -> Self {
        TextStyle { size, bold: true, role, leading }
    }

    /// Words that are not bold.
    pub const fn plain(size: f64, role: Role, leading: f64) -> Self {
        TextStyle { size, bold: false, role, leading }
    }

    /// The width of a text in this style.
    pub fn width(&self, text: &str) -> f64 {
        width(text, self.size) * self.wider()
    }

    /// The lines of a text in so much room, and whether that is all of it.
    pub fn wrapped(&self, text: &str, room: f64, most: usize) -> (Vec<String>, bool) {
        wrap(text, self.size, room / self.wider(), most)
    }

    const fn wider(&self) -> f64 {
        if self.bold { BOLD } else { 1.0 }
    }
}

/// A picture as it grows downwards between two edges.
pub struct Pen {
    /// How far down it has come.
    pub y: f64,
    /// The left edge.
    pub left: f64,
    /// The right edge.
    pub right: f64,
    marks: Vec<Mark>,
}

impl Pen {
    /// Begins at this height between these edges.
    pub const fn new(y: f64, left: f64, right: f64) -> Self {
        Pen { y, left, right, marks: Vec::new() }
    }

    /// The room between the edges.
    pub const fn room(&self) -> f64 {
        self.right - self.left
    }

    /// A text in as many lines as it needs, but no more than `most`.
    pub fn lines(&mut self, text: &str, style: TextStyle, most: usize) {
        for line in style.wrapped(text, self.room(), most).0 {
            self.text(self.left, self.y + style.size * style.leading / 2.0, &line, style, Anchor::Start);
            self.y += style.size * style.leading;
        }
    }

    /// Words centred on a height, and never wider than the room.
    pub fn text(&mut self, x: f64, y: f64, text: &str, style: TextStyle, anchor: Anchor) {
        let Some(text) = fit(text, style.size, self.room()) else { return };
        let shape = Shape::Text { at: Point { x, y }, text, size: style.size, bold: style.bold, anchor };
        self.mark(shape, style.role);
    }

    /// A thin line from edge to edge.
    pub fn rule(&mut self) {
        let ends = [self.left, self.right].map(|x| Point { x, y: self.y });
        self.mark(Shape::Line(ends[0], ends[1], 1.0), Role::Rule);
    }

    /// Adds a shape at its own position.
    pub fn mark(&mut self, shape: Shape, role: Role) {
        self.marks.push(Mark { shape, role, entry: None });
    }

    /// Adds another drawing at the left edge; what comes next stands below it.
    pub fn draw(&mut self, drawing: Scene) {
        let by = Point { x: self.left, y: self.y };
        self.marks.extend(drawing.marks.into_iter().map(|mark| mark.moved(by)));
        self.y += drawing.height;
    }

    /// Adds all that another pen has drawn, and continues from that pen's position.
    pub fn take(&mut self, other: Pen) {
        self.marks.extend(other.marks);
        self.y = other.y;
    }

    /// The finished drawing on a background of this size.
    pub fn scene(self, width: f64, height: f64) -> Scene {
        let paper = Shape::Rect(Rect { x: 0.0, y: 0.0, width, height }, 0.0);
        let mut marks = vec![Mark { shape: paper, role: Role::Card, entry: None }];
        marks.extend(self.marks);
        Scene { width, height, marks, targets: Vec::new() }
    }
}
