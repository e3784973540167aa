//! What the command line is pointed to: files and folders, whatever bytes their names are made of.

use std::ffi::OsStr;
use std::fmt::{self, Display};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A path that an argument names. Files are opened by the path; sentences, which have only characters, have the text.
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

/// A name or a path as sentences have it: in one line, with the bytes that are no characters as `\xff`, so that two names
/// are never told alike.
pub fn shown(name: impl AsRef<OsStr>) -> String {
    let mut text = String::new();
    for chunk in name.as_ref().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\n' => text.push_str("\\n"),
                '\t' => text.push_str("\\t"),
                c => text.push(c),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    text
}

impl From<PathBuf> for NamedPath {
    fn from(path: PathBuf) -> Self {
        let text = shown(&path);
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

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn a_name_is_one_line_of_characters() {
        use std::os::unix::ffi::OsStrExt;
        let shown = |bytes: &[u8]| super::shown(std::ffi::OsStr::from_bytes(bytes));
        assert_eq!(shown("目录/预算.json".as_bytes()), "目录/预算.json");
        assert_eq!(shown(b"a\nb\t\xcb\xe3.json"), "a\\nb\\t\\xcb\\xe3.json");
        assert_ne!(shown(b"\xff"), shown(b"\xfe"));
    }
}
