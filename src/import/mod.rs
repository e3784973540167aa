//! Official files as departments publish them → a budget: PDF, office documents, web pages, text.
//!
//! Each reader turns one kind of file into [blocks](block): paragraphs and grids of cells, each with its place. Only one
//! recogniser goes on from there, so that every kind of file gives the same budget.

pub mod block;
mod encoding;
pub mod pdf;
