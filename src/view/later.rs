//! The second part: all that readers do not need for the first answers.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::by_name::call;
use super::card::Card;
use super::follow::follow;
use super::page::{Arrival, Page};
use super::{files, frame, messages, place, print, sharing, toolbar};
use crate::budget::Budget;
use crate::chart::{self, Frame};
use crate::figure::{self, Choice, Figure, Places, Question, Summary, name};
use crate::load::Loaded;
use crate::markup::{self, Element, Extras, Node, el};
use crate::scene::Scene;
use crate::words::Words;

/// What the second part brings.
pub struct Later {
    /// The figures that follow the first.
    pub questions: &'static [Question],
    /// What has to go on for as long as the page lives.
    pub begin: fn(Page),
    /// What there is on the page.
    pub contents: fn(Words) -> Vec<Element>,
    /// The bar with all that its panels hold.
    pub toolbar: fn(Page) -> Vec<Element>,
    /// The page's first lines and what follows of them.
    pub head: fn(Page, &Arc<Loaded>, Words) -> Element,
    /// What the first lines say.
    pub summary: fn(&Budget, Words) -> Summary,
    /// A question as it is answered now.
    pub newest: fn(Page, &'static Question) -> Newest,
    /// Whether a card can now be as complete as the one that came with the HTML in its place.
    pub is_complete: fn(Page, &web_sys::HtmlElement) -> bool,
    /// Where the numbers of a budget lead.
    pub places: for<'b> fn(&'b Budget, Words) -> Places<'b>,
    /// The same trees with what can be touched in them.
    pub linked: Linked,
    /// Adds to the budget of a request what figures need of it: its views, and where it stands in official files.
    pub complete: fn(u32, &Budget),
    /// The scene of any figure.
    pub scene: fn(Page, &Figure, Words, Frame) -> Scene,
    /// What cards have beside their chart, list and table.
    pub extras: &'static Extras,
    /// What the page says of files.
    pub messages: fn(Page) -> Vec<Element>,
    /// Takes an event that may bring a file of the reader's, or words to look for.
    pub hear: fn(Page, &web_sys::Event),
    /// Whose figure it is that stands alone, and where the others are.
    pub lone: fn(Page) -> Vec<Element>,
    /// The page's foot.
    pub footer: fn(Words) -> Vec<Element>,
    /// Shows the place that the address names.
    pub find: fn(Page),
    /// Goes to the place of a link.
    pub go: fn(Page, &str, Option<&web_sys::Element>),
    /// Asks something of a figure.
    pub choose: fn(Page, Option<&Card>, Choice, Option<&str>),
    /// Offers what can be taken away of a figure, or of the whole page (`""`).
    pub share: fn(Page, &'static str),
    /// Takes what is done to terms and to the bar before the cards hear of it; whether they need not.
    pub touched: fn(Page, &web_sys::Event) -> bool,
}

/// Trees with the glossary's terms as buttons and, once the third part is there, what it marks.
type Linked = fn(Page, Vec<Node>, &Arc<Loaded>) -> Vec<Node>;

pub static LATER: Later = Later {
    questions: figure::LATER,
    begin,
    contents: |words| markup::contents(figure::LATER, words),
    toolbar: toolbar::toolbar,
    head,
    summary: figure::summary,
    newest,
    is_complete,
    places: Places::of,
    linked,
    complete,
    scene,
    extras: &markup::EXTRAS,
    messages: messages::messages,
    hear: files::hear,
    lone,
    footer: markup::footer,
    find: place::find,
    go: place::go,
    choose: place::choose,
    share: sharing::want,
    touched: toolbar::touched,
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

/// The page can be printed; once the third part is there, every budget that is shown is checked; the fourth is awaited
/// once it is wanted.
fn begin(page: Page) {
    print::listen(page);
    sharing::begin(page);
    frame::tell_height(page);
    let first = StoredValue::new_local(None);
    follow(move || put_first(page, first));
    follow(move || {
        if let (Some(checks), Some(loaded)) = (page.checks(), page.shown.get()) {
            (checks.check)(page, loaded);
        }
    });
}

/// A figure that stands before all others, its place, and where that has stood before.
type First = (String, Option<(web_sys::Element, web_sys::Element, Option<web_sys::Node>)>);

/// Puts the figure before all others that is asked to be; the one that stood there goes back.
fn put_first(page: Page, last: StoredValue<Option<First>, LocalStorage>) {
    let first = page.asked.with(|asked| asked.get(name::FIRST).map(String::from));
    if last.with_value(|last| last.as_ref().map(|(id, _)| id) == first.as_ref()) {
        return;
    }
    let put = |place: &web_sys::Element, parent: &web_sys::Element, before: Option<web_sys::Node>| {
        let before = before.map_or(JsValue::NULL, JsValue::from);
        let _ = call(parent, "insertBefore", &[place.into(), before]);
    };
    if let Some((_, Some((place, parent, before)))) = last.try_update_value(Option::take).flatten() {
        put(&place, &parent, before);
    }
    let find = |selector: &str| page.host.tree().query_selector(selector).ok().flatten();
    let moved = |id: &String| {
        let (place, cards) = (find(&["[data-place=\"", id, "\"]"].concat())?, find(".cards")?);
        let stood = (place.clone(), place.parent_element()?, place.next_sibling());
        put(&place, &cards, cards.first_child());
        Some(stood)
    };
    last.set_value(first.map(|id| {
        let stood = moved(&id);
        (id, stood)
    }));
}

fn complete(request: u32, budget: &Budget) {
    budget.make_views();
    files::placed(request, budget);
}

fn head(page: Page, loaded: &Arc<Loaded>, words: Words) -> Element {
    let places = Some(Places::of(&loaded.budget, words));
    let summary = figure::summary(&loaded.budget, words);
    let checked = page.checks().and_then(|checks| (checks.checked)(loaded, words));
    let rest = markup::summary(&summary, checked.as_ref(), words, places);
    markup::headline(&figure::headline(&loaded.budget, words), words.unit_name(), places, rest)
}

fn newest(page: Page, question: &'static Question) -> Newest {
    let (third, news): (&[_], _) = match page.third.get() {
        Arrival::Awaited => (&[], 1),
        Arrival::Failed => (figure::UNCHECKED, 2),
        Arrival::Here => (super::split::checks().questions, (super::split::checks().news)(page)),
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
    let stands_on_checks =
        place.query_selector("#checks, .flag, .facts [href='#checks']").is_ok_and(|found| found.is_some());
    is_other || !(awaited && stands_on_checks)
}

fn linked(page: Page, nodes: Vec<Node>, loaded: &Arc<Loaded>) -> Vec<Node> {
    let words = page.words();
    let linked = markup::linked(nodes, &figure::terms(&loaded.budget, words));
    let marked = match page.checks() {
        Some(checks) => (checks.marked)(linked, loaded, words),
        None => linked,
    };
    // A figure alone has nothing to lead to.
    if page.host.is_lone() { markup::abroad(marked, &page.host.whole_page()) } else { marked }
}

fn lone(page: Page) -> Vec<Element> {
    let words = page.words();
    // What is asked is in the address, which no signal follows.
    page.asked.track();
    let id = page.host.parameter("figure").unwrap_or_default();
    let is_summary = id == figure::SUMMARY;
    if !is_summary && !figure::FIRST.iter().chain(figure::LATER).any(|question| question.id == id) {
        let text = words.say("没有叫“{0}”的图。", "There is no figure called “{0}”.", &[&id]);
        return vec![el("p").class("alert").attr("role", "alert").text(text)];
    }
    page.shown.with(|shown| {
        let head = shown.as_ref().map(|loaded| figure::headline(&loaded.budget, words));
        let whole = page.host.whole_page();
        let address = if is_summary { whole } else { [&whole, "#", &id].concat() };
        head.map(|head| markup::whole_page(&head, &address, words)).into_iter().collect()
    })
}

fn scene(page: Page, figure: &Figure, words: Words, frame: Frame) -> Scene {
    let of_checks = page.checks().and_then(|checks| (checks.scene)(figure, words, frame));
    of_checks.unwrap_or_else(|| chart::scene(figure, words, frame))
}
