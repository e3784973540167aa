//! The figure that a reader has put before all others.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::figure::param;
use crate::view::dom::effect::effect;
use crate::view::dom::reflect::call;
use crate::view::state::app_state::AppState;

/// Puts the figure that is asked for before all others, whenever that is another.
pub fn begin(app: AppState) {
    let first = StoredValue::new_local(None);
    effect(move || put_first(app, first));
}

/// A figure that stands before all others, its place, and where that has stood before.
type First = (String, Option<(web_sys::Element, web_sys::Element, Option<web_sys::Node>)>);

/// Puts the figure before all others that is asked to be; the one that stood there goes back.
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
