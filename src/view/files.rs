//! Files of the reader's own: chosen, or dropped onto the page. They stay on the reader's machine.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::fetch::bytes;
use super::page::Page;
use super::place;
use crate::load::{Fault, MOST_BYTES, Problem};

/// Takes an event that may bring a file, or words to look for.
pub fn hear(page: Page, event: &Event) {
    match event.type_().as_str() {
        "change" => chosen(page, event),
        "input" => place::typed(page, event),
        _ => drag(page, event.unchecked_ref()),
    }
}

/// A reader's own file was chosen.
fn chosen(page: Page, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|input| input.type_() == "file") else { return };
    open(page, input.files());
    // So that the same file, mended meanwhile, can be chosen again.
    input.set_value("");
}

/// The whole page takes a dropped file, and says so while one hovers over it.
fn drag(page: Page, event: &DragEvent) {
    let Some(data) = event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0)) else { return };
    event.prevent_default();
    let kind = event.type_();
    // It leaves the window, not one element for another.
    let hovering = kind == "dragover" || (kind == "dragleave" && event.related_target().is_some());
    if page.status.with_untracked(|status| status.hovering) != hovering {
        page.status.update(|status| status.hovering = hovering);
    }
    if kind == "drop" {
        open(page, data.files());
    }
}

fn open(page: Page, files: Option<FileList>) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let request = page.request();
    page.spawn(async move {
        let bytes = read(&file).await;
        page.receive(request, file.name(), true, bytes).await;
    });
}

/// The bytes of a file that the reader chose. A file that cannot be read is as good as none.
async fn read(file: &File) -> Result<Vec<u8>, Fault> {
    #[allow(clippy::cast_precision_loss)] // the limit is far below 2^52
    if file.size() > MOST_BYTES as f64 {
        return Err(Fault::of_file(Problem::TooLarge));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Fault::of_file(Problem::Unreadable))?;
    bytes(&buffer)
}
