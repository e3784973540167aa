//! Streams, unpacked within limits: a file of some hundred kilobytes may unfold to gigabytes.
//!
//! What reads PDF's syntax unpacks a stream whatever comes of it. So how much that will be is counted first, in a window
//! that is as large as the format demands.

use super::limits::{Allowance, MOST_IN_CHAIN, MOST_OBJECT_STREAMS};
use hayro_syntax::object::dict::keys::{F, FILTER};
use hayro_syntax::object::{Array, Name, Stream};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};
use std::borrow::Cow;

/// How many bytes one byte can unfold to at most by deflating.
const DEFLATE: usize = 1_032;

/// What is in a stream; nothing where it cannot be unpacked, or is more than may be read.
pub fn decoded<'a>(stream: &Stream<'a>, allowance: &mut Allowance) -> Option<Cow<'a, [u8]>> {
    let packed = stream.raw_data();
    match filters(stream)[..] {
        [] => allowance.stream(packed.len()).then(|| stream.decoded_data().ok())?,
        [DEFLATE] => allowance.stream(unfolded(&packed, allowance.bytes())).then(|| stream.decoded_data().ok())?,
        // How much comes out of several filters is known only to who applies them: the worst is taken.
        ref filters => {
            let worst = filters.iter().fold(packed.len(), |bytes, most| bytes.saturating_mul(*most));
            if worst > MOST_IN_CHAIN {
                // What is left out is said.
                allowance.end_page();
                return None;
            }
            let content = stream.decoded_data().ok()?;
            allowance.stream(content.len()).then_some(content)
        }
    }
}

/// How many bytes each of a stream's filters makes of one at most.
fn filters(stream: &Stream<'_>) -> Vec<usize> {
    let most = |name: &Name<'_>| match &**name {
        b"FlateDecode" | b"Fl" => DEFLATE,
        // Each code may stand for a text that is one byte longer than that of the code before, until the table is full.
        b"LZWDecode" | b"LZW" => 1_400,
        b"RunLengthDecode" | b"RL" => 64,
        b"ASCII85Decode" | b"A85" => 4,
        _ => 1,
    };
    let dict = stream.dict();
    // Pictures in content have the short key; which of two is meant is not for us to say.
    let named = [F, FILTER].map(|key| dict.get::<Name<'_>>(key)).into_iter().flatten();
    let listed = [F, FILTER].map(|key| dict.get::<Array<'_>>(key)).into_iter().flatten();
    named.chain(listed.flat_map(|names| names.iter::<Name<'_>>())).map(|name| most(&name)).collect()
}

/// How many bytes a deflated stream unfolds to, as far as that is not beyond `limit`.
fn unfolded(packed: &[u8], limit: usize) -> usize {
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
            // Whoever reads on where this is broken may come to anything.
            _ => return count + rest.len().saturating_mul(DEFLATE),
        }
    }
    count
}

/// Whether a file's own directory, and the streams that hold objects, unfold to what can be held: they are unpacked as
/// soon as the file is opened.
pub fn can_be_opened(file: &[u8]) -> bool {
    /// How far behind the word that tells such a stream it begins.
    const WITHIN: usize = 2_048;
    let (mut told, mut end, mut left) = (None, 0, MOST_OBJECT_STREAMS);
    for (at, window) in file.windows(b"/ObjStm".len()).enumerate() {
        if window == b"/ObjStm" || window.starts_with(b"/XRef") {
            told = Some(at);
        } else if at >= end && window.starts_with(b"stream") && told.take().is_some_and(|told| at - told < WITHIN) {
            let packed = file[at + b"stream".len()..].trim_ascii_start();
            let length = packed.windows(9).position(|window| window == b"endstream").unwrap_or(packed.len());
            let Some(still) = left.checked_sub(unfolded(&packed[..length], left)) else { return false };
            (left, end) = (still, at + length);
        }
    }
    true
}
