//! Files of the reader's own: chosen, or dropped onto the page. They stay on the reader's machine.

use std::cell::{Cell, RefCell};

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::by_name::call;
use super::fetch::bytes;
use super::page::Page;
use super::sharing::OFFICIAL;
use super::{place, sharing};
use crate::budget::{Budget, OfficialPlaces};
use crate::load::{self, Fault, MOST_BYTES, Problem, is_json};

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
    open(page, input.files().as_ref());
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
        open(page, data.files().as_ref());
    }
}

/// A budget is shown; other files are official ones, which the fourth part has read.
fn open(page: Page, files: Option<&FileList>) {
    let files: Vec<File> = files.iter().flat_map(|files| (0..).map_while(|i| files.get(i))).collect();
    if files.is_empty() {
        return;
    }
    let request = page.request();
    page.spawn(async move {
        if let [file] = &files[..]
            && is_budget(file).await
        {
            let bytes = read(file).await;
            let typed = bytes.clone();
            page.receive(request, file.name(), true, bytes).await;
            return tell_signs(page, &typed.unwrap_or_default());
        }
        WAITING.set(Some((request, files)));
        take(request);
        sharing::want(page, OFFICIAL);
    });
}

/// Where the reader's own file is no JSON, they are told of each sign that their keyboard gave in the place of another.
fn tell_signs(page: Page, bytes: &[u8]) {
    if page.status.with_untracked(|status| status.trouble.is_some()) {
        let all = load::syntax(bytes);
        page.status.update(|status| {
            if let Some((_, faults)) = status.trouble.as_mut().filter(|_| !all.is_empty()) {
                *faults = all;
            }
        });
    }
}

thread_local! {
    /// Official files that wait to be read, and the request that they answer.
    static WAITING: RefCell<Option<(u32, Vec<File>)>> = const { RefCell::new(None) };
    /// Where the budget of a request stands in its official files.
    static PLACES: Cell<Option<(u32, &'static OfficialPlaces)>> = const { Cell::new(None) };
    /// The last request that official files answer.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
}

/// What this request brings is of official files.
pub fn take(request: u32) {
    TAKEN.set(request);
}

/// Whether what was asked for last is of official files, of which other words tell.
pub fn are_official(page: Page) -> bool {
    page.is_current(TAKEN.get())
}

/// The official files that wait to be read.
pub fn waiting() -> Option<(u32, Vec<File>)> {
    WAITING.take()
}

/// Keeps where the budget of a request stands in its official files, until it is there.
pub fn keep_places(request: u32, places: &'static OfficialPlaces) {
    PLACES.set(Some((request, places)));
}

/// Tells the budget of a request where it stands in its official files, where it was read from some.
pub fn placed(request: u32, budget: &Budget) {
    if let Some((_, places)) = PLACES.get().filter(|(of, _)| *of == request) {
        // Once: a budget is read from its files before it is shown.
        let _ = budget.official.set(places);
    }
}

/// Whether it is a file of this format.
pub async fn is_budget(file: &File) -> bool {
    /// As much as any sign needs that says what a file is.
    const HEAD: u32 = 64;
    let head = call(file, "slice", &[0.into(), HEAD.into()]).and_then(|head| call(&head, "arrayBuffer", &[]));
    let head = match head {
        Ok(head) => JsFuture::from(head.unchecked_into::<Promise>()).await.ok().and_then(|head| bytes(&head).ok()),
        Err(_) => None,
    };
    is_json(&file.name(), &head.unwrap_or_default())
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
