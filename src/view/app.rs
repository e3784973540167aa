//! Builds the live page: its parts, each an element tree that is updated when the page's state changes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

use super::card::Card;
use super::dom::effect::effect;
use super::dom::listen::listen;
use super::dom::patch::{make, part};
use super::events::{self, Cards};
use super::split;
use super::state::app_state::{AppState, ModuleState};
use super::state::host::Host;
use crate::figure::{self, EAGER, Question, SUMMARY};
use crate::markup::{self, Element, el};

/// The events that `loader.js` dispatches once the second module has loaded, or has failed.
const ARRIVED: &[&str] = &["budget-lens:second", "budget-lens:second-failed"];

/// Builds the whole page, or one figure of it where the address names one (`figure=ID`).
pub fn start(host: Host) -> AppState {
    let (app, root) = (AppState::new(host), host.root());
    let arrived = move |event: Event| {
        app.module_state.set(if event.type_() == ARRIVED[0] {
            ModuleState::Ready(split::second())
        } else {
            ModuleState::Failed
        });
    };
    listen(&host.target(), ARRIVED, Box::new(arrived));
    let only = host.parameter("figure");
    let is_first = |id: &String| id == SUMMARY || EAGER.iter().any(|question| question.id == id);
    match only {
        // Only the second module knows whether there is such a figure.
        Some(id) if !is_first(&id) => {
            let root = root.clone();
            let built = StoredValue::new(false);
            effect(move || {
                if !app.is_loading_second_module() && !built.get_value() {
                    built.set_value(true);
                    let is_it = |question: &Question| question.id == id;
                    let known = app.second_module().is_some_and(|second| second.questions.iter().any(is_it));
                    // An embedded element shows one figure, or a message that there is none, but never the whole page.
                    build(app, &root, Some(&id).filter(|_| known || !app.host.is_page()));
                }
            });
        }
        only => build(app, &root, only.as_ref()),
    }
    app.open_default();
    app
}

fn build(app: AppState, root: &web_sys::Element, only: Option<&String>) {
    let whole = only.is_none();
    if whole {
        part_of(root, "toolbar", Box::new(move || nodes(toolbar(app))));
    }
    // A portal's page has a `main` element of its own.
    let (tag, selector) = if app.host.is_page() { ("main", "main") } else { ("div", ".lone") };
    let Some(main) = place_in(root, selector, || el(tag).class(if whole { "" } else { "lone" })) else { return };
    part_of(&main, "messages", Box::new(move || nodes(messages(app))));
    if whole || only.is_some_and(|id| id == SUMMARY) {
        part_of(&main, "head", Box::new(move || headline(app)));
    }
    let places = || {
        if whole {
            markup::cards(untrack(|| app.locale()), el("div").class("place contents"), &mut |_, place| place)
        } else {
            el("div").class("cards")
        }
    };
    let Some(list) = place_in(&main, ".cards", places) else { return };
    let cards = StoredValue::new(Vec::new());
    let wanted = only.cloned();
    add(app, cards, &list, EAGER.iter(), wanted.as_ref());
    events::listen_to_reader(app, cards, whole);
    let foot = main.clone();
    effect(move || {
        let _ = main.set_attribute("aria-busy", &app.status.with(|status| status.is_busy).to_string());
    });
    let (added, root) = (StoredValue::new(false), root.clone());
    effect(move || {
        let Some(second) = app.second_module().filter(|_| !added.get_value()) else { return };
        added.set_value(true);
        if whole {
            part_of(&list, "place contents", Box::new(move || nodes((second.contents)(app.locale()))));
            part_of(&root, "footer", Box::new(move || nodes((second.footer)(app.locale()))));
        } else {
            part_of(&foot, "whole", Box::new(move || nodes((second.standalone)(app))));
        }
        let is_new = |question: &&Question| !EAGER.iter().any(|first| first.id == question.id);
        add(app, cards, &list, second.questions.iter().filter(is_new), wanted.as_ref());
        (second.begin)(app, || split::third());
    });
    // The figures are drawn in the frame after both the budget and the second module have loaded.
    effect(move || {
        if app.loaded.with(Option::is_some) && !app.is_loading_second_module() {
            app.spawn(async move {
                app.navigate_soon();
                app.updates.done().await;
                announce(app.host);
            });
        }
    });
}

/// Adds a card for each question, or for the one that is wanted.
fn add(
    app: AppState,
    cards: Cards,
    list: &web_sys::Element,
    questions: impl Iterator<Item = &'static Question>,
    only: Option<&String>,
) {
    for question in questions.filter(|question| only.is_none_or(|id| id == question.id)) {
        let selector = ["[data-place=", question.id, "]"].concat();
        if let Some(place) = place_in(list, &selector, || markup::place(question.id)) {
            let card = Card::new(app, question, place.into());
            cards.update_value(|cards| cards.push(card));
        }
    }
}

