//! The page as HTML, made without a browser: what stands in it, where its links lead, and what a file of few words loses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod golden;
    pub mod repository;
    #[allow(dead_code)] // what the checks ask of a shape
    pub mod shapes;
}

// What they share.
mod strip;

// One file a theme.
mod anchors;
mod identity;
mod lists;
mod named;
mod prerendered;
mod projects;
mod written;
