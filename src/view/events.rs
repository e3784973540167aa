//! Handles the events of the page: attributes of the element that was touched say what it does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use super::card::Card;
use super::dom::listen::listen;
use super::state::app_state::AppState;
use crate::figure::{EntryId, Param};
use crate::markup::{Highlight, MORE};
use crate::scene::Point;

/// The greatest distance of a tap from a mark that it still hits: half a fingertip.
const FINGER: f64 = 22.0;
/// The greatest distance of a mouse pointer from a mark.
const MOUSE: f64 = 6.0;

/// The events that are listened for in the page, and in the window.
const IN_PAGE: [&str; 8] =
    ["click", "change", "input", "pointermove", "pointerleave", "keydown", "focusin", "focusout"];
const IN_WINDOW: [&str; 3] = ["dragover", "dragleave", "drop"];

/// The page's cards, to which more are added when the second module arrives.
pub type Cards = StoredValue<Vec<Card>>;

/// Adds the page's event listeners; the whole page also accepts dropped files.
pub fn listen_to_reader(app: AppState, cards: Cards, whole: bool) {
    let heard = move |event: Event| {
        // Controls, terms, the toolbar, search fields and files are handled by the second module.
        if app.second_module().is_some_and(|second| (second.handle_click)(app, &event)) {
            return;
        }
        cards.with_value(|cards| match event.type_().as_str() {
            "click" => click(app, cards, &event),
            "pointermove" => point(cards, &event),
            "focusin" => focus(cards, &event),
            "focusout" | "pointerleave" => leave(cards),
            "keydown" => key(cards, event.unchecked_ref()),
            "popstate" => app.reread(),
            _ => {
                if let Some(second) = app.second_module() {
                    (second.handle_file_event)(app, &event);
                }
            }
        });
    };
    let listen = |target: &web_sys::EventTarget, names| listen(target, names, Box::new(heard));
    listen(&app.host.root(), &IN_PAGE);
    if app.host.is_page() {
        listen(&window(), &["popstate"]);
    }
    // A single figure in a portal's page accepts no files.
    if whole {
        listen(&window(), &IN_WINDOW);
    }
}

fn click(app: AppState, cards: &[Card], event: &Event) {
    let second = app.second_module();
    let card = card(cards, event);
    let link = named(event, "href");
    let place = link.as_deref().and_then(|link| link.strip_prefix('#'));
    let param = named(event, "data-choose").and_then(|param| Param::parse(&param));
    if let Some((param, second)) = param.zip(second) {
        event.prevent_default();
        let card = card.map(|card| (card.id, card.place.unchecked_ref()));
        return (second.set_param)(app, card, param, place);
    }
    if let Some(place) = place {
        // Until the second module links a single figure to the whole page, its links do nothing.
        if second.is_some() || app.host.is_standalone() {
            event.prevent_default();
        }
        return second.map_or((), |second| (second.follow_link)(app, place, closest(event, "href").as_ref()));
    }
    let entry = entry(cards, event, FINGER);
    match (card, entry, named(event, "data-action").as_deref()) {
        (Some(card), _, Some(MORE)) => card.change(|highlight| highlight.more += 1),
        // All other actions are handled by the second module.
        (_, _, Some(_)) => {}
        // The browser follows it.
        _ if link.is_some() => {}
        (Some(card), Some(entry), None) => {
            card.change(|highlight| {
                highlight.pinned = if highlight.pinned == Some(entry) { None } else { Some(entry) }
            });
        }
        // A touch on the tooltip selects its text and does not unpin it.
        (Some(card), None, None) if closest(event, "data-pinned").is_none() => {
            card.change(|highlight| highlight.pinned = None);
        }
        _ => {}
    }
}

/// Removes the highlight that follows the pointer or the focus.
fn leave(cards: &[Card]) {
    for card in cards {
        card.change(|highlight| highlight.hovered = None);
    }
}

/// Highlights the entry under a moving mouse; a finger scrolls as it moves, and highlights when it taps.
fn point(cards: &[Card], event: &Event) {
    if event.unchecked_ref::<PointerEvent>().pointer_type() != "mouse" {
        return;
    }
    let entry = entry(cards, event, MOUSE);
    let here = card(cards, event).map(|card| card.highlight);
    for card in cards {
        // On the way to a pinned tooltip a mouse passes over other marks.
        card.change(|highlight| {
            highlight.hovered = entry.filter(|_| here == Some(card.highlight) && highlight.pinned.is_none());
        });
    }
}

/// Highlights the legend entry that has the keyboard's focus; focus by touch, which browsers do not show, is ignored.
fn focus(cards: &[Card], event: &Event) {
    let is_seen = element(event).is_some_and(|element| element.matches(":focus-visible").unwrap_or(true));
    if !is_seen {
        return;
    }
    if let (Some(card), Some(entry)) = (card(cards, event), listed(event)) {
        card.change(|highlight| highlight.hovered = Some(entry));
    }
}

/// Keyboard navigation in a chart: arrow keys, Home and End move, Enter pins, Escape removes the highlight.
fn key(cards: &[Card], event: &KeyboardEvent) {
    let Some(card) = card(cards, event) else { return };
    let on_canvas = element(event).is_some_and(|element| element.tag_name() == "CANVAS");
    let here = card.highlight.get_untracked().entry();
    let over = match event.key().as_str() {
        "Escape" => {
            return card.change(|highlight| *highlight = Highlight { more: highlight.more, ..Highlight::default() });
        }
        _ if !on_canvas => return,
        "ArrowRight" | "ArrowDown" => card.neighbour(here, 1),
        "ArrowLeft" | "ArrowUp" => card.neighbour(here, -1),
        "Home" => card.neighbour(None, 1),
        "End" => card.neighbour(None, -1),
        "Enter" | " " => {
            event.prevent_default();
            return card.change(|highlight| highlight.pinned = if highlight.pinned == here { None } else { here });
        }
        _ => return,
    };
    event.prevent_default();
    card.change(|highlight| highlight.hovered = over);
}

/// The card that an event is in.
fn card<'a>(cards: &'a [Card], event: &Event) -> Option<&'a Card> {
    let element = element(event)?;
    cards.iter().find(|card| card.place.contains(Some(&element)))
}

/// The entry that an event is about: on the canvas the nearest within `reach`, in the legend that of the row.
fn entry(cards: &[Card], event: &Event, reach: f64) -> Option<EntryId> {
    if element(event)?.tag_name() != "CANVAS" {
        return listed(event);
    }
    let mouse: &MouseEvent = event.unchecked_ref();
    card(cards, event)?.hit(Point { x: f64::from(mouse.offset_x()), y: f64::from(mouse.offset_y()) }, reach)
}

fn listed(event: &Event) -> Option<EntryId> {
    named(event, "data-entry")?.parse().ok()
}

/// The attribute's value on the event's element, or on the nearest around it that has one.
fn named(event: &Event, attribute: &str) -> Option<String> {
    closest(event, attribute)?.get_attribute(attribute)
}

/// The event's element, or the nearest around it, that has this attribute.
fn closest(event: &Event, attribute: &str) -> Option<web_sys::Element> {
    element(event)?.closest(&["[", attribute, "]"].concat()).ok()?
}

fn element(event: &Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}
