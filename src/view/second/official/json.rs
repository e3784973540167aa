//! Helpers for JSON values of the browser.

use wasm_bindgen::JsValue;

use crate::view::dom::reflect::{call, get, text};

/// A field's text; a number as it is written.
pub fn word(of: &JsValue, name: &str) -> Option<String> {
    let value = get(of, name)?;
    value.as_string().or_else(|| written(&value))
}

/// The items of a list.
pub fn items(of: &JsValue, name: &str) -> Vec<JsValue> {
    let Some(list) = get(of, name) else { return Vec::new() };
    (0..).map_while(|i: usize| get(&list, &i.to_string())).collect()
}

/// A value as JSON text.
pub fn written(value: &JsValue) -> Option<String> {
    call(&json()?, "stringify", &[value.clone(), JsValue::NULL, 2.into()]).ok()?.as_string()
}

/// The value of a JSON text.
pub fn parsed(json_text: &str) -> Option<JsValue> {
    call(&json()?, "parse", &[text(json_text)]).ok()
}

fn json() -> Option<JsValue> {
    get(&js_sys::global(), "JSON")
}
