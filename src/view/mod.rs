//! The page: Leptos, and the only place that knows the DOM.
//!
//! Nothing is computed here: signals hold a [`crate::load::Loaded`] and the reader's choices,
//! memos call `figure` and `chart`, trees come from `markup`, and effects call `paint`.

mod app;
mod card;
mod chart;
mod choices;
mod drop;
mod fetch;
mod follow;
mod page;
mod patch;
mod pointing;
mod screen;

use leptos::mount::mount_to_body;

/// Mounts the page below what stands in it already, which goes once there is something to show.
pub fn mount() {
    mount_to_body(app::App);
}
