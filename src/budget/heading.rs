//! Tells from a heading what the numbers below it are about: by an id that the format knows, or by the heading's words.
//!
//! Templates differ in their words, not in what they can mean, and the terms of the field are few; so a heading is read
//! by those terms. An id of the format is more certain, and takes precedence.

mod ids;
mod words;

pub use ids::{id_of, of_id};
pub use words::{of_words, quantity};

use super::coordinates::Phase;

/// The words for each phase of a year's budget, in ids and in headings.
const PHASES: [(&str, &[&str], Phase); 4] = [
    ("adjusted", &["调整"], Phase::Adjusted),
    ("actual", &["执行", "完成数", "实际"], Phase::Executed),
    ("final", &["决算"], Phase::Final),
    ("budget", &["预算数", "年初预算", "预算"], Phase::Budget),
];
