//! What leaves the page: the same numbers in forms that other programs read.
//!
//! Plain Rust for both targets. A file is made from the same figures and tables as the page shows, so that it
//! cannot say anything else.

pub mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod preview;
