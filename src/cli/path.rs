//! What the command line is pointed to: files and folders, whatever bytes their names are made of.

use std::fmt::{self, Display};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A path that an argument names. Files are opened by the path; sentences, which have only characters, have the text, in
/// which a sign stands for what is no character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPath {
    path: PathBuf,
    text: String,
}

/// What stands for a path that clap has seen to be there.
pub static EMPTY: NamedPath = NamedPath { path: PathBuf::new(), text: String::new() };

/// What names standard input where a file is read, and standard output where one is written.
const DASH: &str = "-";

impl NamedPath {
    /// The path to open.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is `-`; a file of that name is `./-`.
    pub fn is_dash(&self) -> bool {
        self.path.as_os_str() == DASH
    }
}

impl From<PathBuf> for NamedPath {
    fn from(path: PathBuf) -> Self {
        // A name is one line, whatever is in it.
        let text = path.to_string_lossy().replace('\n', "\\n").replace('\t', "\\t");
        NamedPath { text: if text == DASH { "stdin".into() } else { text }, path }
    }
}

impl Deref for NamedPath {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Display for NamedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
