//! One question's card: its answer, legend, table and source; or that the document lacks it.

use super::alert::folded;
use super::node::{Element, el};
use super::toolbar::button;
use super::{Action, At};
use crate::figure::{Cell, Entry, EntryId, Figure, Grid, Question, Trace};
use crate::words::Words;

/// As many legend entries as a phone shows at once; the others come when asked for.
const FIRST: usize = 12;
/// As much of a name as stands beside its numbers, in Latin letters; a Chinese character counts for two.
const LONG: usize = 44;

/// A figure's card around its chart.
pub fn card(figure: &Figure, chart: Element, at: At, words: Words) -> Element {
    let notes = figure.notes.iter().map(|note| el("p").class("note").text(note));
    let table = el("div").class("scroll").child(table(&figure.grid));
    let figure_element = el("figure")
        .attr("id", figure.id)
        .attr("data-figure", figure.id)
        .child(el("figcaption").text(&figure.answer))
        .child(
            el("div")
                .class("body")
                .child(el("div").class("drawn").child(chart).children(notes))
                .child(el("div").class("legend").children(legend(figure, at, words))),
        )
        .child(
            el("div")
                .class("below")
                .child(folded(words.pick("查看数据表", "Show the table"), table).class("data"))
                .child(el("p").class("source").text(&figure.source)),
        );
    let question = el("h2").class("question").text(&figure.question);
    el("article").class("card").child(question).child(figure_element)
}

/// The canvas, called `label` for those who do not see it, and the tooltip of what is pointed at.
pub fn chart(figure: &Figure, label: &str, at: At, words: Words) -> Element {
    let canvas = el("canvas").attr("tabindex", "0").attr("role", "application").attr("aria-label", label);
    let pinned = at.pinned.is_some() && at.entry() == at.pinned;
    let tip = el("div").class("tooltip").attr("role", "status").attr("data-pinned", pinned.to_string());
    let tip = match at.entry().and_then(|entry| figure.entries.get(entry)) {
        Some(entry) => tip.children(tooltip(entry, words)),
        None => tip.attr("hidden", ""),
    };
    el("div").class("chart").child(canvas).child(tip)
}

/// Every entry with its amount and share; a long legend shows its first entries until all are asked for.
fn legend(figure: &Figure, at: At, words: Words) -> Vec<Element> {
    // What is pointed at in the chart is listed, also where that is far down.
    let pointed = at.entry().and_then(|entry| figure.entries.get(entry)).is_some_and(|entry| entry.legend >= FIRST);
    let most = if at.all || pointed { figure.legend.len() } else { FIRST };
    let item = |&id: &EntryId| {
        let entry = &figure.entries[id];
        // A long name has a line of its own, its numbers the next.
        let long = if entry.name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() > LONG {
            " long"
        } else {
            ""
        };
        let lit = if at.lights_legend(figure, id) { " lit" } else { "" };
        let mut button = el("button")
            .attr("type", "button")
            .class(&["entry", long, lit].concat())
            .attr("data-entry", id.to_string())
            .attr("aria-pressed", (at.pinned == Some(id)).to_string());
        if let Some(trace) = &entry.trace {
            button = button.attr("title", trace.path());
        }
        el("li").child(button.children(cells(entry)))
    };
    let list = el("ul").children(figure.legend.iter().take(most).map(item));
    let more = (figure.legend.len() > most).then(|| {
        let label = words.say("显示全部 {0} 项", "Show all {0}", &[&figure.legend.len().to_string()]);
        button(Action::All, "link", &label)
    });
    [list].into_iter().chain(more).collect()
}

fn cells(entry: &Entry) -> [Element; 4] {
    let note = entry.note.as_ref().map(|note| el("small").text(note));
    let blank = if entry.money.is_none() { "amount blank" } else { "amount" };
    let share = entry.share.map(|share| share.to_string()).unwrap_or_default();
    [
        // The colours end somewhere; the style sheet gives those beyond one of their own.
        el("i").attr("data-series", entry.series.min(9).to_string()),
        el("span").class("name").text(&entry.name).children(note),
        el("span").class(blank).text(&entry.amount),
        el("span").class("share").text(share),
    ]
}

/// Names an entry, with its amount, share, change and place in the document.
fn tooltip(entry: &Entry, words: Words) -> Vec<Element> {
    let unit = if entry.money.is_some() { words.unit_name() } else { "" };
    let share = entry.share.map(|share| match &entry.share_of {
        Some(of) => words.say(" · 占{0} {1}", " · {1} of {0}", &[of, &share.to_string()]),
        None => String::from(" · ") + &share.to_string(),
    });
    let share = share.unwrap_or_default();
    let amount = entry.amount.clone() + " " + unit + &share;
    let line = |tag, text: String| el(tag).text(text);
    let change = entry.change.filter(|change| !change.is_zero()).map(|change| words.change(change));
    let change = change.map(|change| words.say("比上年 {0}", "{0} on last year", &[&change]));
    let mut lines = vec![line("b", entry.name.clone()), line("span", amount)];
    lines.extend(change.map(|text| line("span", text)));
    lines.extend(entry.trace.as_ref().map(|trace| line("small", trace.path())));
    lines
}

fn table(grid: &Grid) -> Element {
    let head = grid.head.iter().map(|head| el("th").attr("scope", "col").text(head));
    let cell = |(i, cell): (usize, &Cell)| match &cell.trace {
        _ if i == 0 => el("th").attr("scope", "row").text(&cell.text),
        Some(trace) => el("td").attr("title", Trace::path(trace)).text(&cell.text),
        None => el("td").text(&cell.text),
    };
    let rows = grid.rows.iter().map(|row| el("tr").children(row.iter().enumerate().map(cell)));
    el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows))
}

/// What stands where a figure would be that the document has no table for.
pub fn lacking(question: &Question, words: Words) -> Element {
    let (zh, en) = question.lacking;
    let lacking = words.pick(zh, en);
    el("section").class("lacking").attr("id", question.id).text(words.say(
        "这份文件{0}，所以这里没有图。",
        "This document has {0}, so there is no figure here.",
        &[lacking],
    ))
}
