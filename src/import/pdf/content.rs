//! Interprets a page's content stream as a printer would, and turns its operators into glyphs and lines.

mod interpreter;
mod paint;
mod path;
mod run;
mod state;
mod text;

pub use interpreter::drawing;
