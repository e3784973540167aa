//! What the page does to the document: trees put into it, events heard from it, and frames awaited.

pub mod by_name;
pub mod follow;
pub mod frames;
pub mod hear;
pub mod patch;
pub mod pixels;
