//! Decodes the bytes of a file into text: Unicode, or an older Chinese encoding.
//!
//! GB 18030 covers GB 2312 and GBK. Its table takes a hundred kilobytes, and every browser has one; so in a browser,
//! the browser decodes.

use super::refusal::Refusal;

/// The text of a file whose encoding has to be detected. A byte order mark decides; else the file is UTF-8 if all of it
/// is valid as such; else it has the encoding that `label` names, as web pages declare one; else GB 18030, in which
/// nearly all bytes are valid.
pub fn text(bytes: &[u8], label: Option<&str>) -> Result<String, Refusal> {
    if has_mark(bytes) || std::str::from_utf8(bytes).is_ok() {
        return Ok(unicode(bytes));
    }
    let named = label.filter(|label| !label.starts_with("utf")).and_then(|label| decoded(label, bytes));
    named.or_else(|| gb18030(bytes)).or_else(|| mostly_unicode(bytes)).ok_or(Refusal::Encoding)
}

/// Decodes Unicode text: UTF-16 where a byte order mark says so, else UTF-8.
pub fn unicode(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|two| unit([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => String::from_utf8_lossy(rest).into_owned(),
    }
}

/// Decodes GB 18030; `None` where the bytes are not valid in it.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    decoded("gb18030", bytes)
}

/// Whether a file begins with a byte order mark.
fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.starts_with(&[0xEF, 0xBB, 0xBF])
}

/// Decodes UTF-8 that was cut or joined within characters, if no more than one character in a hundred is lost.
fn mostly_unicode(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    (lost * 100 <= text.chars().count()).then(|| text.into_owned())
}

/// Decodes bytes in the encoding that browsers know by this label, such as `gbk`.
#[cfg(not(target_arch = "wasm32"))]
fn decoded(label: &str, bytes: &[u8]) -> Option<String> {
    let code = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(code.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned())
}

/// Decodes bytes in the encoding that browsers know by this label, such as `gbk`.
#[cfg(target_arch = "wasm32")]
fn decoded(label: &str, bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
