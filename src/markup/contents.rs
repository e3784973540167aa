//! What there is on the page.

use super::node::{Element, el};
use crate::figure::{self, Question};
use crate::words::Words;

/// The page's contents: the questions, each the way to its answer.
pub fn contents(words: Words) -> Vec<Element> {
    let links = figure::all().map(|question| link(question, words));
    let title =
        el("h2").class("question").text(words.pick("这页回答哪些问题？", "Which questions does this page answer?"));
    let nav = el("nav").class("card").attr("id", "contents").attr("aria-label", words.pick("目录", "Contents"));
    vec![nav.child(title).child(el("ol").class("questions").children(links))]
}

fn link(question: &Question, words: Words) -> Element {
    let (zh, en) = question.question;
    el("li").child(el("a").attr("href", String::from("#") + question.id).text(words.pick(zh, en)))
}
