//! The parts of a card beside its chart, list and table: breadcrumbs, controls, sections.

use super::Action;
use super::node::{Element, Node, el};
use super::original::{original, paged};
use super::printed::with_text;
use super::table::table;
use super::toolbar::button;
use crate::budget::Place;
use crate::figure::{Control, EntryId, Figure, Param, Places, Section};
use crate::locale::Locale;

/// A button that sets a parameter of a figure.
pub fn param_button(class: &str, text: &str, param: &Param) -> Element {
    let button = el("button").attr("type", "button").class(class).attr("data-choose", param.text());
    if text.is_empty() { button } else { button.text(text) }
}

/// The functions that make a card's extra parts. The first answers have none, so the module that readers download
/// first does not contain them.
pub struct Extras {
    /// The chart with its list, and the parts above and below it.
    pub around: fn(&Figure, Element, Locale, Option<Places>) -> [Element; 3],
    /// The sections below a listed entry.
    pub below: fn(&Figure, EntryId, Option<Places>) -> Vec<Element>,
    /// The card's foot: the source, and the button to share the figure.
    pub foot: fn(&Figure, Locale, Option<Places>) -> Element,
}

/// All extras.
pub static EXTRAS: Extras = Extras {
    around,
    below: |figure, entry, places| {
        let own = figure.sections.iter().filter(|section| section.after == Some(entry));
        own.map(|own| section(own, places)).collect()
    },
    foot: |figure, locale, places| {
        let take = button(Action::Share, "link", locale.tr("分享 · 下载 · 嵌入", "Share, download, embed"));
        let source = with_text(el("p").class("source"), &figure.source, places);
        el("div").class("foot").child(source).child(take)
    },
};

/// The chart with the controls above and the sections below it. If a section contains all the rest, the sections
/// before it stand above, and the chart, controls and other sections are inside it.
fn around(figure: &Figure, body: Element, locale: Locale, places: Option<Places>) -> [Element; 3] {
    let above = el("div").class("above").children(breadcrumbs(figure, locale)).children(controls(figure));
    let own: Vec<_> = figure.sections.iter().filter(|section| section.after.is_none()).collect();
    let sections = |own: &[&Section]| el("div").class("sections").children(own.iter().map(|own| section(own, places)));
    match own.iter().position(|section| section.holds_rest) {
        None => [above, body, sections(&own)],
        Some(holding) => {
            let fold = [above, body, sections(&own[holding + 1..])];
            let before =
                el("div").class("sections front").children(own[..holding].iter().map(|own| section(own, places)));
            [before, section(own[holding], places).children(fold), el("div")]
        }
    }
}

/// The breadcrumbs above what is drilled into.
fn breadcrumbs(figure: &Figure, locale: Locale) -> Option<Element> {
    let step = |(name, back): &(String, Param)| el("li").child(param_button("link", name, back));
    let steps = el("ol").children(figure.breadcrumbs.iter().map(step));
    let label = locale.tr("返回上级", "The way back");
    (!figure.breadcrumbs.is_empty()).then(|| el("nav").class("trail").attr("aria-label", label).child(steps))
}

/// The controls above the list.
fn controls(figure: &Figure) -> Option<Element> {
    let one = |control: &Control| match control {
        Control::Options { name, label, options, chosen } => {
            let option = |(value, text): &(String, String)| {
                let param = Param::new(name, value.as_str());
                param_button("unit", text, &param).attr("aria-pressed", (value == chosen).to_string())
            };
            let group = el("span").class("units").attr("role", "group").attr("aria-label", label);
            group.children(options.iter().map(option))
        }
        Control::Find { name, label, text } => find(name, label, text),
    };
    let all = el("div").class("controls").children(figure.controls.iter().map(one));
    (!figure.controls.is_empty()).then_some(all)
}

/// A field for text to look for.
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
    let is_fold = section.folded || section.holds_rest;
    let outer = el(if is_fold { "details" } else { "section" }).class(class);
    let outer = if is_fold && !section.folded { outer.attr("open", "") } else { outer };
    let outer = match &section.address {
        Some(address) => outer.attr("id", address),
        None => outer,
    };
    let title = (!section.title.is_empty()).then(|| el("h3").text(&section.title));
    let badge = section.badge.as_ref().map(|(id, text)| el("span").class("badge").attr("data-verdict", *id).text(text));
    let title = if is_fold { Some(el("summary").children(badge).children(title)) } else { title };
    let list = el("ul").class("list").children(section.list.iter().map(|item| el("li").text(item)));
    let choices = section.choices.iter().map(|(text, param)| param_button("link", text, param));
    let mut paragraphs: Vec<_> = section.paragraphs.iter().map(|text| el("p").text(text)).collect();
    // Findings about a project are marked after the sentence about the project.
    if let (Some(at @ Place::Project(_)), Some(first)) = (section.at, paragraphs.first_mut()) {
        first.at = Some(at);
    }
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
        .children(title)
        .children(paragraphs)
        .children(Some(list).filter(|list| !list.children.is_empty()))
        .children(grid.map(|table| el("div").class("scroll").child(table)))
        .child(el("p").class("asks").children(choices))
}
