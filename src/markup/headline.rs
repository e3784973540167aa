//! The page's first lines.

use super::node::{Element, el};
use super::printed::{link, told};
use crate::figure::{Headline, Places};

/// As many characters of the total as a narrow phone shows in the largest type.
const LONG: usize = 9;

/// Who, which year, how much of `unit`, mostly on what, and a few facts; with a switch of units where there is one.
pub fn headline(head: &Headline, unit: &str, switch: Option<Element>, places: Option<Places>) -> Element {
    let total = head.total.as_deref().unwrap_or("—");
    // A long number is smaller, so that no screen breaks it.
    let class = if total.len() > LONG { "number long" } else { "number" };
    let number = link(head.at, places, "span");
    let amount = el("span").class("total").child(number.class(class).text(total)).text(" ");
    let amount = amount.child(el("span").class("unit-name").text(unit));
    let big = el("p").class("big").child(amount).children(switch);
    let facts = head.facts.iter().map(|fact| {
        let value = el("a").attr("href", String::from("#") + fact.figure).text(&fact.value);
        let value = el("dd").child(value).text(" ").child(el("small").text(&fact.detail));
        el("div").child(el("dt").text(&fact.name)).child(value)
    });
    el("header")
        .class("headline")
        .child(
            el("div")
                .child(el("p").class("who").text(&head.occasion))
                .child(el("h1").text(&head.department))
                .child(big)
                .child(told(el("p").class("lead"), &head.lead, places)),
        )
        .child(el("dl").class("facts").children(facts))
}
