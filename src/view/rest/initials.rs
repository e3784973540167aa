//! The letters of Chinese characters, by the browser's own decoder.

use web_sys::TextDecoder;

use crate::figure::Initials;

thread_local! {
    /// Made when somebody searches for the first time. A browser that cannot decode finds names by their characters.
    pub static INITIALS: Initials = {
        let decoded = TextDecoder::new_with_label("gb2312").and_then(|decoder| decoder.decode_with_u8_array(&Initials::bytes()));
        decoded.map(|decoded| Initials::new(&decoded)).unwrap_or_default()
    };
}
