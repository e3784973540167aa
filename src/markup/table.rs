//! A grid as a table.

use super::node::{Element, el};
use crate::figure::{Cell, Grid, Row, href};

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
    let head = el("thead").children(groups).child(el("tr").children(head));
    el("table").child(head).child(el("tbody").children(grid.rows.iter().map(row)))
}

fn row(row: &Row) -> Element {
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
    element.children(row.cells.iter().enumerate().map(|(i, one)| if i == 0 { head(one, address) } else { cell(one) }))
}

/// The row's name, which is the link to it, or to what it names.
fn head(cell: &Cell, address: Option<&String>) -> Element {
    let element = el("th").attr("scope", "row");
    match address.or_else(|| Some(&cell.trace.as_ref()?.address)) {
        Some(address) => element.child(el("a").attr("href", href(address)).text(&cell.text)),
        None => element.text(&cell.text),
    }
}

fn cell(cell: &Cell) -> Element {
    let element = if cell.words { el("td").class("words") } else { el("td") };
    match &cell.trace {
        Some(trace) => element.child(el("a").attr("href", trace.href()).attr("title", trace.path()).text(&cell.text)),
        None => element.text(&cell.text),
    }
}
