//! What the checks have found.

use crate::budget::Budget;
use crate::check::{Report, check};
use crate::figure::{Asked, Figure, Question};
use crate::words::Words;

/// Checks the numbers and tells what was found, at once.
pub const QUESTION: Question =
    Question { answer: |budget, asked, words| told(&check(budget), budget, asked, words), ..super::QUESTION };

/// The figure of a report.
pub fn told(report: &Report, budget: &Budget, _: &Asked, words: Words) -> Option<Figure> {
    let source = words.say("来源：{0}", "Source: {0}", &[&budget.document.title]);
    let answer = words.say("核对了 {0} 个数字。", "{0} numbers were checked.", &[&report.amounts.to_string()]);
    Some(Figure { answer, source, ..QUESTION.figure(words) })
}
