//! Saves files through the reader's browser.

use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::view::dom::reflect::{call, get, made, text};

/// The milliseconds until a file's object URL is revoked: the browser has begun to read it long before.
const KEPT: u32 = 60_000;

/// Has the browser save bytes as a file of this type and name.
///
/// # Errors
/// What the browser throws. Some browsers, mostly those inside other programs, refuse silently.
pub fn download(bytes: &[u8], kind: &str, name: &str) -> Result<(), JsValue> {
    let blob = made("Blob", &[parts(bytes), of_kind(kind)?])?;
    let addresses = get(&js_sys::global(), "URL").ok_or(JsValue::NULL)?;
    let address = call(&addresses, "createObjectURL", &[blob])?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &address.as_string().unwrap_or_default())?;
    link.set_attribute("download", name)?;
    call(&link, "click", &[])?;
    let forget =
        Closure::<dyn Fn()>::new(move || drop(call(&addresses, "revokeObjectURL", std::slice::from_ref(&address))));
    call(window().unchecked_ref(), "setTimeout", &[forget.into_js_value(), KEPT.into()])?;
    Ok(())
}

/// Bytes as a `File` object; `None` where the browser has none.
pub fn file(bytes: &[u8], kind: &str, name: &str) -> Option<JsValue> {
    made("File", &[parts(bytes), text(name), of_kind(kind).ok()?]).ok()
}

fn parts(bytes: &[u8]) -> JsValue {
    Array::of1(&Uint8Array::from(bytes)).into()
}

fn of_kind(kind: &str) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &text("type"), &text(kind))?;
    Ok(options.into())
}
