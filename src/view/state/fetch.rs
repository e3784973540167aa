//! Fetches files from the page's own origin, and from origins that its host allows.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

use super::host::Host;
use crate::load::{Diagnostic, DiagnosticKind, MAX_BYTES};

/// Fetches the bytes at `path`, relative to the page, from its own origin or one that its host allows.
pub async fn fetch(host: Host, path: &str) -> Result<Vec<u8>, Diagnostic> {
    let url = allowed(host, path).ok_or(Diagnostic::of_file(DiagnosticKind::OtherOrigin))?;
    let unreachable = |_: JsValue| Diagnostic::of_file(DiagnosticKind::Unreachable);
    let response = JsFuture::from(window().fetch_with_str(&url)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    // A redirect may have led to another origin.
    if allowed(host, &response.url()).is_none() {
        return Err(Diagnostic::of_file(DiagnosticKind::OtherOrigin));
    }
    match response.status() {
        200 => {}
        404 => return Err(Diagnostic::of_file(DiagnosticKind::NotFound)),
        status => return Err(Diagnostic::of_file(DiagnosticKind::Status(status))),
    }
    let length = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if length.is_some_and(|length: usize| length > MAX_BYTES) {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    bytes(&buffer)
}

/// The bytes of a buffer, if it is not too large.
pub fn bytes(buffer: &JsValue) -> Result<Vec<u8>, Diagnostic> {
    let array = Uint8Array::new(buffer);
    if array.length() as usize > MAX_BYTES {
        return Err(Diagnostic::of_file(DiagnosticKind::TooLarge));
    }
    Ok(array.to_vec())
}

/// The absolute address of `path`, if it is of an origin that may be shown.
fn allowed(host: Host, path: &str) -> Option<String> {
    let url = Url::new_with_base(path, &host.base()).ok()?;
    // `data:` addresses and local files have the origin `null`, which is never allowed, not even for a local page.
    let origin = url.origin();
    (origin != "null" && host.allows(&origin)).then(|| url.href())
}
