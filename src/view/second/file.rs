//! Reads files that the reader chose.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::load::{Diagnostic, DiagnosticKind, MAX_BYTES, is_json};
use crate::view::dom::reflect::call;
use crate::view::state::fetch::bytes;

/// Whether a file is a budget in this program's format.
pub async fn is_budget(file: &File) -> bool {
    /// The number of bytes that are enough to recognise a file's type.
    const HEAD: u32 = 64;
    let head = call(file, "slice", &[0.into(), HEAD.into()]).and_then(|head| call(&head, "arrayBuffer", &[]));
    let head = match head {
        Ok(head) => JsFuture::from(head.unchecked_into::<Promise>()).await.ok().and_then(|head| bytes(&head).ok()),
        Err(_) => None,
    };
    is_json(&file.name(), &head.unwrap_or_default())
}

/// The bytes of a file that the reader chose, or why it cannot be read.
pub async fn read(file: &File) -> Result<Vec<u8>, Diagnostic> {
    #[allow(clippy::cast_precision_loss)] // the limit is far below 2^52
    if file.size() > MAX_BYTES as f64 {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    let buffer =
        JsFuture::from(file.array_buffer()).await.map_err(|_| Diagnostic::of_file(DiagnosticKind::Unreadable))?;
    bytes(&buffer)
}
