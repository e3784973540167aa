//! Places on the page that an address leads to: a figure, a line of a table, a term.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusOptions, HtmlElement, HtmlInputElement};

use super::card::Card;
use super::choices;
use super::page::{Page, next_frame};
use super::whole;
use crate::figure::{Choice, locate, name};

/// The place that a link names, which escapes some signs.
fn decoded(place: &str) -> String {
    js_sys::decode_uri_component(place).map_or_else(|_| place.into(), String::from)
}

/// Goes to the place of a link, as a step that the browser's back button takes back.
pub fn go(page: Page, place: &str) {
    let place = &decoded(place);
    page.asked
        .with_untracked(|asked| choices::write(page.host, page.choices.get_untracked(), asked, Some(place), true));
    find(page);
}

/// Shows the place that the address names, also where it lies in a fold or beyond the part of a long
/// table that is shown.
pub fn find(page: Page) {
    let place = decoded(&page.host.place());
    if place.is_empty() || show(page, &place) {
        return;
    }
    let asks = page.shown.with_untracked(|shown| Some(locate(&shown.as_ref()?.budget, &place)));
    let found = page.checks().map(|checks| (checks.locate)(page, &place));
    let asks: Vec<_> = asks.into_iter().chain(found).flatten().collect();
    if !asks.is_empty() {
        for choice in asks {
            page.ask(choice, None);
        }
        page.spawn(async move {
            next_frame().await;
            show(page, &place);
        });
    }
}

/// Asks something of a figure. The link to what is chosen leads to the figure it is chosen in, unless it
/// says where.
pub fn choose(page: Page, card: Option<&Card>, choice: Choice, place: Option<&str>) {
    let before = page.asked.with_untracked(|asked| asked.get(choice.name).map(String::from));
    let before = Choice::new(choice.name, before.unwrap_or_default());
    let opens_project = choice.name == name::PROJECT && !choice.value.is_empty();
    // Two tables, or another page of findings: both are seen in the list.
    let lists = [name::PAIR, name::FINDINGS].contains(&choice.name);
    let place = place.or(lists.then_some(name::FINDINGS));
    if let Some(place) = place {
        // What is found has to be listed, whatever the list was limited to.
        if opens_project {
            page.ask(Choice::new(name::FIND, ""), None);
        }
        page.ask(choice, Some(&decoded(place)));
        return page.find_soon();
    }
    let figure = card.map(|card| card.id).unwrap_or_default();
    page.ask(choice, Some(if opens_project { name::PROJECT } else { figure }));
    let Some(card) = card.map(|card| card.place.clone().unchecked_into::<web_sys::Element>()) else { return };
    let top = page.host.tree().active_element().map_or(0.0, |button| button.get_bounding_client_rect().top());
    page.spawn(async move {
        next_frame().await;
        stay(page, &card, &before.text(), top);
    });
}

/// Words to look for: each letter counts at once.
pub fn typed(page: Page, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let found = input.and_then(|input| Some((input.get_attribute("data-find")?, input.value())));
    if let Some(choice) = found.and_then(|(name, text)| Choice::parse(&[&name, "=", &text].concat())) {
        page.ask(choice, None);
    }
}

/// Keeps a reader where something was pressed: the focus on what was opened, or on what was there before,
/// or on the way back, and that as high on the screen as it was.
fn stay(page: Page, card: &web_sys::Element, before: &str, top: f64) {
    let Ok(buttons) = card.query_selector_all("[data-choose]") else { return };
    let buttons = (0..buttons.length()).filter_map(|i| buttons.item(i)?.dyn_into::<web_sys::Element>().ok());
    let buttons: Vec<_> = buttons.collect();
    let listed = |name: &str, value: &str| {
        let is_it = |button: &&web_sys::Element| button.get_attribute(name).as_deref() == Some(value);
        buttons.iter().filter(|button| button.class_list().contains("pick")).find(is_it)
    };
    let (open, same) = (listed("aria-expanded", "true"), listed("data-choose", before));
    let is_lost = page.host.tree().active_element().is_none_or(|element| element.tag_name() == "BODY");
    if let Some(button) = open.or(same).or(buttons.first().filter(|_| is_lost)) {
        focus(button);
        if open.or(same).is_some() {
            window().scroll_by_with_x_and_y(0.0, button.get_bounding_client_rect().top() - top);
        }
    }
}

/// Opens what is folded around the element, marks it, and scrolls to it.
fn show(page: Page, place: &str) -> bool {
    let tree = page.host.tree();
    let Some(element) = tree.get_element_by_id(place) else { return false };
    let mut around = Some(element.clone());
    while let Some(fold) = around.and_then(|inside| inside.closest("details").ok().flatten()) {
        let _ = fold.set_attribute("open", "");
        around = fold.parent_element();
    }
    if let Ok(Some(before)) = tree.query_selector("[data-found]") {
        let _ = before.remove_attribute("data-found");
    }
    let _ = element.set_attribute("data-found", "");
    element.scroll_into_view();
    show_mark(&element);
    focus(&element);
    true
}

/// The marked number of a line may lie beyond the edge of its table.
fn show_mark(line: &web_sys::Element) -> Option<()> {
    let cell = line.query_selector("td > .flag").ok()??.parent_element()?;
    let table = line.closest(".scroll").ok()??;
    let beyond = cell.get_bounding_client_rect().right() - table.get_bounding_client_rect().right();
    if beyond > 0.0 {
        table.set_scroll_left(table.scroll_left() + whole(beyond.ceil()));
    }
    Some(())
}

/// Whoever goes on by keyboard goes on from here.
fn focus(element: &web_sys::Element) {
    let element: &HtmlElement = element.unchecked_ref();
    if element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    let _ = element.focus_with_options(&still);
}
