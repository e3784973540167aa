//! A budget's page as HTML that needs no script: what stands in the page before the program arrives, and stays where
//! it cannot run.
//!
//! Text and tables are the element trees of the live page in the same places, so that it can take them over as they
//! are; the drawings are the scenes of its canvases.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::iter::once;

use super::breakpoints;
use crate::budget::Budget;
use crate::chart::{ChartSize, scene};
use crate::check::Report;
use crate::figure::{
    self, CHECKS, Explained, Figure, Marks, ORDER, Places, Query, Question, all, checking, headline, of_several,
    report_figure, summary,
};
use crate::locale::{Lang, Locale, TextSize};
use crate::markup::{self, EXTRAS, Element, Highlight, Node, Reading, el};
use crate::money::Unit;
use crate::paint::responsive_svg;

/// How many of the page's questions the built page answers before it is published: those down to the last of the first
/// module's that is not folded, so that nothing moves when the others arrive.
const ANSWERED: usize = 6;

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
        with(place.attr(WHOLE, ""), linked(card, &terms, &Marks::new(), locale))
    };
    let head = whole_head(budget, Some(report), locale);
    let head = with(el("div").class("head").attr(WHOLE, ""), linked(head, &terms, &Marks::new(), locale));
    let page = skeleton(locale, vec![off()], head, markup::cards(locale, contents_place(), filled));
    markup::written(page, Reading::UntilProgram)
}

/// The head of the page: the headline, and the summary below it.
pub fn head(budget: &Budget, report: Option<&Report>, locale: Locale) -> Element {
    let checked = report.and_then(|report| figure::checked(report, budget, locale));
    let places = Some(Places::of(budget, locale));
    let rest = markup::summary(&summary(budget, locale), checked.as_ref(), locale, places);
    markup::headline(&headline(budget, locale), locale.unit_name(), places, rest)
}

/// The head of a whole page, at whose top the other language is offered, too.
pub fn whole_head(budget: &Budget, report: Option<&Report>, locale: Locale) -> Element {
    let mut head = head(budget, report, locale);
    if let Some(Node::Element(who)) = head.children.first_mut()
        && let Some(Node::Element(line)) = who.children.first_mut()
    {
        line.children.extend([Node::Text(" ".into()), markup::language("link", locale).into()]);
    }
    head
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

/// The complete page as a tree, which the program takes over if it can.
pub fn tree(budget: &Budget, report: &Report) -> Element {
    composed(&published(budget, report, None))
}

/// The same where its figures have been made already, for other files: in the page's language and unit, and of no choice.
#[cfg(not(target_arch = "wasm32"))]
pub fn tree_of(budget: &Budget, report: &Report, figures: &[Figure]) -> Element {
    composed(&published(budget, report, Some(figures)))
}

fn published<'a>(budget: &'a Budget, report: &'a Report, figures: Option<&'a [Figure]>) -> Whole<'a> {
    let (locale, text, reading) = (locale(budget), TextSize::Usual, Reading::UntilProgram);
    Whole { budget, report: Some(report), figures, locale, messages: vec![off()], text, reading }
}

/// The parts that a complete page is made of.
pub struct Whole<'a> {
    /// The budget.
    pub budget: &'a Budget,
    /// The report of checking it, if it is checked.
    pub report: Option<&'a Report>,
    /// The figures of the budget, where they have been made already; that of the checks is not taken from them.
    pub figures: Option<&'a [Figure]>,
    /// The language and the unit.
    pub locale: Locale,
    /// The messages at the top of the page.
    pub messages: Vec<Element>,
    /// How it will be read.
    pub reading: Reading,
    /// How large the text of the drawings is.
    pub text: TextSize,
}

/// More entries than any list can have: a file shows all of them, since it has no button for more.
const ALL: usize = 100_000;

/// The complete page of these parts as a tree.
pub fn composed(page: &Whole) -> Element {
    let Whole { budget, report, locale, reading, text, .. } = *page;
    let (query, places) = (Query::default(), Places::of(budget, locale));
    let checked = report.map(|report| report_figure(report, budget, &Query::of_file(), locale));
    let answer = |question: &Question| match (&checked, page.figures) {
        (Some(checked), _) if question.id == CHECKS => checked.as_ref().map(Cow::Borrowed),
        (None, _) if question.id == CHECKS => Some(Cow::Owned(checking(locale))),
        (_, Some(figures)) => figures.iter().find(|figure| figure.id == question.id).map(Cow::Borrowed),
        _ => of_several(question, budget, &query, locale).map(Cow::Owned),
    };
    let more = if reading == Reading::Alone { ALL } else { 0 };
    let highlight = Highlight { more, ..Highlight::default() };
    let (terms, mut marks) = (figure::terms(budget, locale), Marks::new());
    if let Some(report) = report {
        marks = figure::marks(budget, report, locale);
        if let Some(Some(figure)) = &checked {
            marks = figure::listed_marks(marks, report, figure);
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
        with(place.attr(WHOLE, ""), linked(tree, &terms, &marks, locale))
    };
    let cards = markup::cards(locale, contents_place().children(markup::contents(locale)), filled);
    let head = with(
        el("div").class("head").attr(WHOLE, ""),
        linked(whole_head(budget, report, locale), &terms, &marks, locale),
    );
    let tree = skeleton(locale, page.messages.clone(), head, cards);
    let footer = el("div").class("footer").attr("role", "contentinfo");
    let tree = tree.child(footer.children(markup::footer(locale)));
    markup::written(tree, reading)
}

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
    // What is said there later is read out, since the element stands before its words.
    let messages = el("div").class("messages").attr("aria-live", "polite").children(messages);
    let main = el("main").attr("id", MAIN).child(messages).child(head).child(cards);
    let toolbar = el("div").class("toolbar").attr("role", "banner");
    let toolbar = toolbar.children(markup::toolbar(Vec::new(), Vec::new(), locale));
    el("div").class("page").attr("id", "static").child(skip(locale)).child(toolbar).child(main)
}

/// The id of the page's main part.
pub const MAIN: &str = "main";

/// The link to the page's main part, which is seen when it has the focus.
pub fn skip(locale: Locale) -> Element {
    el("a").class("button skip").attr("href", ["#", MAIN].concat()).text(locale.tr("跳到正文", "Skip to the content"))
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

/// Links the explained terms of a tree, marks where numbers do not add up, and names its parts, as the live page does.
fn linked(tree: Element, terms: &[Explained], marks: &Marks, locale: Locale) -> Vec<Node> {
    let marked = markup::flag_findings(markup::link_terms(once(tree.into()).collect(), terms), marks);
    markup::mark_languages(markup::name_parts(marked, locale, false), locale)
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
