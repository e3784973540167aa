//! Object URLs for a reader's own PDF, so that links can open it at the page of a number.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::File;

use crate::view::dom::reflect::{call, get, text};

/// A file with an object URL, which is revoked when this is dropped.
pub struct Kept {
    /// The object URL, without a fragment.
    pub address: String,
}

impl Kept {
    /// The object URL of the only file; `None` for several files, or if the browser refuses.
    pub fn new(files: &[File]) -> Option<Rc<Kept>> {
        let [file] = files else { return None };
        let address = call(&addresses()?, "createObjectURL", &[file.into()]).ok()?.as_string()?;
        Some(Rc::new(Kept { address }))
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Some(addresses) = addresses() {
            let _ = call(&addresses, "revokeObjectURL", &[text(&self.address)]);
        }
    }
}

fn addresses() -> Option<JsValue> {
    get(&js_sys::global(), "URL")
}
