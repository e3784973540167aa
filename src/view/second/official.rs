//! Opens official files (PDF, Word, Excel) in the page: a worker reads them, and the reader can correct the result.
//!
//! The page keeps the JSON text of the budget that was read. Corrections are written into it, and it is opened again
//! like any file, so that no other code has to know where a budget came from.

mod answer;
mod correct;
mod json;
mod kept;
mod release;
pub mod requests;
mod work;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, File, HtmlElement, Worker};

use super::file::is_budget;
use super::messages::kept;
use super::print::print;
use crate::budget::OfficialPlaces;
use crate::figure::{CHECKS, Param, Query, param};
use crate::locale::Lang;
use crate::markup::{self, AT, CANCEL, CLOSE, COLUMN, Correction, Node, Official, PRINT, RELOAD, SETS, el};
use crate::view::dom::listen::listen;
use crate::view::dom::patch::{make, part};
use crate::view::dom::reflect::{call, get, text};
use crate::view::state::app_state::{AppState, PrintScope};
use answer::{ABSENT, Answer};
use json::parsed;
use kept::Kept;
use work::{Work, WorkerMessage};

/// The state of reading official files.
#[derive(Default)]
struct State {
    work: Option<(u32, Work)>,
    /// The files that could not be read: the request, their names, and why.
    refused: Option<(u32, String, [Vec<String>; 2])>,
    read: Option<Read>,
}

