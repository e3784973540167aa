//! What a page draws, as far as text and tables go: glyphs, straight lines, and how much pictures cover.

/// The direction in which text runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the right, as nearly all text.
    Right,
    /// Down: the page has to be turned to the left to read it.
    Down,
    /// To the left, upside down.
    Left,
    /// Up.
    Up,
}

impl Direction {
    /// Whether text runs horizontally.
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    /// The direction of a vector; none where it is askew, as a watermark is.
    pub fn of(x: f32, y: f32) -> Option<Self> {
        /// Letters of a line that is a little askew, as from a scanner, are still a line.
        const ASKEW: f32 = 0.1;
        if y.abs() <= x.abs() * ASKEW {
            Some(if x >= 0.0 { Self::Right } else { Self::Left })
        } else if x.abs() <= y.abs() * ASKEW {
            Some(if y >= 0.0 { Self::Down } else { Self::Up })
        } else {
            None
        }
    }
}

/// A character where it is drawn. As everywhere from here on, y grows downwards from the page's top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The character.
    pub char: char,
    /// Where it begins.
    pub x: f32,
    /// The line that it stands on.
    pub y: f32,
    /// How far away the next one is.
    pub width: f32,
    /// The font's size on the page.
    pub size: f32,
    /// Which way its line runs.
    pub direction: Direction,
    /// The middle of it, which decides the cell that it is in.
    pub centre: (f32, f32),
}

impl Glyph {
    /// Sets the centre to the middle of what is seen of the glyph.
    pub fn centred(self) -> Self {
        /// Half the height of Chinese characters and digits above their line, in font sizes.
        const HALF_HEIGHT: f32 = 0.36;
        let (along, up) = (self.width / 2.0, self.size * HALF_HEIGHT);
        let centre = match self.direction {
            Direction::Right => (self.x + along, self.y - up),
            Direction::Left => (self.x - along, self.y + up),
            Direction::Down => (self.x + up, self.y + along),
            Direction::Up => (self.x - up, self.y - along),
        };
        Self { centre, ..self }
    }

    /// Where the next one is expected.
    pub fn end(&self) -> (f32, f32) {
        match self.direction {
            Direction::Right => (self.x + self.width, self.y),
            Direction::Left => (self.x - self.width, self.y),
            Direction::Down => (self.x, self.y + self.width),
            Direction::Up => (self.x, self.y - self.width),
        }
    }
}

/// A straight line along an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    /// Whether it runs from left to right; else from top to bottom.
    pub is_horizontal: bool,
    /// Where it stands on the other axis.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends, never before where it begins.
    pub to: f32,
}

impl Segment {
    /// The line between two points, if it runs along an axis.
    pub fn between(one: (f32, f32), other: (f32, f32)) -> Option<Self> {
        /// How much a line may lean, in points: what no reader sees.
        const LEANING: f32 = 1.0;
        let (width, height) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
        if height <= LEANING && height <= width {
            Some(Self {
                is_horizontal: true,
                at: f32::midpoint(one.1, other.1),
                from: one.0.min(other.0),
                to: one.0.max(other.0),
            })
        } else if width <= LEANING {
            Some(Self {
                is_horizontal: false,
                at: f32::midpoint(one.0, other.0),
                from: one.1.min(other.1),
                to: one.1.max(other.1),
            })
        } else {
            None
        }
    }
}

/// All that a page draws.
#[derive(Debug, Default)]
pub struct Drawing {
    /// The page's width and height.
    pub size: (f32, f32),
    /// Its characters, in the order of drawing.
    pub glyphs: Vec<Glyph>,
    /// Its straight lines.
    pub segments: Vec<Segment>,
    /// What its pictures cover, added up.
    pub picture_area: f32,
    /// How many glyphs have no known character.
    pub unknown: usize,
    /// How many glyphs are drawn invisibly, as over a scan.
    pub invisible: usize,
}
