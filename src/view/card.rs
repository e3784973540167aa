//! A question's card on the live page: its figure, its element tree, its chart on the canvas, and the highlight.

use std::ptr;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::dom::effect::effect;
use super::dom::listen::listen;
use super::dom::observe;
use super::dom::patch::patch;
use super::dom::pixels::whole;
use super::dom::updates::Update;
use super::state::app_state::{AppState, Checked, ModuleState};
use super::state::screen::Screen;
use crate::chart::{self, ChartSize};
use crate::figure::{CHECKS, EntryId, Figure, Query, Question};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Highlight, Node};
use crate::paint::canvas::{draw, make_room};
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
    /// What is in the chart of a card that otherwise stands as it came with the HTML.
    chart: Vec<Node>,
    /// The drawing, and the width and text size that it was made for.
    scene: Option<Scene>,
    size: Option<ChartSize>,
    look: Option<TreeInputs>,
    /// The canvas on which the drawing is, and how it was painted there.
    painted: Option<(HtmlCanvasElement, Screen, Option<EntryId>)>,
}

/// The inputs of a figure; the figure is made again only if one of them has changed.
struct FigureInputs {
    question: &'static Question,
    loaded: Arc<Loaded>,
    query: Query,
    locale: Locale,
    /// The report of the checks, for the figure of the checks only.
    report: Option<Arc<Checked>>,
    /// Whether there will be none, since the third module has failed; for that figure only, too.
    is_unchecked: bool,
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
        let is_same = is_same && self.is_unchecked == other.is_unchecked;
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
        let (width, is_shown) = (RwSignal::new(0.0), RwSignal::new(false));
        let place: HtmlElement = card.place.clone().unchecked_into();
        observe::width(&place, width);
        // What is in a closed fold is drawn when the fold opens.
        let fold = place.closest("details").ok().flatten();
        is_shown.set(fold.as_ref().is_none_or(|fold| fold.has_attribute("open")));
        if let Some(fold) = fold {
            let opened = fold.clone();
            let toggled = move |_| is_shown.set(opened.has_attribute("open"));
            listen(&fold, &["toggle"], Box::new(toggled));
        }
        let updated = card.clone();
        let update: Update = Rc::new(move || untrack(|| updated.update(app, question, &place, is_shown.get())));
        app.updates.keep(&update);
        effect(move || {
            width.track();
            highlight.track();
            app.track();
            app.screen.track();
            if app.updates.add(&update, is_shown.get()) {
                app.spawn(app.updates.run());
            }
        });
        card
    }

    /// Brings the card up to date with the app's state.
    fn update(&self, app: AppState, question: &'static Question, place: &HtmlElement, is_shown: bool) {
        let Some(loaded) = app.loaded.get() else { return };
        let (pointed, locale, screen) = (self.highlight.get(), app.locale(), app.screen.get());
        // The second module may have a question of the same id that can do more.
        let second = app.second_module();
        let newer = second.and_then(|second| second.questions.iter().find(|newer| newer.id == question.id));
        let question = newer.unwrap_or(question);
        let report = app.checked(&loaded);
        // A complete card that came with the HTML stays until this one is complete, too.
        let stands = self.shown.with_value(|shown| shown.nodes.is_empty()) && place.has_attribute("data-complete");
        let is_complete = || match second {
            Some(second) => (second.is_complete)(app, place),
            None => !app.is_loading_second_module(),
        };
        let query = app.query.with(|query| query.only(question.params));
        // Until then its chart alone becomes live, if it shows what the HTML says.
        let waits = stands && !is_complete();
        if waits && (question.id == CHECKS || app.preferences.get().unit.is_some() || query != Query::default()) {
            return;
        }
        let is_of_several = loaded.budget.others.get().is_some();
        let from = FigureInputs {
            question,
            loaded,
            query,
            locale,
            // The third module brings what figures have of other documents, too.
            report: report.clone().filter(|_| question.id == CHECKS || is_of_several),
            is_unchecked: question.id == CHECKS && matches!(app.third.get(), ModuleState::Failed),
        };
        // Another budget, or another level of it, has other entries: the highlight is removed.
        let unpointed = Highlight { more: pointed.more, ..Highlight::default() };
        let is_other = |old: &FigureInputs| !old.has_entries_of(&from);
        if pointed != unpointed && self.shown.with_value(|shown| shown.from.as_ref().is_some_and(is_other)) {
            return self.highlight.set(unpointed);
        }
        let highlight = Highlight { rows: app.host.rows(), ..pointed };
        let look = Some(TreeInputs { highlight, screen, has_second_module: second.is_some(), report });
        self.shown.update_value(|shown| {
            let is_new = shown.from.as_ref() != Some(&from);
            if is_new {
                let FigureInputs { loaded, query, locale, .. } = &from;
                shown.figure = match second {
                    Some(second) => (second.answer)(app, question, loaded, query, *locale),
                    None => (question.answer)(&loaded.budget, query, *locale),
                };
                shown.from = Some(from);
                shown.size = None;
            }
            let is_changed = is_new || shown.look != look;
            shown.look = look;
            if waits {
                shown.show_chart(place);
            } else if is_changed || shown.nodes.is_empty() {
                shown.show(app, place);
            }
            shown.paint(app, place, is_shown);
        });
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
        self.shown.with_value(|shown| shown.scene.as_ref()?.hit(point, reach))
    }

    /// The entry `step` places after `here` in the order of drawing, wrapping around.
    pub fn neighbour(&self, here: Option<EntryId>, step: isize) -> Option<EntryId> {
        self.shown.with_value(|shown| shown.scene.as_ref()?.neighbour(here, step))
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
                let chart = markup::chart(figure, highlight, *locale, places);
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

    /// Puts a live chart into the card that stands as it came with the HTML.
    fn show_chart(&mut self, place: &HtmlElement) -> Option<()> {
        let (figure, look, from) = (self.figure.as_ref()?, self.look.as_ref()?, self.from.as_ref()?);
        let new = markup::chart(figure, look.highlight, from.locale, None).children;
        let chart = place.query_selector(".chart").ok()??;
        patch(&chart, &self.chart, &new);
        self.chart = new;
        Some(())
    }

    /// Makes the scene for the width of the card's chart, paints it if it differs from what is painted and anybody can
    /// see it, and positions the tooltip.
    fn paint(&mut self, app: AppState, place: &HtmlElement, is_shown: bool) -> Option<()> {
        let (figure, FigureInputs { locale, .. }) = (self.figure.as_ref()?, self.from.as_ref()?);
        let TreeInputs { highlight, screen, .. } = self.look.as_ref()?;
        let canvas: HtmlCanvasElement = place.query_selector("canvas").ok()??.unchecked_into();
        let of_screen = || chart::font_size(app.preferences.get_untracked().text);
        let font_size = if screen.is_paper { chart::PAPER } else { of_screen() };
        let size = ChartSize { width: f64::from(canvas.client_width()), font_size };
        // In a closed fold the canvas has no width; it is painted when the fold opens.
        if size.width == 0.0 {
            return None;
        }
        if self.size != Some(size) {
            let scene = match app.second_module() {
                Some(second) => (second.scene)(figure, *locale, size),
                None => chart::first_scene(figure, *locale, size),
            };
            if self.scene.as_ref() != Some(&scene) {
                self.painted = None;
                self.scene = Some(scene);
            }
            self.size = Some(size);
        }
        let scene = self.scene.as_ref()?;
        make_room(&canvas, scene);
        let wanted = Some((canvas, *screen, highlight.entry()));
        if self.painted != wanted && (is_shown || screen.is_paper) {
            let canvas = &wanted.as_ref()?.0;
            draw(canvas, scene, screen.ratio, highlight.entry().is_some(), &|entry| {
                highlight.highlights(figure, entry)
            });
            self.painted = wanted;
        }
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
