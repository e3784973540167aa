//! Pure geometry that charts share: numbers to numbers, no drawing.

mod flow;
mod spans;
mod stairs;
mod text;
mod treemap;
mod wrap;

pub use flow::{Column, Stream, ends, nodes, ribbon, rooms};
pub use spans::{Span, spans};
pub use stairs::Stairs;
pub use text::{fit, width};
pub use treemap::{Tile, treemap};
pub use wrap::wrap;
