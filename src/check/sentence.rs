//! stub
use super::finding::Finding;
use super::names::Names;
use crate::words::Words;

/// The finding in one plain sentence.
pub fn sentence(_finding: &Finding, _names: &Names, _words: Words) -> String {
    String::new()
}
