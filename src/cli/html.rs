//! A budget's figures as HTML that needs no script.
//!
//! It stands in the page before the module arrives, and stays where the module cannot run. Words
//! and tables are the live page's own; the drawings are the same scenes as on its canvases.

use crate::budget::Budget;
use crate::chart::{Frame, scene};
use crate::figure::{Figure, figures, headline};
use crate::markup::{self, Element, Node, el};
use crate::money::Unit;
use crate::paint::svg;
use crate::words::{Lang, Words};

/// The width of a prerendered drawing: a phone's card. It scales with the page.
const FRAME: Frame = Frame { width: 324.0, text: 14.0 };

/// The headline and every figure, in Chinese and in the document's unit.
pub fn page(budget: &Budget) -> String {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    let words = Words { lang: Lang::Zh, unit };
    let mut html = String::new();
    Node::from(markup::headline(&headline(budget, &words), &words)).write_html(&mut html);
    html.push_str("<div class=\"cards\">");
    for figure in figures(budget, &words) {
        card(&figure, &words, &mut html);
    }
    html.push_str("</div>");
    html
}

fn card(figure: &Figure, words: &Words, html: &mut String) {
    let drawing = svg::document(&scene(figure, words, FRAME), &svg::theme(svg::LIGHT));
    let legend = markup::legend(figure, |_| false, None, true, words);
    html.push_str("<section class=\"card\">");
    write(markup::above(figure), html);
    html.push_str("<div class=\"body\"><div class=\"drawn\"><div class=\"chart\">");
    html.push_str(&drawing);
    html.push_str("</div>");
    write(markup::notes(figure), html);
    html.push_str("</div>");
    write([el("div").class("legend").children(legend)], html);
    html.push_str("</div>");
    write(markup::below(figure, words), html);
    html.push_str("</section>");
}

fn write(elements: impl IntoIterator<Item = Element>, html: &mut String) {
    for element in elements {
        Node::from(element).write_html(html);
    }
}
