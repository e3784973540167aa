//! What a heading says of the numbers below it: by its id, which the format knows, or by its words.
//!
//! Templates differ in their words, not in what they can mean; so a heading is read by the field's own terms, which
//! are few. An id of the format says the same more surely, and goes before the words.

mod ids;
mod words;

pub use ids::{id_of, of_id};
pub use words::{of_words, quantity};

use super::coordinates::Phase;

/// The words for a state of a year's budget, in ids and in headings.
const PHASES: [(&str, &[&str], Phase); 4] = [
    ("adjusted", &["调整"], Phase::Adjusted),
    ("actual", &["执行", "完成数", "实际"], Phase::Executed),
    ("final", &["决算"], Phase::Final),
    ("budget", &["预算数", "年初预算", "预算"], Phase::Budget),
];
