//! A page's content stream, followed as a printer would: operators → glyphs and lines.

mod interpreter;
mod paint;
mod path;
mod run;
mod state;
mod text;

pub use interpreter::drawing;
