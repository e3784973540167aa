//! A question's card on the live page: its figure, its element tree, its chart on the canvas, and the highlight.

use std::ptr;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};

use super::dom::effect::{effect, on_cleanup};
use super::dom::patch::patch;
use super::dom::pixels::whole;
use super::state::app_state::{AppState, Checked};
use super::state::screen::Screen;
use crate::chart::{self, ChartSize};
use crate::figure::{CHECKS, EntryId, Figure, Places, Query, Question};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Highlight, Node};
use crate::paint::canvas::draw;
use crate::scene::{Point, Scene};

/// A card, its question, and the highlight in it.
#[derive(Clone)]
pub struct Card {
    /// The question's id.
    pub id: &'static str,
    /// The element that contains the card.
    pub place: web_sys::Node,
    /// The highlighted entry.
    pub highlight: RwSignal<Highlight>,
    /// What is shown, to find the entry under a finger, and to update only what has changed.
    shown: StoredValue<CardContent>,
}

/// The content of a card, with the inputs that it was made from.
#[derive(Default)]
struct CardContent {
    from: Option<FigureInputs>,
    figure: Option<Figure>,
    nodes: Vec<Node>,
    /// The drawing, for this width and text size.
    scene: Option<(ChartSize, Scene)>,
    look: Option<TreeInputs>,
}

/// The inputs of a figure; the figure is made again only if one of them has changed.
struct FigureInputs {
    question: &'static Question,
    loaded: Arc<Loaded>,
    query: Query,
    locale: Locale,
    /// The report of the checks, for the figure of the checks only.
    report: Option<Arc<Checked>>,
}

impl FigureInputs {
    /// Whether it has the same entries.
    fn has_entries_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.loaded, &other.loaded) && self.query == other.query
    }
}

impl PartialEq for FigureInputs {
    fn eq(&self, other: &Self) -> bool {
        let is_same = ptr::eq(self.question, other.question) && is_same(self.report.as_ref(), other.report.as_ref());
        is_same && self.locale == other.locale && self.has_entries_of(other)
    }
}

/// The inputs of a card's tree beside its figure; the tree is made again if one of them has changed.
struct TreeInputs {
    highlight: Highlight,
    screen: Screen,
    /// Whether the second module is there, with which numbers become links.
    has_second_module: bool,
    /// The report of the checks, by which numbers are marked.
    report: Option<Arc<Checked>>,
}

impl PartialEq for TreeInputs {
    fn eq(&self, other: &Self) -> bool {
        let is_same =
            self.has_second_module == other.has_second_module && is_same(self.report.as_ref(), other.report.as_ref());
        is_same && self.highlight == other.highlight && self.screen == other.screen
    }
}

fn is_same(one: Option<&Arc<Checked>>, other: Option<&Arc<Checked>>) -> bool {
    one.map(Arc::as_ptr) == other.map(Arc::as_ptr)
}

impl Card {
    /// A card in `place` that is updated when its figure, its highlight or its width changes.
    pub fn new(app: AppState, question: &'static Question, place: web_sys::Node) -> Self {
        let highlight = RwSignal::new(Highlight::default());
        let card = Card { id: question.id, place, highlight, shown: StoredValue::new(CardContent::default()) };
        let width = RwSignal::new(0.0);
        let place: HtmlElement = card.place.clone().unchecked_into();
        observe_width(&place, width);
        let shown = card.shown;
        effect(move || {
            // Read in every case, so that the effect runs when the card's width changes.
            let _ = width.get();
            let Some(loaded) = app.loaded.get() else { return };
            let (pointed, locale, screen) = (highlight.get(), app.locale(), app.screen.get());
            // The second module may have a question of the same id that can do more.
            let second = app.second_module();
            let newer = second.and_then(|second| second.questions.iter().find(|newer| newer.id == question.id));
            let question = newer.unwrap_or(question);
            let report = app.checked(&loaded);
            // A complete card that came with the HTML stays until this one is complete, too.
            let stands = shown.with_value(|shown| shown.nodes.is_empty()) && place.has_attribute("data-complete");
            let is_complete = || match second {
                Some(second) => (second.is_complete)(app, &place),
                None => !app.is_loading_second_module(),
            };
            if stands && !is_complete() {
                return;
            }
            let query = app.query.with(|query| query.only(question.params));
            let from = FigureInputs {
                question,
                loaded,
                query,
                locale,
                report: report.clone().filter(|_| question.id == CHECKS),
            };
            // Another budget, or another level of it, has other entries: the highlight is removed.
            let unpointed = Highlight { more: pointed.more, ..Highlight::default() };
            let is_other = |old: &FigureInputs| !old.has_entries_of(&from);
            if pointed != unpointed && shown.with_value(|shown| shown.from.as_ref().is_some_and(is_other)) {
                return highlight.set(unpointed);
            }
            let highlight = Highlight { rows: app.host.rows(), ..pointed };
            let look = Some(TreeInputs { highlight, screen, has_second_module: second.is_some(), report });
            shown.update_value(|shown| {
                let is_new = shown.from.as_ref() != Some(&from);
                if is_new {
                    let FigureInputs { loaded, query, locale, .. } = &from;
                    shown.figure = match second {
                        Some(second) => (second.answer)(app, question, loaded, query, *locale),
                        None => (question.answer)(&loaded.budget, query, *locale),
                    };
                    shown.from = Some(from);
                    shown.scene = None;
                }
                if is_new || shown.look != look {
                    shown.look = look;
                    shown.show(app, &place);
                }
                shown.paint(app, &place);
            });
        });
        card
    }