/// A budget that was read from official files.
struct Read {
    name: String,
    /// The budget with all corrections, as JSON text.
    text: String,
    /// The budget as a JavaScript value.
    budget: JsValue,
    /// The report on what was read.
    report: JsValue,
    /// The places in the files where everything is printed.
    places: &'static OfficialPlaces,
    /// The file, where it is one PDF.
    pdf: Option<Rc<Kept>>,
    /// The cell that is selected for correction.
    at: Correction,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Adds the element above the figures that shows what was read, with its event listener.
pub fn begin(app: AppState) {
    let messages = app.host.root_node().query_selector("main .messages").ok().flatten();
    let Some((messages, place)) = messages.zip(make(&el("div").class("official-files").into())) else { return };
    let _ = call(&messages, "after", &[place.clone().into()]);
    listen(&place, &["click", "change"], Box::new(move |event| heard(app, &event)));
    part(place, Box::new(move || nodes(app)));
}

/// Reads files of the reader's as one document.
pub async fn open(app: AppState, request: u32, files: Vec<File>) {
    requests::take(request);
    if !app.is_current(request) {
        return;
    }
    let name = files.iter().map(File::name).collect::<Vec<_>>().join("、");
    let answer = read(app, request, &files).await;
    end(|of| of == request);
    match answer {
        Answer::Read { text, report } => {
            let at = Correction::default();
            let budget = parsed(&text).unwrap_or(JsValue::UNDEFINED);
            let pdf = answer::is_pdf(&report).then(|| Kept::new(&files)).flatten();
            let places = answer::places(&report, pdf.as_ref().map(|pdf| pdf.address.clone()));
            let places = Box::leak(Box::new(places));
            show(app, request, Read { name, text, budget, report, places, pdf, at }).await;
        }
        Answer::Refused(sentences) => refuse(app, request, name, sentences),
    }
}

async fn read(app: AppState, request: u32, files: &[File]) -> Answer {
    for file in files {
        // A budget in this program's format can only be opened alone.
        if is_budget(file).await {
            return answer::failed("json");
        }
    }
    for again in [false, true] {
        let buffers = match work::buffers(files).await {
            Ok(buffers) => buffers,
            Err(refused) => return refused,
        };
        let started = || Work::start(files, &buffers, again);
        let Some((work, worker, ended)) = app.is_current(request).then(started).flatten() else { break };
        end(|_| true);
        STATE.with_borrow_mut(|state| state.work = Some((request, work)));
        let said = worked(app, request, &worker, &ended).await;
        if said.as_string().as_deref() != Some(ABSENT) {
            return answer::of(&said, files.len() == 1);
        }
    }
    answer::failed(if release::is_updated(app.host).await { "updated" } else { ABSENT })
}

/// Waits for the worker's answer, and shows how far it is until then.
async fn worked(app: AppState, request: u32, worker: &Worker, ended: &Promise) -> JsValue {
    let mut has_begun = false;
    loop {
        say(app);
        match work::next(worker, ended).await {
            WorkerMessage::Begun => has_begun = true,
            WorkerMessage::Page(at) => STATE.with_borrow_mut(|state| {
                if let Some((_, work)) = state.work.as_mut().filter(|(of, _)| *of == request) {
                    work.at = Some(at);
                }
            }),
            // The time is over, but no time was spent on the files.
            WorkerMessage::Done(said) if !has_begun && said.as_string().as_deref() == Some("late") => {
                return text("unheard");
            }
            WorkerMessage::Done(said) => return said,
        }
    }
}

/// Ends the worker whose request fulfils a condition, if there is one.
fn end(is_it: impl Fn(u32) -> bool) {
    let work = STATE.with_borrow_mut(|state| state.work.take_if(|(request, _)| is_it(*request)));
    if let Some((_, work)) = work {
        work.end();
    }
}

fn refuse(app: AppState, request: u32, name: String, sentences: [Vec<String>; 2]) {
    if app.is_current(request) {
        STATE.with_borrow_mut(|state| state.refused = Some((request, name, sentences)));
        app.status.update(|status| status.is_busy = false);
    }
}

/// Opens the budget like any file. If it can be shown, the card on what was read is shown, too.
async fn show(app: AppState, request: u32, read: Read) {
    if !app.is_current(request) {
        return;
    }
    requests::keep_places(request, read.places);
    app.receive(request, read.name.clone(), true, Ok(read.text.clone().into_bytes())).await;
    if app.is_current(request) && app.status.with_untracked(|status| status.failure.is_none()) {
        STATE.with_borrow_mut(|state| state.read = Some(read));
        say(app);
    }
}

/// Notifies the page that the messages have changed.
fn say(app: AppState) {
    app.status.update(|_| ());
}

/// The element trees above the figures: progress of reading, why files were refused, what was read.
fn nodes(app: AppState) -> Vec<Node> {
    let locale = app.locale();
    let kept = kept(app);
    let shown = app.loaded.get();
    app.status.track();
    // Work for earlier requests is ended, since nobody waits for it.
    end(|request| !app.is_current(request));
    STATE.with_borrow(|state| {
        let work = state.work.as_ref().filter(|(request, _)| app.is_current(*request));
        let refused = state.refused.as_ref().filter(|(request, ..)| app.is_current(*request));
        let refused = refused.map(|(_, name, [zh, en])| {
            let sentences = if locale.lang == Lang::Zh { zh } else { en };
            let reloads = sentences.iter().any(|sentence| answer::UPDATED.contains(&sentence.as_str()));
            markup::refused(name, sentences, kept, reloads, locale)
        });
        // The places tell the budget, which is another one as soon as its lines are named in English.
        let places = shown.as_ref().and_then(|shown| shown.budget.official.get());
        let is_it = |read: &&Read| places.is_some_and(|places| std::ptr::eq(*places, read.places));
        let read = state.read.as_ref().filter(is_it);
        let are_checks_first = app.query.with(|query| query.get(param::FIRST) == Some(CHECKS));
        let told = |read: &Read| Official {
            checked: checked(app),
            are_checks_first,
            ..answer::told(&read.budget, &read.report, &read.at, locale)
        };
        let read = read.map(|read| markup::official(&told(read), locale));
        [work.map(|(_, work)| markup::reading(work.at.as_ref(), locale)), refused, read]
            .into_iter()
            .flatten()
            .map(Node::from)
            .collect()
    })
}

/// A sentence on whether the budget that was read adds up, once it is checked.
fn checked(app: AppState) -> Option<String> {
    let loaded = app.loaded.get()?;
    let (checked, third) = (app.checked(&loaded)?, app.third_module()?);
    let figure = (third.report_figure)(&checked.report, &loaded.budget, &Query::default(), app.locale())?;
    Some(figure.answer.to_string())
}

/// Handles the events of the controls above the figures.
fn heard(app: AppState, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some((target, sets)) = target.and_then(|target| Some((target.clone(), target.get_attribute(SETS)?))) else {
        return;
    };
    match (sets.as_str(), event.type_().as_str()) {
        (CANCEL, "click") => STATE.with_borrow(|state| {
            if let Some((_, work)) = &state.work {
                work.cancel();
            }
        }),
        (CLOSE, "click") => {
            STATE.with_borrow_mut(|state| state.refused = None);
            say(app);
            // Whoever closes the alert opens the next file.
            if let Ok(Some(input)) = app.host.root_node().query_selector("input[type=file]") {
                let _ = input.unchecked_into::<HtmlElement>().focus();
            }
        }
        (RELOAD, "click") => {
            let _ = window().location().reload();
        }
        (PRINT, "click") => {
            // The printed list has all findings.
            app.set_param(Param::new(param::FINDINGS, param::ALL_FINDINGS), None);
            print(app, PrintScope::Figure(CHECKS));
        }
        (_, "change") => {
            let value = get(&target, "value").and_then(|value| value.as_string()).unwrap_or_default();
            mended(app, &sets, value.trim());
        }
        _ => {}
    }
}

/// Opens the budget again with the reader's correction, or selects another cell.
fn mended(app: AppState, sets: &str, value: &str) {
    let mended = STATE.with_borrow_mut(|state| {
        let read = state.read.as_mut()?;
        let [table, column, line] = AT;
        match sets {
            _ if sets == table => read.at = Correction { table: value.parse().ok()?, ..Correction::default() },
            _ if sets == column => read.at.column = value.into(),
            _ if sets == line => read.at.line = value.parse().ok()?,
            _ => {
                let mut at = read.at.clone();
                let (text, budget) = correct::mended(&read.text, &at, sets, value)?;
                if sets == COLUMN {
                    at.column = value.into();
                }
                let (name, report, pdf) = (read.name.clone(), read.report.clone(), read.pdf.clone());
                return Some(Read { name, text, budget, report, places: read.places, pdf, at });
            }
        }
        None
    });
    match mended {
        Some(read) => {
            let request = app.request();
            requests::take(request);
            app.spawn(async move { show(app, request, read).await });
        }
        None => say(app),
    }
}
