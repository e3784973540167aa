//! The list of a figure's entries, with amounts and shares, and with bars where entries can be compared.

use super::bar::{bar, longest};
use super::node::{Element, el};
use super::printed::link;
use super::section::param_button;
use super::toolbar::button;
use super::{Action, Extras, Highlight};
use crate::figure::{EntryId, Figure, Places, Plot};
use crate::locale::Locale;

/// How many more entries of a long list are shown at each click.
const MORE: usize = 300;

/// The list; a long one shows its first entries until more are asked for.
pub fn legend(
    figure: &Figure,
    highlight: Highlight,
    locale: Locale,
    places: Option<Places>,
    extras: Option<&Extras>,
) -> Vec<Element> {
    // The highlighted entry and the open one are listed, also where they are far down.
    let pointed = highlight.entry().and_then(|entry| figure.entries.get(entry)).map(|entry| entry.legend);
    let open = figure.sections.iter().filter_map(|section| section.after);
    let wanted: Vec<_> = pointed.into_iter().chain(open).collect();
    let nothing = figure.nothing(locale);
    let legend = figure.legend.iter().filter(|id| !nothing.contains(id) || wanted.contains(id));
    let legend: Vec<_> = legend.copied().collect();
    let most = highlight.first() + highlight.more * MORE;
    // A button to show a single entry would take as much room as the entry.
    let most = if legend.len() == most + 1 { most + 1 } else { most };
    let listed = |(i, id): &(usize, &EntryId)| *i < most || wanted.contains(id);
    let (among, longest) = (figure.places(), longest(figure));
    let items = legend.iter().enumerate().filter(listed).flat_map(|(_, &id)| {
        let opened = extras.into_iter().flat_map(move |extras| (extras.below)(figure, id, places));
        let own = item(figure, id, among, highlight, places).children(bar(&figure.entries[id], longest));
        [own].into_iter().chain(opened.map(|section| el("li").class("opened").child(section)))
    });
    // Where no entry has a share, the amounts stand at the right edge.
    let shared = legend.iter().any(|&id| figure.entries[id].share.is_some());
    let list = el("ul").class(if shared { "entries" } else { "entries unshared" }).children(items);
    let rest = legend.len().saturating_sub(most);
    let more = (rest > 0).then(|| {
        let all = legend.len().to_string();
        let (zh, en) = if rest > MORE {
            ("再显示 {1} 项（共 {0} 项）", "Show {1} more of {0}")
        } else {
            ("显示全部 {0} 项", "Show all {0}")
        };
        button(Action::More, "link", &locale.format(zh, en, &[&all, &MORE.to_string()]))
    });
    let nothing = (!nothing.is_empty()).then(|| of_nothing(figure, &nothing, locale, places));
    [list].into_iter().chain(more).chain(nothing).collect()
}

/// The line that names the entries without an amount, each a link to its line.
fn of_nothing(figure: &Figure, nothing: &[EntryId], locale: Locale, places: Option<Places>) -> Element {
    let mut line = el("p").class("note").text(figure.of_nothing(nothing, locale));
    for (i, entry) in nothing.iter().map(|&id| &figure.entries[id]).enumerate() {
        let before = match i {
            0 => "",
            _ if i + 1 == nothing.len() => locale.tr("、", " or "),
            _ => locale.tr("、", ", "),
        };
        line = line.text(before).child(link(entry.at, places, "span").text(locale.lowercase_first(&entry.name)));
    }
    line.text(locale.tr("。", "."))
}

fn item(figure: &Figure, id: EntryId, among: usize, highlight: Highlight, places: Option<Places>) -> Element {
    let entry = &figure.entries[id];
    let class = if highlight.highlights_legend(figure, id) { "entry lit" } else { "entry" };
    let blank = if entry.money.is_none() && entry.number.is_none() { "amount blank" } else { "amount" };
    let amount = link(entry.at, places, "span");
    let share = entry.display_share().unwrap_or_default();
    el("li")
        .class(class)
        .attr("data-entry", id.to_string())
        .child(name(figure, id, highlight.pinned == Some(id)))
        .child(
            el("span")
                .class("numbers")
                .child(amount.class(blank).text(entry.padded(among)))
                .child(el("span").class("share").text(share)),
        )
}

/// The button with the entry's name, note and colour, which highlights the entry or opens it.
fn name(figure: &Figure, id: EntryId, pinned: bool) -> Element {
    let entry = &figure.entries[id];
    let note = entry.note.as_ref().map(|note| el("small").text(note));
    let name = match &entry.param {
        // An entry that removes its parameter is open.
        Some(open) if open.value.is_empty() => param_button("pick opens", "", open).attr("aria-expanded", "true"),
        Some(open) => param_button("pick opens", "", open),
        None => el("button").attr("type", "button").class("pick").attr("aria-pressed", pinned.to_string()),
    };
    // The number stands in the chart where the name has no room. The style sheet has seven colours; all series beyond
    // share the last.
    let colour = figure.is_coloured().then(|| {
        let colour = el("i").attr("data-series", entry.series.min(9).to_string());
        if matches!(figure.plot, Plot::CrossCheckMatrix(_)) {
            colour
        } else {
            colour.text(figure.number(id).to_string())
        }
    });
    let text = el("span").text(figure.listed(entry));
    name.children(colour).child(el("span").class("name").child(text).children(note))
}
