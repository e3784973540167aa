//! The whole page takes a dropped file, and says so while one hovers over it.

use leptos::ev;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::page::{Origin, Page};

/// Listens for files, for as long as the page lives.
pub fn accept_drops(page: Page) {
    let hovering = move |hovering| {
        if page.status.with_untracked(|status| status.hovering) != hovering {
            page.status.update(|status| status.hovering = hovering);
        }
    };
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if carries_files(&event) {
                event.prevent_default();
                hovering(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Out of the window, not from one element to another.
            if event.related_target().is_none() {
                hovering(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            event.prevent_default();
            hovering(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                page.open(Origin::Own(file));
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
