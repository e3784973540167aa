//! One question's card: its answer, legend, table and source; or that the document lacks it.

use super::alert::folded;
use super::node::{Element, el};
use super::toolbar::button;
use super::Action;
use crate::figure::{Cell, Entry, EntryId, Figure, Grid, Question, Trace};
use crate::words::Words;

/// As many legend entries as a phone shows at once; the others come when asked for.
const FIRST: usize = 12;

/// The question and its answer.
pub fn above(figure: &Figure) -> Vec<Element> {
    vec![el("p").class("question").text(&figure.question), el("figcaption").text(&figure.answer)]
}

/// The table, folded, and the source.
pub fn below(figure: &Figure, words: &Words) -> Vec<Element> {
    let table = el("div").class("scroll").child(table(&figure.grid));
    let table = folded(words.pick("看数据表", "Show the table"), table).class("data");
    vec![table, el("p").class("source").text(&figure.source)]
}

/// What a reader should know beside the numbers.
pub fn notes(figure: &Figure) -> Vec<Element> {
    figure.notes.iter().map(|note| el("p").class("note").text(note)).collect()
}

/// Every entry with its amount and share. `lit` says which stand out, `pinned` which is pinned;
/// a long legend shows its first entries unless `all` are asked for.
pub fn legend(figure: &Figure, lit: impl Fn(EntryId) -> bool, pinned: Option<EntryId>, all: bool, words: &Words) -> Vec<Element> {
    let most = if all { figure.legend.len() } else { FIRST };
    let item = |&id: &EntryId| {
        let class = if lit(id) { "entry lit" } else { "entry" };
        let mut button = el("button")
            .attr("type", "button")
            .class(class)
            .attr("data-entry", id.to_string())
            .attr("aria-pressed", (pinned == Some(id)).to_string());
        let entry = &figure.entries[id];
        if let Some(trace) = &entry.trace {
            button = button.attr("title", trace.path());
        }
        el("li").child(button.children(cells(entry, words)))
    };
    let list = el("ul").children(figure.legend.iter().take(most).map(item));
    let more = (figure.legend.len() > most).then(|| {
        let label = words.say("显示全部 {0} 项", "Show all {0}", &[&figure.legend.len().to_string()]);
        button(Action::All, "link", &label)
    });
    [list].into_iter().chain(more).collect()
}

fn cells(entry: &Entry, words: &Words) -> [Element; 4] {
    let small = entry.note.clone().into_iter().chain(on_last_year(entry, words)).map(|text| el("small").text(text));
    let blank = if entry.money.is_none() { "amount blank" } else { "amount" };
    let share = entry.share.map(|share| share.to_string()).unwrap_or_default();
    [
        // The colours end somewhere; the style sheet gives those beyond one of their own.
        el("i").attr("data-series", entry.series.min(9).to_string()),
        el("span").class("name").text(&entry.name).children(small),
        el("span").class(blank).text(&entry.amount),
        el("span").class("share").text(share),
    ]
}

fn on_last_year(entry: &Entry, words: &Words) -> Option<String> {
    let change = words.change(entry.change.filter(|change| !change.is_zero())?);
    Some(words.say("比上年 {0}", "{0} on last year", &[&change]))
}

/// Names an entry, with its amount, share, change and place in the document.
pub fn tooltip(entry: &Entry, words: &Words) -> Vec<Element> {
    let unit = if entry.money.is_some() { words.unit_name() } else { "" };
    let share = entry.share.map(|share| String::from(" · ") + &share.to_string()).unwrap_or_default();
    let amount = entry.amount.clone() + " " + unit + &share;
    let line = |tag, text: String| el(tag).text(text);
    let lines = [Some(line("b", entry.name.clone())), Some(line("span", amount)), on_last_year(entry, words).map(|text| line("span", text))];
    lines.into_iter().flatten().chain(entry.trace.as_ref().map(|trace| line("small", trace.path()))).collect()
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
pub fn lacking(question: &Question, words: &Words) -> Element {
    let (zh, en) = question.lacking;
    let lacking = words.pick(zh, en);
    el("p").text(words.say("这份文件{0}，所以这里没有图。", "This document has {0}, so there is no figure here.", &[lacking]))
}
