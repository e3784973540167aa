//! Bytes from the page's own site, and from those that its host allows.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

use super::host::Host;
use crate::load::{Diagnostic, DiagnosticKind, MOST_BYTES};

/// The bytes at `path`, relative to the page, of its own origin or of one that its host allows.
pub async fn fetch(host: Host, path: &str) -> Result<Vec<u8>, Diagnostic> {
    let url = allowed(host, path).ok_or(Diagnostic::of_file(DiagnosticKind::OtherOrigin))?;
    let unreachable = |_: JsValue| Diagnostic::of_file(DiagnosticKind::Unreachable);
    let response = JsFuture::from(window().fetch_with_str(&url)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    // A redirect may have led away.
    if allowed(host, &response.url()).is_none() {
        return Err(Diagnostic::of_file(DiagnosticKind::OtherOrigin));
    }
    match response.status() {
        200 => {}
        404 => return Err(Diagnostic::of_file(DiagnosticKind::NotFound)),
        status => return Err(Diagnostic::of_file(DiagnosticKind::Status(status))),
    }
    let length = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if length.is_some_and(|length: usize| length > MOST_BYTES) {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    bytes(&buffer)
}

/// What is in a buffer, if it is no more than may be.
pub fn bytes(buffer: &JsValue) -> Result<Vec<u8>, Diagnostic> {
    let array = Uint8Array::new(buffer);
    if array.length() as usize > MOST_BYTES {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    Ok(array.to_vec())
}

/// The absolute address of `path`, if it is of an origin that may be shown.
fn allowed(host: Host, path: &str) -> Option<String> {
    let url = Url::new_with_base(path, &host.base()).ok()?;
    // What has no site of its own (`data:`, a file) is nobody's, also where the page has none either.
    let origin = url.origin();
    (origin != "null" && host.allows(&origin)).then(|| url.href())
}
