//! The table of contents of the page.

use super::node::{Element, el};
use crate::figure::{self, Question};
use crate::locale::Locale;

/// The page's table of contents: the questions, each a link to its answer.
pub fn contents(locale: Locale) -> Vec<Element> {
    let links = figure::all().map(|question| link(question, locale));
    let title =
        el("h2").class("question").text(locale.tr("这页回答哪些问题？", "Which questions does this page answer?"));
    let nav = el("nav").class("card").attr("id", "contents").attr("aria-label", locale.tr("目录", "Contents"));
    vec![nav.child(title).child(el("ol").class("questions").children(links))]
}

fn link(question: &Question, locale: Locale) -> Element {
    let (zh, en) = question.question;
    el("li").child(el("a").attr("href", String::from("#") + question.id).text(locale.tr(zh, en)))
}
