//! The page from top to bottom. What a control does stands in its markup; here it is carried out.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::card::Card;
use super::choices::parameter;
use super::drop::accept_drops;
use super::page::{Origin, Page};
use super::patch::Markup;
use crate::figure::{self, Figure, QUESTIONS, Question};
use crate::markup::{self, Action, Element, el};
use crate::words::Lang;

/// The whole page, or one figure of it where the address names one (`figure=ID`).
#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    page.open_default();
    let only = parameter("figure").filter(|id| QUESTIONS.iter().any(|question| question.id == id));
    let whole = only.is_none();
    let questions = QUESTIONS.iter().filter(|question| only.as_deref().is_none_or(|id| id == question.id));
    let figures: Vec<_> = questions.map(|question| (question, answer(page, question))).collect();
    let cards: Vec<_> = figures.into_iter().map(|(question, figure)| view! { <Card page question figure/> }).collect();
    accept_drops(page);

    let toolbar = Signal::derive(move || when(whole, || markup::toolbar(page.choices.get().large, &page.words())));
    let footer = Signal::derive(move || {
        when(whole, || page.status.with(|status| markup::footer(status.file.as_deref(), page.is_dark(), &page.words())))
    });
    let messages = Signal::derive(move || messages(page));
    let head = Signal::derive(move || when(whole, || headline(page)));
    view! {
        <div class="page" on:click=move |event| act(page, &event) on:change=move |event| choose(page, &event)>
            <Markup class="toolbar" tree=toolbar/>
            <main aria-busy=move || page.status.with(|status| status.busy).to_string()>
                <Markup class="messages" tree=messages/>
                <Markup class="head" tree=head/>
                <div class="cards">{cards}</div>
            </main>
            <Markup class="footer" tree=footer/>
        </div>
    }
}

/// The figure that answers a question, for the budget that is shown and as the reader wants it told.
fn answer(page: Page, question: &'static Question) -> Memo<Option<Arc<Figure>>> {
    let answer = move |_: Option<&_>| page.shown.with(|shown| (question.answer)(&shown.as_ref()?.budget, &page.words()).map(Arc::new));
    // It changes when its budget or its words do, and then always: nothing to compare.
    Memo::new_with_compare(answer, |_, _| true)
}

fn when(condition: bool, elements: impl FnOnce() -> Vec<Element>) -> Vec<Element> {
    if condition { elements() } else { Vec::new() }
}

/// What the page says of itself: a file hovers, a file could not be opened, the first is on its way.
fn messages(page: Page) -> Vec<Element> {
    let words = page.words();
    let (nothing_yet, notice) = page.shown.with(|shown| {
        let notes = shown.as_ref().map(|loaded| &loaded.notes).filter(|notes| !notes.is_empty());
        (shown.is_none(), notes.map(|notes| markup::notice(notes, &words)))
    });
    page.status.with(|status| {
        let line = |class: &str, zh, en| el("p").class(class).text(words.pick(zh, en));
        let hint = status.hovering.then(|| line("drop", "松手打开这个文件", "Let go to open this file"));
        let alert = status.trouble.as_ref().map(|(name, faults)| markup::alert(name, faults, !nothing_yet, &words));
        let waiting = (status.busy && nothing_yet).then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
        [hint, alert, notice, waiting].into_iter().flatten().collect()
    })
}

/// The headline; the document's title follows it.
fn headline(page: Page) -> Vec<Element> {
    let words = page.words();
    page.shown.with(|shown| {
        let Some(loaded) = shown else { return Vec::new() };
        let head = figure::headline(&loaded.budget, &words);
        let name = words.pick("预算透视", "Budget Lens");
        document().set_title(&format!("{} · {} · {name}", head.department, head.occasion));
        vec![markup::headline(&head, &words)]
    })
}

/// Does what the clicked control says.
fn act(page: Page, event: &Event) {
    let Some(action) = named(event, "data-action").and_then(|name| Action::from_name(&name)) else { return };
    let dark = page.is_dark();
    match action {
        Action::Back => page.open_default(),
        Action::Close => page.status.update(|status| status.trouble = None),
        Action::All => {}
        Action::Unit(_) | Action::Large | Action::Lang | Action::Theme => page.choices.update(|choices| match action {
            Action::Unit(unit) => choices.unit = Some(unit),
            Action::Large => choices.large = !choices.large,
            Action::Lang => choices.lang = if choices.lang == Lang::Zh { Lang::En } else { Lang::Zh },
            _ => choices.dark = Some(!dark),
        }),
    }
}

/// The attribute's value on the event's element, or on the nearest around it that has one.
pub fn named(event: &Event, attribute: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Opens the file that was chosen.
fn choose(page: Page, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|input| input.type_() == "file") else { return };
    if let Some(file) = input.files().and_then(|files| files.get(0)) {
        page.open(Origin::Own(file));
    }
    // So that the same file, mended meanwhile, can be chosen again.
    input.set_value("");
}
