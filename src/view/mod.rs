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
mod page;
mod patch;
mod place;
mod screen;
mod share;
mod sharing;
mod split;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;

use crate::markup::el;

/// A style's number to the pixel.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// Puts the page below what stands in the document already, which goes once there is a budget to show.
pub fn mount() {
    // A worker runs the same program, and has no page. Nor has a portal that shows elements: only the page itself names
    // what checks its numbers.
    let Some(window) = web_sys::window() else { return };
    let own = window.document().and_then(|document| document.query_selector("link[rel=checker]").ok()?);
    if own.is_none() {
        return;
    }
    let root =
        patch::make(&el("div").class("page").into()).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
    let (Some(root), Some(body)) = (root, document().body()) else { return };
    // The live toolbar takes the place of the one that came with the HTML.
    if let Ok(Some(toolbar)) = document().query_selector("#static .toolbar") {
        toolbar.remove();
    }
    if body.append_child(&root).is_ok() {
        let host = host::Host::page(root.clone());
        mount_to(root, move || {
            app::app(host);
        })
        .forget();
    }
}
