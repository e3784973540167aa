//! Folders of a test's own, below the build's temporary folder.

use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder. Tests run at once: each has names of its own, and each kind of test a place for them.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
