//! A grid as a table.

use super::node::{Element, el};
use crate::figure::{Cell, Grid, Row, href};
use crate::words::padded;

/// The table; numbers that are printed lead to their line.
pub fn table(grid: &Grid) -> Element {
    let groups = (!grid.groups.is_empty()).then(|| {
        let group = |(text, span): &(String, usize)| {
            el("th").attr("scope", "colgroup").attr("colspan", span.to_string()).text(text)
        };
        el("tr").class("groups").children(grid.groups.iter().map(group))
    });
    let holds_words = |i: usize| grid.rows.iter().any(|row| row.cells.get(i).is_some_and(|cell| cell.words));
    let head = grid.head.iter().enumerate().map(|(i, head)| {
        let head = el("th").attr("scope", "col").text(head);
        if holds_words(i) { head.class("words") } else { head }
    });
    let places: Vec<_> = (0..grid.head.len()).map(|column| grid.places(column)).collect();
    let head = el("thead").children(groups).child(el("tr").children(head));
    el("table").child(head).child(el("tbody").children(grid.rows.iter().map(|one| row(one, &places))))
}

fn row(row: &Row, places: &[usize]) -> Element {
    let mut element = el("tr");
    if row.sum {
        element = element.class("sum");
    }
    if row.level > 1 {
        element = element.attr("data-level", row.level.to_string());
    }
    if let Some(address) = &row.address {
        element = element.attr("id", address);
    }
    let address = row.address.as_ref();
    element.children(row.cells.iter().enumerate().map(|(i, one)| {
        let among = places.get(i).copied().unwrap_or(0);
        if i == 0 { head(one, address) } else { cell(one, among) }
    }))
}

/// The row's name, which is the link to it, or to what it names.
fn head(cell: &Cell, address: Option<&String>) -> Element {
    let element = el("th").attr("scope", "row");
    match address.or_else(|| Some(&cell.trace.as_ref()?.address)) {
        Some(address) => element.child(el("a").attr("href", href(address)).text(&cell.text)),
        None => element.text(&cell.text),
    }
}

fn cell(cell: &Cell, among: usize) -> Element {
    let text = if cell.is_money { padded(&cell.text, among) } else { cell.text.clone() };
    let element = if cell.words { el("td").class("words") } else { el("td") };
    match &cell.trace {
        Some(trace) => element.child(el("a").attr("href", trace.href()).attr("title", trace.path()).text(text)),
        None => element.text(text),
    }
}
