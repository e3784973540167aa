//! Places on the page that an address leads to: a figure, a line of a table, a term.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choices::{self, parameter};
use super::page::{Page, next_frame};
use crate::figure::locate;

/// Goes to `place`, as a step that the browser's back button takes back.
pub fn go(page: Page, place: &str) {
    if parameter("figure").is_some() {
        return go_to_whole_page(place);
    }
    page.asked.with_untracked(|asked| choices::write(page.choices.get_untracked(), asked, Some(place), true));
    find(page);
}

/// A figure alone in a portal's column has nothing to lead to: the whole page opens beside it.
fn go_to_whole_page(place: &str) {
    let location = window().location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else { return };
    let Ok(query) = web_sys::UrlSearchParams::new_with_str(&query) else { return };
    query.delete("figure");
    let url = [&path, "?", &String::from(query.to_string()), "#", place].concat();
    let _ = window().open_with_url_and_target_and_features(&url, "_blank", "noopener");
}

/// Shows the place that the address names, also where it lies in a fold or beyond the part of a long
/// table that is shown.
pub fn find(page: Page) {
    let hash = window().location().hash().unwrap_or_default();
    let Some(place) = hash.strip_prefix('#').filter(|place| !place.is_empty()) else { return };
    let place = js_sys::decode_uri_component(place).map_or_else(|_| place.into(), String::from);
    if show(&place) {
        return;
    }
    let asks = page.shown.with_untracked(|shown| Some(locate(&shown.as_ref()?.budget, &place)));
    let asks = asks.unwrap_or_default();
    if !asks.is_empty() {
        for choice in asks {
            page.ask(choice, None);
        }
        spawn_local(async move {
            next_frame().await;
            show(&place);
        });
    }
}

/// Opens what is folded around the element, marks it, and scrolls to it.
fn show(place: &str) -> bool {
    let Some(element) = document().get_element_by_id(place) else { return false };
    let mut around = Some(element.clone());
    while let Some(fold) = around.and_then(|inside| inside.closest("details").ok().flatten()) {
        let _ = fold.set_attribute("open", "");
        around = fold.parent_element();
    }
    if let Ok(Some(before)) = document().query_selector("[data-found]") {
        let _ = before.remove_attribute("data-found");
    }
    let _ = element.set_attribute("data-found", "");
    element.scroll_into_view();
    true
}
