//! A budget's page as HTML that needs no script: what stands in the page before the program arrives, and stays where
//! it cannot run.
//!
//! Words and tables are the live page's own trees in the live page's places, so that it can take them over as they
//! stand; the drawings are the scenes of its canvases.

use std::collections::BTreeSet;
use std::iter::once;

use super::bands;
use crate::budget::Budget;
use crate::chart::{Frame, first, of_checks, scene};
use crate::check::Report;
use crate::figure::{
    self, Asked, Explained, FIRST, Figure, LATER, Marks, Places, Question, headline, newest, questions, told,
};
use crate::markup::{self, At, EXTRAS, Element, Extras, Node, el};
use crate::money::Unit;
use crate::paint::fluid;
use crate::scene::Scene;
use crate::words::{Lang, Words};

/// The headline and the first figures, in Chinese and in the document's unit. A card that the program's second part
/// makes longer stands there as it will be then, so that nothing below it moves. The others lead nowhere: the tables
/// come with that part, too.
pub fn first_figures(budget: &Budget) -> String {
    let words = words(budget);
    let (asked, terms) = (Asked::default(), figure::terms(budget, words));
    let cards = FIRST.iter().map(|question| {
        let Some(figure) = (question.answer)(budget, &asked, words) else {
            return markup::place(question.id).child(markup::lacking(question, words));
        };
        let draw = |frame| first(&figure, words, frame);
        let later = (newest(question, &[LATER]).answer)(budget, &asked, words);
        let longer = |later: &Figure| later.notes.len() > figure.notes.len() || !later.sections.is_empty();
        if let Some(later) = later.filter(longer) {
            let card = markup::card(
                &later,
                drawings(&later, &draw),
                At::default(),
                words,
                Some(Places::of(budget, words)),
                Some(&EXTRAS),
            );
            place(complete(question), linked(card, &terms, &Marks::new()))
        } else {
            let card = markup::card(&figure, drawings(&figure, &draw), At::default(), words, None, None);
            markup::place(question.id).child(card)
        }
    });
    let head = markup::headline(&headline(budget, words), words.unit_name(), None, None);
    html(skeleton(
        words,
        vec![off()],
        place(el("div").class("head"), vec![head.into()]),
        cards.map(Node::from).collect(),
    ))
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
    let marks = match told(report, budget, &asked, words) {
        Some(figure) => figure::listed_marks(marks, report, &figure),
        None => marks,
    };
    let places = Places::of(budget, words);
    html(composed(&Whole {
        words,
        places,
        messages: vec![off()],
        head: markup::headline(&headline(budget, words), words.unit_name(), None, Some(places)),
        contents: markup::contents(LATER, words),
        footer: markup::footer(words),
        questions: questions(LATER).map(|question| newest(question, &[LATER])).collect(),
        figure: &|question| match question.id {
            "checks" => told(report, budget, &asked, words),
            _ => (question.answer)(budget, &asked, words),
        },
        scene: &|figure, frame| of_checks(figure, words, frame).unwrap_or_else(|| scene(figure, words, frame)),
        linked: &|tree| linked(tree, &terms, &marks),
        at: At::default(),
        extras: &EXTRAS,
    }))
}

/// What a complete page is made of. Natively all of it is at hand; in the browser each part of the program brings its
/// own, and a page that is saved there names none of them but through these.
pub struct Whole<'a> {
    /// The language and the unit.
    pub words: Words,
    /// Where its numbers are printed.
    pub places: Places<'a>,
    /// What the page says of itself, above all.
    pub messages: Vec<Element>,
    /// The headline.
    pub head: Element,
    /// What there is on the page.
    pub contents: Vec<Element>,
    /// The page's foot.
    pub footer: Vec<Element>,
    /// The questions, in the page's order.
    pub questions: Vec<&'static Question>,
    /// A question's figure, if the budget has one.
    pub figure: &'a dyn Fn(&'static Question) -> Option<Figure>,
    /// A figure's drawing.
    pub scene: &'a dyn Fn(&Figure, Frame) -> Scene,
    /// A tree with terms and marks.
    pub linked: &'a dyn Fn(Element) -> Vec<Node>,
    /// How much of long lists is shown.
    pub at: At,
    /// What cards have beside chart, list and table.
    pub extras: &'a Extras,
}

