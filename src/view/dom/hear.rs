//! Listening for as long as the app lives: what is registered outside it has to go with it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::follow::at_end;

/// Hears these events of `target` until the app goes.
pub fn hear(target: &EventTarget, names: &'static [&'static str], heard: Box<dyn Fn(Event)>) {
    let heard = Closure::wrap(heard);
    for name in names {
        let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    }
    let target = target.clone();
    at_end(move || {
        for name in names {
            let _ = target.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    });
}
