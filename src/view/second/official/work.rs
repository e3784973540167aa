//! Runs a web worker that reads one document.

use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Worker};

use super::answer::Answer;
use super::json::word;
use crate::load::{Diagnostic, DiagnosticKind, MAX_BYTES};
use crate::locale::Lang;
use crate::view::dom::reflect::{call, get, made, set, text};

/// The time limit for a document.
const MAX_MILLISECONDS: u32 = 60_000;

/// A worker that reads a document.
pub struct Work {
    worker: Worker,
    /// The function that ends the work with a reason.
    resolve: Function,
    /// The page that it is reading, and the last page, once it has reported them.
    pub at: Option<[String; 2]>,
}

/// The bytes of the files, in the browser's memory and not copied into the program's.
pub async fn buffers(files: &[File]) -> Result<Vec<Uint8Array>, Answer> {
    let mut buffers = Vec::new();
    for file in files {
        #[allow(clippy::cast_precision_loss)] // the limit is far below 2^52
        if file.size() > MAX_BYTES as f64 {
            return Err(unreadable(DiagnosticKind::TooLarge));
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        buffers.push(Uint8Array::new(&buffer.map_err(|_| unreadable(DiagnosticKind::Unreadable))?));
    }
    Ok(buffers)
}

fn unreadable(problem: DiagnosticKind) -> Answer {
    let diagnostic = Diagnostic::of_file(problem);
    Answer::Refused([Lang::Zh, Lang::En].map(|lang| vec![diagnostic.sentence(lang)]))
}

/// A message of a worker.
pub enum WorkerMessage {
    /// Its program has begun; until then nothing was read.
    Begun,
    /// The page that it is reading, and the last page.
    Page([String; 2]),
    /// The result, or the kind of failure.
    Done(JsValue),
}

/// The worker's next message, or the reason why the work has ended.
pub async fn next(worker: &Worker, ended: &Promise) -> WorkerMessage {
    let said = Promise::new(&mut |hear, _| {
        for event in ["onmessage", "onerror"] {
            let _ = set(worker, event, &hear);
        }
    });
    let first: Array = [&said, ended].into_iter().collect();
    let first = get(&js_sys::global(), "Promise").and_then(|promise| call(&promise, "race", &[first.into()]).ok());
    let first = JsFuture::from(first.map_or(said, JsCast::unchecked_into)).await.unwrap_or(JsValue::UNDEFINED);
    if first.as_string().is_some() {
        return WorkerMessage::Done(first);
    }
    // A message event has data; an error event, because the worker did not start, has none.
    let data = get(&first, "data").unwrap_or_else(|| text("absent"));
    match word(&data, "0").zip(word(&data, "1")) {
        Some((page, pages)) => WorkerMessage::Page([page, pages]),
        None if data.is_array() => WorkerMessage::Begun,
        None => WorkerMessage::Done(data),
    }
}

/// What makes an address one that no cache knows.
pub fn fresh() -> String {
    ["?", &js_sys::Date::new_0().value_of().to_string()].concat()
}

/// A script's address for a page whose policy requires Trusted Types (`trusted-types budget-lens budget-lens-reader`).
fn trusted(address: &str) -> JsValue {
    let policy = || {
        let rules = js_sys::Object::new();
        // The address is one that the page's own links name.
        set(&rules, "createScriptURL", &get(&js_sys::global(), "String")?)?;
        let policies = get(&js_sys::global(), "trustedTypes")?;
        let policy = call(&policies, "createPolicy", &[text("budget-lens-reader"), rules.into()]).ok()?;
        call(&policy, "createScriptURL", &[text(address)]).ok()
    };
    policy().unwrap_or_else(|| text(address))
}

impl Work {
    /// Sends the files to a new worker; the promise resolves to the reason if the work ends without an answer.
    /// `None` if no worker can be started. A second time its script is asked for at an address that no cache knows.
    pub fn start(files: &[File], buffers: &[Uint8Array], again: bool) -> Option<(Work, Worker, Promise)> {
        let links = document().query_selector_all("link[rel=importer]").ok()?;
        let href = |i| get(&links.item(i)?.into(), "href");
        let again = if again { fresh() } else { String::new() };
        let script = trusted(&[&href(0)?.as_string()?, again.as_str()].concat());
        let worker: Worker = made("Worker", &[script]).ok()?.unchecked_into();
        let mut resolve = None;
        let ended = Promise::new(&mut |first, _| resolve = Some(first));
        let resolve = resolve?;
        let late = [resolve.clone().into(), MAX_MILLISECONDS.into(), text("late")];
        call(&js_sys::global(), "setTimeout", &late).ok()?;
        let names: Array = files.iter().map(|file| text(&file.name())).collect();
        let bytes: Array = buffers.iter().map(JsValue::from).collect();
        let moved: Array = buffers.iter().map(|bytes| JsValue::from(bytes.buffer())).collect();
        let message: Array = [href(1)?, names.into(), bytes.into()].into_iter().collect();
        worker.post_message_with_transfer(&message, &moved).ok()?;
        Some((Work { worker: worker.clone(), resolve, at: None }, worker, ended))
    }

    /// Cancels the work, as the reader wants.
    pub fn cancel(&self) {
        let _ = call(&self.resolve, "call", &[JsValue::UNDEFINED, text("cancelled")]);
    }

    /// Terminates the worker.
    pub fn end(&self) {
        self.worker.terminate();
        self.cancel();
    }
}
