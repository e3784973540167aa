//! What stands in a file, as a sentence shows it.

/// A text in quotes, or its beginning.
pub fn quoted(text: &str) -> String {
    ["\"", &clipped(text), "\""].concat()
}

/// A stranger's text may be a megabyte; a sentence shows its beginning.
pub fn clipped(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((cut, _)) => [text.get(..cut).unwrap_or(text), "…"].concat(),
        None => text.into(),
    }
}
