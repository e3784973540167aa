//! The page from top to bottom: its parts, each a tree that follows the page's state.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::card::Card;
use super::choices::parameter;
use super::events;
use super::follow::follow;
use super::page::{Figures, Page, static_stands};
use super::patch::{make, part};
use crate::figure::{self, QUESTIONS};
use crate::markup::{self, Element, el};

/// Builds the whole page in `root`, or one figure of it where the address names one (`figure=ID`).
pub fn app(root: &HtmlElement) {
    let page = Page::new();
    let only = parameter("figure").and_then(|id| QUESTIONS.iter().position(|question| question.id == id));
    let chosen: Vec<usize> = only.map_or_else(|| (0..QUESTIONS.len()).collect(), |i| vec![i]);
    let whole = only.is_none();
    let place = |parent: &web_sys::Node, element: Element| {
        let node = make(&element.into())?;
        parent.append_child(&node).ok()
    };
    let part_of = |parent: &web_sys::Node, class: &str, tree: Box<dyn Fn() -> Vec<Element>>| {
        if let Some(place) = place(parent, el("div").class(class)) {
            part(place, tree);
        }
    };
    if whole {
        part_of(root, "toolbar", Box::new(move || markup::toolbar(page.choices.get().large, page.words())));
    }
    let Some(main) = place(root, el("main").class(if whole { "" } else { "lone" })) else { return };
    part_of(&main, "messages", Box::new(move || messages(page)));
    if whole {
        part_of(&main, "head", Box::new(move || headline(page)));
    }
    let figures = figures(page);
    let cards = place(&main, el("div").class("cards")).into_iter().flat_map(|list| {
        let card = |i: &usize| Some(Card::new(page, *i, figures, place(&list, el("div").class("place"))?));
        chosen.iter().filter_map(card).collect::<Vec<_>>()
    });
    events::listen(page, root, cards.collect(), whole);
    if whole {
        part_of(root, "footer", Box::new(move || markup::footer(page.is_dark(), page.words())));
    }
    let main: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(main);
    follow(move || {
        let _ = main.set_attribute("aria-busy", &page.status.with(|status| status.busy).to_string());
    });
    page.open_default();
}

/// The figures of the budget that is shown, as the reader wants them told.
fn figures(page: Page) -> Figures {
    let answers = move |_: Option<&_>| {
        let words = page.words();
        let answer =
            |question: &figure::Question| page.shown.with(|shown| (question.answer)(&shown.as_ref()?.budget, words));
        Arc::new(QUESTIONS.iter().map(answer).collect())
    };
    // They change when the budget or the words do, and then always: nothing to compare.
    Memo::new_with_compare(answers, |_, _| true)
}

/// What the page says of itself: what could not be opened, whose file is shown, what is on its way.
fn messages(page: Page) -> Vec<Element> {
    let words = page.words();
    let (nothing_yet, notice) = page.shown.with(|shown| {
        let notes = shown.as_ref().map(|loaded| &loaded.notes).filter(|notes| !notes.is_empty());
        (shown.is_none(), notes.map(|notes| markup::notice(notes, words)))
    });
    page.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(words.pick(zh, en));
        let kept = match (nothing_yet, static_stands()) {
            (false, _) => words.pick("页面上原来的内容没有变。", "What was on the page is unchanged."),
            (true, true) => words.pick(
                "下面是生成网页时的数字，可能不是最新的。",
                "Below are the numbers of the day the page was made.",
            ),
            (true, false) => "",
        };
        let alert = status.trouble.as_ref().map(|(name, faults)| markup::alert(name, faults, kept, words));
        let own = status.file.as_ref().map(|name| markup::own_file(name, words));
        let waiting = status.busy.then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        // Last, so that it comes and goes without touching the others.
        let hint = status.hovering.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        [alert, own, notice, waiting, hint].into_iter().flatten().collect()
    })
}

/// The headline; the document's title follows it.
fn headline(page: Page) -> Vec<Element> {
    let words = page.words();
    page.shown.with(|shown| {
        let Some(loaded) = shown else { return Vec::new() };
        let head = figure::headline(&loaded.budget, words);
        document().set_title(&[&head.department, &head.occasion, words.pick("预算透视", "Budget Lens")].join(" · "));
        vec![markup::headline(&head, words.unit_name(), Some(markup::units(words)))]
    })
}
