//! What do the official tables say?

use super::{Asked, Figure, Question, name};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "tables",
    question: ("官方表格里怎么写的？", "What do the official tables say?"),
    answer: tables,
    heeds: &[name::TABLE, name::FROM],
    lacking: ("没有表格", "no tables"),
};

fn tables(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
