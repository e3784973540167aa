//! What the command is given and what it says.

use std::process::Output;

use crate::common::repository;

/// A file of the repository, as an argument.
pub fn root(name: &str) -> String {
    repository::path(name).to_string_lossy().into_owned()
}

/// What it has printed.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it has said beside that.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
