//! What browsers allow the page, under which it is tested, tried and published.

/// The policy that a careful host sends, and that the page must work under.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
