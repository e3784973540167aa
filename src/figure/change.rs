//! More or less than last year?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "change",
    question: ("比上年多了还是少了？", "More or less than last year?"),
    answer: change,
    heeds: &[],
    lacking: ("没有说明与上年相比的变化", "no statement of a change on last year"),
};

fn change(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
