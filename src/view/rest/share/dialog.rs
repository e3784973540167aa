//! The sheet itself: above the page, with the focus in it while it is open.

use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::markup::{self, Node, TITLE, el};
use crate::view::dom::patch::{make, patch};
use crate::view::dom::reflect::{call, get, text};

/// What can have the focus.
const STOPS: &str = "button, input, textarea, a[href], iframe";

/// The sheet. It is made once and put away when it is closed, so that it listens once.
pub struct Dialog {
    element: HtmlElement,
    nodes: Vec<Node>,
    /// What had the focus before.
    before: Option<HtmlElement>,
}

impl Dialog {
    /// A sheet that is not shown yet, and whose buttons `heard` hears.
    pub fn new(heard: fn(&str), closed: fn()) -> Option<Dialog> {
        // An engine that has no dialogs makes an element of no kind, which does as well.
        let tree = el("dialog").class("sheet").attr("aria-labelledby", TITLE).attr("tabindex", "-1");
        let element: HtmlElement = make(&tree.into())?.unchecked_into();
        let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| match event.type_().as_str() {
            "click" => {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let button = target.and_then(|target| target.closest("[data-take]").ok().flatten());
                if let Some(name) = button.and_then(|button| button.get_attribute("data-take")) {
                    heard(&name);
                }
            }
            "keydown" => key(event.unchecked_ref(), closed),
            // Said late: the sheet may be open again.
            "close" if is_open(&event) => {}
            _ => closed(),
        })
        .into_js_value();
        for name in ["click", "keydown", "close"] {
            element.add_event_listener_with_callback(name, hear.unchecked_ref()).ok()?;
        }
        // Who goes back or forward leaves what was offered behind.
        window().add_event_listener_with_callback("popstate", hear.unchecked_ref()).ok()?;
        Some(Dialog { element, nodes: Vec::new(), before: None })
    }

    /// The sheet's element.
    pub fn element(&self) -> Element {
        self.element.clone().into()
    }

    /// Shows the sheet above the page.
    pub fn show(&mut self) -> Option<()> {
        let sheet = &self.element;
        self.before = document().active_element().and_then(|element| element.dyn_into().ok());
        document().body()?.append_child(sheet).ok()?;
        if get(sheet, "showModal").is_none() || call(sheet, "showModal", &[]).is_err() {
            for (name, value) in [("open", ""), ("role", "dialog"), ("aria-modal", "true"), ("class", "sheet overlay")]
            {
                let _ = sheet.set_attribute(name, value);
            }
        }
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-sheet", "");
        }
        let _ = js_sys::Reflect::set(sheet, &text("scrollTop"), &0.into());
        sheet.focus().ok()
    }

    /// Fills it.
    pub fn fill(&mut self, tree: Vec<markup::Element>) {
        let new: Vec<Node> = tree.into_iter().map(Node::from).collect();
        patch(&self.element, &self.nodes, &new);
        self.nodes = new;
    }

    /// Puts it away, and the focus back to where it was.
    pub fn close(&mut self) {
        if get(&self.element, "close").is_none() || call(&self.element, "close", &[]).is_err() {
            let _ = self.element.remove_attribute("open");
        }
        self.fill(Vec::new());
        self.element.remove();
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("data-sheet");
        }
        if let Some(before) = self.before.take() {
            let _ = before.focus();
        }
    }
}

fn is_open(event: &Event) -> bool {
    let sheet = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    sheet.is_some_and(|sheet| sheet.has_attribute("open"))
}

/// Escape closes; the tabulator goes round inside.
fn key(event: &KeyboardEvent, closed: fn()) {
    match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            closed();
        }
        "Tab" if around(event).is_some() => event.prevent_default(),
        _ => {}
    }
}

/// From the last place to the first and back.
fn around(event: &KeyboardEvent) -> Option<()> {
    let sheet: Element = get(event, "currentTarget")?.dyn_into().ok()?;
    let stops = sheet.query_selector_all(STOPS).ok()?;
    let (first, last) = (stops.item(0)?, stops.item(stops.length().checked_sub(1)?)?);
    let here: JsValue = document().active_element()?.into();
    let back = get(event, "shiftKey")?.as_bool()?;
    let is = |stop: &web_sys::Node| *stop.unchecked_ref::<JsValue>() == here;
    let leaves = if back { is(&first) || is(sheet.unchecked_ref()) } else { is(&last) };
    if !leaves {
        return None;
    }
    let to = if back { last } else { first };
    to.unchecked_ref::<HtmlElement>().focus().ok()
}
