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
    /// What of the page is painted at all.
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
    /// Added after each blank.
    pub word_spacing: f32,
    /// How wide characters are made, 1 as they are.
    pub scaling: f32,
    /// From line to line.
    pub leading: f32,
    /// How far above the line.
    pub rise: f32,
    /// Whether nothing is painted, as for the text that a machine has read from a scan.
    pub is_invisible: bool,
    /// Where the next character stands.
    pub matrix: Matrix,
    /// Where the line begins.
    pub line_matrix: Matrix,
}

impl State {
    /// As a page of this size begins.
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

    /// Begins another line, so far from where this one began.
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
