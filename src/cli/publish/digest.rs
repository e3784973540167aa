//! Digests of published files, by which readers and programs know them again.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, as text.
pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
