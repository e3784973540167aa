//! What is to be achieved this year?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "performance",
    question: ("今年要做到什么？", "What is to be achieved this year?"),
    answer: performance,
    heeds: &[],
    lacking: ("没有部门整体绩效目标", "no performance form of the whole department"),
};

fn performance(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
