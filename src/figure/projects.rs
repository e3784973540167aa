//! Which projects are there, and what does each cost?

use super::{Asked, Figure, Question, name};
use crate::budget::Budget;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "projects",
    question: ("有哪些项目，各花多少？", "Which projects are there, and what does each cost?"),
    answer: projects,
    heeds: &[name::PROJECT, name::SORT, name::FIND],
    lacking: ("没有项目支出表", "no table of projects"),
};

fn projects(_: &Budget, _: &Asked, _: Words) -> Option<Figure> {
    None
}
