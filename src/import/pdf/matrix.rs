//! Affine transformations, by which points of a PDF's content are placed on the page.

use hayro_syntax::object::Number;

/// An affine transformation `[a b c d e f]`, as PDF writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    /// The transformation that changes nothing.
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The matrix that the operands of an operator are.
    pub fn of(operands: [Number; 6]) -> Self {
        Self(operands.map(|number| number.as_f32()))
    }

    /// A translation.
    pub const fn translation(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then the other.
    pub fn then(self, other: Self) -> Self {
        let (across, up) = (other.vector(self.0[0], self.0[1]), other.vector(self.0[2], self.0[3]));
        let origin = other.point(self.0[4], self.0[5]);
        Self([across.0, across.1, up.0, up.1, origin.0, origin.1])
    }

    /// Where it moves a point.
    pub fn point(self, x: f32, y: f32) -> (f32, f32) {
        let (moved_x, moved_y) = self.vector(x, y);
        (moved_x + self.0[4], moved_y + self.0[5])
    }

    /// What it makes of a distance.
    pub fn vector(self, x: f32, y: f32) -> (f32, f32) {
        (self.0[0] * x + self.0[2] * y, self.0[1] * x + self.0[3] * y)
    }

    /// By how much it makes areas larger.
    pub fn area(self) -> f32 {
        (self.0[0] * self.0[3] - self.0[1] * self.0[2]).abs()
    }
}
