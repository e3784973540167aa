//! Pinyin initials for the search, made with the browser's own text decoder.

use web_sys::TextDecoder;

use crate::figure::Initials;

thread_local! {
    /// The pinyin initials, made at the first search. Search works without them where the browser lacks GB 2312.
    pub static INITIALS: Initials = {
        let decoded = TextDecoder::new_with_label("gb2312").and_then(|decoder| decoder.decode_with_u8_array(&Initials::bytes()));
        decoded.map(|decoded| Initials::new(&decoded)).unwrap_or_default()
    };
}
