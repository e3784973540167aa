//! The DOM element of the share dialog: modal, with the focus in it while it is open.

use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::markup::{self, Node, TITLE, el};
use crate::view::dom::patch::{make, patch};
use crate::view::dom::reflect::{call, get, text};

/// The selector of elements that can have the focus.
const STOPS: &str = "button, input, textarea, a[href], iframe";

/// The dialog. It is made once and removed from the page when it is closed, so that it has its listeners once.
pub struct Dialog {
    element: HtmlElement,
    nodes: Vec<Node>,
    /// The element that had the focus before.
    before: Option<HtmlElement>,
}

impl Dialog {
    /// A dialog that is not shown yet; `heard` is called with the names of its buttons, `closed` when it closes.
    pub fn new(heard: fn(&str), closed: fn()) -> Option<Dialog> {
        // A browser without `dialog` creates an unknown element, which works, too.
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
            // The event comes late: the dialog may be open again.
            "close" if is_open(&event) => {}
            _ => closed(),
        })
        .into_js_value();
        for name in ["click", "keydown", "close"] {
            element.add_event_listener_with_callback(name, hear.unchecked_ref()).ok()?;
        }
        // Going back or forward in the history closes the dialog.
        window().add_event_listener_with_callback("popstate", hear.unchecked_ref()).ok()?;
        Some(Dialog { element, nodes: Vec::new(), before: None })
    }

    /// The dialog's element.
    pub fn element(&self) -> Element {
        self.element.clone().into()
    }

    /// Shows the dialog above the page.
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

    /// Patches the dialog's content.
    pub fn fill(&mut self, tree: Vec<markup::Element>) {
        let new: Vec<Node> = tree.into_iter().map(Node::from).collect();
        patch(&self.element, &self.nodes, &new);
        self.nodes = new;
    }

    /// Closes and removes the dialog, and returns the focus to where it was.
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

/// Keyboard handling: Escape closes the dialog, Tab stays inside it.
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

/// Moves the focus from the last element to the first, or back; `None` if it stays inside without that.
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
