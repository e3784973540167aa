//! The rest of the program: all that readers do not need for the first answers.
//!
//! It comes in a module of its own. Only `split.rs` names it; the others reach what it brings through
//! [`Rest`](super::state::page::Rest).

mod actions;
mod checks;
mod file;
mod files;
mod front;
mod height;
mod initials;
mod meaning;
mod messages;
mod official;
mod place;
mod print;
mod search;
mod share;
mod toolbar;

use std::sync::Arc;

use leptos::prelude::*;

use super::state::page::{Page, Rest};
use crate::budget::Budget;
use crate::chart;
use crate::export;
use crate::figure::{self, Places};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Element, Node, el};

/// What it brings.
pub static REST: Rest = Rest {
    questions: figure::LATER,
    begin,
    contents: markup::contents,
    toolbar: toolbar::toolbar,
    head,
    answer: checks::answer,
    is_complete: checks::is_complete,
    places: Places::of,
    linked,
    complete,
    scene: chart::every,
    extras: &markup::EXTRAS,
    messages: messages::messages,
    hear: files::hear,
    lone,
    footer: markup::footer,
    find: place::find,
    go: place::go,
    choose: place::choose,
    touched: toolbar::touched,
};

/// What has to go on for as long as the page lives.
fn begin(page: Page) {
    print::listen(page);
    official::begin(page);
    height::tell(page);
    front::begin(page);
    checks::begin(page);
}

fn complete(request: u32, budget: &Budget) {
    budget.make_views();
    official::requests::placed(request, budget);
}

fn head(page: Page, loaded: &Arc<Loaded>, locale: Locale) -> Element {
    let checked = page.checked(loaded);
    export::page::head(&loaded.budget, checked.as_ref().map(|checked| &checked.report), locale)
}

fn linked(page: Page, nodes: Vec<Node>, loaded: &Arc<Loaded>) -> Vec<Node> {
    let locale = page.locale();
    let linked = markup::linked(nodes, &figure::terms(&loaded.budget, locale));
    let marked = checks::marked(page, linked, loaded, locale);
    // A figure alone has nothing to lead to.
    if page.host.is_lone() { markup::abroad(marked, &page.host.whole_page()) } else { marked }
}

fn lone(page: Page) -> Vec<Element> {
    let locale = page.locale();
    // What is asked is in the address, which no signal follows.
    page.query.track();
    let id = page.host.parameter("figure").unwrap_or_default();
    let is_summary = id == figure::SUMMARY;
    if !is_summary && !figure::FIRST.iter().chain(figure::LATER).any(|question| question.id == id) {
        let text = locale.format("没有叫“{0}”的图。", "There is no figure called “{0}”.", &[&id]);
        return vec![el("p").class("alert").attr("role", "alert").text(text)];
    }
    page.shown.with(|shown| {
        let head = shown.as_ref().map(|loaded| figure::headline(&loaded.budget, locale));
        let whole = page.host.whole_page();
        let address = if is_summary { whole } else { [&whole, "#", &id].concat() };
        head.map(|head| markup::whole_page(&head, &address, locale)).into_iter().collect()
    })
}
