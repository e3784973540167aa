//! The screen and the style as they are: what a drawing has to follow beside its data.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::host::Host;
use crate::view::dom::effect::{effect, on_cleanup};
use crate::view::dom::listen::listen;

/// What the browser says of the screen and of the reader's wishes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Whether the browser asks for a dark page.
    pub prefers_dark: bool,
    /// Counts the changes of style: colours and fonts have to be read anew.
    pub style: u32,
}

const DARK: &str = "(prefers-color-scheme: dark)";

/// The screen, followed for as long as the page lives.
pub fn screen(host: Host) -> RwSignal<Screen> {
    let screen = RwSignal::new(Screen { ratio: window().device_pixel_ratio(), prefers_dark: matches(DARK), style: 0 });
    let look_again = move || {
        screen.update(|screen| {
            *screen =
                Screen { ratio: window().device_pixel_ratio(), prefers_dark: matches(DARK), style: screen.style + 1 };
        });
    };
    // Each query is asked for one change: the next is about the ratio, or the theme, that is then.
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
