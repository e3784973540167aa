//! A budget's page as HTML that needs no script: what stands in the page before the program arrives, and stays where
//! it cannot run.
//!
//! Text and tables are the element trees of the live page in the same places, so that it can take them over as they
//! are; the drawings are the scenes of its canvases.

use std::collections::BTreeSet;
use std::iter::once;

use super::breakpoints;
use crate::budget::Budget;
use crate::chart::{ChartSize, scene};
use crate::check::Report;
use crate::figure::{
    self, CHECKS, Explained, Figure, Marks, ORDER, Places, Query, Question, all, checking, headline, report_figure,
    summary,
};
use crate::locale::{Lang, Locale, TextSize};
use crate::markup::{self, EXTRAS, Element, Highlight, Node, el};
use crate::money::Unit;
use crate::paint::responsive_svg;

/// How many of the page's questions the built page answers before it is published: those down to the last of the first
/// module's that is not folded, so that nothing moves when the others arrive.
const ANSWERED: usize = 4;

/// The headline and the first figures, in Chinese and in the document's unit, in their final form.
pub fn first_figures(budget: &Budget, report: &Report) -> Element {
    let locale = locale(budget);
    let (query, terms) = (Query::default(), figure::terms(budget, locale));
    let filled = &mut |id: &'static str, place: Element| {
        let question = all().find(|question| question.id == id && ORDER[..ANSWERED].contains(&id));
        let Some(question) = question else { return place };
        let Some(figure) = (question.answer)(budget, &query, locale) else {
            return place.child(markup::lacking(question, locale));
        };
        let (drawn, places) = (drawn(&figure, locale, TextSize::Usual), Some(Places::of(budget, locale)));
        let card = markup::card(&figure, drawn, Highlight::default(), locale, places, Some(&EXTRAS));
        with(place.attr(WHOLE, ""), linked(card, &terms, &Marks::new()))
    };
    let head = head(budget, Some(report), locale);
    let head = with(el("div").class("head").attr(WHOLE, ""), linked(head, &terms, &Marks::new()));
    skeleton(locale, vec![off()], head, markup::cards(locale, contents_place(), filled))
}

/// The head of the page: the headline, and the summary below it.
pub fn head(budget: &Budget, report: Option<&Report>, locale: Locale) -> Element {
    let checked = report.and_then(|report| figure::checked(report, budget, locale));
    let places = Some(Places::of(budget, locale));
    let rest = markup::summary(&summary(budget, locale), checked.as_ref(), locale, places);
    markup::headline(&headline(budget, locale), locale.unit_name(), places, rest)
}

/// The attribute of elements whose content is complete: the live page replaces it only when it has as much.
const WHOLE: &str = "data-complete";

/// The element that the table of contents stands in.
fn contents_place() -> Element {
    el("div").class("place contents")
}

/// The complete page: all that the live page shows once all its parts are there and the numbers are checked.
pub fn whole(budget: &Budget, report: &Report) -> String {
    html(&tree(budget, report))
}

/// The complete page as a tree.
pub fn tree(budget: &Budget, report: &Report) -> Element {
    let locale = locale(budget);
    let (text, messages) = (TextSize::Usual, vec![off()]);
    composed(&Whole { budget, report: Some(report), locale, messages, highlight: Highlight::default(), text })
}

/// The parts that a complete page is made of.
pub struct Whole<'a> {
    /// The budget.
    pub budget: &'a Budget,
    /// The report of checking it, if it is checked.
    pub report: Option<&'a Report>,
    /// The language and the unit.
    pub locale: Locale,
    /// The messages at the top of the page.
    pub messages: Vec<Element>,
    /// How much of long lists is shown.
    pub highlight: Highlight,
    /// How large the text of the drawings is.
    pub text: TextSize,
}

