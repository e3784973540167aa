//! The repository agrees with itself: its modules, its documentation, its schema, its examples for hosts, its root.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod golden;
    pub mod policy;
    pub mod program;
    pub mod repository;
}

mod architecture;
mod docs;
mod hosts;
mod outputs;
mod root;
mod schema;
mod styles;
mod tests;
mod view_modules;
