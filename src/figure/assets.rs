//! How many vehicles, how much floor space and equipment?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "assets",
    question: ("有多少公车、房屋和设备？", "How many vehicles, how much floor space and equipment?"),
    answer: assets,
    heeds: &[],
    lacking: ("没有国有资产情况", "no account of state assets"),
};

fn assets(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
