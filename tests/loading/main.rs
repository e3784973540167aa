//! A file that is opened as a budget: what is read of it, and what somebody is told whose file is not right.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod regressions;
    pub mod repository;
}

mod faults;
mod files;
mod meant;
mod signs;
mod statistics;
