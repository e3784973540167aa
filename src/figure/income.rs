//! Where does the money come from?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "income",
    question: ("钱从哪里来？", "Where does the money come from?"),
    answer: income,
    heeds: &[],
    lacking: ("没有收入表", "no table of income"),
};

fn income(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
