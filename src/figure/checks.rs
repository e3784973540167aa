//! Does this budget add up? What stands in the figure's place until the numbers are checked.
//!
//! The figure itself is [`told`]'s. In the browser it comes in the third part, and takes its time with a long document.

mod finding;
mod kinds;
mod listed;
mod map;
pub mod marks;
mod rest;
mod tally;
pub mod told;
mod wanted;

pub use listed::locate;

use super::{Figure, Question};
use crate::words::Words;

/// They are being checked.
pub const QUESTION: Question = Question {
    id: "checks",
    question: ("这份预算对得上吗？", "Does this budget add up?"),
    answer: |_, _, words| Some(checking(words)),
    heeds: &[],
    lacking: ("没有可以核对的数字", "no numbers to check"),
};

/// They cannot be: what checks them did not come.
pub const UNCHECKED: Question = Question {
    answer: |_, _, words| {
        let (zh, en) = (
            "核对数字的程序没有载入，所以这里没有结果。请检查网络后刷新。",
            "What checks the numbers did not arrive, so there is no result here. Check the network and reload.",
        );
        Some(said(words.pick(zh, en), words))
    },
    ..QUESTION
};

/// Says that the numbers are being checked.
pub fn checking(words: Words) -> Figure {
    said(words.pick("正在核对……", "Checking …"), words)
}

fn said(sentence: &str, words: Words) -> Figure {
    Figure { answer: sentence.into(), ..QUESTION.figure(words) }
}
