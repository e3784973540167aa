//! The page: Leptos' signals and effects, and the only place that knows the DOM.
//!
//! Nothing is decided here. Signals hold a [`crate::load::Loaded`] and the reader's choices;
//! effects turn them into trees of `markup`, which are patched into the page, and into scenes,
//! which are painted; events become [`crate::markup::Action`]s and [`crate::figure::Choice`]s.
//!
//! The page is built from `markup`'s trees and not from Leptos' `view!` because the same trees
//! give the prerendered page, are tested without a browser, and take half the bytes.

mod apart;
mod app;
mod by_name;
mod card;
mod checks;
mod choices;
mod element;
mod events;
mod fetch;
mod files;
mod follow;
mod frame;
mod hear;
mod host;
mod initials;
mod later;
mod meaning;
mod messages;
mod official;
mod page;
mod patch;
mod place;
mod print;
mod screen;
mod share;
mod sharing;
mod split;
mod toolbar;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::markup::el;

/// A style's number to the pixel.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// Writes into the console that something is wrong with the program.
pub fn complain(text: &str) {
    let console = by_name::get(&js_sys::global(), "console");
    let _ = console.map(|console| by_name::call(&console, "error", &[by_name::text(text)]));
}

/// Takes over the page that came with the HTML; what stands in it goes as there is something to take its place.
/// Where something else was asked for (`boot.js` has hidden it), a new page takes its place at once.
pub fn mount() {
    // A worker runs the same program, and has no page. Nor has a portal that shows elements: only the page itself names
    // what checks its numbers.
    let Some(window) = web_sys::window() else { return };
    let own = window.document().and_then(|document| document.query_selector("link[rel=checker]").ok()?);
    if own.is_none() {
        return;
    }
    let still = document().get_element_by_id("static");
    let seen = still.clone().filter(|still| !still.has_attribute("hidden"));
    let is_new = seen.is_none();
    let root = seen.map(Into::into).or_else(|| patch::make(&el("div").class("page").into()));
    let (Some(root), Some(body)) = (root, document().body()) else { return };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else { return };
    if is_new {
        // In its place: a portal's foot may follow.
        let _ = match still.and_then(|still| Some((still.parent_node()?, still))) {
            Some((place, still)) => place.replace_child(&root, &still),
            None => body.append_child(&root),
        };
    }
    let host = host::Host::page(root.clone());
    mount_to(root, move || {
        app::app(host);
    })
    .forget();
}