/// The complete page as a tree.
pub fn composed(page: &Whole) -> Element {
    let card = |question: &&'static Question| {
        let figure = (page.figure)(question);
        let tree = match &figure {
            Some(figure) => {
                let drawn = drawings(figure, &|frame| (page.scene)(figure, frame));
                markup::card(figure, drawn, page.at, page.words, Some(page.places), Some(page.extras))
            }
            None => markup::lacking(question, page.words),
        };
        Node::from(place(complete(question), (page.linked)(tree)))
    };
    let contents = el("div").class("place contents").children(page.contents.iter().cloned());
    let mut cards: Vec<Node> = page.questions.iter().map(card).collect();
    // Where the live page has it: behind the first answers.
    cards.insert(FIRST.len().min(cards.len()), contents.into());
    let head = (page.linked)(page.head.clone());
    let head = place(el("div").class("head").attr("data-whole", ""), head);
    let tree = skeleton(page.words, page.messages.clone(), head, cards);
    let tree = tree.child(el("div").class("footer").children(page.footer.iter().cloned()));
    let mut ids = BTreeSet::new();
    note_ids(&tree, &mut ids);
    anchored(tree, &ids)
}

/// Notes the ids of all elements.
fn note_ids(element: &Element, ids: &mut BTreeSet<String>) {
    ids.extend(element.attributes.iter().filter(|(name, _)| *name == "id").map(|(_, id)| id.clone()));
    for child in &element.children {
        if let Node::Element(child) = child {
            note_ids(child, ids);
        }
    }
}

/// The same tree, in which a mark whose finding is not listed leads to the figure of the findings: nobody can ask a file
/// for more.
fn anchored(mut element: Element, ids: &BTreeSet<String>) -> Element {
    for (_, href) in element.attributes.iter_mut().filter(|(name, _)| *name == "href") {
        if href.strip_prefix('#').is_some_and(|id| id.starts_with("checks-") && !ids.contains(id)) {
            *href = "#checks".into();
        }
    }
    let children = element.children.into_iter().map(|child| match child {
        Node::Element(child) => anchored(child, ids).into(),
        other => other,
    });
    element.children = children.collect();
    element
}

fn words(budget: &Budget) -> Words {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    Words { lang: Lang::Zh, unit }
}

/// The live page's places, as `view` makes them where they do not stand already.
fn skeleton(words: Words, messages: Vec<Element>, head: Element, cards: Vec<Node>) -> Element {
    let main = el("main")
        .child(el("div").class("messages").children(messages))
        .child(head)
        .child(place(el("div").class("cards"), cards));
    let toolbar = el("div").class("toolbar").children(markup::toolbar(Vec::new(), Vec::new(), words));
    el("div").class("page").attr("id", "static").child(toolbar).child(main)
}

fn place(mut place: Element, nodes: Vec<Node>) -> Element {
    place.children.extend(nodes);
    place
}

/// Why nothing answers to a touch where no script runs, in both languages: nobody has chosen one.
fn off() -> Element {
    let (zh, en) = (
        "这个浏览器没有开启脚本，图表不能点选，下面是文字、图和数字。",
        "Scripts are off in this browser: here are the words, drawings and numbers; they do not answer to a touch.",
    );
    el("noscript").child(el("p").class("alert").text(zh).child(el("br")).text(en))
}

/// As the live page's `linked`: terms, and marks where numbers do not add up.
fn linked(tree: Element, terms: &[Explained], marks: &Marks) -> Vec<Node> {
    markup::marked(markup::linked(once(tree.into()).collect(), terms), marks)
}

/// The drawing of a figure that does not stand on the checks, for a page of another kind.
pub fn drawn(figure: &Figure, words: Words) -> Element {
    drawings(figure, &|frame| scene(figure, words, frame))
}

/// The figure's scenes as SVG, in the place of the live page's canvas.
fn drawings(figure: &Figure, scene: &dyn Fn(Frame) -> Scene) -> Element {
    let drawings = bands::drawings(figure, scene);
    drawings
        .into_iter()
        .fold(el("div").class("chart"), |chart, (scene, class)| chart.drawing(fluid::drawing(&scene, &class)))
}

/// A tree as text.
pub fn html(page: Element) -> String {
    let mut html = String::new();
    Node::from(page).write_html(&mut html);
    html
}
