//! Calls functions of the browser by their names.
//!
//! A typed binding for each function would add lines to the script of the first module, which all readers download.
//! These few generic functions serve all.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property of an object, unless it is null or undefined.
pub fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// Calls a method of an object and returns its result.
///
/// # Errors
/// What the method throws, or that there is no such method.
pub fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    Reflect::apply(&function(of, name)?, of, &with.iter().collect::<Array>())
}

/// A new object of one of the browser's classes.
///
/// # Errors
/// What the constructor throws, or that there is no such class.
pub fn made(class: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(&function(&js_sys::global(), class)?, &with.iter().collect::<Array>())
}

/// Sets a property of an object.
pub fn set(of: &JsValue, name: &str, value: &JsValue) -> Option<()> {
    call(&get(&js_sys::global(), "Reflect")?, "set", &[of.clone(), text(name), value.clone()]).ok().map(drop)
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    get(of, name).and_then(|found| found.dyn_into().ok()).ok_or_else(|| JsValue::from_str(name))
}

/// The browser's `navigator` object.
pub fn navigator() -> JsValue {
    get(&js_sys::global(), "navigator").unwrap_or(JsValue::UNDEFINED)
}

/// Text as a JavaScript string.
pub fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

/// Today's date in the reader's time zone, `2026-11-24`, which is the Swedish date format.
pub fn today() -> String {
    let written = made("Date", &[]).and_then(|date| call(&date, "toLocaleDateString", &[text("sv")]));
    written.ok().and_then(|date| date.as_string()).unwrap_or_default()
}
