//! What does basic expenditure buy?

use super::{Asked, Figure, Question};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "economic",
    question: ("基本支出买了什么？", "What does basic expenditure buy?"),
    answer: economic,
    heeds: &[],
    lacking: ("没有按经济分类的基本支出表", "no table of basic expenditure by economic item"),
};

fn economic(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
