//! The files of this repository, from wherever the tests are run.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the file or folder of this name is.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What is in the file of this name.
pub fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
