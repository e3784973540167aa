//! Turns PDF's text operators into glyphs.

use super::super::drawing::{Direction, Glyph};
use super::super::font::Shown;
use super::super::matrix::Matrix;
use super::interpreter::Interpreter;
use super::run::seen;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Object};

/// What stands for a character that is not known.
const UNKNOWN: &str = "\u{FFFD}";

impl Interpreter<'_> {
    /// Follows a text operator; any other says nothing about text or tables.
    pub(super) fn set_text(&mut self, op: Op<'_, '_>) {
        let text = &mut self.state.text;
        match op {
            Op::CharacterSpacing(op) => text.char_spacing = op.0.as_f32(),
            Op::WordSpacing(op) => text.word_spacing = op.0.as_f32(),
            Op::HorizontalScaling(op) => text.scaling = op.0.as_f32() / 100.0,
            Op::TextLeading(op) => text.leading = op.0.as_f32(),
            Op::TextRise(op) => text.rise = op.0.as_f32(),
            Op::TextRenderingMode(op) => text.is_invisible = matches!(op.0.as_i64(), 3 | 7),
            Op::BeginText(_) => text.set_matrix(Matrix::IDENTITY),
            Op::SetTextMatrix(op) => text.set_matrix(Matrix::of([op.0, op.1, op.2, op.3, op.4, op.5])),
            Op::NextLine(op) => text.next_line(op.0.as_f32(), op.1.as_f32()),
            Op::NextLineAndSetLeading(op) => {
                text.leading = -op.1.as_f32();
                text.next_line(op.0.as_f32(), op.1.as_f32());
            }
            Op::NextLineUsingLeading(_) => text.next_line(0.0, -text.leading),
            Op::ShowText(op) => self.show(op.0),
            Op::ShowTexts(op) => self.show_all(op.0),
            Op::NextLineAndShowText(op) => {
                text.next_line(0.0, -text.leading);
                self.show(op.0);
            }
            Op::ShowTextWithParameters(op) => {
                (text.word_spacing, text.char_spacing) = (op.0.as_f32(), op.1.as_f32());
                text.next_line(0.0, -text.leading);
                self.show(op.2);
            }
            _ => {}
        }
    }

    /// Shows strings and, between them, moves back by numbers that are thousandths of the font's size.
    fn show_all(&mut self, pieces: &Array<'_>) {
        for piece in pieces.iter::<Object<'_>>() {
            if !self.allowance.operators(1) {
                return;
            }
            match piece {
                Object::String(string) => self.show(&string),
                Object::Number(back) => {
                    let text = &mut self.state.text;
                    text.advance(-back.as_f32() / 1000.0 * text.size);
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, string: &[u8]) {
        let Some(font) = self.state.text.font.clone() else {
            self.drawing.unknown += string.len();
            return;
        };
        font.show(string, &mut |shown| {
            let is_allowed = self.allowance.glyph(shown.characters.as_ref().map_or(1, |text| text.chars().count()));
            if is_allowed {
                self.draw(&shown);
            }
            let text = &mut self.state.text;
            let spacing = text.char_spacing + if shown.is_blank { text.word_spacing } else { 0.0 };
            text.advance(if font.is_vertical { spacing - text.size } else { shown.width * text.size + spacing });
            is_allowed
        });
    }

    /// Ends a text object: what the clip leaves of it is drawn.
    pub(super) fn end_text(&mut self) {
        let glyphs = std::mem::take(&mut self.pending);
        self.drawing.glyphs.extend(seen(glyphs, self.state.clip));
    }

    /// Draws a glyph; the width of one that stands for several characters, such as a ligature, is shared among them.
    fn draw(&mut self, shown: &Shown<'_>) {
        let text = &self.state.text;
        let scaled = Matrix([text.size * text.scaling, 0.0, 0.0, text.size, 0.0, text.rise]);
        let matrix = scaled.then(text.matrix).then(self.state.matrix);
        let is_vertical = text.font.as_ref().is_some_and(|font| font.is_vertical);
        let origin = if is_vertical { (-shown.width / 2.0, -0.88) } else { (0.0, 0.0) };
        let along = matrix.vector(1.0, 0.0);
        if text.is_invisible {
            self.drawing.invisible += 1;
            return;
        }
        let Some(direction) = Direction::of(along.0, along.1) else { return };
        let characters = shown.characters.as_deref().unwrap_or(UNKNOWN);
        self.drawing.unknown += usize::from(characters == UNKNOWN);
        let up = matrix.vector(0.0, 1.0);
        let count = characters.chars().count().max(1);
        #[allow(clippy::cast_precision_loss)] // a glyph stands for two or three characters
        let share = shown.width / count as f32;
        let mut begin = origin.0;
        for char in characters.chars() {
            let (x, y) = matrix.point(begin, origin.1);
            let width = share * along.0.hypot(along.1);
            let glyph = Glyph { char, x, y, width, size: up.0.hypot(up.1), direction, centre: (x, y) };
            self.pending.push(glyph.centred());
            begin += share;
        }
    }
}
