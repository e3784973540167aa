//! A budget's figures as HTML that needs no script.
//!
//! It stands in the page before the module arrives, and stays where the module cannot run. Words
//! and tables are the live page's own; the drawings are the same scenes as on its canvases.

use crate::budget::Budget;
use crate::chart::{Frame, every};
use crate::figure::{Asked, FIRST, Figure, all, headline};
use crate::markup::{self, At, Element, Node, el};
use crate::money::Unit;
use crate::paint::svg;
use crate::words::{Lang, Words};

/// The width of a prerendered drawing: a phone's card. It scales with the page.
const FRAME: Frame = Frame { width: 324.0, text: 14.0 };

/// The headline and the first figures, in Chinese and in the document's unit.
pub fn page(budget: &Budget) -> String {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    let words = Words { lang: Lang::Zh, unit };
    let cards = all()
        .take(FIRST.len())
        .filter_map(|question| (question.answer)(budget, &Asked::default(), words))
        .map(|figure| markup::card(&figure, drawing(&figure, words), At::default(), words, None));
    let page =
        [markup::headline(&headline(budget, words), words.unit_name(), None), el("div").class("cards").children(cards)];
    let mut html = String::new();
    for element in page {
        Node::from(element).write_html(&mut html);
    }
    html
}

/// The figure's scene as an SVG image, in the place of the live page's canvas.
fn drawing(figure: &Figure, words: Words) -> Element {
    let drawing = svg::document(&every(figure, words, FRAME), &svg::theme(svg::LIGHT));
    el("div").class("chart").drawing(drawing)
}
