//! What the operators of a content stream have set: the graphics state and the text state.

use super::super::font::Font;
use super::super::matrix::Matrix;
use super::path::Bounds;
use std::rc::Rc;

/// The graphics state, saved by `q` and restored by `Q`.
#[derive(Debug, Clone)]
pub struct State {
    /// From the content's coordinates to the page's.
    pub matrix: Matrix,
    /// The part of the page outside which nothing is painted.
    pub clip: Bounds,
    /// How thick lines are.
    pub line_width: f32,
    /// How text is set.
    pub text: TextState,
}

/// The part of the graphics state that only text has.
#[derive(Debug, Clone)]
pub struct TextState {
    /// The font, once one is chosen.
    pub font: Option<Rc<Font>>,
    /// Its size.
    pub size: f32,
    /// Added after each character.
    pub char_spacing: f32,
    /// Added after each space.
    pub word_spacing: f32,
    /// By how much characters are stretched horizontally; 1 is not at all.
    pub scaling: f32,
    /// The distance from line to line.
    pub leading: f32,
    /// How far characters stand above the line.
    pub rise: f32,
    /// Whether the text is not painted, as when OCR has put it over a scan.
    pub is_invisible: bool,
    /// Where the next character stands.
    pub matrix: Matrix,
    /// Where the line begins.
    pub line_matrix: Matrix,
}

impl State {
    /// The state at the beginning of a page of this size.
    pub fn new(matrix: Matrix, (width, height): (f32, f32)) -> Self {
        let text = TextState {
            font: None,
            size: 0.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_invisible: false,
            matrix: Matrix::IDENTITY,
            line_matrix: Matrix::IDENTITY,
        };
        let clip = Bounds { left: 0.0, top: 0.0, right: width, bottom: height };
        Self { matrix, clip, line_width: 1.0, text }
    }
}

impl TextState {
    /// Sets where the line and its first character stand.
    pub fn set_matrix(&mut self, matrix: Matrix) {
        self.line_matrix = matrix;
        self.matrix = matrix;
    }

    /// Begins another line at this distance from the beginning of the last one.
    pub fn next_line(&mut self, x: f32, y: f32) {
        self.set_matrix(Matrix::translation(x, y).then(self.line_matrix));
    }

    /// Goes on along the line, or down it where text is vertical.
    pub fn advance(&mut self, by: f32) {
        let is_vertical = self.font.as_ref().is_some_and(|font| font.is_vertical);
        let moved =
            if is_vertical { Matrix::translation(0.0, by) } else { Matrix::translation(by * self.scaling, 0.0) };
        self.matrix = moved.then(self.matrix);
    }
}
