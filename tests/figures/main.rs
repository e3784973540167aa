//! What the figures say and draw: each word and line of the shipped budget's, and what becomes of documents that print the
//! same in other ways.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "../common"]
mod common {
    pub mod budgets;
    pub mod golden;
    pub mod inside;
    pub mod regressions;
    pub mod repository;
}

mod compare;
mod compare_told;
mod drawings;
mod last_year;
mod legible;
mod lines;
mod official;
mod properties;
mod searching;
mod sentences;
mod sentences_lists;
mod statistics;
mod statistics_places;
mod summary;
mod templates;
mod spent;
mod years;
