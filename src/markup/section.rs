//! What a card has beside its chart, list and table: the way back, controls, sections.

use super::Action;
use super::node::{Element, Node, el};
use super::original::{original, paged};
use super::printed::told;
use super::table::table;
use super::toolbar::button;
use crate::figure::{Choice, Control, EntryId, Figure, Places, Section};
use crate::words::Words;

/// A button that asks something of a figure.
pub fn choice(class: &str, text: &str, choice: &Choice) -> Element {
    let button = el("button").attr("type", "button").class(class).attr("data-choose", choice.text());
    if text.is_empty() { button } else { button.text(text) }
}

/// How a card's extras become elements. The first answers do without, so the module that readers download
/// first holds none of it.
pub struct Extras {
    /// What stands above the chart.
    pub above: fn(&Figure, Words) -> Vec<Element>,
    /// The sections below a listed entry, or below the list.
    pub below: fn(&Figure, Option<EntryId>, Option<Places>) -> Vec<Element>,
    /// The card's foot: the source, and what can be taken away.
    pub foot: fn(&Figure, Words, Option<Places>) -> Element,
}

/// All extras.
pub static EXTRAS: Extras = Extras {
    above: |figure, words| trail(figure, words).into_iter().chain(controls(figure)).collect(),
    below: |figure, entry, places| {
        let own = figure.sections.iter().filter(|section| section.after == entry);
        own.map(|own| section(own, places)).collect()
    },
    foot: |figure, words, places| {
        let take = button(Action::Share, "link", words.pick("分享 · 下载 · 嵌入", "Share, download, embed"));
        let source = told(el("p").class("source"), &figure.source, places);
        el("div").class("foot").child(source).child(take)
    },
};

/// The way back from what is drilled into.
fn trail(figure: &Figure, words: Words) -> Option<Element> {
    let step = |(name, back): &(String, Choice)| el("li").child(choice("link", name, back));
    let steps = el("ol").children(figure.trail.iter().map(step));
    let label = words.pick("返回上级", "The way back");
    (!figure.trail.is_empty()).then(|| el("nav").class("trail").attr("aria-label", label).child(steps))
}

/// What a reader can set.
fn controls(figure: &Figure) -> Option<Element> {
    let one = |control: &Control| match control {
        Control::Options { name, label, options, chosen } => {
            let option = |(i, (value, text)): (usize, &(&'static str, String))| {
                // The first holds where nothing is chosen.
                let asked = Choice::new(name, if i == 0 { "" } else { *value });
                choice("unit", text, &asked).attr("aria-pressed", (value == chosen).to_string())
            };
            let group = el("span").class("units").attr("role", "group").attr("aria-label", label);
            group.children(options.iter().enumerate().map(option))
        }
        Control::Find { name, label, text } => find(name, label, text),
    };
    let all = el("div").class("controls").children(figure.controls.iter().map(one));
    (!figure.controls.is_empty()).then_some(all)
}

/// A field for words to look for.
pub fn find(name: &'static str, label: &str, text: &str) -> Element {
    el("input")
        .class("find")
        .attr("type", "search")
        .attr("data-find", name)
        .attr("aria-label", label)
        .attr("placeholder", label)
        .attr("autocomplete", "off")
        .attr("value", text)
}

/// One section, folded or open.
fn section(section: &Section, places: Option<Places>) -> Element {
    let class = if section.badge.is_some() { "section finding" } else { "section" };
    let outer = el(if section.folded { "details" } else { "section" }).class(class);
    let outer = match &section.address {
        Some(address) => outer.attr("id", address),
        None => outer,
    };
    let title = el("h3").text(&section.title);
    let badge = section.badge.as_ref().map(|(id, text)| el("span").class("badge").attr("data-verdict", *id).text(text));
    let title = if section.folded { el("summary").children(badge).child(title) } else { title };
    let list = el("ul").class("list").children(section.list.iter().map(|item| el("li").text(item)));
    let choices = section.choices.iter().map(|(text, asked)| choice("link", text, asked));
    let mut paragraphs: Vec<_> = section.paragraphs.iter().map(|text| el("p").text(text)).collect();
    if let Some(((at, places), first)) = section.at.zip(places).zip(paragraphs.first_mut()) {
        let page = places.original(at).into_iter().map(original);
        first.children.extend(page.flat_map(|page| [Node::Text(" · ".into()), page.into()]));
    }
    let grid = section.grid.as_ref().map(|grid| {
        let table = table(grid, places);
        let is_traced = section.at.is_some() || section.badge.is_some();
        if let Some(places) = places.filter(|_| is_traced) { paged(table, grid, section.at, places) } else { table }
    });
    outer
        .child(title)
        .children(paragraphs)
        .children(Some(list).filter(|list| !list.children.is_empty()))
        .children(grid.map(|table| el("div").class("scroll").child(table)))
        .child(el("p").class("asks").children(choices))
}
