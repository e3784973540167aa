//! Exports of the page: the same numbers as files that other programs read, and that readers keep.
//!
//! Plain Rust for both targets. A file is made from the same figures and tables as the page shows, so that it
//! cannot say anything else.

pub mod breakpoints;
pub mod budget_digest;
pub mod chat_picture;
pub mod code;
pub mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
pub mod document_picture;
mod file_name;
pub mod page;
mod pen;
#[cfg(not(target_arch = "wasm32"))]
pub mod preview;
mod saved;
#[cfg(not(target_arch = "wasm32"))]
pub mod slim;
mod snippet;
mod summary_drawing;

pub use file_name::file_name;
pub use saved::{Sheet, of_portal, origin, saved};
pub use snippet::Embed;
