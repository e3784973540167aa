//! By what a published page knows the budget that it was made of, so that it can say when another was put beside it.

/// The name of the `meta` element that says it.
pub const NAME: &str = "budget-lens:made-of";
/// The selector that finds it.
pub const SELECTOR: &str = "meta[name='budget-lens:made-of']";

/// A small digest (FNV-1a) of a budget's text: another text has another. It is of no use against those who want two alike.
/// The ends of lines do not count, which some hosts and version control write in their own way.
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
