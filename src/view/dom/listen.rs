//! Adds event listeners that are removed again when the app is unmounted.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::effect::on_cleanup;

/// Adds a listener for these events of `target`, which is removed when the app is unmounted.
pub fn listen(target: &EventTarget, names: &'static [&'static str], handler: Box<dyn Fn(Event)>) {
    let handler = Closure::wrap(handler);
    for name in names {
        let _ = target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
    }
    let target = target.clone();
    on_cleanup(move || {
        for name in names {
            let _ = target.remove_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
        }
    });
}
