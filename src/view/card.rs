//! One question's card on the page: its tree, its scene on the canvas, and what is pointed at.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};

use super::follow::follow;
use super::page::{Figures, Page};
use super::patch::patch;
use crate::chart::{Frame, scene};
use crate::figure::{EntryId, Figure, QUESTIONS};
use crate::markup::{self, At, Node};
use crate::paint::canvas::draw;
use crate::scene::{Point, Scene};

/// A card, its figure's place among the questions, and what is pointed at in it.
#[derive(Clone)]
pub struct Card {
    /// Where it stands.
    pub place: web_sys::Node,
    /// What is pointed at.
    pub at: RwSignal<At>,
    /// What is drawn, for finding the entry under a finger.
    scene: StoredValue<Option<Scene>>,
}

impl Card {
    /// A card in `place` that follows the figure, what is pointed at in it, and the room it has.
    pub fn new(page: Page, question: usize, figures: Figures, place: web_sys::Node) -> Self {
        let card = Card { place, at: RwSignal::new(At::default()), scene: StoredValue::new(None) };
        let width = RwSignal::new(0.0);
        let place: HtmlElement = card.place.clone().unchecked_into();
        observe_width(&place, width);
        let (at, drawn, shown) = (card.at, card.scene, StoredValue::new(Vec::new()));
        // Another budget has other entries.
        follow(move || {
            page.shown.track();
            at.set(At::default());
        });
        follow(move || {
            let figures = figures.get();
            let (figure, at, words) = (figures[question].as_ref(), at.get(), page.words());
            let new: Vec<Node> = match figure {
                Some(figure) => vec![markup::card(figure, live_chart(figure, at, page), at, words).into()],
                None if page.shown.with(Option::is_none) => Vec::new(),
                None => vec![markup::lacking(&QUESTIONS[question], words).into()],
            };
            shown.update_value(|old| {
                patch(&place, old, &new);
                *old = new;
            });
            let text = if page.choices.get().large { 18.0 } else { 14.0 };
            // Asked for in every case, so that a change of the card's width is followed.
            let _ = width.get();
            drawn.set_value(figure.and_then(|figure| painted(page, figure, at, &place, text)));
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
        self.scene.with_value(|scene| scene.as_ref()?.hit(point, reach))
    }

    /// The entry after `step` more than `here` in the order in which they are drawn, round and round.
    pub fn neighbour(&self, here: Option<EntryId>, step: isize) -> Option<EntryId> {
        self.scene.with_value(|scene| scene.as_ref()?.neighbour(here, step))
    }
}

/// The canvas with its tooltip, named for those who do not see it.
fn live_chart(figure: &Figure, at: At, page: Page) -> markup::Element {
    let words = page.words();
    let hint = words.pick("用方向键逐项查看，回车固定。", " Arrow keys walk through the entries, Enter pins one.");
    markup::chart(figure, &(figure.answer.clone() + hint), at, words)
}

/// Paints the scene as wide as the card's chart is, puts the tooltip in its place, and returns the scene.
fn painted(page: Page, figure: &Figure, at: At, place: &HtmlElement, text: f64) -> Option<Scene> {
    let screen = page.screen.get();
    let canvas: HtmlCanvasElement = place.query_selector("canvas").ok()??.unchecked_into();
    let width = f64::from(canvas.client_width());
    let scene = scene(figure, page.words(), Frame { width, text });
    draw(&canvas, &scene, screen.ratio, at.entry().is_some(), &|entry| at.lights(figure, entry));
    let tip: HtmlElement = place.query_selector(".tooltip").ok()??.unchecked_into();
    if let Some(rect) = at.entry().and_then(|entry| scene.anchor(entry)) {
        let (x, y) = (whole(rect.centre().x / scene.width * 100.0), whole(rect.y + rect.height + 6.0));
        let style = tip.style();
        // As far to the left or right as keeps it inside the chart.
        let _ = style.set_property("left", &(x.to_string() + "%"));
        let _ = style.set_property("top", &(y.to_string() + "px"));
        let _ = style.set_property("transform", &(String::from("translateX(-") + &x.to_string() + "%)"));
    }
    Some(scene)
}

/// A style's number to the pixel.
#[allow(clippy::cast_possible_truncation)] // a place on the screen
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// Keeps `width` at the element's width in CSS pixels.
fn observe_width(element: &HtmlElement, width: RwSignal<f64>) {
    let measured = element.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let now = f64::from(measured.client_width());
        if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.1) {
            width.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    // Both live until the card goes; an observer without its closure would call into nothing.
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
