//! The content of the toolbar's search and menu, and the events that open and close them.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::actions::act;
use super::initials::INITIALS;
use super::search::{first, focus, open_search};
use super::{lines, navigation, term_tooltip, tooltip, walk};
use crate::figure::{self, param};
use crate::load::Loaded;
use crate::locale::{Lang, Locale};
use crate::markup;
use crate::view::dom::reflect::get;
use crate::view::state::app_state::AppState;

/// The selector of open panels.
const OPEN: &str = ".toolbar details[open]";

thread_local! {
    /// The cache of example searches for the last budget, since the toolbar is made again with each letter typed.
    static EXAMPLES: RefCell<Option<Examples>> = const { RefCell::new(None) };
}

/// Example searches that find something in a budget, in one language.
#[derive(Clone)]
struct Examples {
    of: Arc<Loaded>,
    lang: Lang,
    texts: Vec<String>,
}

fn examples(loaded: &Arc<Loaded>, locale: Locale) -> Vec<String> {
    let is_it = |last: &Examples| Arc::ptr_eq(&last.of, loaded) && last.lang == locale.lang;
    if let Some(known) = EXAMPLES.with_borrow(|last| last.clone().filter(is_it)) {
        return known.texts;
    }
    let texts = figure::examples(&loaded.budget, locale);
    EXAMPLES.set(Some(Examples { of: Arc::clone(loaded), lang: locale.lang, texts: texts.clone() }));
    texts
}

/// The toolbar with the content of its panels.
pub fn toolbar(app: AppState) -> Vec<markup::Element> {
    let (locale, text, dark) = (app.locale(), app.preferences.get().text, app.is_dark());
    app.loaded.with(|shown| {
        let Some(loaded) = shown else {
            return markup::toolbar(Vec::new(), markup::settings(text, dark, &[], locale), locale);
        };
        let budget = &loaded.budget;
        let search = app.query.with(|query| {
            let sought = query.get(param::SEARCH).unwrap_or("");
            let hits = INITIALS.with(|initials| figure::search(budget, sought, initials, locale));
            let examples = if hits.is_empty() { examples(loaded, locale) } else { Vec::new() };
            markup::search(sought, &hits, &examples, locale)
        });
        let units = figure::units(budget, locale);
        markup::toolbar(search, markup::settings(text, dark, &units, locale), locale)
    })
}

/// Handles events on controls, terms and the toolbar before the cards do; returns whether the event is done with.
pub fn handle_click(app: AppState, event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let around = |selector| target.closest(selector).ok().flatten();
    if tooltip::stays(&target, event) || walk::follow(app, &target, event) || lines::step(&target, event) {
        return true;
    }
    let term = around("[data-meaning]");
    match event.type_().as_str() {
        "click" if around(".skip").is_some() => {
            event.prevent_default();
            if let Some(main) = first(app, "main") {
                navigation::focus(&main);
            }
            true
        }
        "click" => {
            term_tooltip::explain(app, term.as_ref());
            close_others(app, &target);
            let search = around(".search > summary").and_then(|summary| summary.parent_element());
            if let Some(search) = &search {
                event.prevent_default();
                if search.has_attribute("open") {
                    fold(search);
                } else {
                    open_search(app);
                }
            }
            let back = around("#return");
            if back.is_some() {
                navigation::back(app);
            }
            term.is_some() || search.is_some() || back.is_some() || act(app, &target)
        }
        // The explanation closes when the focus leaves its term, except to its own close button.
        "focusout" if term.is_some() => {
            let next = get(event, "relatedTarget").and_then(|next| next.dyn_into::<Element>().ok());
            if !next.is_some_and(|next| next.matches(".shut").unwrap_or(false)) {
                term_tooltip::explain(app, None);
            }
            false
        }
        "keydown" => match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
            "Escape" => {
                tooltip::leave(&target);
                term_tooltip::explain(app, None);
                if let Some(panel) = first(app, OPEN) {
                    // Escape would empty a search field.
                    event.prevent_default();
                    fold(&panel);
                    focus(panel.query_selector("summary").ok().flatten());
                }
                false
            }
            "Enter" | " " if term.is_some() => {
                event.prevent_default();
                term_tooltip::explain(app, term.as_ref());
                true
            }
            _ => false,
        },
        _ => false,
    }
}

/// Closes the panels that the reader has left, and all panels if the target is a link that leads away.
fn close_others(app: AppState, target: &Element) {
    let Ok(open) = app.host.root_node().query_selector_all(OPEN) else { return };
    let leads_away = target.closest("a:not([href='#search']), [data-action=share]").is_ok_and(|link| link.is_some());
    for panel in (0..open.length()).filter_map(|i| open.item(i)?.dyn_into::<Element>().ok()) {
        if leads_away || !panel.contains(Some(target)) {
            fold(&panel);
        }
    }
}

fn fold(panel: &Element) {
    let _ = panel.remove_attribute("open");
}
