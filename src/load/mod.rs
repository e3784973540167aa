//! Text becomes a [`Budget`], or a list of faults that say where, what and what instead.
//!
//! One way for every file, the shipped one and a stranger's: bytes → text → syntax tree →
//! types → rules. The tree keeps the place of every value, so a fault found at any step
//! knows its line, column and JSON path; and reading goes on after a fault, so that a clerk
//! is told all of them at once.

mod deserializer;
mod encoding;
mod excerpt;
mod expected;
mod fault;
#[cfg(not(target_arch = "wasm32"))]
mod lines;
mod literal;
mod meant;
mod parser;
mod place;
mod problem;
mod reader;
mod rules;
mod signs;
mod tree;

pub use encoding::is_json;
pub use expected::Expected;
pub use fault::Fault;
#[cfg(not(target_arch = "wasm32"))]
pub use lines::{Lines, Step};
pub use place::Place;
pub use problem::Problem;

use crate::budget::Budget;
use deserializer::Node;
use parser::Stop;
use reader::{Found, Reader};
use serde::Deserialize;

/// The largest file that is read, in bytes: twenty times the longest disclosure we know of.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The deepest nesting that is read; the format itself nests seven deep.
pub const MOST_DEPTH: usize = 512;
/// The most columns of a table, and the most cells of a line. Finding a cell's column takes as
/// long as there are columns, and no file may keep its reader waiting.
pub const MOST_COLUMNS: usize = 256;
/// The most faults of one kind of reading that are listed; who has mended these loads again.
pub const MOST_FAULTS: usize = 50;

/// A budget, and what was odd about its file without being wrong.
#[derive(Debug)]
pub struct Loaded {
    /// The budget.
    pub budget: Budget,
    /// Fields that the format does not have, and that were passed over; words that are not the format's.
    pub notes: Vec<Fault>,
}

/// The budget that a file holds.
///
/// # Errors
/// Everything wrong with the file that can be told in one reading, in the file's order,
/// [`MOST_FAULTS`] at most. Never empty.
pub fn read(bytes: &[u8]) -> Result<Loaded, Vec<Fault>> {
    let text = encoding::text(bytes).map_err(|fault| vec![fault])?;
    let tree = parser::parse(text).map_err(|stop| stopped(text, stop))?;
    let mut reader = Reader::default();
    let mut budget = Budget::default();

    let read = Budget::deserialize_in_place(Node::new(&tree, &mut reader), &mut budget);
    if read.is_ok() && reader.faults.is_empty() {
        rules::inherit_unit(&mut budget, &tree);
        rules::check(&budget, &tree, &mut reader);
    }
    if let Some(fault) = reader.other_format.take() {
        // In another format everything else is different too, and no fault.
        reader.faults = vec![fault];
    }
    let placed = |found: Found| {
        let fault = |(at, problem)| Fault { place: Some(Place::in_tree(text, &tree, at)), problem };
        found.into_iter().map(fault).collect()
    };
    if read.is_ok() && reader.faults.is_empty() {
        budget.number_tables();
        // In the browser it is the second part's.
        #[cfg(not(target_arch = "wasm32"))]
        meant::look(&budget, &tree, &mut reader);
        Ok(Loaded { budget, notes: placed(reader.notes) })
    } else {
        Err(placed(reader.faults))
    }
}

/// What is wrong with a text that is no JSON.
#[cfg(not(target_arch = "wasm32"))]
fn stopped(text: &str, stop: Stop) -> Vec<Fault> {
    signs::faults(text, stop)
}

/// In the browser the second part says more, see [`syntax`].
#[cfg(target_arch = "wasm32")]
fn stopped(text: &str, (at, problem): Stop) -> Vec<Fault> {
    vec![Fault { place: Some(Place::of(text, at)), problem }]
}

/// All that is wrong with a file that is no JSON, with the signs that a Chinese keyboard gives in the place of JSON's; nothing
/// where it is JSON. [`read`] tells it, too, but not in the browser, where that is the second part's.
pub fn syntax(bytes: &[u8]) -> Vec<Fault> {
    let text = encoding::text(bytes).ok();
    let stop = text.and_then(|text| Some((text, parser::parse(text).err()?)));
    stop.map(|(text, stop)| signs::faults(text, stop)).unwrap_or_default()
}

/// What seems to be meant in the file of a budget where a word is not the format's; [`read`] tells it, too, but not in
/// the browser, where that is the second part's.
pub fn meant(budget: &Budget, bytes: &[u8]) -> Vec<Fault> {
    let Ok(text) = encoding::text(bytes) else { return Vec::new() };
    let Ok(tree) = parser::parse(text) else { return Vec::new() };
    let mut reader = Reader::default();
    meant::look(budget, &tree, &mut reader);
    let fault = |(at, problem)| Fault { place: Some(Place::in_tree(text, &tree, at)), problem };
    reader.notes.into_iter().map(fault).collect()
}
