//! The tooltip of a chart: whoever has read it can go into it with the mouse, and Escape closes it wherever the focus is.

use std::cell::RefCell;

use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::navigation::focus;
use crate::markup::OF;
use crate::view::dom::listen::listen;
use crate::view::dom::reflect::{made, set, text};
use crate::view::state::app_state::AppState;

/// The milliseconds that a mouse rests on a mark before its tooltip can be entered: a mouse that only passes should not
/// be held by what it uncovers.
const REST: f64 = 400.0;

thread_local! {
    /// The entry that the mouse is on, and since when.
    static SINCE: RefCell<(Option<String>, f64)> = const { RefCell::new((None, 0.0)) };
}

/// Lets Escape close the tooltips of charts also while the focus is elsewhere.
pub fn begin(app: AppState) {
    let heard = move |event: Event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        // What the page sends itself, below, is no key.
        if key.key() == "Escape" && event.is_trusted() {
            close(app);
        }
    };
    listen(&document(), &["keydown"], Box::new(heard));
}

/// When Escape is pressed in a tooltip, which then is gone: the focus goes back to the chart.
pub fn leave(target: &Element) {
    let chart = target.closest(&["[", OF, "]"].concat()).ok().flatten().and_then(|tip| tip.parent_element());
    if let Some(canvas) = chart.and_then(|chart| chart.query_selector("canvas").ok().flatten()) {
        focus(&canvas);
    }
}

/// Closes all tooltips of charts, as Escape does on their canvas.
fn close(app: AppState) {
    let Ok(open) = app.host.root_node().query_selector_all(&[".chart > [", OF, "]"].concat()) else { return };
    for tip in (0..open.length()).filter_map(|i| open.item(i)?.dyn_into::<Element>().ok()) {
        let Some(canvas) = tip.parent_element().and_then(|chart| chart.query_selector("canvas").ok().flatten()) else {
            continue;
        };
        let options = js_sys::Object::new().into();
        let _ = set(&options, "key", &text("Escape"));
        let _ = set(&options, "bubbles", &true.into());
        if let Ok(event) = made("KeyboardEvent", &[text("keydown"), options]) {
            let _ = canvas.dispatch_event(event.unchecked_ref());
        }
    }
}

/// Whether the mouse is in a tooltip, which then stays. On a chart this notes how long it has been on a mark.
pub fn stays(target: &Element, event: &Event) -> bool {
    if event.type_() != "pointermove" {
        return false;
    }
    let tip = target.closest(&["[", OF, "]"].concat()).ok().flatten();
    if tip.is_some() {
        return true;
    }
    let tip = target.parent_element().filter(|_| target.tag_name() == "CANVAS");
    let tip = tip.and_then(|chart| chart.query_selector(".tooltip").ok().flatten());
    if let Some(tip) = tip {
        let (of, now) = (tip.get_attribute(OF), Date::now());
        let rests = SINCE.with_borrow_mut(|(last, since)| {
            if *last != of {
                (*last, *since) = (of.clone(), now);
            }
            of.is_some() && now - *since > REST
        });
        let style = tip.unchecked_ref::<HtmlElement>().style();
        let _ = if rests {
            style.set_property("pointer-events", "auto")
        } else {
            style.remove_property("pointer-events").map(|_| ())
        };
    }
    false
}
