//! What the parts of a page are for screen readers: of a page that came as HTML they are in it already
//! (`export/page.rs`), of one that the program builds they are added here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::search::first;
use crate::export::page::{MAIN, skip};
use crate::markup::{AWAITED, further};
use crate::view::dom::effect::effect;
use crate::view::dom::patch::make;
use crate::view::state::app_state::AppState;

/// Names the parts of a whole page. A portal's header and footer are the page's, and a single figure is in a page of the
/// portal's.
pub fn begin(app: AppState) {
    let set = |element: Option<Element>, name: &str, value: &str| {
        if let Some(element) = element.filter(|element| !element.has_attribute(name)) {
            let _ = element.set_attribute(name, value);
        }
    };
    link_awaited(app);
    set(first(app, ".messages"), "aria-live", "polite");
    if !app.host.is_page() || app.host.is_standalone() {
        return;
    }
    set(first(app, "main"), "id", MAIN);
    let is_portals = |selector| document().query_selector(selector).is_ok_and(|found| found.is_some());
    if !is_portals(".portal-head") {
        set(first(app, ".toolbar"), "role", "banner");
    }
    if !is_portals(".portal-foot") {
        set(first(app, ".footer"), "role", "contentinfo");
    }
    effect(move || {
        let locale = app.locale();
        // The elements around the cards are made once, in the language of then.
        if let Some(title) = first(app, ".further > summary h2") {
            title.set_text_content(Some(further(locale)));
        }
        if let Some(old) = first(app, ".skip") {
            old.remove();
        }
        let root = app.host.root();
        if let Some(link) = make(&skip(locale).into()) {
            let _ = root.insert_before(&link, root.first_child().as_ref());
        }
    });
}

/// Gives links in the page's HTML the addresses of what came with the program: a card of that HTML may stand for long.
fn link_awaited(app: AppState) {
    let Ok(links) = app.host.root_node().query_selector_all(&["a[", AWAITED, "]"].concat()) else { return };
    let links = (0..links.length()).filter_map(|i| links.get(i)?.dyn_into::<Element>().ok());
    for link in links {
        if let Some(address) = link.get_attribute(AWAITED) {
            let _ = link.set_attribute("href", &address);
            let _ = link.remove_attribute(AWAITED);
        }
    }
}
