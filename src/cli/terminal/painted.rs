//! The colours of a text, told from what a file would have a terminal do: a colour stands between marks that no file can
//! know, and all else that begins with an escape is none.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

use anstyle::Style;

/// What a colour begins with, before the key: no character of any text.
pub const BEGINS: char = '\u{fdd0}';
/// What it ends with.
const ENDS: char = '\u{fdd1}';

/// Another one each time that the program runs.
static KEY: LazyLock<String> = LazyLock::new(|| format!("{BEGINS}{:016x}", RandomState::new().build_hasher().finish()));

/// The text in this style.
pub fn painted(style: Style, text: &str) -> String {
    let key = &*KEY;
    format!("{key}{style}{ENDS}{text}{key}{style:#}{ENDS}")
}

/// The colour that a text begins with, as a terminal is told it, and the text behind; `None` where it begins with none.
pub fn unpainted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(BEGINS)?;
    text.strip_prefix(KEY.as_str())?.split_once(ENDS)
}
