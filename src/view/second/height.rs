//! Posts the height of a single figure in a frame to the portal's page, so that the frame can be made as high.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};

use crate::view::dom::effect::on_cleanup;
use crate::view::dom::pixels::whole;
use crate::view::dom::reflect::{call, get, text};
use crate::view::state::app_state::AppState;

/// Posts the height in whole CSS pixels whenever it changes, until the app is unmounted.
///
/// It is the height of the page's content, not of the page, which is at least as high as its frame: so a higher frame
/// does not make it higher. The message goes to any origin, since a page cannot know who frames it, and contains
/// nothing but the height.
pub fn tell(app: AppState) {
    let Some(parent) = get(&window(), "parent").filter(|parent| *parent != JsValue::from(window())) else { return };
    if !app.host.is_page() || !app.host.is_standalone() {
        return;
    }
    let Ok(Some(main)) = app.host.root().query_selector("main") else { return };
    let (measured, told) = (main.clone(), StoredValue::new(0));
    let changed = Closure::<dyn Fn()>::new(move || {
        let height = height(&measured);
        if told.try_get_value().is_none_or(|told| told == height) {
            return;
        }
        told.set_value(height);
        let message = Object::new();
        let _ = Reflect::set(&message, &text("type"), &text("budget-lens:height"));
        let _ = Reflect::set(&message, &text("height"), &height.into());
        let _ = call(&parent, "postMessage", &[message.into(), text("*")]);
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(&main);
    on_cleanup(move || {
        observer.disconnect();
        drop(changed);
    });
}

/// The height of an element, rounded up to whole pixels.
fn height(element: &Element) -> i32 {
    whole(element.get_bounding_client_rect().height().ceil())
}
