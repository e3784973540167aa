//! Chinese text that is not Unicode: GB 18030, which covers GB 2312 and GBK.
//!
//! Its table takes a hundred kilobytes, and every browser has it; so there the browser decodes.

/// The text that bytes in GB 18030 stand for, where they are that.
#[cfg(not(target_arch = "wasm32"))]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// The text that bytes in GB 18030 stand for, where they are that.
#[cfg(target_arch = "wasm32")]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
