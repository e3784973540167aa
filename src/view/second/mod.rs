//! The second WebAssembly module of the program: everything that is not needed for the first answers.
//!
//! Only `split.rs` names this Rust module; all other code calls it through the table
//! [`SecondModule`].

mod actions;
mod announce;
mod checks;
mod documents;
mod english;
mod file;
mod files;
mod height;
mod initials;
mod landmarks;
mod lines;
mod messages;
mod navigation;
mod official;
mod others;
mod params;
mod pinned_figure;
mod print;
mod search;
mod statistics;
mod term_tooltip;
mod toolbar;
mod tooltip;
mod walk;
mod wanted;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;

use super::dom::listen::listen;
use super::state::app_state::{AppState, ModuleState, SecondModule, ThirdModule};
use crate::budget::Budget;
use crate::export;
use crate::figure::{self, Places};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Element, Node, el};

/// The table of the second module's functions, for the first module.
pub static SECOND_MODULE: SecondModule = SecondModule {
    questions: figure::QUESTIONS,
    begin,
    contents: markup::contents,
    toolbar: |app| in_languages(app, toolbar::toolbar(app)),
    head,
    answer: checks::answer,
    is_complete: checks::is_complete,
    places: Places::of,
    annotate,
    complete,
    scene: walk::scene,
    extras: &markup::EXTRAS,
    messages: |app| in_languages(app, messages::messages(app)),
    handle_file_event: files::handle,
    standalone,
    footer: markup::footer,
    navigate_to_address: navigation::to_address,
    follow_link: navigation::follow_link,
    set_param: params::set_param,
    handle_click: toolbar::handle_click,
    print: print::print,
};

/// The events that `loader.js` dispatches once the third module has loaded, or has failed.
const ARRIVED: &[&str] = &["budget-lens:third", "budget-lens:third-failed"];

/// Starts the effects and listeners that run as long as the page.
fn begin(app: AppState, third: fn() -> &'static ThirdModule) {
    listen(&app.host.target(), ARRIVED, Box::new(move |event| arrived(app, third, &event)));
    print::listen_to_printing(app);
    official::begin(app);
    height::tell(app);
    pinned_figure::begin(app);
    wanted::begin(app);
    landmarks::begin(app);
    others::begin(app);
    statistics::begin(app);
    english::begin(app);
    announce::begin(app);
    tooltip::begin(app);
}

/// Takes the third module, which is named by the function that the linker splits off, or notes that it has failed.
fn arrived(app: AppState, third: fn() -> &'static ThirdModule, event: &Event) {
    if event.type_() == ARRIVED[0] {
        app.third.set(ModuleState::Ready(third()));
        (third().begin)(app);
    } else {
        app.third.set(ModuleState::Failed);
    }
}

fn complete(request: u32, budget: &Budget) {
    budget.make_views();
    official::requests::placed(request, budget);
}

fn head(app: AppState, loaded: &Arc<Loaded>, locale: Locale) -> Element {
    let checked = app.checked(loaded);
    let report = checked.as_ref().map(|checked| &checked.report);
    let head = if app.host.is_standalone() { export::page::head } else { export::page::whole_head };
    head(&loaded.budget, report, locale)
}

fn annotate(app: AppState, nodes: Vec<Node>, loaded: &Arc<Loaded>) -> Vec<Node> {
    let locale = app.locale();
    let linked = markup::annotate_terms(nodes, &figure::terms(&loaded.budget, locale));
    let marked = checks::marked(app, linked, loaded, locale);
    let mut marked = markup::mark_languages(markup::name_parts(marked, locale, true), locale);
    // Alone on a page a figure's question is what the page is about.
    if app.host.is_standalone() && app.host.is_page() {
        markup::entitle(&mut marked);
    }
    // The links of a single figure lead to the whole page.
    if app.host.is_standalone() { markup::externalize_links(marked, &app.host.whole_page()) } else { marked }
}

/// The elements with their Chinese words marked on an English page.
fn in_languages(app: AppState, elements: Vec<Element>) -> Vec<Element> {
    let marked = markup::mark_languages(elements.into_iter().map(Node::from).collect(), app.locale());
    marked.into_iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None }).collect()
}

fn standalone(app: AppState) -> Vec<Element> {
    let locale = app.locale();
    // The figure's id is in the address, which is no signal; the reader's parameters are one, and change with it.
    app.query.track();
    let id = app.host.parameter("figure").unwrap_or_default();
    let is_summary = id == figure::SUMMARY;
    if !is_summary && !figure::EAGER.iter().chain(figure::QUESTIONS).any(|question| question.id == id) {
        let text = locale.format("没有叫“{0}”的图。", "There is no figure called “{0}”.", &[&id]);
        return vec![el("p").class("alert").attr("role", "alert").text(text)];
    }
    app.loaded.with(|shown| {
        let head = shown.as_ref().map(|loaded| figure::headline(&loaded.budget, locale));
        let whole = app.host.whole_page();
        let address = if is_summary { whole } else { [&whole, "#", &id].concat() };
        head.map(|head| markup::whole_page(&head, &address, locale)).into_iter().collect()
    })
}
