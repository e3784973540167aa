//! Pure geometry that charts share: numbers to numbers, no drawing.

mod spans;
mod text;

pub use spans::{Span, spans};
pub use text::{fit, width};
