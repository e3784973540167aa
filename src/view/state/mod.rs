//! What the page is: the budget and its report, what the reader has chosen and asks, and where all that lives.

pub mod preferences;
pub mod fetch;
pub mod host;
mod opening;
pub mod app_state;
pub mod screen;
