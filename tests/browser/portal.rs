//! A portal's page with two figures as elements and two in frames.

use serde_json::json;

use super::page::Page;
use super::visit::{Visit, budget};

/// The page; its style sheet is `portal.css`.
pub const CALM: &str = include_str!("portal/calm.html");
/// What the portal looks like.
pub const STYLE: &str = include_str!("portal/portal.css");
/// What it looks like on its worst days: `hostile.css`.
const HOSTILE: &str = include_str!("portal/hostile.css");

/// What tests ask of the elements, by their number.
const ASK: &str = "
    window.lens = (i) => document.querySelectorAll('budget-lens')[i];
    window.inside = (i, selector) => lens(i).shadowRoot && lens(i).shadowRoot.querySelector(selector);
    window.drawn = (i) => !!inside(i, '.lens[data-ready] .whole a') && !!inside(i, '.foot, .section');";

/// Another budget: receptions have a thousandth more.
fn other() -> String {
    budget().replace("375.00", "376.00")
}

/// A visit to this page of the portal.
pub fn portal(html: &str) -> Visit {
    let visit = Visit::at_desk().portal("calm.html", html).extra("portal.css", STYLE).extra("hostile.css", HOSTILE);
    visit.extra("other.json", other()).before(ASK)
}

/// The portal with its two elements drawn.
pub fn drawn(visit: Visit) -> Page {
    let page = visit.open();
    page.wait("window.drawn && drawn(0) && drawn(1)");
    page
}

/// The text of something in an element.
pub fn text(page: &Page, i: usize, selector: &str) -> String {
    let script = "const [i, selector] = arguments[0]; return inside(i, selector).textContent";
    page.run(script, json!([i, selector])).as_str().unwrap_or_default().into()
}
