//! Reads official statistics, which only this module's figures need.

use crate::budget::Statistics;
use crate::load::{self, Diagnostic};

/// The statistics of a file, or all that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Statistics, Vec<Diagnostic>> {
    load::statistics(bytes).map(|(statistics, _)| statistics)
}
