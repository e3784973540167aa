//! Turns PDF's path and picture operators into straight lines, and adds up what pictures cover.

use super::super::drawing::Segment;
use super::super::limits::MAX_SEGMENTS;
use super::interpreter::Interpreter;
use super::path::{Path, thin};
use hayro_syntax::content::ops::TypedInstruction as Op;

impl Interpreter<'_> {
    /// Follows a path operator; gives back any other.
    pub(super) fn construct<'b, 'a>(&mut self, op: Op<'b, 'a>) -> Option<Op<'b, 'a>> {
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
        if std::mem::take(&mut self.is_clipping) && !path.is_empty() {
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
            if self.drawing.segments.len() >= MAX_SEGMENTS {
                self.allowance.end_page();
            } else if is_on_page {
                self.drawing.segments.push(Segment { from, to, ..segment });
            }
        }
    }

    /// Draws a picture, which fills the unit square. One that is as thin as a border counts as a border.
    pub(super) fn picture(&mut self) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| self.state.matrix.point(x, y));
        self.drawing.picture_area += self.state.matrix.area();
        self.rule(thin(&corners).into_iter().flatten());
    }
}
