//! What numbers are traced to: the link to a place, and its path for people, made of its one identity where they
//! are written.

use super::narrative;
use crate::budget::{Budget, Place};
use crate::words::Words;

/// The places of a document, for a reader.
#[derive(Clone, Copy)]
pub struct Places<'b> {
    /// The document.
    pub budget: &'b Budget,
    /// How the reader is told.
    pub words: Words,
}

impl Places<'_> {
    /// The link to the line that a place is in.
    pub fn href(self, place: Place) -> String {
        href(&self.budget.address(place))
    }

    /// `表三 · 201 · 合计`
    pub fn path(self, place: Place) -> String {
        let (Place::Table(t) | Place::Line(t, _) | Place::Cell(t, ..)) = place else {
            return narrative::path(self.budget, place, self.words).join(" · ");
        };
        let Some(table) = self.budget.tables.get(t) else { return String::new() };
        let (line, column) = match place {
            Place::Cell(_, line, column) => (table.lines.get(line), table.columns.get(column)),
            Place::Line(_, line) => (table.lines.get(line), None),
            _ => (None, None),
        };
        let line = line.map(|line| line.code.as_ref().unwrap_or(&line.name));
        let path = [Some(&table.number), line, column.map(|column| &column.name)];
        path.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

/// The link to an address of the page. Only the sign that begins an escape has to be one itself.
pub fn href(address: &str) -> String {
    let mut link = String::from("#");
    for sign in address.chars() {
        link.push(sign);
        if sign == '%' {
            link.push_str("25");
        }
    }
    link
}
