//! Turns numbers that are printed in the document into links to the line that prints them.

use super::node::{Element, el};
use super::search::MEANT;
use crate::budget::Place;
use crate::figure::{Places, Text};

/// An element for a number that is printed at a place: a link to its line. For a number that is printed nowhere, and
/// without `places`, an element with the tag `otherwise`.
pub fn link(at: Option<Place>, places: Option<Places>, otherwise: &'static str) -> Element {
    let Some((at, places)) = at.zip(places) else { return el(otherwise) };
    let link = Element { at: Some(at), ..el("a").attr("href", places.href(at)) };
    // The link to a table has the table's name as its text.
    let link = if matches!(at, Place::Table(_)) { link } else { link.attr("title", places.path(at)) };
    if let Place::Cell(.., column) = at { link.attr(MEANT, column.to_string()) } else { link }
}

/// The element with the text, in which each printed number is a link.
pub fn with_text(mut element: Element, text: &Text, places: Option<Places>) -> Element {
    if places.is_none() {
        return element.text(&**text);
    }
    for (words, at) in text.runs() {
        element = match at {
            Some(_) => element.child(link(at, places, "span").text(words)),
            None => element.text(words),
        };
    }
    element
}
