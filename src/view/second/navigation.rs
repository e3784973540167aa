//! Navigates to places of the page that an address names: a figure, a line of a table, a term.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::checks::is_done;
use super::search::open_search;
use super::{announce, others};
use crate::figure::{self, Param, locate, locate_finding, param};
use crate::markup::{MEANT, SEARCH, el};
use crate::view::dom::patch::make;
use crate::view::dom::pixels::whole;
use crate::view::dom::reflect::{call, get, text};
use crate::view::state::app_state::AppState;
use crate::view::state::preferences;

/// The id of the button that goes back to where a link was followed.
const RETURN: &str = "return";
/// The id of the line that says that the address leads nowhere.
const GONE: &str = "gone";

/// The history state of a page from which a link was followed.
const LEFT: &str = "left";

thread_local! {
    /// In a frame, which has no history of its own: the address from which a link was followed, and how far the page
    /// was scrolled.
    static BEFORE: RefCell<Option<(String, f64)>> = const { RefCell::new(None) };
}

/// How a reader gets to a place.
#[derive(Clone, Copy, Default)]
struct Way {
    /// Whether by a link on this page, to which a button leads back.
    by_link: bool,
    /// The column that the link means, counted from 0.
    column: Option<u32>,
}

/// The place that a link names, with percent-encoding decoded.
fn decoded(place: &str) -> String {
    js_sys::decode_uri_component(place).map_or_else(|_| place.into(), String::from)
}

/// Goes to the place of a link, as a new entry of the browser's history.
pub fn follow_link(app: AppState, place: &str, link: Option<&Element>) {
    let place = &decoded(place);
    leave(app);
    let column = link.and_then(|link| link.get_attribute(MEANT)?.parse().ok());
    let way = Way { by_link: true, column };
    // A number of another document that is open: that document is shown, in which the number stands.
    if others::enter(app, place).is_some() {
        return app.spawn(async move {
            app.updates.done().await;
            arrive(app, way);
        });
    }
    app.query.with_untracked(|query| {
        preferences::write(app.host, app.preferences.get_untracked(), query, Some(place), true);
    });
    arrive(app, way);
}

/// Records in the history that a link is followed from here: a reader who comes back wants the scroll position of the
/// link, which the browser restores, and not the place that this address names.
fn leave(app: AppState) {
    if app.host.is_framed() {
        let before = window().location().href().ok().zip(window().scroll_y().ok());
        return BEFORE.set(before);
    }
    if let Ok(history) = window().history()
        && app.host.is_page()
    {
        let _ = call(&history, "replaceState", &[text(LEFT), text("")]);
    }
}

/// Goes back to where a link was followed.
pub fn back(app: AppState) {
    remove(app, RETURN);
    let Ok(history) = window().history() else { return };
    if !app.host.is_framed() {
        let _ = history.back();
    } else if let Some((address, top)) = BEFORE.take() {
        let _ = call(&history, "replaceState", &[text(LEFT), text(""), text(&address)]);
        app.reread();
        app.spawn(async move {
            app.updates.done().await;
            window().scroll_to_with_x_and_y(0.0, top);
        });
    }
}

/// Shows the place that the address names, also where it lies in a fold or beyond the part of a long
/// table that is shown.
pub fn to_address(app: AppState) {
    arrive(app, Way::default());
}

fn arrive(app: AppState, way: Way) {
    remove(app, RETURN);
    remove(app, GONE);
    let place = decoded(&app.host.place());
    let place = meant(app, &others::enter(app, &place).unwrap_or(place));
    if place.contains('/') && others::are_awaited(app) {
        return;
    }
    let lacking = app.loaded.with_untracked(|shown| {
        let budget = &shown.as_ref()?.budget;
        app.query.with_untracked(|query| figure::not_found(budget, query).map(String::from))
    });
    if let Some(lacking) = lacking {
        return tell_gone(app, &lacking);
    }
    let has_asked = |name| app.query.with_untracked(|query| query.get(name).is_some());
    if place.is_empty() {
        // An address with a search opens the search panel.
        if has_asked(param::SEARCH) {
            open_search(app);
        }
        return;
    }
    let state = window().history().ok().and_then(|history| get(&history, "state"));
    if !way.by_link && state.and_then(|state| state.as_string()).as_deref() == Some(LEFT) {
        return;
    }
    // The link to a project leads to the figure that lists them all.
    let opens = place == "projects" && has_asked(param::PROJECT) && show(app, param::PROJECT, way);
    if opens || show(app, &place, way) {
        return;
    }
    let asks = app.loaded.with_untracked(|shown| Some(locate(&shown.as_ref()?.budget, &place)));
    let is_checked = untrack(|| is_done(app));
    let found = is_checked.then(|| locate_finding(&place));
    let asks: Vec<_> = asks.into_iter().chain(found).flatten().collect();
    if !asks.is_empty() {
        for param in asks {
            app.set_param(param, None);
        }
        app.spawn(async move {
            app.updates.done().await;
            show(app, &place, way);
        });
    // Findings do not count as missing until the check is done.
    } else if is_checked || !place.starts_with("checks-") {
        tell_gone(app, &place);
    }
}

