//! Moves the figure that the reader wants first before all others.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::figure::param;
use crate::view::dom::effect::effect;
use crate::view::dom::reflect::call;
use crate::view::state::app_state::AppState;

/// Starts the effect that moves the wanted figure whenever the reader's choice changes.
pub fn begin(app: AppState) {
    let first = StoredValue::new_local(None);
    effect(move || put_first(app, first));
}

/// The id of the figure that stands before all others, its element, and the parent and sibling where it stood before.
type First = (String, Option<(web_sys::Element, web_sys::Element, Option<web_sys::Node>)>);

/// Moves the wanted figure before all others; the one that was there goes back to its place.
fn put_first(app: AppState, last: StoredValue<Option<First>, LocalStorage>) {
    let first = app.query.with(|query| query.get(param::FIRST).map(String::from));
    if last.with_value(|last| last.as_ref().map(|(id, _)| id) == first.as_ref()) {
        return;
    }
    let put = |place: &web_sys::Element, parent: &web_sys::Element, before: Option<web_sys::Node>| {
        let before = before.map_or(JsValue::NULL, JsValue::from);
        let _ = call(parent, "insertBefore", &[place.into(), before]);
    };
    if let Some((_, Some((place, parent, before)))) = last.try_update_value(Option::take).flatten() {
        put(&place, &parent, before);
    }
    let find = |selector: &str| app.host.root_node().query_selector(selector).ok().flatten();
    let moved = |id: &String| {
        let (place, cards) = (find(&["[data-place=\"", id, "\"]"].concat())?, find(".cards")?);
        let stood = (place.clone(), place.parent_element()?, place.next_sibling());
        put(&place, &cards, cards.first_child());
        Some(stood)
    };
    last.set_value(first.map(|id| {
        let stood = moved(&id);
        (id, stood)
    }));
}
