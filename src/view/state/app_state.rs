//! The signals of the app's state: one budget, its report, and the reader's settings and parameters.

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
use crate::budget::{Budget, Statistics};
use crate::chart::ChartSize;
use crate::check::Report;
use crate::figure::{Figure, Param, Places, Query, Question};
use crate::load::{Diagnostic, Loaded};
use crate::locale::Locale;
use crate::markup::{self, Extras, Node};
use crate::money::Unit;
use crate::scene::Scene;
use crate::view::dom::effect::effect;
use crate::view::dom::updates::Updates;

/// The state of the app, shared by all its parts.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The environment of the app.
    pub host: Host,
    /// The reader's settings.
    pub preferences: RwSignal<Preferences>,
    /// The parameters of figures that the reader has set.
    pub query: RwSignal<Query>,
    /// The second module of the program, once it has loaded.
    pub module_state: RwSignal<ModuleState<SecondModule>>,
    /// Whether the third module has loaded.
    pub third: RwSignal<ModuleState<ThirdModule>>,
    /// The screen, on which drawings depend beside their data.
    pub screen: RwSignal<Screen>,
    /// The budget that is shown.
    pub loaded: RwSignal<Option<Arc<Loaded>>>,
    /// The budget that was checked last, with its report: see [`AppState::checked`].
    pub report: RwSignal<Option<Arc<Checked>>>,
    /// The state of opening files.
    pub status: RwSignal<Status>,
    /// The cards that are still to be updated.
    pub updates: Updates,
}

/// The state of opening files, about which the page has messages.
#[derive(Debug, Default)]
pub struct Status {
    /// The name of the reader's own file, while that is shown.
    pub file: Option<String>,
    /// How many budgets that were opened together with the last one are not shown.
    pub unopened: usize,
    /// The bytes of the budget that is shown, as they were read.
    pub source_bytes: Option<Vec<u8>>,
    /// The name of the file that could not be opened, and everything wrong with it.
    pub failure: Option<(String, Vec<Diagnostic>)>,
    /// Whether a file is being opened.
    pub is_busy: bool,
    /// Whether a file is being dragged over the page.
    pub is_dragging: bool,
    /// The number of requests so far: only the last one's answer is shown.
    pub(super) request: u32,
}

/// A budget with its report.
pub struct Checked {
    /// The budget.
    pub of: Arc<Loaded>,
    /// The report of checking it.
    pub report: Report,
}

/// The figure in whose card a parameter is set, and the card's element.
pub type CardRef<'a> = (&'static str, &'a Element);

/// Whether a further module of the program has loaded.
pub enum ModuleState<T: 'static> {
    /// It is loading.
    Loading,
    /// It has loaded, with this table of functions.
    Ready(&'static T),
    /// It failed to load.
    Failed,
}

impl<T> Clone for ModuleState<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ModuleState<T> {}

/// Which part of the page is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintScope {
    /// The whole page, as from the browser's own menu.
    All,
    /// Two pages: the summary, and each question's answer with its largest numbers.
    Summary,
    /// A figure alone.
    Figure(&'static str),
}

/// The functions of the second module that the first module calls. They are called through this table, since naming
/// them would move them into the first module.
pub struct SecondModule {
    /// The questions beyond the first, and those that take the place of one of the first because they can do more.
    pub questions: &'static [Question],
    /// Starts the effects and listeners that run as long as the page.
    pub begin: fn(AppState, third: fn() -> &'static ThirdModule),
    /// The table of contents.
    pub contents: fn(Locale) -> Vec<markup::Element>,
    /// The toolbar with the content of its panels.
    pub toolbar: fn(AppState) -> Vec<markup::Element>,
    /// The head of the page: the headline, and the summary below it.
    pub head: fn(AppState, &Arc<Loaded>, Locale) -> markup::Element,
    /// A question's figure, if the budget has one.
    pub answer: fn(AppState, &Question, &Arc<Loaded>, &Query, Locale) -> Option<Figure>,
    /// Whether a card from the page's HTML may be replaced, since the new one is complete.
    pub is_complete: fn(AppState, &HtmlElement) -> bool,
    /// The links of a budget's numbers.
    pub places: for<'b> fn(&'b Budget, Locale) -> Places<'b>,
    /// Adds buttons for the glossary's terms to trees and, once there is a report, marks for wrong numbers.
    pub annotate: fn(AppState, Vec<Node>, &Arc<Loaded>) -> Vec<Node>,
    /// Completes the budget of a request for figures: with its views, and its places in official files.
    pub complete: fn(u32, &Budget),
    /// The scene of any figure.
    pub scene: fn(&Figure, Locale, ChartSize) -> Scene,
    /// The functions that make the parts of cards beside chart, list and table.
    pub extras: &'static Extras,
    /// The messages at the top of the page.
    pub messages: fn(AppState) -> Vec<markup::Element>,
    /// Handles events that may bring a file of the reader's, or text typed into a search field.
    pub handle_file_event: fn(AppState, &Event),
    /// The line below a single figure: whose it is, with a link to the whole page.
    pub standalone: fn(AppState) -> Vec<markup::Element>,
    /// The page's footer.
    pub footer: fn(Locale) -> Vec<markup::Element>,
    /// Shows the place that the address names.
    pub navigate_to_address: fn(AppState),
    /// Goes to the place of a link.
    pub follow_link: fn(AppState, &str, Option<&Element>),
    /// Sets a parameter of a figure; in a card, of the card's figure.
    pub set_param: fn(AppState, Option<CardRef>, Param, Option<&str>),
    /// Handles events on controls, terms and the toolbar before the cards do; returns whether the event is done with.
    pub handle_click: fn(AppState, &Event) -> bool,
    /// Asks the browser to print.
    pub print: fn(AppState, PrintScope),
}

