//! What numbers are traced to: the link to a place, and its path for people, made of its one identity where they
//! are written.

use super::narrative;
use crate::budget::{Budget, Place};
use crate::words::Words;

/// The places of a document, for a reader.
///
/// In the browser they come with the second part, as the official tables do to which they lead: only that part may call
/// [`Places::of`]. A tree that the first part makes has none, and its numbers lead nowhere yet.
#[derive(Clone, Copy)]
pub struct Places<'b> {
    budget: &'b Budget,
    words: Words,
    naming: &'static Naming,
}

/// How places are named. Pointers, so that what writes links into a tree does not hold the program that names them.
struct Naming {
    address: fn(&Budget, Place) -> String,
    path: fn(&Budget, Place, Words) -> String,
}

static NAMING: Naming = Naming { address: Budget::address, path };

impl Places<'_> {
    /// The places of a document, for a reader who is told in these words.
    pub fn of(budget: &Budget, words: Words) -> Places<'_> {
        Places { budget, words, naming: &NAMING }
    }

    /// The address of the line that a place is in.
    pub fn address(self, place: Place) -> String {
        (self.naming.address)(self.budget, place)
    }

    /// The link to the line that a place is in.
    pub fn href(self, place: Place) -> String {
        href(&self.address(place))
    }

    /// `表三 · 201 · 合计`
    pub fn path(self, place: Place) -> String {
        (self.naming.path)(self.budget, place, self.words)
    }
}

fn path(budget: &Budget, place: Place, words: Words) -> String {
    let (Place::Table(t) | Place::Line(t, _) | Place::Cell(t, ..)) = place else {
        return narrative::path(budget, place, words).join(" · ");
    };
    let Some(table) = budget.tables.get(t) else { return String::new() };
    let (line, column) = match place {
        Place::Cell(_, line, column) => (table.lines.get(line), table.columns.get(column)),
        Place::Line(_, line) => (table.lines.get(line), None),
        _ => (None, None),
    };
    let line = line.map(|line| line.code.as_ref().unwrap_or(&line.name));
    let path = [Some(&table.number), line, column.map(|column| &column.name)];
    path.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
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
