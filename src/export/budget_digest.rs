//! The digest by which a published page recognises its budget, so that it can say when another was put beside it.

/// The name of the `meta` element with the digest of the page's budget.
pub const NAME: &str = "budget-lens:made-of";
/// The selector of that `meta` element.
pub const SELECTOR: &str = "meta[name='budget-lens:made-of']";

/// A small digest (FNV-1a) of a budget's text, which differs if the text does. It is no protection against forgery.
/// Line ends do not count, since some hosts and version control rewrite them.
pub fn mark(text: &[u8]) -> String {
    let bytes = text.iter().filter(|byte| **byte != b'\r');
    bytes.fold(0x811c_9dc5_u32, |mark, byte| (mark ^ u32::from(*byte)).wrapping_mul(0x0100_0193)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_has_another_mark_and_line_ends_do_not_count() {
        // As the function's authors give them.
        assert_eq!((mark(b""), mark(b"a")), (0x811c_9dc5_u32.to_string(), 0xe40c_292c_u32.to_string()));
        assert_eq!(mark(b"{\r\n}\r\n"), mark(b"{\n}\n"));
        assert_ne!(mark(b"\"120.50\""), mark(b"\"120.05\""));
        assert!(SELECTOR.contains(NAME));
    }
}