    /// Changes the highlight; the signal is set only if the highlight differs.
    pub fn change(&self, change: impl FnOnce(&mut Highlight)) {
        let before = self.highlight.get_untracked();
        let mut highlight = before;
        change(&mut highlight);
        if highlight != before {
            self.highlight.set(highlight);
        }
    }

    /// The entry within `reach` of a point of the canvas.
    pub fn hit(&self, point: Point, reach: f64) -> Option<EntryId> {
        self.shown.with_value(|shown| shown.scene.as_ref()?.1.hit(point, reach))
    }

    /// The entry `step` places after `here` in the order of drawing, wrapping around.
    pub fn neighbour(&self, here: Option<EntryId>, step: isize) -> Option<EntryId> {
        self.shown.with_value(|shown| shown.scene.as_ref()?.1.neighbour(here, step))
    }
}

impl CardContent {
    /// Puts the card's tree on the page.
    fn show(&mut self, app: AppState, place: &HtmlElement) {
        let (Some(FigureInputs { question, loaded, locale, .. }), Some(TreeInputs { highlight, .. })) =
            (&self.from, &self.look)
        else {
            return;
        };
        let highlight = *highlight;
        let second = app.second_module();
        let extras = second.map(|second| second.extras);
        let places = second.map(|second| (second.places)(&loaded.budget, *locale));
        let mut new: Vec<Node> = vec![match &self.figure {
            Some(figure) => {
                let chart = live_chart(figure, highlight, *locale, places);
                markup::card(figure, chart, highlight, *locale, places, extras).into()
            }
            None => markup::lacking(question, *locale).into(),
        }];
        if let Some(second) = second {
            new = (second.annotate)(app, new, loaded);
        }
        patch(place, &self.nodes, &new);
        self.nodes = new;
    }

    /// Paints the scene at the width of the card's chart, and positions the tooltip.
    fn paint(&mut self, app: AppState, place: &HtmlElement) -> Option<()> {
        let (figure, FigureInputs { locale, .. }) = (self.figure.as_ref()?, self.from.as_ref()?);
        let TreeInputs { highlight, screen, .. } = self.look.as_ref()?;
        let canvas: HtmlCanvasElement = place.query_selector("canvas").ok()??.unchecked_into();
        let font_size = if app.preferences.get_untracked().large { 18.0 } else { 14.0 };
        let size = ChartSize { width: f64::from(canvas.client_width()), font_size };
        // In a closed fold the canvas has no width; it is painted when the fold opens.
        if size.width == 0.0 {
            return None;
        }
        if self.scene.as_ref().is_none_or(|(old, _)| *old != size) {
            let scene = match app.second_module() {
                Some(second) => (second.scene)(figure, *locale, size),
                None => chart::first_scene(figure, *locale, size),
            };
            self.scene = Some((size, scene));
        }
        let scene = &self.scene.as_ref()?.1;
        draw(&canvas, scene, screen.ratio, highlight.entry().is_some(), &|entry| highlight.highlights(figure, entry));
        let tip: HtmlElement = place.query_selector(".tooltip").ok()??.unchecked_into();
        let pointed = highlight.entry()?;
        // A row of the list may have only its parts in the chart.
        let part = |id: &EntryId| figure.entries.get(*id).is_some_and(|part| part.legend == pointed);
        let parts = || scene.targets.iter().map(|(id, _)| *id).find(part);
        let rect = scene.anchor(pointed).or_else(|| scene.anchor(parts()?))?;
        let (x, y) = (whole(rect.centre().x / scene.width * 100.0), whole(rect.y + rect.height + 6.0));
        let style = tip.style();
        // Shifted to the left so far that the tooltip stays inside the chart.
        let _ = style.set_property("left", &(x.to_string() + "%"));
        let _ = style.set_property("top", &(y.to_string() + "px"));
        let _ = style.set_property("transform", &(String::from("translateX(-") + &x.to_string() + "%)"));
        Some(())
    }
}

/// The canvas with its tooltip, and a label for screen readers.
fn live_chart(figure: &Figure, highlight: Highlight, locale: Locale, places: Option<Places>) -> markup::Element {
    let hint = locale.tr("用方向键逐项查看，回车固定。", " Arrow keys walk through the entries, Enter pins one.");
    markup::chart(figure, &(figure.answer.to_string() + hint), highlight, locale, places)
}

/// Keeps `width` at the width of the element's canvas in CSS pixels, or of the element itself if it has no canvas. A
/// canvas in a closed fold has no width.
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
    // Both live as long as the card; an observer without its closure would call freed memory.
    on_cleanup(move || {
        observer.disconnect();
        drop(changed);
    });
}
