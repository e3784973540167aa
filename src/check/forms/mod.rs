//! stub

mod cost;

pub use cost::cost;

use super::ties::Ties;

pub fn check(_ties: &mut Ties) {}
