//! One question's card on the page: its figure, its tree, its scene on the canvas, and what is pointed at.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};

use super::follow::{at_end, follow};
use super::later::Newest;
use super::page::{Arrival, Page};
use super::patch::patch;
use super::screen::Screen;
use super::whole;
use crate::chart::{self, Frame};
use crate::figure::{Asked, EntryId, Figure, Places, Question};
use crate::load::Loaded;
use crate::markup::{self, At, Node};
use crate::paint::canvas::draw;
use crate::scene::{Point, Scene};
use crate::words::Words;

/// A card, its question, and what is pointed at in it.
#[derive(Clone)]
pub struct Card {
    /// The question's id.
    pub id: &'static str,
    /// Where it stands.
    pub place: web_sys::Node,
    /// What is pointed at.
    pub at: RwSignal<At>,
    /// What is shown, for finding the entry under a finger, and so that only what changes is made anew.
    shown: StoredValue<Shown>,
}

/// What a card shows.
#[derive(Default)]
struct Shown {
    /// What the figure was made from.
    from: Option<(Arc<Loaded>, Asked, Words, u32)>,
    figure: Option<Figure>,
    nodes: Vec<Node>,
    /// The drawing, for this room and size of words.
    scene: Option<(Frame, Scene)>,
    /// What the card looked like when it was last made.
    look: Option<(At, Screen, u32)>,
}

impl Card {
    /// A card in `place` that follows the figure, what is pointed at in it, and the room it has.
    pub fn new(page: Page, question: &'static Question, place: web_sys::Node) -> Self {
        let at = RwSignal::new(At::default());
        let card = Card { id: question.id, place, at, shown: StoredValue::new(Shown::default()) };
        let width = RwSignal::new(0.0);
        let place: HtmlElement = card.place.clone().unchecked_into();
        observe_width(&place, width);
        let shown = card.shown;
        follow(move || {
            // Asked for in every case, so that a change of the card's width is followed.
            let _ = width.get();
            let Some(loaded) = page.shown.get() else { return };
            let (pointed, words, screen) = (at.get(), page.words(), page.screen.get());
            // A later part may have a question that can more.
            let first = || Newest { question, answer: 0, tree: 0 };
            let later = page.later();
            let Newest { question, answer, tree } = later.map_or_else(first, |later| (later.newest)(page, question));
            // A complete card that came with the HTML stays until this one is complete, too.
            let stands = shown.with_value(|shown| shown.nodes.is_empty()) && place.has_attribute("data-whole");
            let is_complete = || match later {
                Some(later) => (later.is_complete)(page, &place),
                None => page.second.get() == Arrival::Failed,
            };
            if stands && !is_complete() {
                return;
            }
            let asked = page.asked.with(|asked| asked.only(question.heeds));
            let is_other = |old: &(Arc<Loaded>, Asked, Words, u32)| !Arc::ptr_eq(&old.0, &loaded) || old.1 != asked;
            // Another budget, or another level of it, has other entries: nothing is pointed at any more.
            let rest = At { more: pointed.more, ..At::default() };
            if pointed != rest && shown.with_value(|shown| shown.from.as_ref().is_some_and(is_other)) {
                return at.set(rest);
            }
            shown.update_value(|shown| {
                let from = (loaded, asked, words, answer);
                let look = Some((At { rows: page.host.rows(), ..pointed }, screen, tree));
                let is_new = !shown.from.as_ref().is_some_and(|old| {
                    Arc::ptr_eq(&old.0, &from.0) && (&old.1, old.2, old.3) == (&from.1, from.2, from.3)
                });
                if is_new {
                    shown.figure = (question.answer)(&from.0.budget, &from.1, from.2);
                    shown.from = Some(from);
                    shown.scene = None;
                }
                if is_new || shown.look != look {
                    shown.look = look;
                    shown.show(page, question, &place);
                }
                shown.paint(page, &place);
            });
        });
        card
    }

    /// Changes what is pointed at, and says so only if it is something else now.
    pub fn change(&self, change: impl FnOnce(&mut At)) {
        let before = self.at.get_untracked();
        let mut at = before;
        change(&mut at);
        if at != before {
            self.at.set(at);
        }
    }

    /// The entry within `reach` of a point of the canvas.
    pub fn hit(&self, point: Point, reach: f64) -> Option<EntryId> {
        self.shown.with_value(|shown| shown.scene.as_ref()?.1.hit(point, reach))
    }

