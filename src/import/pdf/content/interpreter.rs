//! The interpreter of PDF content streams, which collects what a page draws.

use super::super::drawing::{Drawing, Glyph};
use super::super::font::Fonts;
use super::super::inflate::decoded;
use super::super::limits::{Allowance, MAX_FORMS_DEEP, MAX_SAVED_STATES};
use super::super::matrix::Matrix;
use super::path::Path;
use super::state::State;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys::{CONTENTS, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_syntax::page::{Page, Resources};
use std::borrow::Cow;

/// What a page draws.
pub fn drawing(page: &Page<'_>, fonts: &mut Fonts, allowance: &mut Allowance) -> Drawing {
    allowance.begin_page();
    #[allow(clippy::cast_possible_truncation)] // no page is so large that a point's place needs 64 bits
    let matrix = Matrix(page.initial_transform(true).as_coeffs().map(|number| number as f32));
    let drawing = Drawing { size: page.render_dimensions(), ..Drawing::default() };
    let state = State::new(matrix, drawing.size);
    let mut interpreter = Interpreter {
        fonts,
        allowance,
        drawing,
        state,
        saved: Vec::new(),
        path: Path::default(),
        is_clipping: false,
        pending: Vec::new(),
    };
    if let Some(content) = content(page, interpreter.allowance) {
        interpreter.run(TypedIter::new(&content), page.resources(), 0);
    }
    interpreter.end_text();
    interpreter.drawing
}

/// A page's content, all of its streams joined. A stream that is too large ends the page.
fn content<'p>(page: &Page<'p>, allowance: &mut Allowance) -> Option<Cow<'p, [u8]>> {
    let entry = page.raw();
    if let Some(whole) = entry.get::<Stream<'_>>(CONTENTS) {
        return decoded(&whole, allowance);
    }
    let mut content = Vec::new();
    for part in entry.get::<Array<'_>>(CONTENTS)?.raw_iter() {
        let stream = part.as_obj_ref().and_then(|at| page.xref().get::<Stream<'_>>(at.into()));
        if let Some(part) = stream.and_then(|stream| decoded(&stream, allowance)) {
            content.extend_from_slice(&part);
        }
        // A token ends where its stream does.
        content.push(b' ');
    }
    Some(content.into())
}

/// Follows the operators of a page's content: those of paths in the module `paint`, those of text in `text`.
pub struct Interpreter<'i> {
    fonts: &'i mut Fonts,
    pub(super) allowance: &'i mut Allowance,
    pub(super) drawing: Drawing,
    pub(super) state: State,
    saved: Vec<State>,
    /// The path under construction.
    pub(super) path: Path,
    /// Whether the path, once it is painted, limits what is painted after it.
    pub(super) is_clipping: bool,
    /// The glyphs of the text object that is being drawn.
    pub(super) pending: Vec<Glyph>,
}

impl Interpreter<'_> {
    /// Follows the content stream of a page or of a form `XObject`.
    fn run(&mut self, mut content: TypedIter<'_>, resources: &Resources<'_>, depth: usize) {
        while let Some(op) = content.next() {
            if !self.allowance.operators(1) {
                return;
            }
            match op {
                Op::SaveState(_) => self.save(),
                Op::RestoreState(_) => self.restore(),
                Op::Transform(op) => {
                    self.state.matrix = Matrix::of([op.0, op.1, op.2, op.3, op.4, op.5]).then(self.state.matrix);
                }
                Op::LineWidth(op) => self.state.line_width = op.0.as_f32(),
                Op::XObject(op) => self.external(op.0, resources, depth),
                Op::InlineImage(_) => self.picture(),
                Op::TextFont(op) => {
                    self.state.text.font = resources.get_font(op.0).map(|font| self.fonts.get(&font, self.allowance));
                    self.state.text.size = op.1.as_f32();
                }
                Op::EndText(_) => self.end_text(),
                op => {
                    if let Some(op) = self.construct(op) {
                        self.set_text(op);
                    }
                }
            }
        }
    }

    fn save(&mut self) {
        if self.saved.len() < MAX_SAVED_STATES {
            self.saved.push(self.state.clone());
        }
    }

    fn restore(&mut self) {
        self.end_text();
        if let Some(state) = self.saved.pop() {
            self.state = state;
        }
    }

    /// Draws an `XObject`: a picture, or a form, which is content that is drawn as one thing.
    fn external(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(object) = resources.get_x_object(name) else { return };
        match object.dict().get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(b"Image") => self.picture(),
            Some(b"Form") if depth < MAX_FORMS_DEEP => self.form(&object, resources, depth),
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(content) = decoded(form, self.allowance) else { return };
        let (state, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        if let Some(matrix) = form.dict().get::<[f32; 6]>(MATRIX) {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
        let own = form.dict().get::<Dict<'_>>(RESOURCES).map(Resources::new);
        self.run(TypedIter::new(&content), own.as_ref().unwrap_or(resources), depth + 1);
        self.end_text();
        (self.state, self.saved) = (state, saved);
    }
}
