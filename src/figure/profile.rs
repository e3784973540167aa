//! What kind of body is this?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "profile",
    question: ("这是个什么单位？", "What kind of body is this?"),
    answer: profile,
    heeds: &[],
    lacking: ("没有单位职责和人员情况", "no account of duties and staff"),
};

fn profile(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
