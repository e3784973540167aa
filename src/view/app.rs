//! The page from top to bottom: its parts, each a tree that follows the page's state.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

use super::card::Card;
use super::dom::follow::follow;
use super::dom::frames::next_frame;
use super::dom::hear::hear;
use super::dom::patch::{make, part};
use super::events::{self, Cards};
use super::split;
use super::state::host::Host;
use super::state::page::{Page, Part};
use crate::figure::{self, FIRST, Question, SUMMARY};
use crate::markup::{self, Element, el};

/// What `loader.js` says once the rest of the program is there, or cannot be.
const ARRIVED: &[&str] = &["budget-lens:rest", "budget-lens:rest-failed"];

/// Builds the whole page, or one figure of it where the address names one (`figure=ID`).
pub fn app(host: Host) -> Page {
    let (page, root) = (Page::new(host), host.root());
    let arrived = move |event: Event| {
        page.rest.set(if event.type_() == ARRIVED[0] { Part::Here(split::rest()) } else { Part::Failed });
    };
    hear(&host.target(), ARRIVED, Box::new(arrived));
    let only = host.parameter("figure");
    let is_first = |id: &String| id == SUMMARY || FIRST.iter().any(|question| question.id == id);
    match only {
        // Only the rest of the program knows whether there is such a figure.
        Some(id) if !is_first(&id) => {
            let root = root.clone();
            let built = StoredValue::new(false);
            follow(move || {
                if !page.awaits_rest() && !built.get_value() {
                    built.set_value(true);
                    let is_it = |question: &Question| question.id == id;
                    let known = page.rest().is_some_and(|rest| rest.questions.iter().any(is_it));
                    // An element shows one figure, or says that there is no such: it is never the whole page.
                    build(page, &root, Some(&id).filter(|_| known || !page.host.is_page()));
                }
            });
        }
        only => build(page, &root, only.as_ref()),
    }
    page.open_default();
    page
}

fn build(page: Page, root: &web_sys::Element, only: Option<&String>) {
    let whole = only.is_none();
    if whole {
        part_of(root, "toolbar", Box::new(move || nodes(toolbar(page))));
    }
    // A portal has a main part of its own.
    let (tag, selector) = if page.host.is_page() { ("main", "main") } else { ("div", ".lone") };
    let Some(main) = place_in(root, selector, || el(tag).class(if whole { "" } else { "lone" })) else { return };
    part_of(&main, "messages", Box::new(move || nodes(messages(page))));
    if whole || only.is_some_and(|id| id == SUMMARY) {
        part_of(&main, "head", Box::new(move || headline(page)));
    }
    let places = || {
        if whole {
            markup::cards(untrack(|| page.locale()), el("div").class("place contents"), &mut |_, place| place)
        } else {
            el("div").class("cards")
        }
    };
    let Some(list) = place_in(&main, ".cards", places) else { return };
    let cards = StoredValue::new(Vec::new());
    let wanted = only.cloned();
    add(page, cards, &list, FIRST.iter(), wanted.as_ref());
    events::listen(page, cards, whole);
    let foot = main.clone();
    follow(move || {
        let _ = main.set_attribute("aria-busy", &page.status.with(|status| status.busy).to_string());
    });
    let (added, root) = (StoredValue::new(false), root.clone());
    follow(move || {
        let Some(rest) = page.rest().filter(|_| !added.get_value()) else { return };
        added.set_value(true);
        if whole {
            part_of(&list, "place contents", Box::new(move || nodes((rest.contents)(page.locale()))));
            part_of(&root, "footer", Box::new(move || nodes((rest.footer)(page.locale()))));
        } else {
            part_of(&foot, "whole", Box::new(move || nodes((rest.lone)(page))));
        }
        let is_new = |question: &&Question| !FIRST.iter().any(|first| first.id == question.id);
        add(page, cards, &list, rest.questions.iter().filter(is_new), wanted.as_ref());
        (rest.begin)(page);
    });
    // The figures are drawn in the frame after both the budget and the rest of the program are there.
    follow(move || {
        if page.shown.with(Option::is_some) && !page.awaits_rest() {
            page.spawn(async move {
                page.find_soon();
                next_frame().await;
                announce(page.host);
            });
        }
    });
}