fn nodes(elements: Vec<Element>) -> Vec<markup::Node> {
    elements.into_iter().map(Into::into).collect()
}

/// The element that `selector` finds in `parent`, or else a new one at its end.
fn place_in(parent: &web_sys::Element, selector: &str, place: impl FnOnce() -> Element) -> Option<web_sys::Element> {
    if let Ok(Some(place)) = parent.query_selector(selector) {
        return Some(place);
    }
    let node = make(&place().into())?;
    parent.append_child(&node).ok()?.dyn_into().ok()
}

fn part_of(parent: &web_sys::Element, class: &str, tree: Box<dyn Fn() -> Vec<markup::Node>>) {
    // The last class of each part is unique.
    let own = class.rsplit(' ').next().unwrap_or(class);
    if let Some(place) = place_in(parent, &[".", own].concat(), || el("div").class(class)) {
        part(place.into(), tree);
    }
}

/// The toolbar; the content of its panels comes with the second module.
fn toolbar(app: AppState) -> Vec<Element> {
    match app.second_module() {
        Some(second) => (second.toolbar)(app),
        None => markup::toolbar(Vec::new(), Vec::new(), app.locale()),
    }
}

/// The messages at the top of the page, as far as the first module knows them: what is loading, and what failed.
fn messages(app: AppState) -> Vec<Element> {
    if let Some(second) = app.second_module() {
        return (second.messages)(app);
    }
    let locale = app.locale();
    let line = |class: &str, zh, en| el("p").class(class).attr("role", "status").text(locale.tr(zh, en));
    let (zh, en) =
        ("其余的图没有载入。请检查网络后刷新。", "The other figures did not arrive. Check the network and reload.");
    let failed = matches!(app.module_state.get(), ModuleState::Failed).then(|| line("alert", zh, en));
    let is_busy = app.status.with(|status| status.is_busy);
    let waiting = is_busy.then(|| line("waiting", "正在打开预算……", "Opening the budget …"));
    [failed, waiting].into_iter().flatten().collect()
}

/// The headline, with which the document's title is updated.
fn headline(app: AppState) -> Vec<markup::Node> {
    let locale = app.locale();
    app.loaded.with(|shown| {
        let Some(loaded) = shown else { return Vec::new() };
        let head = figure::headline(&loaded.budget, locale);
        if app.host.is_page() {
            // The page of a portal has the portal's name in its head.
            let site = document().query_selector("meta[name=application-name]").ok().flatten();
            let site = site.and_then(|site| site.get_attribute("content"));
            let own = locale.tr("预算透视", "Budget Lens");
            let title = [&head.department, &head.occasion, site.as_deref().unwrap_or(own)];
            document().set_title(&title.join(" · "));
        }
        if let Some(place) = app.host.root_node().query_selector(".head[data-complete]").ok().flatten() {
            // A complete headline in the HTML stays until this one is complete, too, unless budget or unit differ.
            let said = |selector| place.query_selector(selector).ok()??.text_content();
            let is = |selector, own: &String| said(selector).as_ref() == Some(own);
            let (number, total) = (said(".number").unwrap_or_default(), head.total.as_deref().unwrap_or_default());
            // The total may be shown with fewer decimal places, or without the zeros at its end.
            let is_same_number = number.starts_with(total) || total.starts_with(number.as_str());
            // Behind the occasion the other language is offered.
            let is_same_occasion = said(".who").is_some_and(|who| who.starts_with(&head.occasion));
            let is_other = !is_same_number || !is_same_occasion || !is("h1", &head.department);
            let is_awaited = match app.second_module() {
                Some(second) => !is_other && !(second.is_complete)(app, place.unchecked_ref()),
                None => app.is_loading_second_module(),
            };
            if is_awaited {
                return Vec::new();
            }
            let _ = place.remove_attribute("data-complete");
        }
        match app.second_module() {
            Some(second) => (second.annotate)(app, vec![(second.head)(app, loaded, locale).into()], loaded),
            None => vec![markup::headline(&head, locale.unit_name(), None, Vec::new()).into()],
        }
    })
}

/// Tells scripts around the page that the figures are drawn.
fn announce(host: Host) {
    if let Some(performance) = window().performance().filter(|_| host.is_page()) {
        let _ = performance.mark("budget-lens:ready");
    }
    if let Some(root) = host.styled_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
    if let Ok(event) = CustomEvent::new("budget-lens:ready") {
        let _ = host.target().dispatch_event(&event);
    }
}
