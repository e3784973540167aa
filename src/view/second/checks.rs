//! What the page shows of the checks, which the third module does: the figure of the report, and the marks.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

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
    if question.is_of_several() {
        let is_open = loaded.budget.others.get().is_some();
        let third = app.third_module().filter(|_| is_open)?;
        return (third.of_several)(question.id, &loaded.budget, query, locale);
    }
    if question.id != CHECKS {
        return (question.answer)(&loaded.budget, query, locale);
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
/// checks waits for the report, except when another budget has been opened.
pub fn is_complete(app: AppState, place: &HtmlElement) -> bool {
    let is_other = app.status.with(|status| status.file.is_some());
    // The facts of a head in the HTML end with the result of the checks, which is a link only if their card is there.
    let stands_on_checks = place.query_selector("#checks, .flag, .facts").is_ok_and(|found| found.is_some());
    is_other || !stands_on_checks || is_done(app) || matches!(app.third.get(), ModuleState::Failed)
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
