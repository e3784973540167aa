//! The live page in the browser: Leptos' signals and effects, and the only module that uses the DOM.
//!
//! It contains no logic of its own. Signals hold a [`crate::load::Loaded`] and the reader's choices;
//! effects turn them into trees of `markup`, which are patched into the page, and into scenes,
//! which are painted; events become [`crate::markup::Action`]s and [`crate::figure::Param`]s.
//!
//! The page is built from `markup`'s trees and not from Leptos' `view!` because the same trees
//! give the prerendered page, are tested without a browser, and take half the bytes.
//!
//! `state` holds the page's state, `dom` has access to the document. The files here are for the first answers: the app,
//! its cards, and their events. What is in `second` and `third`
//! comes in WebAssembly modules of their own.

mod app;
mod card;
mod dom;
mod element;
mod events;
mod second;
mod split;
mod state;
mod third;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::markup::el;

/// Logs an error of the program to the browser's console.
pub fn log_error(text: &str) {
    let console = dom::reflect::get(&js_sys::global(), "console");
    let _ = console.map(|console| dom::reflect::call(&console, "error", &[dom::reflect::text(text)]));
}

/// Starts the app on the page that came with the HTML, whose content is replaced piece by piece. If the address asks
/// for something else, so that `boot.js` has hidden that page, a new one takes its place at once.
pub fn mount() {
    // In a portal's page with embedded elements there is nothing to mount: it has no link to the second module.
    if document().query_selector("link[rel=second]").ok().flatten().is_none() {
        return;
    }
    let still = document().get_element_by_id("static");
    let seen = still.clone().filter(|still| !still.has_attribute("hidden"));
    let is_new = seen.is_none();
    let root = seen.map(Into::into).or_else(|| dom::patch::make(&el("div").class("page").into()));
    let (Some(root), Some(body)) = (root, document().body()) else { return };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else { return };
    if is_new {
        // In the place of the old one, since a portal's footer may follow.
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
