//! Everything that a reader does comes in by one door: what was touched says what it does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DragEvent, Event, EventTarget, FileList, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent,
};

use super::card::Card;
use super::page::{Origin, Page};
use crate::figure::EntryId;
use crate::markup::{Action, At};
use crate::scene::Point;
use crate::words::Lang;

/// Half a fingertip: how far from a mark a tap may be and still mean it.
const FINGER: f64 = 22.0;
/// How far a mouse may be.
const MOUSE: f64 = 6.0;

/// What is listened for in the page, and in the window.
const IN_PAGE: [&str; 7] = ["click", "change", "pointermove", "pointerleave", "keydown", "focusin", "focusout"];
const IN_WINDOW: [&str; 3] = ["dragover", "dragleave", "drop"];

/// Listens for as long as the page lives; the whole page also takes files.
pub fn listen(page: Page, root: &HtmlElement, cards: Vec<Card>, whole: bool) {
    let hear = move |event: Event| match event.type_().as_str() {
        "click" => click(page, &cards, &event),
        "change" => chosen(page, &event),
        "pointermove" => point(&cards, &event),
        "focusin" => focus(&cards, &event),
        "pointerleave" | "focusout" => cards.iter().for_each(|card| card.change(|at| at.over = None)),
        "keydown" => key(&cards, event.unchecked_ref()),
        _ => drag(page, event.unchecked_ref()),
    };
    let hear = Closure::<dyn Fn(Event)>::new(hear).into_js_value();
    let listen = |target: &EventTarget, names: &[&str]| {
        for name in names {
            let _ = target.add_event_listener_with_callback(name, hear.unchecked_ref());
        }
    };
    listen(root, &IN_PAGE);
    // A lone figure in a portal's column is the portal's: it takes no files.
    if whole {
        listen(&window(), &IN_WINDOW);
    }
}

fn click(page: Page, cards: &[Card], event: &Event) {
    let entry = entry(cards, event, FINGER);
    match (card(cards, event), entry, named(event, "data-action").and_then(|name| Action::from_name(&name))) {
        (Some(card), _, Some(Action::All)) => card.change(|at| at.all = true),
        (_, _, Some(action)) => act(page, action),
        (Some(card), Some(entry), None) => {
            card.change(|at| at.pinned = if at.pinned == Some(entry) { None } else { Some(entry) });
        }
        (Some(card), None, None) => card.change(|at| at.pinned = None),
        _ => {}
    }
}

/// Does what a control says.
fn act(page: Page, action: Action) {
    let dark = page.is_dark();
    match action {
        Action::Back => page.open_default(),
        Action::Close => {
            page.status.update(|status| status.trouble = None);
            // Whoever closes the alert opens the next file.
            if let Ok(Some(input)) = document().query_selector("input[type=file]") {
                let _ = input.unchecked_into::<HtmlElement>().focus();
            }
        }
        _ => page.choices.update(|choices| match action {
            Action::Unit(unit) => choices.unit = Some(unit),
            Action::Large => choices.large = !choices.large,
            Action::Lang => choices.lang = if choices.lang == Lang::Zh { Lang::En } else { Lang::Zh },
            Action::Theme => choices.dark = Some(!dark),
            Action::Back | Action::Close | Action::All => {}
        }),
    }
}

/// A mouse points as it moves; a finger scrolls as it moves, and points when it taps.
fn point(cards: &[Card], event: &Event) {
    if event.unchecked_ref::<PointerEvent>().pointer_type() != "mouse" {
        return;
    }
    let entry = entry(cards, event, MOUSE);
    let here = card(cards, event).map(|card| card.at);
    for card in cards {
        let over = if here == Some(card.at) { entry } else { None };
        card.change(|at| at.over = over);
    }
}

/// The keyboard's focus on a legend entry points at it.
fn focus(cards: &[Card], event: &Event) {
    if let (Some(card), Some(entry)) = (card(cards, event), listed(event)) {
        card.change(|at| at.over = Some(entry));
    }
}

/// The keyboard's walk through a chart: arrows, first, last; Enter pins, Escape lets go.
fn key(cards: &[Card], event: &KeyboardEvent) {
    let Some(card) = card(cards, event) else { return };
    let on_canvas = element(event).is_some_and(|element| element.tag_name() == "CANVAS");
    let here = card.at.get_untracked().entry();
    let over = match event.key().as_str() {
        "Escape" => return card.change(|at| *at = At { all: at.all, ..At::default() }),
        _ if !on_canvas => return,
        "ArrowRight" | "ArrowDown" => card.neighbour(here, 1),
        "ArrowLeft" | "ArrowUp" => card.neighbour(here, -1),
        "Home" => card.neighbour(None, 1),
        "End" => card.neighbour(None, -1),
        "Enter" | " " => {
            event.prevent_default();
            return card.change(|at| at.pinned = if at.pinned == here { None } else { here });
        }
        _ => return,
    };
    event.prevent_default();
    card.change(|at| at.over = over);
}

/// A reader's own file was chosen.
fn chosen(page: Page, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|input| input.type_() == "file") else { return };
    open(page, input.files());
    // So that the same file, mended meanwhile, can be chosen again.
    input.set_value("");
}

/// The whole page takes a dropped file, and says so while one hovers over it.
fn drag(page: Page, event: &DragEvent) {
    let Some(data) = event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0)) else { return };
    event.prevent_default();
    let kind = event.type_();
    // It leaves the window, not one element for another.
    let hovering = kind == "dragover" || (kind == "dragleave" && event.related_target().is_some());
    if page.status.with_untracked(|status| status.hovering) != hovering {
        page.status.update(|status| status.hovering = hovering);
    }
    if kind == "drop" {
        open(page, data.files());
    }
}

fn open(page: Page, files: Option<FileList>) {
    if let Some(file) = files.and_then(|files| files.get(0)) {
        page.open(Origin::Own(file));
    }
}

/// The card that an event is in.
fn card<'a>(cards: &'a [Card], event: &Event) -> Option<&'a Card> {
    let element = element(event)?;
    cards.iter().find(|card| card.place.contains(Some(&element)))
}

/// The entry that an event is about: on the canvas the nearest within `reach`, in the legend the listed one.
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
    element(event)?.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
}

fn element(event: &Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}
