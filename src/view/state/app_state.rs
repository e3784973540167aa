//! What the page shows: one budget, what checking it gave, and what its reader has chosen and asks.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Element, Event, HtmlElement};

use super::host::Host;
use super::preferences::{self, Preferences};
use super::screen::{Screen, screen};
use crate::budget::Budget;
use crate::chart::ChartSize;
use crate::check::Report;
use crate::figure::{Figure, Param, Places, Query, Question};
use crate::load::{Diagnostic, Loaded};
use crate::locale::Locale;
use crate::markup::{self, Extras, Node};
use crate::money::Unit;
use crate::scene::Scene;
use crate::view::dom::effect::effect;
use crate::view::dom::frames::next_frame;

/// The page's state, shared by all of it.
#[derive(Clone, Copy)]
pub struct AppState {
    /// Where it lives.
    pub host: Host,
    /// How the reader wants the page.
    pub preferences: RwSignal<Preferences>,
    /// What the reader asks of the figures.
    pub query: RwSignal<Query>,
    /// The rest of the program, once it is there.
    pub rest: RwSignal<RestState>,
    /// What a drawing follows beside its data.
    pub screen: RwSignal<Screen>,
    /// The budget that is shown.
    pub loaded: RwSignal<Option<Arc<Loaded>>>,
    /// The budget that was checked last, and what that gave: see [`AppState::checked`].
    pub report: RwSignal<Option<Arc<Checked>>>,
    /// What is said about files.
    pub status: RwSignal<Status>,
}

/// What is said about files.
#[derive(Debug, Default)]
pub struct Status {
    /// The name of the reader's own file, while that is shown.
    pub file: Option<String>,
    /// The bytes of the budget that is shown, as they were read.
    pub source_bytes: Option<Vec<u8>>,
    /// The name of the file that could not be opened, and everything wrong with it.
    pub failure: Option<(String, Vec<Diagnostic>)>,
    /// Whether a file is on its way.
    pub is_busy: bool,
    /// Whether a file hovers over the page.
    pub is_dragging: bool,
    /// Counts the requests: only the last one's answer is shown.
    pub(super) request: u32,
}

/// A budget with its report.
pub struct Checked {
    /// The budget.
    pub of: Arc<Loaded>,
    /// What checking it gave.
    pub report: Report,
}

/// The figure in whose card something is asked, and where the card stands.
pub type CardRef<'a> = (&'static str, &'a Element);

/// Whether the rest of the program is there.
#[derive(Clone, Copy)]
pub enum RestState {
    /// It is on its way.
    Loading,
    /// It is there, and brings this.
    Ready(&'static Rest),
    /// It did not come.
    Failed,
}

/// What the rest of the program brings: all that readers do not need for the first answers. Whatever of it the first
/// module calls is called through this, for naming it would move it there.
pub struct Rest {
    /// The figures that follow the first, and those that take the place of one of the first because they can more.
    pub questions: &'static [Question],
    /// What has to go on for as long as the page lives.
    pub begin: fn(AppState),
    /// What there is on the page.
    pub contents: fn(Locale) -> Vec<markup::Element>,
    /// The bar with all that its panels hold.
    pub toolbar: fn(AppState) -> Vec<markup::Element>,
    /// The page's first lines and what follows of them.
    pub head: fn(AppState, &Arc<Loaded>, Locale) -> markup::Element,
    /// A question's figure, if the budget has one.
    pub answer: fn(AppState, &Question, &Arc<Loaded>, &Query, Locale) -> Option<Figure>,
    /// Whether a card can now be as complete as the one that came with the HTML in its place.
    pub is_complete: fn(AppState, &HtmlElement) -> bool,
    /// Where the numbers of a budget lead.
    pub places: for<'b> fn(&'b Budget, Locale) -> Places<'b>,
    /// The same trees with the glossary's terms as buttons and, once there is a report, what it marks.
    pub annotate: fn(AppState, Vec<Node>, &Arc<Loaded>) -> Vec<Node>,
    /// Adds to the budget of a request what figures need of it: its views, and where it stands in official files.
    pub complete: fn(u32, &Budget),
    /// The scene of any figure.
    pub scene: fn(&Figure, Locale, ChartSize) -> Scene,
    /// What cards have beside their chart, list and table.
    pub extras: &'static Extras,
    /// What the page says of files.
    pub messages: fn(AppState) -> Vec<markup::Element>,
    /// Takes an event that may bring a file of the reader's, or words to look for.
    pub handle_file_event: fn(AppState, &Event),
    /// Whose figure it is that stands alone, and where the others are.
    pub standalone: fn(AppState) -> Vec<markup::Element>,
    /// The page's foot.
    pub footer: fn(Locale) -> Vec<markup::Element>,
    /// Shows the place that the address names.
    pub navigate_to_address: fn(AppState),
    /// Goes to the place of a link.
    pub follow_link: fn(AppState, &str, Option<&Element>),
    /// Asks something of a figure; in a card, of its own.
    pub set_param: fn(AppState, Option<CardRef>, Param, Option<&str>),
    /// Takes what is done to controls, terms and the bar before the cards hear of it; whether they need not.
    pub handle_click: fn(AppState, &Event) -> bool,
}