/// The complete page of these parts as a tree.
pub fn composed(page: &Whole) -> Element {
    let Whole { budget, report, locale, highlight, text, .. } = *page;
    let (query, places) = (Query::default(), Places::of(budget, locale));
    let answer = |question: &Question| match report {
        _ if question.id != CHECKS => (question.answer)(budget, &query, locale),
        Some(report) => report_figure(report, budget, &query, locale),
        None => Some(checking(locale)),
    };
    let (terms, mut marks) = (figure::terms(budget, locale), Marks::new());
    if let Some(report) = report {
        marks = figure::marks(budget, report, locale);
        if let Some(figure) = report_figure(report, budget, &query, locale) {
            marks = figure::listed_marks(marks, report, &figure);
        }
    }
    let filled = &mut |id: &'static str, place: Element| {
        let Some(question) = all().find(|question| question.id == id) else { return place };
        let tree = match &answer(question) {
            Some(figure) => {
                let drawn = drawn(figure, locale, text);
                markup::card(figure, drawn, highlight, locale, Some(places), Some(&EXTRAS))
            }
            None => markup::lacking(question, locale),
        };
        with(place.attr(WHOLE, ""), linked(tree, &terms, &marks))
    };
    let cards = markup::cards(locale, contents_place().children(markup::contents(locale)), filled);
    let head = with(el("div").class("head").attr(WHOLE, ""), linked(head(budget, report, locale), &terms, &marks));
    let tree = skeleton(locale, page.messages.clone(), head, cards);
    let mut tree = tree.child(el("div").class("footer").children(markup::footer(locale)));
    let mut found = BTreeSet::new();
    ids(&tree, &mut found);
    let listed: BTreeSet<_> = found.into_iter().filter(|id| id.starts_with(LISTED)).map(String::from).collect();
    // A mark whose finding is not listed leads to the figure of the findings: nobody can ask a file for more.
    relink(&mut tree, &|id| (id.starts_with(LISTED) && !listed.contains(id)).then(|| "#checks".into()));
    tree
}

/// What the ids of listed findings begin with.
const LISTED: &str = "checks-";

/// Collects the ids of all elements in a tree.
pub fn ids<'e>(element: &'e Element, found: &mut BTreeSet<&'e str>) {
    found.extend(element.attributes.iter().filter(|(name, _)| *name == "id").map(|(_, id)| id.as_str()));
    for child in &element.children {
        if let Node::Element(child) = child {
            ids(child, found);
        }
    }
}

/// Redirects each link of a tree to a place of the page to what `way` returns; `None` keeps the link.
pub fn relink(element: &mut Element, way: &dyn Fn(&str) -> Option<String>) {
    for (_, href) in element.attributes.iter_mut().filter(|(name, _)| *name == "href") {
        if let Some(other) = href.strip_prefix('#').and_then(way) {
            *href = other;
        }
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            relink(child, way);
        }
    }
}

fn locale(budget: &Budget) -> Locale {
    let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
    Locale { lang: Lang::Zh, unit }
}

/// The elements that hold the parts of the live page, as `view` makes them where they do not exist.
fn skeleton(locale: Locale, messages: Vec<Element>, head: Element, cards: Element) -> Element {
    let main = el("main").child(el("div").class("messages").children(messages)).child(head).child(cards);
    let toolbar = el("div").class("toolbar").children(markup::toolbar(Vec::new(), Vec::new(), locale));
    el("div").class("page").attr("id", "static").child(toolbar).child(main)
}

fn with(mut element: Element, nodes: Vec<Node>) -> Element {
    element.children.extend(nodes);
    element
}

/// The message for browsers without scripts, in both languages, since nobody has chosen one.
fn off() -> Element {
    let (zh, en) = (
        "这个浏览器没有开启脚本，图表不能点选，下面是文字、图和数字。",
        "Scripts are off in this browser: here are the words, drawings and numbers; they do not answer to a touch.",
    );
    el("noscript").child(el("p").class("alert").text(zh).child(el("br")).text(en))
}

/// Adds the explained terms to a tree, and marks where numbers do not add up, as the live page does.
fn linked(tree: Element, terms: &[Explained], marks: &Marks) -> Vec<Node> {
    markup::flag_findings(markup::annotate_terms(once(tree.into()).collect(), terms), marks)
}

/// The figure's scenes as SVG, in the place of the live page's canvas.
pub fn drawn(figure: &Figure, locale: Locale, text: TextSize) -> Element {
    let drawings = breakpoints::drawings(figure, text, &|frame: ChartSize| scene(figure, locale, frame));
    drawings
        .into_iter()
        .fold(el("div").class("chart"), |chart, (scene, class)| chart.drawing(responsive_svg::drawing(&scene, &class)))
}

/// An element tree as HTML text.
pub fn html(page: &Element) -> String {
    let mut html = String::new();
    page.write_html(&mut html);
    html
}