/// The functions of the third module, which needs the engine of the checks or makes files to share: readers see all
/// figures before it arrives. They are called through this table for the same reason.
pub struct ThirdModule {
    /// Starts to check every budget that is shown.
    pub begin: fn(AppState),
    /// The figure of a report.
    pub report_figure: fn(&Report, &Budget, &Query, Locale) -> Option<Figure>,
    /// The figure with this id of several documents that are open together.
    pub of_several: fn(&Question, &Budget, &Query, Locale) -> Option<Figure>,
    /// The official statistics of a file, or all that is wrong with it.
    pub read_statistics: fn(&[u8]) -> Result<Statistics, Vec<Diagnostic>>,
    /// Adds a mark to every number that does not add up.
    pub mark: fn(Vec<Node>, &Arc<Checked>, Locale) -> Vec<Node>,
    /// Opens the dialog to share a figure, or the whole page (`""`).
    pub share: fn(AppState, &'static str),
}

impl AppState {
    /// The state of a page without a budget yet, with settings and parameters from the address.
    pub fn new(host: Host) -> Self {
        let app = AppState {
            host,
            preferences: RwSignal::new(Preferences::from_address(host)),
            query: RwSignal::new(preferences::query(host)),
            module_state: RwSignal::new(ModuleState::Loading),
            third: RwSignal::new(ModuleState::Loading),
            screen: screen(host),
            loaded: RwSignal::new(None),
            report: RwSignal::new(None),
            status: RwSignal::new(Status::default()),
            updates: Updates::new(),
        };
        effect(move || {
            let preferences = app.preferences.get();
            app.query.with_untracked(|query| preferences::write(host, preferences, query, None, false));
            preferences.apply(host);
            app.screen.update(|screen| screen.style += 1);
        });
        app
    }

    /// Runs the effect around the call again when anything changes that cards depend on.
    pub fn track(self) {
        self.preferences.track();
        self.query.track();
        self.module_state.track();
        self.third.track();
        self.loaded.track();
        self.report.track();
        self.status.track();
    }

    /// The language and unit for the reader: the unit is the document's unless another is chosen.
    pub fn locale(self) -> Locale {
        let preferences = self.preferences.get();
        let own = self.loaded.with(|shown| shown.as_ref().map(|loaded| loaded.budget.document.unit));
        let own = own.filter(|unit| Unit::CHOICE.contains(unit));
        Locale { lang: preferences.lang, unit: preferences.unit.or(own).unwrap_or(Unit::Wan) }
    }

    /// The functions of the second module, once it has loaded.
    pub fn second_module(self) -> Option<&'static SecondModule> {
        match self.module_state.get() {
            ModuleState::Ready(second) => Some(second),
            ModuleState::Loading | ModuleState::Failed => None,
        }
    }

    /// The functions of the third module, once it has loaded.
    pub fn third_module(self) -> Option<&'static ThirdModule> {
        match self.third.get() {
            ModuleState::Ready(third) => Some(third),
            ModuleState::Loading | ModuleState::Failed => None,
        }
    }

    /// Whether the second module is still loading.
    pub fn is_loading_second_module(self) -> bool {
        matches!(self.module_state.get(), ModuleState::Loading)
    }

    /// The report of this budget, once it is checked and as long as it is shown.
    pub fn checked(self, loaded: &Arc<Loaded>) -> Option<Arc<Checked>> {
        self.report.get().filter(|checked| Arc::ptr_eq(&checked.of, loaded))
    }

    /// Whether the page is dark now.
    pub fn is_dark(self) -> bool {
        self.preferences.get().dark.unwrap_or_else(|| self.screen.get().prefers_dark)
    }

    /// Sets a parameter of the figures. With a `place` on the page the browser's history gets a new entry, which the
    /// back button undoes; without one, as for every letter typed, it does not.
    pub fn set_param(self, param: Param, place: Option<&str>) {
        self.query.update(|query| query.set(param));
        let preferences = self.preferences.get_untracked();
        self.query.with_untracked(|query| preferences::write(self.host, preferences, query, place, place.is_some()));
    }

    /// Shows the place that the address names, once pending changes are on the page.
    pub fn navigate_soon(self) {
        self.spawn(async move {
            self.updates.done().await;
            if let Some(second) = self.second_module() {
                (second.navigate_to_address)(self);
            }
        });
    }

    /// Runs a task asynchronously; it stops when the app is unmounted.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(self, mut task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(poll_fn(move |context| if self.is_gone() { Poll::Ready(()) } else { task.as_mut().poll(context) }));
    }

    /// Whether the app was unmounted: then none of its signals may be used.
    pub fn is_gone(self) -> bool {
        self.status.is_disposed()
    }
}
