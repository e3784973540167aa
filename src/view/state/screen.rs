//! The signal of screen and style, on which drawings depend beside their data.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::host::Host;
use crate::view::dom::effect::{effect, on_cleanup};
use crate::view::dom::listen::listen;

/// Properties of the screen, and the browser's preferred theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Whether the browser asks for a dark page.
    pub prefers_dark: bool,
    /// The number of changes of style, after which colours and fonts have to be read again.
    pub style: u32,
    /// Whether it is paper: then everything is drawn, not only what is near the screen.
    pub is_paper: bool,
}

const DARK: &str = "(prefers-color-scheme: dark)";

/// A signal of the screen, updated as long as the page lives.
pub fn screen(host: Host) -> RwSignal<Screen> {
    let screen = RwSignal::new(Screen {
        ratio: window().device_pixel_ratio(),
        prefers_dark: matches(DARK),
        style: 0,
        is_paper: false,
    });
    let look_again = move || {
        screen.update(|screen| {
            screen.ratio = window().device_pixel_ratio();
            screen.prefers_dark = matches(DARK);
            screen.style += 1;
        });
    };
    // Each media query reports one change; then a query for the new ratio and theme replaces it.
    effect(move || {
        let ratio = format!("(resolution: {}dppx)", screen.get().ratio);
        let again = Closure::<dyn Fn()>::new(look_again).into_js_value();
        let queries = [ratio.as_str(), DARK].map(|query| window().match_media(query).ok().flatten());
        for query in queries.iter().flatten() {
            query.set_onchange(Some(again.unchecked_ref()));
        }
        on_cleanup(move || queries.iter().flatten().for_each(|query| query.set_onchange(None)));
    });
    // The dark style sheet may arrive after the drawings.
    if let Some(link) = host.root_node().get_element_by_id("dark") {
        listen(&link, &["load"], Box::new(move |_| look_again()));
    }
    screen
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
