//! The page: Leptos' signals and effects, and the only place that knows the DOM.
//!
//! Nothing is decided here. Signals hold a [`crate::load::Loaded`] and the reader's choices;
//! effects turn them into trees of `markup`, which are patched into the page, and into scenes,
//! which are painted; events become [`crate::markup::Action`]s and [`crate::figure::Param`]s.
//!
//! The page is built from `markup`'s trees and not from Leptos' `view!` because the same trees
//! give the prerendered page, are tested without a browser, and take half the bytes.
//!
//! `state` is what the page is, `dom` what it does to the document. What stands here are the first answers: the app, its
//! cards, and what a reader does to them. All that is in `rest` comes in a second module.

mod app;
mod card;
mod dom;
mod element;
mod events;
mod rest;
mod split;
mod state;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::markup::el;

/// Writes into the console that something is wrong with the program.
pub fn complain(text: &str) {
    let console = dom::reflect::get(&js_sys::global(), "console");
    let _ = console.map(|console| dom::reflect::call(&console, "error", &[dom::reflect::text(text)]));
}

/// Takes over the page that came with the HTML; what stands in it goes as there is something to take its place.
/// Where something else was asked for (`boot.js` has hidden it), a new page takes its place at once.
pub fn mount() {
    // A portal that shows elements has no page of this program: only that names the rest of it.
    if document().query_selector("link[rel=rest]").ok().flatten().is_none() {
        return;
    }
    let still = document().get_element_by_id("static");
    let seen = still.clone().filter(|still| !still.has_attribute("hidden"));
    let is_new = seen.is_none();
    let root = seen.map(Into::into).or_else(|| dom::patch::make(&el("div").class("page").into()));
    let (Some(root), Some(body)) = (root, document().body()) else { return };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else { return };
    if is_new {
        // In its place: a portal's foot may follow.
        let _ = match still.and_then(|still| Some((still.parent_node()?, still))) {
            Some((place, still)) => place.replace_child(&root, &still),
            None => body.append_child(&root),
        };
    }
    let host = state::host::Host::page(root.clone());
    mount_to(root, move || {
        app::start(host);
    })
    .forget();
}
