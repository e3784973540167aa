//! Opens the search in the toolbar.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::view::dom::reflect::call;
use crate::view::state::app_state::AppState;

/// The selector of the search field.
const FIELD: &str = "#search input";

/// Opens the search with the cursor in its field; synchronously, since a phone shows its keyboard only then.
pub fn open_search(app: AppState) -> bool {
    let Some(field) = first(app, FIELD) else { return false };
    if let Ok(Some(search)) = field.closest("details") {
        let _ = search.set_attribute("open", "");
    }
    // The previous search is selected, so that typing replaces it.
    let _ = call(&field, "select", &[]);
    focus(Some(field));
    true
}

/// The first element that a selector finds.
pub fn first(app: AppState, selector: &str) -> Option<Element> {
    app.host.root_node().query_selector(selector).ok().flatten()
}

/// Moves the keyboard's focus to an element, if there is one.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element {
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}
