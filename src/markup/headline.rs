//! The page's first lines.

use super::node::{Element, el};
use crate::figure::Headline;

/// Who, which year, how much of `unit`, mostly on what; and a few facts.
pub fn headline(head: &Headline, unit: Element) -> Element {
    let total = head.total.as_deref().unwrap_or("—");
    let facts = head.facts.iter().map(|fact| {
        let value = el("dd").text(&fact.value).text(" ").child(el("small").text(&fact.detail));
        el("div").child(el("dt").text(&fact.name)).child(value)
    });
    el("header")
        .class("headline")
        .child(
            el("div")
                .child(el("p").class("who").text(&head.occasion))
                .child(el("h1").text(&head.department))
                .child(el("p").class("big").child(el("span").class("number").text(total)).child(unit))
                .child(el("p").class("lead").text(&head.lead)),
        )
        .child(el("dl").class("facts").children(facts))
}
