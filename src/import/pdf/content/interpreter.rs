//! The interpreter of content streams.

use super::super::drawing::{Direction, Drawing, Glyph, Segment};
use super::super::font::{Fonts, Shown};
use super::super::limits::{Allowance, MOST_FORMS_DEEP, MOST_SAVED_STATES, MOST_SEGMENTS};
use super::super::matrix::Matrix;
use super::path::{Path, thin};
use super::run::seen;
use super::state::State;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys::{MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

/// What stands for a character that is not known.
const UNKNOWN: &str = "\u{FFFD}";

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
    interpreter.run(page.typed_operations(), page.resources(), 0);
    interpreter.end_text();
    interpreter.drawing
}

struct Interpreter<'i> {
    fonts: &'i mut Fonts,
    allowance: &'i mut Allowance,
    drawing: Drawing,
    state: State,
    saved: Vec<State>,
    path: Path,
    /// Whether the path, once it is painted, limits what is painted after it.
    is_clipping: bool,
    /// The glyphs of the text object that is being drawn.
    pending: Vec<Glyph>,
}

impl Interpreter<'_> {
    /// Follows a content stream, a page's or a form's.
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
        if self.saved.len() < MOST_SAVED_STATES {
            self.saved.push(self.state.clone());
        }
    }

    fn restore(&mut self) {
        self.end_text();
        if let Some(state) = self.saved.pop() {
            self.state = state;
        }
    }

    /// Operators of paths; gives back any other.
    fn construct<'b, 'a>(&mut self, op: Op<'b, 'a>) -> Option<Op<'b, 'a>> {
        let matrix = self.state.matrix;
        let (mut stroke, mut fill) = (false, false);
        match op {
            Op::MoveTo(op) => return self.add(|path| path.move_to(matrix, op.0.as_f32(), op.1.as_f32())),
            Op::LineTo(op) => return self.add(|path| path.line_to(matrix, op.0.as_f32(), op.1.as_f32())),
            Op::CubicTo(op) => return self.add(|path| path.curve_to(matrix, op.4.as_f32(), op.5.as_f32())),
            Op::CubicStartTo(op) => return self.add(|path| path.curve_to(matrix, op.2.as_f32(), op.3.as_f32())),
            Op::CubicEndTo(op) => return self.add(|path| path.curve_to(matrix, op.2.as_f32(), op.3.as_f32())),
            Op::RectPath(op) => {
                let rectangle = [op.0, op.1, op.2, op.3].map(|number| number.as_f32());
                return self.add(|path| path.rectangle(matrix, rectangle));
            }
            Op::ClosePath(_) => return self.add(Path::close),
            Op::StrokePath(_) => stroke = true,
            Op::CloseAndStrokePath(_) => {
                self.path.close();
                stroke = true;
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => fill = true,
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => (stroke, fill) = (true, true),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.path.close();
                (stroke, fill) = (true, true);
            }
            Op::EndPath(_) => {}
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => {
                self.is_clipping = true;
                return None;
            }
            other => return Some(other),
        }
        self.paint(stroke, fill);
        None
    }

    fn add<T>(&mut self, part: impl FnOnce(&mut Path)) -> Option<T> {
        part(&mut self.path);
        None
    }

    fn paint(&mut self, stroke: bool, fill: bool) {
        let path = std::mem::take(&mut self.path);
        if std::mem::take(&mut self.is_clipping) {
            self.state.clip = self.state.clip.within(path.bounds());
        }
        if stroke {
            self.rule(path.stroked(self.state.line_width * self.state.matrix.area().sqrt()));
        }
        if fill {
            self.rule(path.filled());
        }
    }

    /// Keeps straight lines, if they are on the page.
    fn rule(&mut self, segments: impl Iterator<Item = Segment>) {
        let (width, height) = self.drawing.size;
        for segment in segments {
            let (along, across) = if segment.is_horizontal { (width, height) } else { (height, width) };
            let (from, to) = (segment.from.max(0.0), segment.to.min(along));
            let is_on_page = segment.at >= 0.0 && segment.at <= across && from <= to;
            if is_on_page && self.drawing.segments.len() < MOST_SEGMENTS {
                self.drawing.segments.push(Segment { from, to, ..segment });
            }
        }
    }

    /// Operators of text; any other says nothing about text or tables.
    fn set_text(&mut self, op: Op<'_, '_>) {
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

    /// Strings, and numbers that move what follows back by so many thousandths of the font's size.
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
            if self.allowance.glyph() {
                self.draw(&shown);
            }
            let text = &mut self.state.text;
            let spacing = text.char_spacing + if shown.is_blank { text.word_spacing } else { 0.0 };
            text.advance(if font.is_vertical { spacing - text.size } else { shown.width * text.size + spacing });
        });
    }

    /// Ends a text object: what the clip leaves of it is drawn.
    fn end_text(&mut self) {
        let glyphs = std::mem::take(&mut self.pending);
        self.drawing.glyphs.extend(seen(glyphs, self.state.clip));
    }

    /// Draws a glyph; what stands for several characters, such as a ligature, is shared among them.
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

    /// A picture or a form: content that is drawn as one thing.
    fn external(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(object) = resources.get_x_object(name) else { return };
        match object.dict().get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(b"Image") => self.picture(),
            Some(b"Form") if depth < MOST_FORMS_DEEP => self.form(&object, resources, depth),
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, depth: usize) {
        let Ok(content) = form.decoded_data() else { return };
        if !self.allowance.stream(content.len()) {
            return;
        }
        let (state, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        if let Some(matrix) = form.dict().get::<[f32; 6]>(MATRIX) {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
        let own = form.dict().get::<Dict<'_>>(RESOURCES).map(Resources::new);
        self.run(TypedIter::new(&content), own.as_ref().unwrap_or(resources), depth + 1);
        self.end_text();
        (self.state, self.saved) = (state, saved);
    }

    /// A picture, which fills the unit square. One that is as thin as a border is drawn as one.
    fn picture(&mut self) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| self.state.matrix.point(x, y));
        self.drawing.picture_area += self.state.matrix.area();
        self.rule(thin(&corners).into_iter().flatten());
    }
}
