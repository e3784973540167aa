//! The second part: all that readers do not need for the first answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Card;
use super::follow::follow;
use super::initials::initials;
use super::page::{Arrival, Page};
use super::{files, meaning, messages, place, print};
use crate::budget::Budget;
use crate::chart::{self, Frame};
use crate::figure::{self, Asked, Choice, Figure, Question, name};
use crate::load::Loaded;
use crate::markup::{self, Element, Extras, Links, Node};
use crate::scene::Scene;
use crate::words::Words;

/// What the second part brings.
pub struct Later {
    /// The figures that follow the first.
    pub questions: &'static [Question],
    /// What has to go on for as long as the page lives.
    pub begin: fn(Page),
    /// What there is on the page, and what of it has the words that are looked for.
    pub contents: fn(&Budget, &Asked, Words) -> Vec<Element>,
    /// A question as it is answered now.
    pub newest: fn(Page, &'static Question) -> Newest,
    /// Whether a card can now be as complete as the one that came with the HTML in its place.
    pub is_complete: fn(Page, &web_sys::HtmlElement) -> bool,
    /// The same trees with what can be touched in them.
    pub linked: Linked,
    /// Adds up what subordinate units print apart.
    pub complete: fn(&mut Budget),
    /// The scene of any figure.
    pub scene: fn(Page, &Figure, Words, Frame) -> Scene,
    /// What cards have beside their chart, list and table.
    pub extras: &'static Extras,
    /// What the page says of files.
    pub messages: fn(Page) -> Vec<Element>,
    /// Takes an event that may bring a file of the reader's, or words to look for.
    pub hear: fn(Page, &web_sys::Event),
    /// The page's foot.
    pub footer: fn(bool, Words) -> Vec<Element>,
    /// Shows the place that the address names.
    pub find: fn(Page),
    /// Goes to a place.
    pub go: fn(Page, &str),
    /// Asks something of a figure.
    pub choose: fn(Page, Option<&Card>, Choice, Option<&str>),
    /// Opens a term's explanation, or closes it.
    pub explain: fn(Option<&web_sys::Element>),
}

/// Trees, of a figure or not, with the glossary's terms as buttons, a figure's numbers as links to their line,
/// and, once the third part is there, what it marks.
type Linked = fn(Page, Vec<Node>, &Arc<Loaded>, Option<&Figure>) -> Vec<Node>;

pub static LATER: Later = Later {
    questions: figure::LATER,
    begin,
    contents,
    newest,
    is_complete,
    linked,
    complete: Budget::sum_over_units,
    scene,
    extras: &markup::EXTRAS,
    messages: messages::messages,
    hear: files::hear,
    footer: markup::footer,
    find: place::find,
    go: place::go,
    choose: place::choose,
    explain: meaning::explain,
};

/// A question as the newest part answers it, and by what it is known that something newer has come.
pub struct Newest {
    /// The question.
    pub question: &'static Question,
    /// Another number, another answer.
    pub answer: u32,
    /// Another number, another tree: links, marks, and what stands beside the chart.
    pub tree: u32,
}

/// The page can be printed, and once the third part is there, every budget that is shown is checked.
fn begin(page: Page) {
    print::listen(page);
    follow(move || {
        if let (Some(checks), Some(loaded)) = (page.checks(), page.shown.get()) {
            (checks.check)(page, loaded);
        }
    });
}

fn newest(page: Page, question: &'static Question) -> Newest {
    let (third, news): (&[_], _) = match page.third.get() {
        Arrival::Awaited => (&[], 1),
        Arrival::Failed => (figure::UNCHECKED, 2),
        Arrival::Here => (super::split::checks().questions, (super::split::checks().news)()),
    };
    let newest = figure::newest(question, &[figure::LATER, third]);
    let stands_on_checks = third.iter().any(|other| other.id == question.id);
    Newest { question: newest, answer: if stands_on_checks { news } else { 1 }, tree: news }
}

/// What stands on the checks, their figure and their marks, waits for the report; but not while another budget is
/// shown than the one that stands there.
fn is_complete(page: Page, place: &web_sys::HtmlElement) -> bool {
    let awaited = match page.third.get() {
        Arrival::Awaited => true,
        Arrival::Here => !(super::split::checks().is_done)(page),
        Arrival::Failed => false,
    };
    let is_other = page.status.with(|status| status.file.is_some());
    let stands_on_checks = place.query_selector("#checks, .flag").is_ok_and(|found| found.is_some());
    is_other || !(awaited && stands_on_checks)
}

fn linked(page: Page, nodes: Vec<Node>, loaded: &Arc<Loaded>, of: Option<&Figure>) -> Vec<Node> {
    let words = page.words();
    let linked = markup::linked(nodes, &Links::of(&figure::terms(&loaded.budget, words), of));
    match page.checks() {
        Some(checks) => (checks.marked)(linked, loaded, words),
        None => linked,
    }
}

fn scene(page: Page, figure: &Figure, words: Words, frame: Frame) -> Scene {
    let of_checks = page.checks().and_then(|checks| (checks.scene)(figure, words, frame));
    of_checks.unwrap_or_else(|| chart::scene(figure, words, frame))
}

fn contents(budget: &Budget, asked: &Asked, words: Words) -> Vec<Element> {
    let hits = figure::search(budget, asked.get(name::SEARCH).unwrap_or(""), &initials, words);
    markup::contents(figure::LATER, &hits, asked, words)
}
