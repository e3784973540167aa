//! What there is on the page, and a search over all of it.

use super::node::{Element, el};
use super::section::find;
use crate::figure::{Asked, Hit, MOST_HITS, Question, href, name, questions};
use crate::words::Words;

/// The page's contents: the search, and below it what was found, or the questions.
pub fn contents(later: &'static [Question], hits: &[Hit], asked: &Asked, words: Words) -> Vec<Element> {
    let text = asked.get(name::SEARCH).unwrap_or("");
    let label = words.pick("搜索项目、科目、名词……", "Search projects, lines, terms …");
    let below = if text.trim().is_empty() {
        let links = questions(later).map(|question| link(question, words));
        el("ol").class("questions").children(links)
    } else {
        results(hits, text, words)
    };
    let title = el("h2").class("question").text(words.pick("还想知道什么？", "What else would you like to know?"));
    let nav = el("nav").class("card").attr("id", "contents").attr("aria-label", words.pick("目录", "Contents"));
    vec![nav.child(title).child(find(name::SEARCH, label, text)).child(below)]
}

fn link(question: &Question, words: Words) -> Element {
    let (zh, en) = question.question;
    el("li").child(el("a").attr("href", String::from("#") + question.id).text(words.pick(zh, en)))
}

fn results(hits: &[Hit], text: &str, words: Words) -> Element {
    let said = match hits.len() {
        0 => words.say("没有找到“{0}”。", "Nothing found for “{0}”.", &[text]),
        MOST_HITS => words.say(
            "先列出 {0} 处，多写几个字可以缩小范围：",
            "The first {0} places; more words narrow it down:",
            &[&MOST_HITS.to_string()],
        ),
        count => words.say("找到 {0} 处：", "{0} found:", &[&count.to_string()]),
    };
    let first = text.split_whitespace().next().unwrap_or("");
    let hit = |hit: &Hit| {
        let link = el("a").attr("href", href(&hit.address));
        let link = match &hit.choice {
            Some(choice) => link.attr("data-choose", choice.text()),
            None => link,
        };
        let name = marked(el("b"), &hit.name, first);
        let between = if hit.detail.is_empty() { "" } else { " · " };
        el("li").child(link.child(name).child(el("small").text([hit.kind, between, &hit.detail].concat())))
    };
    el("div")
        .class("results")
        .child(el("p").class("note").attr("role", "status").text(said))
        .child(el("ul").children(hits.iter().map(hit)))
}

/// The text, with the first place that has the word marked.
fn marked(element: Element, text: &str, word: &str) -> Element {
    let is_it = |part: &str| part.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    let place = text.char_indices().map(|(i, _)| i).find(|&i| !word.is_empty() && is_it(&text[i..]));
    match place {
        Some(i) => {
            let (before, rest) = text.split_at(i);
            let (found, after) = rest.split_at(word.len());
            element.text(before).child(el("mark").text(found)).text(after)
        }
        None => element.text(text),
    }
}