impl AppState {
    /// A page with nothing on it yet, as the address asks for it.
    pub fn new(host: Host) -> Self {
        let app = AppState {
            host,
            preferences: RwSignal::new(Preferences::from_address(host)),
            query: RwSignal::new(preferences::query(host)),
            rest: RwSignal::new(RestState::Loading),
            screen: screen(host),
            loaded: RwSignal::new(None),
            report: RwSignal::new(None),
            status: RwSignal::new(Status::default()),
        };
        effect(move || {
            let preferences = app.preferences.get();
            app.query.with_untracked(|query| preferences::write(host, preferences, query, None, false));
            preferences.apply(host);
            app.screen.update(|screen| screen.style += 1);
        });
        app
    }

    /// How the reader wants to be told: the unit is the document's unless another is chosen.
    pub fn locale(self) -> Locale {
        let preferences = self.preferences.get();
        let own = self.loaded.with(|shown| shown.as_ref().map(|loaded| loaded.budget.document.unit));
        let own = own.filter(|unit| Unit::CHOICE.contains(unit));
        Locale { lang: preferences.lang, unit: preferences.unit.or(own).unwrap_or(Unit::Wan) }
    }

    /// What the rest of the program brings, once it is there.
    pub fn rest(self) -> Option<&'static Rest> {
        match self.rest.get() {
            RestState::Ready(rest) => Some(rest),
            RestState::Loading | RestState::Failed => None,
        }
    }

    /// Whether the rest of the program is still on its way.
    pub fn is_loading_rest(self) -> bool {
        matches!(self.rest.get(), RestState::Loading)
    }

    /// What checking this budget gave, once it is checked and as long as it is shown.
    pub fn checked(self, loaded: &Arc<Loaded>) -> Option<Arc<Checked>> {
        self.report.get().filter(|checked| Arc::ptr_eq(&checked.of, loaded))
    }

    /// Whether the page is dark now.
    pub fn is_dark(self) -> bool {
        self.preferences.get().dark.unwrap_or_else(|| self.screen.get().prefers_dark)
    }

    /// Asks something of the figures. With a `place` on the page it is a step that the browser's back
    /// button takes back; without one, as for every letter typed, it is not.
    pub fn set_param(self, param: Param, place: Option<&str>) {
        self.query.update(|query| query.set(param));
        let preferences = self.preferences.get_untracked();
        self.query.with_untracked(|query| preferences::write(self.host, preferences, query, place, place.is_some()));
    }

    /// Shows the place that the address names, once the page has followed what was just asked of it.
    pub fn navigate_soon(self) {
        self.spawn(async move {
            next_frame().await;
            if let Some(rest) = self.rest() {
                (rest.navigate_to_address)(self);
            }
        });
    }

    /// Does something that takes a while, as far as the app lives.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(self, mut task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(poll_fn(move |context| if self.is_gone() { Poll::Ready(()) } else { task.as_mut().poll(context) }));
    }

    /// Whether the app was taken away: nothing of it may be asked any more.
    pub fn is_gone(self) -> bool {
        self.status.is_disposed()
    }
}
