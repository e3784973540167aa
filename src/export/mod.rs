//! What leaves the page: files that a reader or a publisher takes along.

pub mod bands;
pub mod page;
