//! The state of the page: the budget and its report, the reader's settings and parameters, and the environment.

pub mod app_state;
pub mod fetch;
pub mod host;
mod opening;
pub mod preferences;
pub mod screen;
