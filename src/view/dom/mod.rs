//! What the page does to the document: trees put into it, events heard from it, and frames awaited.

pub mod reflect;
pub mod effect;
pub mod frames;
pub mod listen;
pub mod patch;
pub mod pixels;
