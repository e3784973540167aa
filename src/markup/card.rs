//! The card of a question: its answer, chart, legend, table and source; or a message that the document lacks it.

use super::alert::folded;
use super::node::{Element, el};
use super::printed::with_text;
use super::table::table;
use super::{Extras, Highlight, legend, section};
use crate::figure::{Entry, Figure, Places, Plot, Question};
use crate::locale::Locale;

/// The place of a question's card among the page's cards.
pub fn place(id: &str) -> Element {
    el("div").class("place").attr("data-place", id)
}

/// A figure's card around its chart. Without `extras` it has chart, list and table alone; without `places` its
/// numbers are no links.
pub fn card(
    figure: &Figure,
    chart: Element,
    highlight: Highlight,
    locale: Locale,
    places: Option<Places>,
    extras: Option<&Extras>,
) -> Element {
    let notes = figure.notes.iter().map(|note| with_text(el("p").class("note"), note, places));
    // Not by `==`, which would bring the comparison of all types of charts into the first module.
    let plain = matches!(figure.plot, Plot::None);
    let drawn = Some(chart).filter(|_| !plain);
    let drawn = el("div").class("drawn").children(drawn).children(notes);
    let legend = el("div").class("legend").children(legend::legend(figure, highlight, locale, places, extras));
    let grid = (!figure.grid.rows.is_empty()).then(|| {
        let table = el("div").class("scroll").child(table(&figure.grid, places));
        folded(locale.tr("查看数据表", "Show the table"), table).class("data")
    });
    let source = match extras {
        Some(extras) => (extras.foot)(figure, locale, places),
        None => with_text(el("p").class("source"), &figure.source, places),
    };
    let class = if plain {
        "body plain"
    } else if figure.plot.is_wide() {
        "body wide"
    } else {
        "body"
    };
    let body = el("div").class(class).child(drawn).child(legend);
    let footnotes =
        el("div").children(figure.footnotes.iter().map(|note| with_text(el("p").class("note"), note, places)));
    let footnotes = (!figure.footnotes.is_empty())
        .then(|| folded(locale.tr("关于这些数字", "About these numbers"), footnotes).class("footnotes"));
    // These elements exist also when they are empty, so that a patch does not recreate the elements after them.
    let around = match extras {
        Some(extras) => (extras.around)(figure, body, locale, places),
        None => [el("div").class("above"), body, el("div").class("sections")],
    };
    let figure_element = el("figure")
        .attr("id", figure.id)
        .attr("data-figure", figure.id)
        .child(with_text(el("figcaption"), &figure.answer, places))
        .children(around)
        .child(el("div").class("below").children(grid).child(source).children(footnotes));
    let question = el("h2").class("question").text(figure.question);
    el("article").class("card").child(question).child(figure_element)
}

/// The attribute of a tooltip that names its entry.
pub const OF: &str = "data-of";

/// The canvas and the tooltip of the highlighted entry. The canvas gets its name with the card's other parts
/// (`spoken/naming.rs`).
pub fn chart(figure: &Figure, highlight: Highlight, locale: Locale, places: Option<Places>) -> Element {
    let canvas = el("canvas").attr("tabindex", "0").attr("role", "application");
    let pinned = highlight.pinned.is_some() && highlight.entry() == highlight.pinned;
    let tip = el("div").class("tooltip").attr("data-pinned", pinned.to_string());
    let tip = match highlight.entry().and_then(|id| Some((id, figure.entries.get(id)?))) {
        Some((id, entry)) => tip.attr(OF, id.to_string()).children(tooltip(entry, pinned, locale, places)),
        None => tip.attr("hidden", ""),
    };
    el("div").class("chart").child(canvas).child(tip)
}

/// The tooltip of an entry, with its amount, share, change and place in the document. While it is pinned, its
/// place is a link, and a button opens what the entry opens.
fn tooltip(entry: &Entry, pinned: bool, locale: Locale, places: Option<Places>) -> Vec<Element> {
    let unit = if entry.money.is_some() { locale.unit_name() } else { "" };
    let share = entry.share.map(|share| match &entry.share_of {
        Some(of) => locale.format(" · 占{0} {1}", " · {1} of {0}", &[of, &share.to_string()]),
        None => String::from(" · ") + &share.to_string(),
    });
    let share = share.unwrap_or_default();
    let amount = entry.exact.clone().unwrap_or_else(|| entry.amount.clone()) + " " + unit + &share;
    let line = |tag, text: String| el(tag).text(text);
    let change = entry.change.filter(|change| !change.is_zero()).map(|change| locale.change(change));
    let change = change.map(|change| locale.format("比上年 {0}", "{0} on last year", &[&change]));
    let mut lines = vec![line("b", entry.name.clone()), line("span", amount)];
    lines.extend(change.map(|text| line("span", text)));
    lines.extend(entry.at.zip(places).map(|(at, places)| {
        let path = places.path(at);
        if pinned { line("a", path).attr("href", places.href(at)) } else { line("small", path) }
    }));
    lines.extend(entry.param.as_ref().filter(|_| pinned).map(|param| {
        let open = locale.tr("打开", "Open");
        section::param_button("link", open, param)
    }));
    lines
}

/// The message in place of a figure for which the document has no numbers.
pub fn lacking(question: &Question, locale: Locale) -> Element {
    let (zh, en) = question.lacking;
    let lacking = locale.tr(zh, en);
    if lacking.is_empty() {
        // A question of several documents, where there is one: only a figure alone says so.
        let (zh, en) = ("只打开了一年的文件，没有可比的。", "The document of one year only is open.");
        return el("section").class("lacking").attr("id", question.id).attr("hidden", "").text(locale.tr(zh, en));
    }
    el("section").class("lacking").attr("id", question.id).text(locale.format(
        "这份文件{0}。",
        "This document has {0}.",
        &[lacking],
    ))
}