/// The place that an address means which a chat or a short link has changed on its way.
fn meant(app: AppState, place: &str) -> String {
    let tree = app.host.root_node();
    // Lists outside the tables are known by the beginnings of their places alone.
    let is_printed = |place: &str| {
        app.loaded.with_untracked(|shown| {
            let Some(loaded) = shown else { return false };
            let is_listed = || place.ends_with(char::is_alphanumeric) && !locate(&loaded.budget, place).is_empty();
            loaded.budget.place(place).is_some() || is_listed()
        })
    };
    let is_there = |place: &str| {
        [SEARCH, param::PROJECT].contains(&place) || tree.get_element_by_id(place).is_some() || is_printed(place)
    };
    figure::mended_address(place, &decoded, &is_there)
}

/// Shows a line that says that this budget has no such thing.
fn tell_gone(app: AppState, what: &str) {
    let (zh, en) = (
        "这份预算里没有“{0}”：链接可能是另一年、另一个部门的。",
        "There is no “{0}” in this budget: the link may be of another year or department.",
    );
    let said = app.locale().format(zh, en, &[what]);
    announce::say(app, &said);
    let line = el("p").class("file").attr("id", GONE).text(said);
    let messages = app.host.root_node().query_selector(".messages").ok().flatten().filter(|_| app.host.is_page());
    if let Some((messages, line)) = messages.zip(make(&line.into())) {
        let _ = call(&messages, "after", &[line.into()]);
    }
}

/// Removes the element with this id.
fn remove(app: AppState, id: &str) {
    if let Some(element) = app.host.root_node().get_element_by_id(id) {
        element.remove();
    }
}

/// Shows the button that leads back after following a link.
fn offer_back(app: AppState) {
    let text = app.locale().tr("‹ 回到刚才的地方", "‹ Back to where you were");
    let button = el("button").attr("type", "button").class("button return").attr("id", RETURN).text(text);
    if let Some(button) = make(&button.into()) {
        let _ = app.host.root().append_child(&button);
    }
}

/// Sets a parameter and takes the reader to this place.
pub fn set_and_go(app: AppState, param: Param, place: &str) {
    leave(app);
    app.set_param(param, Some(&decoded(place)));
    app.spawn(async move {
        app.updates.done().await;
        arrive(app, Way { by_link: true, column: None });
    });
}

/// Opens the folds around the element with this id, marks it, and scrolls to it; returns whether it exists.
fn show(app: AppState, place: &str, way: Way) -> bool {
    if place == SEARCH {
        return open_search(app);
    }
    let tree = app.host.root_node();
    let Some(element) = tree.get_element_by_id(place) else { return false };
    let mut around = Some(element.clone());
    while let Some(fold) = around.and_then(|inside| inside.closest("details").ok().flatten()) {
        let _ = fold.set_attribute("open", "");
        around = fold.parent_element();
    }
    for mark in ["data-found", "data-meant"] {
        if let Ok(Some(before)) = tree.query_selector(&["[", mark, "]"].concat()) {
            let _ = before.remove_attribute(mark);
        }
    }
    // Without a link, the browser would show a focus ring, as if a key had been pressed.
    let _ = element.set_attribute("data-found", if way.by_link { "" } else { "calm" });
    let table = element.closest(".scroll").ok().flatten().filter(|_| element.tag_name() == "TR");
    let card = element.closest(".card").ok().flatten().filter(|_| element.tag_name() == "FIGURE");
    let is_inside = card.is_none() && element.tag_name() != "NAV";
    match &table {
        Some(table) => {
            table.scroll_into_view();
            show_line(table, &element, way.column);
        }
        // The question stands above its answer.
        None => card.as_ref().unwrap_or(&element).scroll_into_view(),
    }
    focus(&element);
    if way.by_link && is_inside && app.host.is_page() {
        offer_back(app);
    }
    true
}

/// Scrolls a table within its box, so that the line is visible below the headings, with the number that the link
/// means, or else one with a finding. The number is highlighted.
fn show_line(table: &Element, line: &Element, column: Option<u32>) -> Option<()> {
    let (own, around) = (line.get_bounding_client_rect(), table.get_bounding_client_rect());
    table.set_scroll_top(table.scroll_top() + whole(own.top() - around.top() - around.height() / 3.0));
    let name = line.first_element_child()?;
    let meant = column.and_then(|column| line.children().item(column + 1));
    if let Some(cell) = &meant {
        let _ = cell.set_attribute("data-meant", "");
    }
    let flagged = || line.query_selector("td > .flag").ok()??.parent_element();
    let cell = meant.or_else(flagged)?.get_bounding_client_rect();
    // The number may be beyond the right edge, or below the line's name, which sticks to the left edge.
    let beyond = (cell.right() - around.right()).max(0.0);
    let below = (name.get_bounding_client_rect().right() - cell.left()).max(0.0);
    table.set_scroll_left(table.scroll_left() + whole(if beyond > 0.0 { beyond.ceil() } else { -below.ceil() }));
    Some(())
}

/// Moves the keyboard's focus to an element without scrolling.
pub fn focus(element: &Element) {
    let element: &HtmlElement = element.unchecked_ref();
    if element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    let _ = element.focus_with_options(&still);
}
