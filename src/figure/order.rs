//! The order in which the page answers its questions.

use super::{QUESTIONS, Question};

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
