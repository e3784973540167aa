//! A budget's page as HTML that needs no script: what stands in the page before the program arrives, and stays where
//! it cannot run.
//!
//! Words and tables are the live page's own trees in the live page's places, so that it can take them over as they
//! stand; the drawings are the scenes of its canvases.

use std::iter::once;

use super::bands;
use crate::budget::Budget;
use crate::chart::{Frame, first, of_checks, scene};
use crate::check::Report;
use crate::figure::{self, Asked, FIRST, Figure, LATER, Mark, Question, headline, newest, questions, told};
use crate::markup::{self, At, EXTRAS, Element, Links, Node, el};
use crate::money::Unit;
use crate::paint::fluid;
use crate::words::{Lang, Words};

/// The headline and the first figures, in Chinese and in the document's unit. A card that the program's second part
/// makes longer stands there as it will be then, so that nothing below it moves.
pub fn first_figures(budget: &Budget) -> String {
    let words = words(budget);
    let (asked, terms) = (Asked::default(), figure::terms(budget, words));
    let cards = FIRST.iter().map(|question| {
        let Some(figure) = (question.answer)(budget, &asked, words) else {
            return markup::place(question.id).child(markup::lacking(question, words));
        };
        let draw = |frame| first(&figure, words, frame);
        let later = (newest(question, &[LATER]).answer)(budget, &asked, words);
        if let Some(later) = later.filter(|later| later.notes.len() > figure.notes.len() || !later.sections.is_empty())
        {
            let card = markup::card(&later, drawings(&later, &draw), At::default(), words, Some(&EXTRAS));
            return place(complete(question), linked(card, &Links::of(&terms, Some(&later)), &[]));
        }
        markup::place(question.id).child(markup::card(&figure, drawings(&figure, &draw), At::default(), words, None))
    });
    let head = markup::headline(&headline(budget, words), words.unit_name(), Some(markup::units(words)));
    html(skeleton(words, place(el("div").class("head"), vec![head.into()]), cards.map(Node::from).collect()))
}

/// The place of a card that the live page takes over when it has all that stands there.
fn complete(question: &Question) -> Element {
    markup::place(question.id).attr("data-whole", "")
}

/// The complete page: all that the live page shows once all its parts are there and the numbers are checked.
pub fn whole(budget: &Budget, report: &Report) -> String {
    let words = words(budget);
    let asked = Asked::default();
    let (terms, marks) = (figure::terms(budget, words), figure::marks(budget, report, words));
    let linked = |tree: Element, of: Option<&Figure>| linked(tree, &Links::of(&terms, of), &marks);
    let card = |question: &'static Question| {
        let question = newest(question, &[LATER]);
        let figure = match question.id {
            "checks" => told(report, budget, &asked, words),
            _ => (question.answer)(budget, &asked, words),
        };
        let tree = match &figure {
            Some(figure) => {
                let draw = |frame| of_checks(figure, words, frame).unwrap_or_else(|| scene(figure, words, frame));
                markup::card(figure, drawings(figure, &draw), At::default(), words, Some(&EXTRAS))
            }
            None => markup::lacking(question, words),
        };
        place(complete(question), linked(tree, figure.as_ref()))
    };
    let contents = markup::contents(LATER, &[], &asked, words);
    let contents = el("div").class("place contents").children(contents);
    let mut cards: Vec<Node> = questions(LATER).map(card).map(Node::from).collect();
    // Where the live page has it: behind the first answers.
    cards.insert(FIRST.len().min(cards.len()), contents.into());
    let head = markup::headline(&headline(budget, words), words.unit_name(), Some(markup::units(words)));
    let head = place(el("div").class("head").attr("data-whole", ""), linked(head, None));
    let page = skeleton(words, head, cards);
    html(page.child(el("div").class("footer").children(markup::footer(false, words))))
}

fn words(budget: &Budget) -> Words {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    Words { lang: Lang::Zh, unit }
}

/// The live page's places, as `view` makes them where they do not stand already.
fn skeleton(words: Words, head: Element, cards: Vec<Node>) -> Element {
    let (zh, en) = (
        "这个浏览器没有开启脚本，图表不能点选，下面是文字、图和数字。",
        "Scripts are off in this browser: here are the words, drawings and numbers; they do not answer to a touch.",
    );
    let off = el("p").class("alert").text(zh).child(el("br")).text(en);
    let main = el("main")
        .child(el("div").class("messages").child(el("noscript").child(off)))
        .child(head)
        .child(place(el("div").class("cards"), cards));
    let toolbar = el("div").class("toolbar").children(markup::toolbar(false, words));
    el("div").class("page").attr("id", "static").child(toolbar).child(main)
}

fn place(mut place: Element, nodes: Vec<Node>) -> Element {
    place.children.extend(nodes);
    place
}

/// As the live page's `linked`: terms, numbers that lead to their lines, and marks where numbers do not add up.
fn linked(tree: Element, links: &Links, marks: &[Mark]) -> Vec<Node> {
    markup::marked(markup::linked(once(tree.into()).collect(), links), marks)
}

/// The figure's scenes as SVG, in the place of the live page's canvas.
fn drawings(figure: &Figure, scene: &dyn Fn(Frame) -> crate::scene::Scene) -> Element {
    let drawings = bands::drawings(figure, scene);
    drawings
        .into_iter()
        .fold(el("div").class("chart"), |chart, (scene, class)| chart.drawing(fluid::drawing(&scene, &class)))
}

fn html(page: Element) -> String {
    let mut html = String::new();
    Node::from(page).write_html(&mut html);
    html
}