/// Adds a card for each question, or for the one that is wanted.
fn add(
    page: Page,
    cards: Cards,
    list: &web_sys::Element,
    questions: impl Iterator<Item = &'static Question>,
    only: Option<&String>,
) {
    for question in questions.filter(|question| only.is_none_or(|id| id == question.id)) {
        let selector = ["[data-place=", question.id, "]"].concat();
        if let Some(place) = place_in(list, &selector, || markup::place(question.id)) {
            let card = Card::new(page, question, place.into());
            cards.update_value(|cards| cards.push(card));
        }
    }
}

fn nodes(elements: Vec<Element>) -> Vec<markup::Node> {
    elements.into_iter().map(Into::into).collect()
}

/// The place that `selector` finds, or else a new one at the end of `parent`.
fn place_in(parent: &web_sys::Element, selector: &str, place: impl FnOnce() -> Element) -> Option<web_sys::Element> {
    if let Ok(Some(place)) = parent.query_selector(selector) {
        return Some(place);
    }
    let node = make(&place().into())?;
    parent.append_child(&node).ok()?.dyn_into().ok()
}

fn part_of(parent: &web_sys::Element, class: &str, tree: Box<dyn Fn() -> Vec<markup::Node>>) {
    // Each part's last class is its own.
    let own = class.rsplit(' ').next().unwrap_or(class);
    if let Some(place) = place_in(parent, &[".", own].concat(), || el("div").class(class)) {
        part(place.into(), tree);
    }
}

/// The bar; what its panels hold comes with the rest of the program.
fn toolbar(page: Page) -> Vec<Element> {
    match page.rest() {
        Some(rest) => (rest.toolbar)(page),
        None => markup::toolbar(Vec::new(), Vec::new(), page.locale()),
    }
}

/// What the page says of itself, as far as the first module knows: what is on its way, and what did not come.
fn messages(page: Page) -> Vec<Element> {
    if let Some(rest) = page.rest() {
        return (rest.messages)(page);
    }
    let locale = page.locale();
    let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(locale.tr(zh, en));
    let (zh, en) =
        ("其余的图没有载入。请检查网络后刷新。", "The other figures did not arrive. Check the network and reload.");
    let failed = matches!(page.rest.get(), Part::Failed).then(|| line("alert", zh, en));
    let busy = page.status.with(|status| status.busy);
    let waiting = busy.then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
    [failed, waiting].into_iter().flatten().collect()
}

/// The headline; the document's title follows it.
fn headline(page: Page) -> Vec<markup::Node> {
    let locale = page.locale();
    page.shown.with(|shown| {
        let Some(loaded) = shown else { return Vec::new() };
        let head = figure::headline(&loaded.budget, locale);
        if page.host.is_page() {
            // A portal that publishes the page has given its name.
            let site = document().query_selector("meta[name=application-name]").ok().flatten();
            let site = site.and_then(|site| site.get_attribute("content"));
            let own = locale.tr("预算透视", "Budget Lens");
            let title = [&head.department, &head.occasion, site.as_deref().unwrap_or(own)];
            document().set_title(&title.join(" · "));
        }
        if let Some(place) = page.host.tree().query_selector(".head[data-whole]").ok().flatten() {
            // Complete first lines stay until these are, too, but not those of another budget or in another unit.
            let said = |selector| place.query_selector(selector).ok()??.text_content();
            let is = |selector, own: &String| said(selector).as_ref() == Some(own);
            let (number, total) = (said(".number").unwrap_or_default(), head.total.as_deref().unwrap_or_default());
            // Of a total one reads fewer places, or the zeros at its end are left out.
            let is_same_number = number.starts_with(total) || total.starts_with(number.as_str());
            let is_other = !is_same_number || !is(".who", &head.occasion) || !is("h1", &head.department);
            let is_awaited = match page.rest() {
                Some(rest) => !is_other && !(rest.is_complete)(page, place.unchecked_ref()),
                None => page.awaits_rest(),
            };
            if is_awaited {
                return Vec::new();
            }
            let _ = place.remove_attribute("data-whole");
        }
        match page.rest() {
            Some(rest) => (rest.linked)(page, vec![(rest.head)(page, loaded, locale).into()], loaded),
            None => vec![markup::headline(&head, locale.unit_name(), None, Vec::new()).into()],
        }
    })
}

/// Tells the page's surroundings that the figures are drawn.
fn announce(host: Host) {
    if let Some(performance) = window().performance().filter(|_| host.is_page()) {
        let _ = performance.mark("budget-lens:ready");
    }
    if let Some(root) = host.dressed() {
        let _ = root.set_attribute("data-ready", "true");
    }
    if let Ok(event) = CustomEvent::new("budget-lens:ready") {
        let _ = host.target().dispatch_event(&event);
    }
}
