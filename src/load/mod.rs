//! Text becomes a [`Budget`], or a list of faults that say where, what and what instead.
//!
//! One way for every file, the shipped one and a stranger's: bytes → text → syntax tree →
//! types → rules. The tree keeps the place of every value, so a fault found at any step
//! knows its line, column and JSON path; and reading goes on after a fault, so all that
//! can be told at once is told at once.

mod deserializer;
mod fault;
mod place;
mod problem;
mod recovery;
mod rules;
mod syntax;

pub use fault::Fault;
pub use place::Place;
pub use problem::Problem;

use crate::budget::Budget;
use recovery::Recovery;
use serde::Deserialize;

/// The largest file that is read, in bytes: twenty times the longest disclosure we know of.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The deepest nesting that is read; the format itself nests seven deep.
pub const MOST_DEPTH: usize = 512;
/// The most faults of one kind of reading that are listed; who has mended these loads again.
pub const MOST_FAULTS: usize = 50;

/// A budget, and what was odd about its file without being wrong.
#[derive(Debug)]
pub struct Loaded {
    /// The budget.
    pub budget: Budget,
    /// Fields that the format does not have, and that were passed over.
    pub notes: Vec<Fault>,
}

/// The budget that a file holds.
///
/// # Errors
/// Everything wrong with the file that can be told in one reading, in the file's order,
/// [`MOST_FAULTS`] at most. Never empty.
pub fn read(bytes: &[u8]) -> Result<Loaded, Vec<Fault>> {
    let text = syntax::text(bytes).map_err(|fault| vec![fault])?;
    let tree = syntax::tree(text).map_err(|fault| vec![fault])?;
    let recovery = Recovery::new(&tree);

    // Each pass reads past the faults that the passes before it found, and so finds the next
    // one of an object that has several. A sound file needs one pass; a large broken one gets
    // few, so that no file keeps a reader waiting.
    let mut budget = None;
    for _ in 0..(MOST_BYTES / bytes.len()).clamp(2, 32) {
        let before = recovery.passed_over();
        budget = recovery.read(Budget::deserialize);
        if recovery.passed_over() == before || recovery.is_full() {
            break;
        }
    }
    let (mut faults, notes) = recovery.finish(text);
    let of_version = |fault: &Fault| matches!(fault.problem, Problem::Version(_));
    if faults.iter().any(of_version) {
        // In another format everything else is different too, and no fault.
        faults.retain(of_version);
    }
    match budget {
        Some(budget) if faults.is_empty() => {
            let faults = rules::broken(&budget, &tree, text);
            if faults.is_empty() { Ok(Loaded { budget, notes }) } else { Err(faults) }
        }
        _ => Err(faults),
    }
}
