//! Turns a figure's grid into an HTML table.

use super::node::{Element, el};
use super::printed::link;
use crate::figure::{Cell, Grid, Places, Row};
use crate::locale::padded;

/// The table; numbers that the document prints link to their line.
pub fn table(grid: &Grid, places: Option<Places>) -> Element {
    let groups = grid.groups.iter().map(|groups| {
        let group = |(text, span): &(String, usize)| {
            el("th").attr("scope", "colgroup").attr("colspan", span.to_string()).text(text)
        };
        el("tr").class("groups").children(groups.iter().map(group))
    });
    let holds_words = |i: usize| grid.rows.iter().any(|row| row.cells.get(i).is_some_and(|cell| cell.words));
    let head = grid.head.iter().enumerate().map(|(i, head)| {
        let head = el("th").attr("scope", "col").text(head);
        if holds_words(i) { head.class("words") } else { head }
    });
    let among: Vec<_> = (0..grid.head.len()).map(|column| grid.places(column)).collect();
    let head = el("thead").children(groups).child(el("tr").children(head));
    el("table").child(head).child(el("tbody").children(grid.rows.iter().map(|one| row(one, &among, places))))
}

fn row(row: &Row, among: &[usize], places: Option<Places>) -> Element {
    let mut element = el("tr");
    if row.sum {
        element = element.class("sum");
    }
    if row.level > 1 {
        element = element.attr("data-level", row.level.to_string());
    }
    if let Some((at, places)) = row.at.zip(places) {
        element = element.attr("id", places.address(at));
    }
    let cells = row.cells.iter().enumerate();
    element.children(cells.map(|(i, own)| {
        let among = among.get(i).copied().unwrap_or(0);
        if i == 0 { head(own, row, places) } else { cell(own, row, among, places) }
    }))
}

/// The heading of a row, with its name as a link to the row itself, or to what the row is about.
fn head(cell: &Cell, row: &Row, places: Option<Places>) -> Element {
    let element = el("th").attr("scope", "row");
    match row.at.or(cell.at).zip(places) {
        Some((at, places)) => {
            let link = el("a").attr("href", places.href(at)).text(&cell.text);
            Element { at: row.at.and(cell.at), ..element.child(link) }
        }
        None => element.text(&cell.text),
    }
}

/// The cell of a number, which links to where it is printed, unless this is the line that prints it.
fn cell(cell: &Cell, row: &Row, among: usize, places: Option<Places>) -> Element {
    let text = if cell.is_money { padded(&cell.text, among) } else { cell.text.clone() };
    let element = if cell.words { el("td").class("words") } else { el("td") };
    match cell.at {
        Some(at) if row.at.is_some() => Element { at: Some(at), ..element.text(text) },
        Some(_) if places.is_some() => element.child(link(cell.at, places, "span").text(text)),
        _ => element.text(text),
    }
}
