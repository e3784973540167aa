//! Checking the budget that is shown, and what stands on its report.
//!
//! It is done in steps, with a frame between them whenever they have taken long: a reader's finger is answered meanwhile,
//! and another budget ends the work for the one before.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::Date;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::check::{Checking, Report, tables};
use crate::figure::{self, CHECKS, Figure, Marks, Query, Question};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Node};
use crate::view::dom::effect::effect;
use crate::view::dom::frames::next_frame;
use crate::view::state::app_state::{AppState, Checked};

/// So many milliseconds go by without a frame, and what the step takes that is begun then: few budgets take longer.
const MOST_AT_ONCE: f64 = 20.0;

/// Checks every budget that is shown.
pub fn begin(app: AppState) {
    effect(move || {
        if let Some(loaded) = app.loaded.get() {
            app.spawn(check(app, loaded));
        }
    });
}

async fn check(app: AppState, loaded: Arc<Loaded>) {
    // The figures are drawn by now; what is checked in the frame after keeps none of them waiting.
    next_frame().await;
    next_frame().await;
    let Some(report) = report(app, &loaded).await else { return };
    app.report.set(Some(Arc::new(Checked { of: loaded, report })));
    // The address may lead to a finding, which is only there now. To any other place it has led before: to go there
    // again would take the reader away from what was begun meanwhile.
    let found = app.host.root_node().query_selector("[data-found]");
    if app.host.place().starts_with("checks-") && found.is_ok_and(|found| found.is_none()) {
        app.navigate_soon();
    }
}

/// The report on a budget; nothing where another is shown before it is done.
async fn report(app: AppState, loaded: &Arc<Loaded>) -> Option<Report> {
    let is_shown = || app.loaded.with_untracked(|shown| shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, loaded)));
    let tables = tables(&loaded.budget);
    let mut checking = Checking::new(&loaded.budget, &tables);
    let mut since = Date::now();
    while is_shown() {
        if !checking.step() {
            return Some(checking.report());
        }
        if Date::now() - since > MOST_AT_ONCE {
            next_frame().await;
            since = Date::now();
        }
    }
    None
}

/// A question's figure; of the checks what the report says, or that there is none yet.
pub fn answer(
    app: AppState,
    question: &Question,
    loaded: &Arc<Loaded>,
    query: &Query,
    locale: Locale,
) -> Option<Figure> {
    if question.id != CHECKS {
        return (question.answer)(&loaded.budget, query, locale);
    }
    match app.checked(loaded) {
        Some(checked) => figure::report_figure(&checked.report, &loaded.budget, query, locale),
        None => Some(figure::checking(locale)),
    }
}

/// Whether a card is as complete as it will be. What stands on the checks, their figure and their marks, waits for the
/// report; but not while another budget is shown than the one that stands there.
pub fn is_complete(app: AppState, place: &HtmlElement) -> bool {
    let is_other = app.status.with(|status| status.file.is_some());
    let stands_on_checks =
        place.query_selector("#checks, .flag, .facts [href='#checks']").is_ok_and(|found| found.is_some());
    is_other || !stands_on_checks || is_done(app)
}

thread_local! {
    /// The marks of the report that was looked at last, in its words: every card is marked by them.
    static MARKS: RefCell<Option<(Arc<Checked>, Locale, Marks)>> = const { RefCell::new(None) };
}

/// Whether the budget that is shown is checked.
pub fn is_done(app: AppState) -> bool {
    app.loaded.with(|shown| shown.as_ref().is_some_and(|loaded| app.checked(loaded).is_some()))
}

/// The same trees with a mark on every number that does not add up.
pub fn marked(app: AppState, nodes: Vec<Node>, loaded: &Arc<Loaded>, locale: Locale) -> Vec<Node> {
    let Some(checked) = app.checked(loaded) else { return nodes };
    MARKS.with_borrow_mut(|last| {
        if !last.as_ref().is_some_and(|(of, own, _)| Arc::ptr_eq(of, &checked) && *own == locale) {
            let marks = figure::marks(&loaded.budget, &checked.report, locale);
            *last = Some((checked, locale, marks));
        }
        match last {
            Some((.., marks)) => markup::flag_findings(nodes, marks),
            None => nodes,
        }
    })
}
