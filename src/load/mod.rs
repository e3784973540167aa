//! Reads the text of a file into a [`Budget`], or a list of diagnostics: where, what was found, what was expected.
//!
//! One way for every file, the shipped one and a reader's own: bytes → text → syntax tree → types → rules. The tree
//! keeps the offset of every value, so an error found at any step has its line, column and JSON path; and reading goes
//! on after an error, so that whoever wrote the file is told all of them at once.

mod date;
mod deserializer;
mod diagnostic;
mod diagnostic_kind;
mod encoding;
mod excerpt;
mod expected;
#[cfg(not(target_arch = "wasm32"))]
mod lines;
mod literal;
mod parser;
mod reader;
mod rules;
mod signs;
mod source_location;
mod statistics;
mod suggestions;
mod tree;

pub use date::is_date;
pub use diagnostic::Diagnostic;
pub use diagnostic_kind::DiagnosticKind;
pub use encoding::is_json;
pub use expected::Expected;
#[cfg(not(target_arch = "wasm32"))]
pub use lines::{Lines, Step};
pub use source_location::SourceLocation;
pub use statistics::{is_statistics, statistics};

use crate::budget::Budget;
use deserializer::Node;
use parser::SyntaxError;
use reader::{Found, Reader};
use serde::Deserialize;

/// The largest file that is read, in bytes: twenty times the longest disclosure we know of.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The deepest nesting that is read; the format itself nests seven deep.
pub const MAX_DEPTH: usize = 512;
/// The most columns of a table, and the most cells of a line. Finding a cell's column takes as
/// long as there are columns, and no file may keep its reader waiting.
pub const MAX_COLUMNS: usize = 256;
/// The most errors that are listed, and the most notes; whoever has corrected these loads the file again.
pub const MAX_DIAGNOSTICS: usize = 50;

/// A budget that was read, and what was unusual about its file without being wrong.
#[derive(Debug)]
pub struct Loaded {
    /// The budget.
    pub budget: Budget,
    /// Notes on fields that the format does not have, which were ignored, and on words that it does not know.
    pub warnings: Vec<Diagnostic>,
}

/// Reads the budget that a file holds.
///
/// # Errors
/// All errors of the file that one pass can find, in the file's order, [`MAX_DIAGNOSTICS`] at most. Never empty.
pub fn read(bytes: &[u8]) -> Result<Loaded, Vec<Diagnostic>> {
    let text = encoding::text(bytes).map_err(|diagnostic| vec![diagnostic])?;
    let tree = parser::parse(text).map_err(|stop| syntax_diagnostics(text, stop))?;
    let mut reader = Reader::default();
    let mut budget = Budget::default();

    let read = Budget::deserialize_in_place(Node::new(&tree, &mut reader), &mut budget);
    if read.is_ok() && reader.errors.is_empty() {
        rules::inherit_unit(&mut budget, &tree);
        rules::check(&budget, &tree, &mut reader);
    }
    if let Some(diagnostic) = reader.other_format.take() {
        // In another format everything is different, so nothing else is reported.
        reader.errors = vec![diagnostic];
    }
    let placed = |found: Found| {
        let diagnostic = |(at, kind)| Diagnostic { location: Some(SourceLocation::in_tree(text, &tree, at)), kind };
        found.into_iter().map(diagnostic).collect()
    };
    if read.is_ok() && reader.errors.is_empty() {
        budget.number_tables();
        // In the browser the second part of the program does this.
        #[cfg(not(target_arch = "wasm32"))]
        suggestions::look(&budget, &tree, &mut reader);
        Ok(Loaded { budget, warnings: placed(reader.warnings) })
    } else {
        Err(placed(reader.errors))
    }
}

/// The errors of a text that is not JSON.
#[cfg(not(target_arch = "wasm32"))]
fn syntax_diagnostics(text: &str, stop: SyntaxError) -> Vec<Diagnostic> {
    signs::diagnostics(text, stop)
}

/// The first error of a text that is not JSON; in the browser [`syntax`] tells more, from the program's second part.
#[cfg(target_arch = "wasm32")]
fn syntax_diagnostics(text: &str, (at, kind): SyntaxError) -> Vec<Diagnostic> {
    vec![Diagnostic { location: Some(SourceLocation::of(text, at)), kind }]
}

/// All errors of a file that is not JSON, including punctuation of a Chinese keyboard in place of JSON's; empty where
/// the file is JSON. [`read`] gives them, too, but not in the browser, where they come from the program's second part.
pub fn syntax(bytes: &[u8]) -> Vec<Diagnostic> {
    let text = encoding::text(bytes).ok();
    let stop = text.and_then(|text| Some((text, parser::parse(text).err()?)));
    stop.map(|(text, stop)| signs::diagnostics(text, stop)).unwrap_or_default()
}

/// Notes on the words of a budget's file that the format does not know, where one of its words seems to be meant.
/// [`read`] gives them, too, but not in the browser, where they come from the program's second part.
pub fn suggestions(budget: &Budget, bytes: &[u8]) -> Vec<Diagnostic> {
    let Ok(text) = encoding::text(bytes) else { return Vec::new() };
    let Ok(tree) = parser::parse(text) else { return Vec::new() };
    let mut reader = Reader::default();
    suggestions::look(budget, &tree, &mut reader);
    let diagnostic = |(at, kind)| Diagnostic { location: Some(SourceLocation::in_tree(text, &tree, at)), kind };
    reader.warnings.into_iter().map(diagnostic).collect()
}
