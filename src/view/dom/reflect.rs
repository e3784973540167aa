//! Functions of the browser, called by their names.
//!
//! A typed binding for each of them would bring its own lines into the script beside the first module, which those
//! download, too, who share nothing. These few serve all.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property that is there and is something.
pub fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// What a function of an object gives.
///
/// # Errors
/// What it throws, or that there is no such function.
pub fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    Reflect::apply(&function(of, name)?, of, &with.iter().collect::<Array>())
}

/// A new object of a class of the browser's.
///
/// # Errors
/// What its making throws, or that there is no such class.
pub fn made(class: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(&function(&js_sys::global(), class)?, &with.iter().collect::<Array>())
}

/// Gives an object a property.
pub fn set(of: &JsValue, name: &str, value: &JsValue) -> Option<()> {
    call(&get(&js_sys::global(), "Reflect")?, "set", &[of.clone(), text(name), value.clone()]).ok().map(drop)
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    get(of, name).and_then(|found| found.dyn_into().ok()).ok_or_else(|| JsValue::from_str(name))
}

/// What the browser says of itself and can do.
pub fn navigator() -> JsValue {
    get(&js_sys::global(), "navigator").unwrap_or(JsValue::UNDEFINED)
}

/// Words as the browser takes them.
pub fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

/// The reader's day, `2026-11-24`: Swedish writes it so.
pub fn today() -> String {
    let written = made("Date", &[]).and_then(|date| call(&date, "toLocaleDateString", &[text("sv")]));
    written.ok().and_then(|date| date.as_string()).unwrap_or_default()
}
