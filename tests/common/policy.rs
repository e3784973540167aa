//! What browsers allow the page, under which it is tested, tried and published.

/// The policy that a careful host sends, and that the page must work under.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The same with the digest of the styles that stand in the pages of a built program, as the build writes it into the
/// examples for hosts.
#[allow(dead_code)] // not every program that shares this file serves pages
pub fn with_styles(program: &std::path::Path) -> String {
    let manifest = std::fs::read_to_string(program.join("manifest.json")).unwrap_or_default();
    let digest = manifest.split_once("\"pageDigest\": \"").and_then(|(_, rest)| rest.split('"').next());
    STRICT.replace("style-src 'self'", &format!("style-src 'self' '{}'", digest.unwrap_or_default()))
}
