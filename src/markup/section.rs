//! What a card has beside its chart, list and table: the way back, controls, sections.

use super::Action;
use super::node::{Element, el};
use super::table::table;
use super::toolbar::button;
use crate::figure::{Choice, Control, EntryId, Figure, Section, href};
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
    pub below: fn(&Figure, Option<EntryId>) -> Vec<Element>,
    /// The card's foot: the source, in which a table that is named leads to it, and what can be taken away.
    pub foot: fn(&Figure, Words) -> Element,
}

/// All extras.
pub static EXTRAS: Extras = Extras {
    above: |figure, words| trail(figure, words).into_iter().chain(controls(figure)).collect(),
    below: |figure, entry| figure.sections.iter().filter(|section| section.after == entry).map(section).collect(),
    foot: |figure, words| {
        let take = button(Action::Share, "link", words.pick("分享 · 下载 · 嵌入", "Share, download, embed"));
        el("div").class("foot").child(source(figure)).child(take)
    },
};

/// The source, in which the first table that is named leads to it.
fn source(figure: &Figure) -> Element {
    let place = el("p").class("source");
    let trace = figure.entries.iter().find_map(|entry| entry.trace.as_ref());
    match trace.and_then(|trace| Some((&trace.table, figure.source.split_once(trace.table.as_str())?))) {
        Some((table, (before, after))) => {
            let link = el("a").attr("href", href(table)).text(table);
            place.text(before).child(link).text(after)
        }
        None => place.text(&figure.source),
    }
}

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
fn section(section: &Section) -> Element {
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
    outer
        .child(title)
        .children(section.paragraphs.iter().map(|text| el("p").text(text)))
        .children(Some(list).filter(|list| !list.children.is_empty()))
        .children(section.grid.as_ref().map(|grid| el("div").class("scroll").child(table(grid))))
        .child(el("p").class("asks").children(choices))
}
