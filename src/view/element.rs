//! Single figures in somebody else's page: what `embed.js` calls for each of its elements.

use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::mount_to;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::app::app;
use super::host::Host;

/// Builds what `query` asks for in `root`, which stands in a tree of its own; the whole page lies in `folder`. The
/// function that it gives takes another value of a parameter, or, called with none, takes the app away with all that it
/// listens to.
#[wasm_bindgen]
pub fn embed(root: HtmlElement, query: String, folder: String) -> JsValue {
    let built = Rc::new(Cell::new(None));
    let page = Rc::clone(&built);
    let mut mounted = Some(mount_to(root.clone(), move || built.set(Some(app(Host::element(root, query, folder))))));
    let change = Closure::<dyn FnMut(Option<String>, Option<String>)>::new(
        move |name: Option<String>, value: Option<String>| {
            let Some(name) = name else { return mounted = None };
            if let Some(page) = page.get().filter(|_| mounted.is_some()) {
                page.readdress(&name, value.as_deref());
            }
        },
    );
    change.into_js_value()
}
