//! Says when the third module is wanted, which a reader who only reads can do without.
//!
//! The page's HTML has the results of the checks. They are wanted here as soon as the page shows something else than that
//! HTML, or the reader comes near the card that lists them. A figure in a frame has time, since a portal's page may have
//! many. `boot.js` listens, and knows what else wants the module.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::view::dom::effect::effect;
use crate::view::dom::observe;
use crate::view::state::app_state::AppState;

/// The event for which `boot.js` listens.
const WANTED: &str = "budget-lens:wanted";

/// Dispatches the event once the module is wanted.
pub fn begin(app: AppState) {
    let is_near = RwSignal::new(false);
    let root = app.host.root_node();
    if let Some(place) = root.query_selector("[data-place=checks]").ok().flatten() {
        observe::nearness(place.unchecked_ref(), "100%", is_near);
    }
    effect(move || {
        let is_shown = app.loaded.with(Option::is_some);
        let stands = root.query_selector(".head[data-complete]").is_ok_and(|head| head.is_some());
        let differs = is_shown && !stands && !app.host.is_standalone();
        if is_near.get() || differs || app.host.place().starts_with("checks-") {
            want(app);
        }
    });
}

/// Says that the module is wanted.
pub fn want(app: AppState) {
    let _ = Event::new(WANTED).and_then(|event| app.host.target().dispatch_event(&event));
}
