//! What is bought by government procurement?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "procurement",
    question: ("政府采购买什么？", "What is bought by government procurement?"),
    answer: procurement,
    heeds: &[],
    lacking: ("没有政府采购预算", "no procurement budget"),
};

fn procurement(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
