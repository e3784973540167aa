//! Detects what the system's own share dialog accepts.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::markup::ShareSupport;
use crate::view::dom::reflect::{call, get, navigator, text};

/// What the system's own share dialog accepts, and whether it accepts this picture, too.
pub fn sends(picture: Option<JsValue>) -> ShareSupport {
    if get(&navigator(), "share").is_none() {
        return ShareSupport::Nothing;
    }
    let what = Object::new();
    let files = picture.map(|file| Array::of1(&file));
    let set = files.is_some_and(|files| Reflect::set(&what, &text("files"), &files).is_ok());
    let asks = set && get(&navigator(), "canShare").is_some();
    let takes = asks.then(|| call(&navigator(), "canShare", &[what.into()]).ok()).flatten();
    if takes.and_then(|takes| takes.as_bool()) == Some(true) { ShareSupport::Pictures } else { ShareSupport::Links }
}
