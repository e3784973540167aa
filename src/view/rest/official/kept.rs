//! A reader's own file with an address that only this page has, so that a number can lead to its page.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::File;

use crate::view::dom::reflect::{call, get, text};

/// A file that has such an address for as long as this lives.
pub struct Kept {
    /// The address, without a place in it.
    pub address: String,
}

impl Kept {
    /// The only one of these files; nothing where there are several, or the browser gives none an address.
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
