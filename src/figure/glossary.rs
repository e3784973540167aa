//! What do these words mean?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "glossary",
    question: ("这些词是什么意思？", "What do these words mean?"),
    answer: glossary,
    heeds: &[],
    lacking: ("没有名词解释", "no glossary"),
};

fn glossary(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
