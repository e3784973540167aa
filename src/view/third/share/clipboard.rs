//! Copies text to the clipboard.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::view::dom::reflect::{call, get, navigator, text};

/// The result of copying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// The text is in the clipboard.
    Yes,
    /// It is selected, and the reader can copy it.
    Selected,
}

/// Copies the text of `field`. In a frame, an old browser or without HTTPS there is no clipboard API: there the old
/// command `copy` is tried, and if it fails, the text is at least selected.
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
    // On iOS the line above selects nothing.
    let _ = call(field, "setSelectionRange", &[0.into(), what.len().try_into().unwrap_or(u32::MAX).into()]);
    match call(&document(), "execCommand", &[text("copy")]) {
        Ok(done) if done.as_bool() == Some(true) => Copied::Yes,
        _ => Copied::Selected,
    }
}
