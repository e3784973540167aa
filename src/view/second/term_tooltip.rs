//! Shows the explanation of a term in a tooltip below the term.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::announce;
use crate::markup::el;
use crate::view::dom::patch::make;
use crate::view::dom::pixels::whole;
use crate::view::state::app_state::AppState;

/// The id of the tooltip, of which there is one in a page or embedded element.
const ID: &str = "meaning";
/// The least distance between the tooltip and the screen's edge, in CSS pixels.
const MARGIN: f64 = 8.0;

/// Opens the explanation of the term `button`, or closes it if it is open; without a button closes any.
pub fn explain(app: AppState, button: Option<&Element>) {
    let open = button.filter(|button| !button.has_attribute("aria-describedby"));
    let tree = app.host.root_node();
    close(&tree);
    let Some((button, meaning)) = open.and_then(|button| Some((button, button.get_attribute("data-meaning")?))) else {
        return;
    };
    // Any touch closes the tooltip; the button shows that.
    let mark = el("button").attr("type", "button").class("shut").attr("aria-label", app.locale().tr("关闭", "Close"));
    let term = button.text_content().unwrap_or_default();
    let bubble = el("div").class("tooltip meaning").attr("id", ID).attr("role", "dialog").attr("aria-label", term);
    announce::say(app, &meaning);
    let bubble = bubble.child(el("p").text(meaning)).child(mark.text("×"));
    let Some(bubble) = make(&bubble.into()).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else { return };
    // The tooltip is positioned from the corner of the body or, for an embedded element, of its root.
    let around = if app.host.is_page() { document().body() } else { Some(app.host.root()) };
    let Some(around) = around else { return };
    let _ = app.host.root().append_child(&bubble);
    let _ = button.set_attribute("aria-describedby", ID);
    let (term, own) = (button.get_bounding_client_rect(), bubble.get_bounding_client_rect());
    let corner = around.get_bounding_client_rect();
    let most = f64::from(around.client_width()) - own.width() - MARGIN;
    let left = (term.left() - corner.left()).min(most).max(MARGIN);
    let top = term.bottom() - corner.top() + MARGIN;
    let style = bubble.style();
    let _ = style.set_property("left", &(whole(left).to_string() + "px"));
    let _ = style.set_property("top", &(whole(top).to_string() + "px"));
}

/// Closes the tooltip if it is open, and returns the focus to its term.
fn close(tree: &Document) {
    let Some(bubble) = tree.get_element_by_id(ID) else { return };
    let had_focus = tree.active_element().is_some_and(|active| bubble.contains(Some(&active)));
    bubble.remove();
    if let Ok(Some(button)) = tree.query_selector("[aria-describedby=meaning]") {
        let _ = button.remove_attribute("aria-describedby");
        if had_focus {
            let _ = button.unchecked_ref::<HtmlElement>().focus();
        }
    }
}
