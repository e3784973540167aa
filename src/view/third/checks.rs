//! Checks the budget that is shown, in steps.
//!
//! An animation frame passes between two steps whenever they have taken long: so the page stays responsive, and opening
//! another budget ends the check of the one before.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::Date;
use leptos::prelude::*;

use crate::check::{Checking, Report, tables};
use crate::figure::{self, Marks};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::{self, Node};
use crate::view::dom::effect::effect;
use crate::view::dom::frames::next_frame;
use crate::view::state::app_state::{AppState, Checked};

/// The milliseconds after which a step yields to an animation frame; few budgets take longer in all.
const MAX_AT_ONCE: f64 = 20.0;

/// Checks every budget that is shown.
pub fn begin(app: AppState) {
    effect(move || {
        if let Some(loaded) = app.loaded.get() {
            app.spawn(check(app, loaded));
        }
    });
}

async fn check(app: AppState, loaded: Arc<Loaded>) {
    // The figures are drawn first, so that the check delays none of them.
    next_frame().await;
    next_frame().await;
    let Some(report) = report(app, &loaded).await else { return };
    app.report.set(Some(Arc::new(Checked { of: loaded, report })));
    // The address may lead to a finding, which exists only now. Any other place was shown before: going there again
    // would take the reader away from what they have begun meanwhile.
    let found = app.host.root_node().query_selector("[data-found]");
    if app.host.place().starts_with("checks-") && found.is_ok_and(|found| found.is_none()) {
        app.navigate_soon();
    }
}

/// The report of checking a budget; `None` if another budget is shown before the check ends.
async fn report(app: AppState, loaded: &Arc<Loaded>) -> Option<Report> {
    let is_shown = || app.loaded.with_untracked(|shown| shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, loaded)));
    let tables = tables(&loaded.budget);
    let mut checking = Checking::new(&loaded.budget, &tables);
    let mut since = Date::now();
    while is_shown() {
        if !checking.step() {
            return Some(checking.report());
        }
        if Date::now() - since > MAX_AT_ONCE {
            next_frame().await;
            since = Date::now();
        }
    }
    None
}

thread_local! {
    /// The cache of marks for the last report and language, which every card uses.
    static MARKS: RefCell<Option<(Arc<Checked>, Locale, Marks)>> = const { RefCell::new(None) };
}

/// Returns the trees with a mark at every number that does not add up.
pub fn mark(nodes: Vec<Node>, checked: &Arc<Checked>, locale: Locale) -> Vec<Node> {
    MARKS.with_borrow_mut(|last| {
        if !last.as_ref().is_some_and(|(of, own, _)| Arc::ptr_eq(of, checked) && *own == locale) {
            let marks = figure::marks(&checked.of.budget, &checked.report, locale);
            *last = Some((Arc::clone(checked), locale, marks));
        }
        match last {
            Some((.., marks)) => markup::flag_findings(nodes, marks),
            None => nodes,
        }
    })
}
