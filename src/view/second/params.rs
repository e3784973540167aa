//! Sets a parameter of a figure when a reader chooses or types something, and keeps the reader's position.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::announce;
use super::navigation::{focus, set_and_go};
use crate::figure::{self, Param, param};
use crate::view::state::app_state::{AppState, CardRef};

/// Sets a parameter of a figure. The new address leads to `place`, or else to the figure in which the parameter was
/// set.
pub fn set_param(app: AppState, card: Option<CardRef>, param: Param, place: Option<&str>) {
    let before = app.query.with_untracked(|query| query.get(param.name).map(String::from));
    let before = Param::new(param.name, before.unwrap_or_default());
    let opens_project = param.name == param::PROJECT && !param.value.is_empty();
    // A parameter of another figure takes the reader to that figure.
    let params = |question: &&figure::Question| question.params.contains(&param.name);
    let is_own = |question: &&figure::Question| card.is_some_and(|(id, _)| id == question.id);
    // Not to one of several documents, which may look for the same words.
    let alone = figure::QUESTIONS.iter().filter(|question| !question.is_of_several());
    let elsewhere = || alone.clone().find(params).map(|question| question.id);
    let is_foreign = card.is_some() && !figure::QUESTIONS.iter().filter(is_own).any(|question| params(&question));
    // A pair of tables, or another page of findings: both are shown in the list of findings.
    let lists = [param::PAIR, param::FINDINGS].contains(&param.name);
    let place = place.or(lists.then_some(param::FINDINGS)).or_else(|| elsewhere().filter(|_| is_foreign));
    if let Some(place) = place {
        // The filter of the list is removed, so that the project is listed.
        if opens_project {
            app.set_param(Param::new(param::FIND, ""), None);
        }
        return set_and_go(app, param, place);
    }
    let figure = card.map(|(id, _)| id).unwrap_or_default();
    app.set_param(param, Some(if opens_project { param::PROJECT } else { figure }));
    let Some(card) = card.map(|(_, card)| card.clone()) else { return };
    let top = app.host.root_node().active_element().map_or(0.0, |button| button.get_bounding_client_rect().top());
    app.spawn(async move {
        app.updates.done().await;
        stay(app, &card, &before.text(), top);
        announce::answer(app, &card);
    });
}

/// Handles typing in a search field: each letter counts at once.
pub fn typed(app: AppState, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let found = input.as_ref().and_then(|input| Some((input.get_attribute("data-find")?, input.value())));
    if let Some(param) = found.and_then(|(name, text)| Param::parse(&[&name, "=", &text].concat())) {
        let is_search = param.name == param::SEARCH;
        app.set_param(param, None);
        let card = input.and_then(|input| input.closest(".card").ok().flatten());
        app.spawn(async move {
            app.updates.done().await;
            match card {
                Some(card) => announce::answer(app, &card),
                None if is_search => announce::hits(app),
                None => {}
            }
        });
    }
}

/// Keeps a reader's position after pressing a button: the focus goes to what was opened, or to what was there before,
/// or to the breadcrumbs, at the same height of the screen.
fn stay(app: AppState, card: &Element, before: &str, top: f64) {
    let Ok(buttons) = card.query_selector_all("[data-choose]") else { return };
    let buttons = (0..buttons.length()).filter_map(|i| buttons.item(i)?.dyn_into::<Element>().ok());
    let buttons: Vec<_> = buttons.collect();
    let listed = |name: &str, value: &str| {
        let is_it = |button: &&Element| button.get_attribute(name).as_deref() == Some(value);
        buttons.iter().filter(|button| button.class_list().contains("pick")).find(is_it)
    };
    let (open, same) = (listed("aria-expanded", "true"), listed("data-choose", before));
    let is_lost = app.host.root_node().active_element().is_none_or(|element| element.tag_name() == "BODY");
    if let Some(button) = open.or(same).or(buttons.first().filter(|_| is_lost)) {
        focus(button);
        if open.or(same).is_some() {
            window().scroll_by_with_x_and_y(0.0, button.get_bounding_client_rect().top() - top);
        }
    }
}
