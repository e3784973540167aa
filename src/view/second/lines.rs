//! The keyboard in lists and tables: each line has one tab stop (`markup/spoken/naming.rs`), from which the left and right
//! arrow keys lead to its numbers and marks.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::navigation::focus;
use super::search;
use crate::view::state::app_state::AppState;

/// What can have the focus in a line.
const STOPS: &str = "a[href], button, [tabindex]";

/// Moves the focus within its line; returns whether the key did that.
pub fn step(target: &Element, event: &Event) -> bool {
    if event.type_() != "keydown" {
        return false;
    }
    let key: &KeyboardEvent = event.unchecked_ref();
    let is_forward = match key.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return false,
    };
    if key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key() {
        return false;
    }
    let line = target.closest(".entry, tr").ok().flatten().filter(|line| line != target);
    let Some(stops) = line.and_then(|line| line.query_selector_all(STOPS).ok()) else { return false };
    let stops: Vec<Element> = (0..stops.length()).filter_map(|i| stops.item(i)?.dyn_into().ok()).collect();
    let Some(here) = stops.iter().position(|stop| stop == target) else { return false };
    let next = if is_forward { here.checked_add(1) } else { here.checked_sub(1) };
    // At the end of the line nothing happens, so that nobody leaves it unawares; a table does not scroll then, either.
    search::focus(next.and_then(|next| stops.get(next)).cloned());
    event.prevent_default();
    true
}

/// When the button for more of a list is pressed: the focus goes on to the first entry that it brings.
pub fn go_on(app: AppState, button: &Element) {
    let Some(list) = button.closest(".legend").ok().flatten() else { return };
    let listed = list.query_selector_all(".entry").map_or(0, |entries| entries.length());
    app.spawn(async move {
        app.updates.done().await;
        let Ok(entries) = list.query_selector_all(".entry") else { return };
        let first = entries.item(listed).and_then(|entry| entry.dyn_into::<Element>().ok());
        if let Some(first) = first.and_then(|entry| entry.query_selector(".pick").ok().flatten()) {
            focus(&first);
        }
    });
}
