//! Tells screen readers what has changed, in one element that stands in the page before its words: what appears together
//! with its words is often not read.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::search::first;
use crate::figure::CHECKS;
use crate::markup::{self, Node, el};
use crate::view::dom::effect::effect;
use crate::view::dom::patch::{make, patch};
use crate::view::state::app_state::AppState;

/// The id of the element.
const ID: &str = "told";

/// Adds the element, and says once that a budget is checked, and with what result.
pub fn begin(app: AppState) {
    let region = make(&el("div").attr("id", ID).attr("role", "status").into());
    let Some(region) = region.and_then(|region| region.dyn_into::<HtmlElement>().ok()) else { return };
    // Seen by nobody: few readers need it, and the style sheet is for all.
    for (name, value) in [("position", "absolute"), ("clip-path", "inset(50%)"), ("width", "1px"), ("height", "1px")] {
        let _ = region.style().set_property(name, value);
    }
    let _ = region.style().set_property("overflow", "hidden");
    let _ = app.host.root().append_child(&region);
    // A budget that is only named in English is checked again, which is no news.
    let told = StoredValue::new(None);
    effect(move || {
        let of = app.report.with(|report| {
            let document = &report.as_ref()?.of.budget.document;
            Some((document.department.clone(), document.year))
        });
        let of = of.map(|of| (of, app.status.with_untracked(|status| status.file.clone())));
        if of.is_some() && told.get_value() != of {
            told.set_value(of);
            app.spawn(async move {
                app.updates.done().await;
                if let Some(answer) = first(app, &["#", CHECKS, " figcaption"].concat()) {
                    say(app, &text(&answer));
                }
            });
        }
    });
}

/// Says a text. What was said just before is said again.
pub fn say(app: AppState, told: &str) {
    let Some(region) = app.host.root_node().get_element_by_id(ID) else { return };
    let mark = if region.text_content().as_deref() == Some(told) { "\u{a0}" } else { "" };
    let words = vec![Node::Text([told, mark].concat())];
    region.set_text_content(None);
    patch(&region, &[], &markup::mark_languages(words, untrack(|| app.locale())));
}

/// Says the answer of a card that has changed, how far down it is, and how much its list has.
pub fn answer(app: AppState, card: &Element) {
    let locale = untrack(|| app.locale());
    let find = |selector: &str| card.query_selector(selector).ok().flatten();
    let Some(answer) = find("figcaption") else { return };
    let above =
        find(".trail li:last-child").map(|step| locale.format("上一级是{0}。", "One level up: {0}.", &[&text(&step)]));
    let is_list = find(".controls").is_some();
    let listed = card.query_selector_all(".entry").map_or(0, |entries| entries.length());
    let listed = is_list.then(|| locale.format("列出 {0} 项。", "{0} are listed.", &[&listed.to_string()]));
    let told: Vec<_> = [Some(text(&answer)), above, listed].into_iter().flatten().collect();
    say(app, &told.join(locale.tr("", " ")));
}

/// Says how much the search has found.
pub fn hits(app: AppState) {
    if let Some(found) = first(app, ".results .note") {
        say(app, &text(&found));
    }
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}
