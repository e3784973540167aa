//! What the page shows of the checks, which the third module does: the figure of the report, and the marks.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::{others, statistics};
use crate::figure::{self, CHECKS, Figure, Query, Question};
use crate::load::Loaded;
use crate::locale::Locale;
use crate::markup::Node;
use crate::view::state::app_state::{AppState, ModuleState};

/// A question's figure; for the checks that of the report, or a placeholder until there is one.
pub fn answer(
    app: AppState,
    question: &Question,
    loaded: &Arc<Loaded>,
    query: &Query,
    locale: Locale,
) -> Option<Figure> {
    if question.id != CHECKS {
        let third = app.third_module().filter(|_| loaded.budget.others.get().is_some());
        return match third {
            Some(third) => (third.of_several)(question, &loaded.budget, query, locale),
            None => (question.answer)(&loaded.budget, query, locale),
        };
    }
    match (app.checked(loaded), app.third_module()) {
        (Some(checked), Some(third)) => (third.report_figure)(&checked.report, &loaded.budget, query, locale),
        _ if matches!(app.third.get(), ModuleState::Failed) => {
            let answer =
                locale.tr("核对的部分没有载入，所以没有核对。", "The checks did not arrive, so nothing was checked.");
            Some(Figure { answer: answer.into(), ..figure::checking(locale) })
        }
        _ => Some(figure::checking(locale)),
    }
}

/// Whether a card from the page's HTML may be replaced, since the new one is complete: a card with results of the
/// checks waits for the report, and every card for the department's other years where the page names some; but none waits
/// when another budget has been opened.
pub fn is_complete(app: AppState, place: &HtmlElement) -> bool {
    let is_other = app.status.with(|status| status.file.is_some());
    let is_failed = matches!(app.third.get(), ModuleState::Failed);
    let has_others = app.loaded.with(|shown| shown.as_ref().is_some_and(|loaded| loaded.budget.others.get().is_some()));
    let is_third_awaited = app.third_module().is_none() && !is_failed;
    let are_statistics_awaited = statistics::is_awaited(app) && !is_failed;
    if !is_other && (others::are_awaited(app) || has_others && (is_third_awaited || are_statistics_awaited)) {
        return false;
    }
    // The facts of a head in the HTML end with the result of the checks, which is a link only if their card is there.
    let stands_on_checks = place.query_selector("#checks, .flag, .facts").is_ok_and(|found| found.is_some());
    is_other || !stands_on_checks || is_done(app) || is_failed
}

/// Whether the budget that is shown is checked.
pub fn is_done(app: AppState) -> bool {
    app.loaded.with(|shown| shown.as_ref().is_some_and(|loaded| app.checked(loaded).is_some()))
}

/// Returns the trees with a mark at every number that does not add up.
pub fn marked(app: AppState, nodes: Vec<Node>, loaded: &Arc<Loaded>, locale: Locale) -> Vec<Node> {
    match (app.checked(loaded), app.third_module()) {
        (Some(checked), Some(third)) => (third.mark)(nodes, &checked, locale),
        _ => nodes,
    }
}
