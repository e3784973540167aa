//! What is printed in the document, as links to the line that prints it.

use super::node::{Element, el};
use super::search::MEANT;
use crate::budget::Place;
use crate::figure::{Places, Text};

/// An element for what is printed at a place: a link to its line. An element called `otherwise` for what is printed
/// nowhere, and where there is nothing to lead to.
pub fn link(at: Option<Place>, places: Option<Places>, otherwise: &'static str) -> Element {
    let Some((at, places)) = at.zip(places) else { return el(otherwise) };
    let link = Element { at: Some(at), ..el("a").attr("href", places.href(at)) };
    // A table is called as its link reads.
    let link = if matches!(at, Place::Table(_)) { link } else { link.attr("title", places.path(at)) };
    if let Place::Cell(.., column) = at { link.attr(MEANT, column.to_string()) } else { link }
}

/// The element with the words, in which each printed number is a link.
pub fn told(mut element: Element, text: &Text, places: Option<Places>) -> Element {
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
