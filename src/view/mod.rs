//! The page: Leptos components, and the only place that knows the DOM.
//!
//! Nothing is computed here: signals hold a [`crate::load::Loaded`] and the reader's choices,
//! memos call `figure` and `chart`, and effects call `paint`.

mod alert;
mod app;
mod card;
mod chart;
mod fetch;
mod legend;
mod opening;
mod page;
mod screen;
mod settings;
mod table;
mod toolbar;

use leptos::mount::mount_to_body;

/// Mounts the page and takes the waiting note, or the prerendered figures, off it.
pub fn mount() {
    mount_to_body(app::App);
    if let Some(waiting) = leptos::prelude::document().get_element_by_id("static") {
        waiting.remove();
    }
}
