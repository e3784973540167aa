//! Slips of a clerk's hand, one at a time, and which of them a checker finds.

#![allow(dead_code, unused_imports)] // each test that has this module uses a part of it

mod amounts;
mod recall;
mod slips;

pub use amounts::{get, places};
pub use recall::{Recall, Tried, recall};
pub use slips::Slip;
