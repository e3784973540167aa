//! Bytes from the page's own site.

use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

use crate::load::{Fault, MOST_BYTES, Problem};

/// The bytes at `path`, relative to the page and of its origin.
pub async fn fetch(path: &str) -> Result<Vec<u8>, Fault> {
    let url = own(path).ok_or(Fault::of_file(Problem::OtherOrigin))?;
    let unreachable = |_: JsValue| Fault::of_file(Problem::Unreachable);
    let response = JsFuture::from(window().fetch_with_str(&url)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    // A redirect may have led away from this site.
    if own(&response.url()).is_none() {
        return Err(Fault::of_file(Problem::OtherOrigin));
    }
    match response.status() {
        200 => {}
        404 => return Err(Fault::of_file(Problem::NotFound)),
        status => return Err(Fault::of_file(Problem::Status(status))),
    }
    let length = response.headers().get("content-length").ok().flatten().and_then(|length| length.parse().ok());
    if length.is_some_and(|length: usize| length > MOST_BYTES) {
        return Err(Fault::of_file(Problem::TooLarge));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    bytes(&buffer)
}

/// What is in a buffer, if it is no more than may be.
pub fn bytes(buffer: &JsValue) -> Result<Vec<u8>, Fault> {
    let array = Uint8Array::new(buffer);
    if array.length() as usize > MOST_BYTES {
        return Err(Fault::of_file(Problem::TooLarge));
    }
    Ok(array.to_vec())
}

/// The absolute address of `path`, if it is of the page's own origin.
fn own(path: &str) -> Option<String> {
    let location = window().location();
    let url = Url::new_with_base(path, &location.href().ok()?).ok()?;
    (url.origin() == location.origin().ok()?).then(|| url.href())
}
