//! Embeds a single figure in another site's page: the function that `embed.js` calls for each of its elements.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::mount_to;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, HtmlElement};

use super::app::start;
use super::dom::reflect::get;
use super::state::host::Host;

/// Builds the figure that `query` asks for in `root`, inside a shadow tree; the whole page is in `folder`. Returns a
/// function that sets a parameter, `{name, value}`, or, called with `{}`, unmounts the app and removes its event
/// listeners.
#[wasm_bindgen]
pub fn embed(root: HtmlElement, query: String, folder: String) -> JsValue {
    let built = Rc::new(Cell::new(None));
    let app = Rc::clone(&built);
    let mounted = mount_to(root.clone(), move || built.set(Some(start(Host::element(root, query, folder)))));
    let mounted = RefCell::new(Some(mounted));
    // The argument is no event but has that type, like all closures here: another type would cost a few hundred bytes.
    let change = Closure::<dyn Fn(Event)>::new(move |what: Event| {
        let word = |name| get(&what, name).and_then(|word| word.as_string());
        let Some(name) = word("name") else {
            mounted.take();
            return;
        };
        if let Some(app) = app.get().filter(|_| mounted.borrow().is_some()) {
            app.readdress(&name, word("value").as_deref());
        }
    });
    change.into_js_value()
}