    /// The entry after `step` more than `here` in the order in which they are drawn, round and round.
    pub fn neighbour(&self, here: Option<EntryId>, step: isize) -> Option<EntryId> {
        self.shown.with_value(|shown| shown.scene.as_ref()?.1.neighbour(here, step))
    }
}

impl Shown {
    /// Puts the card's tree on the page.
    fn show(&mut self, page: Page, question: &Question, place: &HtmlElement) {
        let (Some((loaded, _, words, _)), Some((at, ..))) = (&self.from, self.look) else { return };
        let later = page.later();
        let extras = later.map(|later| later.extras);
        let places = later.map(|later| (later.places)(&loaded.budget, *words));
        let mut new: Vec<Node> = vec![match &self.figure {
            Some(figure) => {
                let chart = live_chart(figure, at, *words, places);
                markup::card(figure, chart, at, *words, places, extras).into()
            }
            None => markup::lacking(question, *words).into(),
        }];
        if let Some(later) = later {
            new = (later.linked)(page, new, loaded);
        }
        // The mark of what was looked for is on a node, which may now become another line.
        let found = place.query_selector("[data-found]").ok().flatten();
        let id = |found: &web_sys::Element| found.get_attribute("id");
        let before = found.as_ref().and_then(id);
        patch(place, &self.nodes, &new);
        if let Some(found) = found.filter(|found| id(found) != before) {
            let _ = found.remove_attribute("data-found");
        }
        self.nodes = new;
    }

    /// Paints the scene as wide as the card's chart is, and puts the tooltip in its place.
    fn paint(&mut self, page: Page, place: &HtmlElement) -> Option<()> {
        let (figure, (_, _, words, _), (at, screen, _)) = (self.figure.as_ref()?, self.from.as_ref()?, self.look?);
        let canvas: HtmlCanvasElement = place.query_selector("canvas").ok()??.unchecked_into();
        let text = if page.choices.get_untracked().large { 18.0 } else { 14.0 };
        let frame = Frame { width: f64::from(canvas.client_width()), text };
        // In a fold that is closed it has no room; it is drawn when that opens.
        if frame.width == 0.0 {
            return None;
        }
        if self.scene.as_ref().is_none_or(|(old, _)| *old != frame) {
            let scene = match page.later() {
                Some(later) => (later.scene)(page, figure, *words, frame),
                None => chart::first(figure, *words, frame),
            };
            self.scene = Some((frame, scene));
        }
        let scene = &self.scene.as_ref()?.1;
        draw(&canvas, scene, screen.ratio, at.entry().is_some(), &|entry| at.lights(figure, entry));
        let tip: HtmlElement = place.query_selector(".tooltip").ok()??.unchecked_into();
        let pointed = at.entry()?;
        // A row of the list may be drawn in its parts only.
        let part = |id: &EntryId| figure.entries.get(*id).is_some_and(|part| part.legend == pointed);
        let parts = || scene.targets.iter().map(|(id, _)| *id).find(part);
        let rect = scene.anchor(pointed).or_else(|| scene.anchor(parts()?))?;
        let (x, y) = (whole(rect.centre().x / scene.width * 100.0), whole(rect.y + rect.height + 6.0));
        let style = tip.style();
        // As far to the left or right as keeps it inside the chart.
        let _ = style.set_property("left", &(x.to_string() + "%"));
        let _ = style.set_property("top", &(y.to_string() + "px"));
        let _ = style.set_property("transform", &(String::from("translateX(-") + &x.to_string() + "%)"));
        Some(())
    }
}

/// The canvas with its tooltip, named for those who do not see it.
fn live_chart(figure: &Figure, at: At, words: Words, places: Option<Places>) -> markup::Element {
    let hint = words.pick("用方向键逐项查看，回车固定。", " Arrow keys walk through the entries, Enter pins one.");
    markup::chart(figure, &(figure.answer.to_string() + hint), at, words, places)
}

/// Keeps `width` at the width of the element's canvas in CSS pixels, or at its own where it has none: the canvas has
/// none while it is folded away.
fn observe_width(element: &HtmlElement, width: RwSignal<f64>) {
    let measured = element.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let canvas = measured.query_selector("canvas").ok().flatten();
        let now = f64::from(canvas.as_ref().unwrap_or(&measured).client_width());
        if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.1) {
            width.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    // Both live until the card goes; an observer without its closure would call into nothing.
    at_end(move || {
        observer.disconnect();
        drop(changed);
    });
}
