//! The screen and the style as they are: what a drawing has to follow beside its data.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Follows the device's pixel ratio, the browser's wish for a dark page, and the page's own style.
#[derive(Clone, Copy)]
pub struct Screen {
    ratio: RwSignal<f64>,
    prefers_dark: RwSignal<bool>,
    style: RwSignal<u32>,
}

const DARK: &str = "(prefers-color-scheme: dark)";

impl Screen {
    /// Starts following, for as long as the page lives.
    pub fn follow() -> Self {
        let screen = Screen {
            ratio: RwSignal::new(window().device_pixel_ratio()),
            prefers_dark: RwSignal::new(matches(DARK)),
            style: RwSignal::new(0),
        };
        // A zoom, or a move to another screen: the query for the old ratio stops to match, once.
        Effect::new(move || {
            let query = format!("(resolution: {}dppx)", screen.ratio.get());
            on_change(&query, move || screen.ratio.set(window().device_pixel_ratio()));
        });
        Effect::new(move || {
            screen.prefers_dark.track();
            on_change(DARK, move || {
                screen.prefers_dark.set(matches(DARK));
                screen.restyled();
            });
        });
        // The dark style sheet may arrive after the drawings.
        if let Some(link) = document().get_element_by_id("dark") {
            let arrived = Closure::once_into_js(move || screen.restyled());
            let _ = link.add_event_listener_with_callback("load", arrived.unchecked_ref());
        }
        screen
    }

    /// Device pixels a CSS pixel.
    pub fn ratio(self) -> f64 {
        self.ratio.get()
    }

    /// Whether the browser asks for a dark page.
    pub fn prefers_dark(self) -> bool {
        self.prefers_dark.get()
    }

    /// Says that the colours or the font have changed.
    pub fn restyled(self) {
        self.style.update(|count| *count += 1);
    }

    /// Makes the caller run again when anything that a drawing depends on has changed.
    pub fn track(self) {
        self.style.track();
        self.ratio.track();
    }
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}

/// Calls `then` when the answer to a media query changes for the first time.
fn on_change(query: &str, then: impl FnOnce() + 'static) {
    if let Ok(Some(query)) = window().match_media(query) {
        query.set_onchange(Some(Closure::once_into_js(then).unchecked_ref()));
        // The query must live until then, and nobody else holds it.
        std::mem::forget(query);
    }
}
