//! Opens files of the reader's own: chosen, or dropped onto the page. They stay on the reader's machine.

use std::cmp::Reverse;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::documents::{self, Opened};
use super::file::{is_budget, read};
use super::others;
use super::{official, params, statistics};
use crate::load;
use crate::view::state::app_state::AppState;

/// Handles events that may bring a file, or text typed into a search field.
pub fn handle(app: AppState, event: &Event) {
    match event.type_().as_str() {
        "change" => chosen(app, event),
        "input" => params::typed(app, event),
        _ => drag(app, event.unchecked_ref()),
    }
}

/// Handles the choice of a reader's own file.
fn chosen(app: AppState, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|input| input.type_() == "file") else { return };
    open(app, input.files().as_ref());
    // So that the same file, corrected meanwhile, can be chosen again.
    input.set_value("");
}

/// Handles files dragged over the whole page: shows a hint while one hovers, and opens it when dropped.
fn drag(app: AppState, event: &DragEvent) {
    let Some(data) = event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0)) else { return };
    event.prevent_default();
    let kind = event.type_();
    // A `dragleave` with a related target leaves an element, not the window.
    let is_dragging = kind == "dragover" || (kind == "dragleave" && event.related_target().is_some());
    if app.status.with_untracked(|status| status.is_dragging) != is_dragging {
        app.status.update(|status| status.is_dragging = is_dragging);
    }
    if kind == "drop" {
        open(app, data.files().as_ref());
    }
}

/// Opens files: a budget in this program's format is shown, the first where there are only such; official statistics go
/// with what is shown; others are read as official files.
fn open(app: AppState, files: Option<&FileList>) {
    let files: Vec<File> = files.iter().flat_map(|files| (0..).map_while(|i| files.get(i))).collect();
    let turn = documents::with(app, |own| {
        own.drops += 1;
        own.drops
    });
    app.spawn(async move {
        let files = without_statistics(app, files).await;
        // Files that are dropped later are shown in the place of these, however long each takes to read.
        if files.is_empty() || documents::with(app, |own| own.drops != turn) {
            return;
        }
        let request = app.request();
        let mut budgets = 0;
        for file in &files {
            budgets += usize::from(is_budget(file).await);
        }
        if let Some(file) = files.first().filter(|_| budgets == files.len()) {
            let bytes = read(file).await;
            let typed = bytes.clone();
            app.receive(request, file.name(), true, bytes).await;
            if app.is_current(request) && budgets > 1 {
                gather(app, request, &files).await;
            }
            return tell_signs(app, &typed.unwrap_or_default());
        }
        official::open(app, request, files).await;
    });
}

/// Takes official statistics out of these files, and returns the others.
async fn without_statistics(app: AppState, files: Vec<File>) -> Vec<File> {
    let mut others = Vec::new();
    for file in files {
        let bytes = if is_budget(&file).await { read(&file).await.ok() } else { None };
        match bytes.filter(|bytes| load::is_statistics(bytes)) {
            Some(bytes) => statistics::take(app, file.name(), true, Ok(bytes)),
            None => others.push(file),
        }
    }
    others
}

/// Opens the files that were dropped together with the first, as far as they belong to it.
async fn gather(app: AppState, request: u32, files: &[File]) {
    let (mut opened, mut missing) = (Vec::new(), 0);
    for file in files {
        let bytes = read(file).await.ok();
        match bytes.and_then(|bytes| Some((load::read(&bytes).ok()?, bytes))) {
            Some((loaded, bytes)) => {
                opened.push(Opened { name: file.name(), is_own: true, bytes, loaded: Arc::new(loaded) });
            }
            None => missing += 1,
        }
    }
    // The newest budget is shown first.
    opened.sort_by_key(|document: &Opened| {
        let budget = &document.loaded.budget;
        (budget.is_final(), Reverse(budget.document.year))
    });
    if app.is_current(request) {
        others::gather(app, opened, missing);
    }
}

/// If the reader's own file is no valid JSON, lists all its syntax errors, such as full-width punctuation.
fn tell_signs(app: AppState, bytes: &[u8]) {
    if app.status.with_untracked(|status| status.failure.is_some()) {
        let all = load::syntax(bytes);
        app.status.update(|status| {
            if let Some((_, diagnostics)) = status.failure.as_mut().filter(|_| !all.is_empty()) {
                *diagnostics = all;
            }
        });
    }
}
