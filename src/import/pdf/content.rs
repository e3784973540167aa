//! A page's content stream, followed as a printer would: operators → glyphs and lines.

mod interpreter;
mod path;
mod run;
mod state;

pub use interpreter::drawing;
