//! Unpacks PDF streams within limits: a file of some hundred kilobytes may unpack to gigabytes.
//!
//! `hayro_syntax` unpacks a stream however large it becomes. So its unpacked size is counted first, in a window that is
//! as large as the format demands.

use super::ascii::bare;
use super::limits::{Allowance, MAX_IN_CHAIN, MAX_OBJECT_STREAMS};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};
use std::borrow::Cow;

/// How many bytes one deflated byte can unpack to at most.
const DEFLATE: usize = 1_032;

/// The content of a stream; `None` where it cannot be unpacked, or is more than may be read.
pub fn decoded<'a>(stream: &Stream<'a>, allowance: &mut Allowance) -> Option<Cow<'a, [u8]>> {
    let filters = stream.filters();
    let (packed, packing) = bare(stream.raw_data(), &filters, allowance.bytes())?;
    if packed.len() > allowance.bytes() {
        // The page is then reported as cut off.
        allowance.end_page();
        return None;
    }
    let is_allowed = match packing {
        [] => return allowance.stream(packed.len()).then_some(packed),
        [Filter::FlateDecode] => allowance.stream(unfolded(&packed, allowance.bytes(), DEFLATE)),
        // What several filters unpack to is known only after applying them, so the worst is assumed.
        several => {
            let worst = several.iter().fold(packed.len(), |bytes, filter| bytes.saturating_mul(most(*filter)));
            let is_allowed = worst <= MAX_IN_CHAIN;
            if !is_allowed {
                allowance.end_page();
            }
            is_allowed
        }
    };
    let content = is_allowed.then(|| stream.decoded_data().ok())??;
    (packing == [Filter::FlateDecode] || allowance.stream(content.len())).then_some(content)
}

/// How many bytes a filter makes of one byte at most.
const fn most(filter: Filter) -> usize {
    match filter {
        Filter::FlateDecode => DEFLATE,
        // Each code may stand for a text that is one byte longer than that of the code before, until the table is full.
        Filter::LzwDecode => 1_400,
        Filter::RunLengthDecode => 64,
        Filter::Ascii85Decode => 4,
        _ => 1,
    }
}

/// Counts the bytes that a deflated stream unpacks to, as far as that is not beyond `limit`. Where it is broken, each
/// byte that is left counts as `broken` bytes, since a parser may read on.
fn unfolded(packed: &[u8], limit: usize, broken: usize) -> usize {
    let has_header = packed.first_chunk().is_some_and(|head: &[u8; 2]| {
        head[0] & 0x0F == 8 && u16::from_be_bytes(*head).is_multiple_of(31) && head[1] & 0x20 == 0
    });
    let flags = TINFL_FLAG_HAS_MORE_INPUT | if has_header { TINFL_FLAG_PARSE_ZLIB_HEADER } else { 0 };
    let mut state = DecompressorOxide::new();
    let mut window = vec![0; TINFL_LZ_DICT_SIZE];
    let (mut rest, mut count) = (packed, 0);
    while count <= limit {
        let at = count % TINFL_LZ_DICT_SIZE;
        let (status, read, written) = decompress(&mut state, rest, &mut window, at, flags);
        count += written;
        rest = rest.get(read..).unwrap_or_default();
        match status {
            TINFLStatus::HasMoreOutput => {}
            // Its end is missing, or its check sum is not right.
            TINFLStatus::Done | TINFLStatus::NeedsMoreInput | TINFLStatus::Adler32Mismatch => break,
            _ => return count + rest.len().saturating_mul(broken),
        }
    }
    count
}

/// Whether a PDF's cross-reference streams and object streams unpack to what memory can hold: they are unpacked as soon
/// as the file is opened.
pub fn can_be_opened(file: &[u8]) -> bool {
    /// How far after the word that identifies such a stream it begins.
    const WITHIN: usize = 2_048;
    // What is encrypted cannot be inflated, and does not say how large it is.
    let broken = if contains(file, b"/Encrypt") { 0 } else { DEFLATE };
    let (mut told, mut end, mut left) = (None, 0, MAX_OBJECT_STREAMS);
    for (at, window) in file.windows(b"/ObjStm".len()).enumerate() {
        // A font's /FirstChar begins so, too.
        let has_first = || window.strip_prefix(b"/First").is_some_and(|next| !next[0].is_ascii_alphabetic());
        if window == b"/ObjStm" || window.starts_with(b"/XRef") || has_first() {
            told = told.or(Some(at));
        } else if at >= end && window.starts_with(b"stream") {
            let Some(told) = told.take().filter(|told| at - told < WITHIN) else { continue };
            let packed = file[at + b"stream".len()..].trim_ascii_start();
            let length = packed.windows(9).position(|window| window == b"endstream").unwrap_or(packed.len());
            let entries = &file[told.saturating_sub(WITHIN).max(end)..at];
            let count = unfolded(&packed[..length], left, broken);
            let worst = if is_packed_twice(entries) { count.saturating_mul(DEFLATE) } else { count };
            let Some(still) = left.checked_sub(worst) else { return false };
            (left, end) = (still, at + length);
        }
    }
    true
}

/// Whether a list of filters in a stream's dictionary names deflating twice.
fn is_packed_twice(entries: &[u8]) -> bool {
    let mut lists = entries.split(|c| *c == b'[').skip(1).filter_map(|rest| rest.split(|c| *c == b']').next());
    lists.any(|list| list.windows(b"/Fl".len()).filter(|name| *name == b"/Fl").count() > 1)
}

fn contains(file: &[u8], word: &[u8]) -> bool {
    file.windows(word.len()).any(|window| window == word)
}
