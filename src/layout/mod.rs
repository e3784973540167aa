//! Pure geometry that charts share: it computes positions from numbers and draws nothing.

mod flow;
mod spans;
mod text;
mod treemap;
mod triangular_matrix;
mod wrap;

pub use flow::{Column, Stream, allocate_widths, ends, nodes, ribbon};
pub use spans::{Span, spans};
pub use text::{fit, width};
pub use treemap::{Tile, treemap};
pub use triangular_matrix::TriangularMatrix;
pub use wrap::wrap;
