//! Slips of a clerk's hand, one at a time, and which of them a checker finds.

mod amounts;
mod recall;
mod slips;

pub use amounts::{get, places};
pub use recall::{Recall, Tried, recall};
pub use slips::Slip;
