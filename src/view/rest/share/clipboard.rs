//! Copying a text.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::view::dom::reflect::{call, get, navigator, text};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// The text is in the clipboard.
    Yes,
    /// It is selected, and the reader can copy it.
    Selected,
}

/// Copies what stands in `field`. Pages in a frame, on an old engine or without https have no clipboard: there the
/// old command may do it, and if not, the text is at least selected.
pub async fn copy(what: &str, field: &Element) -> Copied {
    let clipboard = get(&navigator(), "clipboard");
    let promise = clipboard.and_then(|clipboard| call(&clipboard, "writeText", &[text(what)]).ok());
    if let Some(promise) = promise
        && JsFuture::from(js_sys::Promise::resolve(&promise)).await.is_ok()
    {
        return Copied::Yes;
    }
    let _ = field.unchecked_ref::<HtmlElement>().focus();
    let _ = call(field, "select", &[]);
    // iOS selects nothing by the line above.
    let _ = call(field, "setSelectionRange", &[0.into(), what.len().try_into().unwrap_or(u32::MAX).into()]);
    match call(&document(), "execCommand", &[text("copy")]) {
        Ok(done) if done.as_bool() == Some(true) => Copied::Yes,
        _ => Copied::Selected,
    }
}
