//! Excerpts of a file's content that are short enough to be shown in a sentence.

/// A text in quotes, or its beginning if it is long.
pub fn quoted(text: &str) -> String {
    ["\"", &clipped(text), "\""].concat()
}

/// The beginning of a text: one from an unknown file may be a megabyte long.
pub fn clipped(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((cut, _)) => [text.get(..cut).unwrap_or(text), "…"].concat(),
        None => text.into(),
    }
}
