//! Tells budgets in JSON from official files, and decodes their bytes as UTF-8.

use super::{Diagnostic, DiagnosticKind, MAX_BYTES, SourceLocation};

/// Whether a file is a budget in JSON and not an official file, by its first bytes and, where those do not tell, by its
/// name.
pub fn is_json(name: &str, bytes: &[u8]) -> bool {
    let begins = bytes.trim_ascii_start();
    let begins = begins.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(begins);
    let is_other = [&b"%PDF"[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0"].iter().any(|sign| begins.starts_with(sign));
    begins.starts_with(b"{") || (name.to_ascii_lowercase().ends_with(".json") && !is_other)
}

/// The file's text, without a byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if bytes.len() > MAX_BYTES {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("");
        // A character cut in half by the end of the file means that the file is cut off.
        let kind = if error.error_len().is_none() { DiagnosticKind::CutOff } else { DiagnosticKind::NotUtf8 };
        Diagnostic { location: Some(SourceLocation::of(sound, sound.len())), kind }
    })?;
    match text.trim_ascii_start().as_bytes().first() {
        None => Err(Diagnostic::of_file(DiagnosticKind::Empty)),
        Some(b'<') => Err(Diagnostic::of_file(DiagnosticKind::WebPage)),
        Some(_) => Ok(text),
    }
}
