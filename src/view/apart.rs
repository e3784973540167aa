//! Checking off the page's own thread: a worker runs the same program a second time and sends the report as text.

use std::cell::Cell;

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Worker};

use super::by_name::get;
use super::split;
use crate::check::Report;

/// Where the page names what the worker needs: the script beside the program, then the program's modules in the
/// order in which they are joined.
const PROGRAM: [&str; 4] =
    ["link[rel=modulepreload]", "link[rel=preload][type='application/wasm']", "link[rel~=shared]", "link[rel=checks]"];

/// What a worker calls: the report on these bytes of a budget as text.
#[wasm_bindgen]
pub fn checked(bytes: Vec<u8>) -> Option<String> {
    (split::checks().text)(bytes)
}

/// Sends the bytes to a worker, which gives `heard` its report, or nothing where it could not make one. `None` where
/// there can be no worker.
pub fn check_apart(bytes: &[u8], heard: impl FnOnce(Option<Report>) + 'static) -> Option<Worker> {
    let worker = Worker::new(hrefs("link[rel=checker]").first()?).ok()?;
    let heard = Cell::new(Some(heard));
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let text = get(&event, "data").and_then(|data| data.as_string());
        if let Some(heard) = heard.take() {
            heard(text.and_then(|text| Report::from_text(&text)));
        }
    });
    let heard = heard.into_js_value();
    for event in ["message", "error"] {
        worker.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref()).ok()?;
    }
    let names: Vec<_> = PROGRAM.iter().flat_map(|link| hrefs(link)).collect();
    let bytes = Uint8Array::from(bytes);
    let message = Array::of2(&JsValue::from_str(&names.join(" ")), &bytes);
    worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer())).ok()?;
    Some(worker)
}

/// Where the links of a kind lead, absolute: what they name need not lie beside the page.
fn hrefs(link: &str) -> Vec<String> {
    let Ok(links) = document().query_selector_all(link) else { return Vec::new() };
    let href = |i| get(&links.item(i)?.into(), "href")?.as_string();
    (0..links.length()).filter_map(href).collect()
}
