//! The headline of the page.

use super::node::{Element, el};
use super::printed::link;
use crate::figure::{Headline, Places};

/// The most characters of the total that a narrow phone shows in the largest type.
const LONG: usize = 9;

/// The headline: who, which year, how much, in `unit` unless the amount has its own unit; then the elements `rest`.
pub fn headline(head: &Headline, unit: &str, places: Option<Places>, rest: Vec<Element>) -> Element {
    let (total, unit) = match &head.said {
        Some([number, unit]) => (number.as_str(), unit.as_str()),
        None => (head.total.as_deref().unwrap_or("—"), unit),
    };
    // A long number is smaller, so that no screen breaks it.
    let class = if total.len() > LONG { "total long" } else { "total" };
    let is_exact = head.said.is_none() || head.at.is_some();
    let number = link(head.at, places, "span").text(total);
    let number = if is_exact { number.class("number") } else { number };
    let amount = el("span").class(class).child(number).text(" ").child(el("span").class("unit-name").text(unit));
    let what = head.what.as_ref().map(|what| el("p").class("what").text(what));
    let who = el("div")
        .child(el("p").class("who").text(&head.occasion))
        .child(el("h1").text(&head.department))
        .children(what)
        .child(el("p").class("big").child(amount));
    el("header").class("headline").child(who).children(rest)
}
