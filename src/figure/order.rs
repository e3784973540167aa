//! The order in which the page answers its questions.

#[cfg(not(target_arch = "wasm32"))]
use super::{Figure, Query};
use super::{QUESTIONS, Question};
#[cfg(not(target_arch = "wasm32"))]
use crate::budget::Budget;
#[cfg(not(target_arch = "wasm32"))]
use crate::locale::Locale;

/// The ids of the questions, in the order in which citizens want to know the answers.
pub static ORDER: [&str; 17] = [
    "projects",
    "years",
    "compare",
    "change",
    "three-public",
    "structure",
    "economic",
    "checks",
    "profile",
    "basic-project",
    "personnel-operating",
    "income",
    "procurement",
    "assets",
    "performance",
    "tables",
    "glossary",
];
/// How many of the questions are shown at once; the others, on accounting and reference, are in a fold.
pub const UNFOLDED: usize = 9;
/// The questions that stand in pairs, side by side, on wide screens.
pub static HALF_WIDTH: [&str; 6] =
    ["change", "three-public", "basic-project", "personnel-operating", "procurement", "assets"];

/// Every question of the page, in the page's order, as the whole program answers it.
pub fn all() -> impl Iterator<Item = &'static Question> {
    ORDER.iter().filter_map(|id| QUESTIONS.iter().find(|question| question.id == *id))
}

// A question that stands nowhere in the order would never be answered.
const _: () = {
    let mut i = 0;
    while i < QUESTIONS.len() {
        assert!(is_ordered(QUESTIONS[i].id), "ORDER lacks a question of QUESTIONS");
        i += 1;
    }
};

const fn is_ordered(id: &str) -> bool {
    let mut i = 0;
    while i < ORDER.len() {
        if is_same(ORDER[i].as_bytes(), id.as_bytes()) {
            return true;
        }
        i += 1;
    }
    false
}

/// Equality of texts in a `const` context, where the language does not offer it.
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut i = 0;
    while i < one.len() && i < other.len() && one[i] == other[i] {
        i += 1;
    }
    i == one.len() && i == other.len()
}

/// Every figure that the budget has, in the page's order.
#[cfg(not(target_arch = "wasm32"))]
pub fn figures(budget: &Budget, query: &Query, locale: Locale) -> Vec<Figure> {
    figures_checked(budget, &crate::check::check(budget), query, locale)
}

/// The same for a budget that is checked already.
#[cfg(not(target_arch = "wasm32"))]
pub fn figures_checked(budget: &Budget, report: &crate::check::Report, query: &Query, locale: Locale) -> Vec<Figure> {
    let answer = |question: &Question| match question.id {
        super::CHECKS => super::report_figure(report, budget, query, locale),
        _ => super::of_several(question, budget, query, locale),
    };
    all().filter_map(answer).collect()
}
