//! A worker that reads one document: started for it, and ended with it.

use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Worker};

use super::answer::Answer;
use crate::load::{Fault, MOST_BYTES, Problem};
use crate::view::by_name::{call, get, text};
use crate::words::Lang;

/// How long a document may take.
const MOST_MILLISECONDS: u32 = 60_000;

/// A worker on a document.
pub struct Work {
    worker: Worker,
    /// Says what has become of it; only the first word counts.
    resolve: Function,
}

/// What is in the files, in the browser's own memory: a budget of pages is not copied into the program's.
pub async fn buffers(files: &[File]) -> Result<Vec<Uint8Array>, Answer> {
    let mut buffers = Vec::new();
    for file in files {
        #[allow(clippy::cast_precision_loss)] // the limit is far below 2^52
        if file.size() > MOST_BYTES as f64 {
            return Err(unreadable(Problem::TooLarge));
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        buffers.push(Uint8Array::new(&buffer.map_err(|_| unreadable(Problem::Unreadable))?));
    }
    Ok(buffers)
}

fn unreadable(problem: Problem) -> Answer {
    let fault = Fault::of_file(problem);
    Answer::Refused([Lang::Zh, Lang::En].map(|lang| vec![fault.sentence(lang)]))
}

/// What the worker says, or which failure there was instead.
pub async fn said(done: Promise) -> JsValue {
    let said = JsFuture::from(done).await.unwrap_or(JsValue::UNDEFINED);
    // An event of the worker's has data; one that says that it did not start has none.
    if said.as_string().is_some() { said } else { get(&said, "data").unwrap_or_else(|| text("absent")) }
}

impl Work {
    /// Sends the files to a new worker, and promises what comes of it; nothing where there can be none.
    pub fn start(files: &[File], buffers: &[Uint8Array]) -> Option<(Work, Promise)> {
        let links = document().query_selector_all("link[rel=importer]").ok()?;
        let href = |i| get(&links.item(i)?.into(), "href");
        let worker = Worker::new(&href(0)?.as_string()?).ok()?;
        let mut resolve = None;
        let done = Promise::new(&mut |first, _| resolve = Some(first));
        let resolve = resolve?;
        for event in ["message", "error"] {
            worker.add_event_listener_with_callback(event, &resolve).ok()?;
        }
        let late = [resolve.clone().into(), MOST_MILLISECONDS.into(), text("late")];
        call(&js_sys::global(), "setTimeout", &late).ok()?;
        let names: Array = files.iter().map(|file| text(&file.name())).collect();
        let bytes: Array = buffers.iter().map(JsValue::from).collect();
        let moved: Array = buffers.iter().map(|bytes| JsValue::from(bytes.buffer())).collect();
        let message: Array = [href(1)?, names.into(), bytes.into()].into_iter().collect();
        worker.post_message_with_transfer(&message, &moved).ok()?;
        Some((Work { worker, resolve }, done))
    }

    /// The reader does not want it any more.
    pub fn cancel(&self) {
        let _ = call(&self.resolve, "call", &[JsValue::UNDEFINED, text("cancelled")]);
    }

    /// Takes the worker away, whatever it does.
    pub fn end(&self) {
        self.worker.terminate();
        self.cancel();
    }
}
