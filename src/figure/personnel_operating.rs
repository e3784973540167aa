//! How much is for staff, how much for operating?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "personnel-operating",
    question: ("人员和公用各占多少？", "How much is for staff, how much for operating?"),
    answer: personnel_operating,
    heeds: &[],
    lacking: ("没有分人员经费和公用经费的表", "no table by personnel and operating"),
};

fn personnel_operating(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
