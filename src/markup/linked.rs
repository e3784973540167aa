//! The glossary's terms, wherever they stand in a sentence, as buttons that open their explanation.

use super::node::{Element, Node, el};
use crate::figure::{Entry, Explained, Figure, Trace};

/// Elements whose words are read as sentences or headings. In others a button would be in the way.
const SENTENCES: [&str; 6] = ["figcaption", "p", "dt", "li", "th", "b"];
/// Elements that a button cannot stand in, and the bodies of tables, where a term would repeat on each line.
const NEVER: [&str; 5] = ["button", "a", "summary", "tbody", "label"];
/// A class of sentences that are no explanation but an address.
const SOURCE: &str = "source";
/// A shorter number than this is in too many sentences to be meant: `0`, `61`.
const LEAST_NUMBER: usize = 4;

/// What is looked for in sentences.
pub struct Links<'a> {
    /// The glossary's terms.
    pub glossary: &'a [Explained],
    /// Printed numbers as the page writes them, each with where it is printed.
    pub numbers: Vec<(&'a str, &'a Trace)>,
}

impl<'a> Links<'a> {
    /// The terms, and the printed numbers of a figure.
    pub fn of(glossary: &'a [Explained], figure: Option<&'a Figure>) -> Self {
        let entries = figure.map_or(&[][..], |figure| &figure.entries);
        let number = |entry: &'a Entry| Some((entry.amount.as_str(), entry.trace.as_ref()?));
        let numbers = entries.iter().filter_map(number).filter(|(amount, _)| amount.len() >= LEAST_NUMBER);
        Links { glossary, numbers: numbers.collect() }
    }
}

/// The same trees with each sentence's terms as buttons, each term once a sentence, and its printed numbers
/// as links to their line.
pub fn linked(nodes: Vec<Node>, links: &Links) -> Vec<Node> {
    nodes.into_iter().map(|node| within(node, links)).collect()
}

fn within(node: Node, links: &Links) -> Node {
    let Node::Element(mut element) = node else { return node };
    let is_source = || element.attributes.iter().any(|(name, value)| *name == "class" && value == SOURCE);
    if NEVER.contains(&element.tag) || is_source() {
        return Node::Element(element);
    }
    let is_sentence = SENTENCES.contains(&element.tag);
    let mut children = Vec::with_capacity(element.children.len());
    for child in element.children {
        match child {
            Node::Text(text) if is_sentence => split(&text, links, &mut children),
            other => children.push(within(other, links)),
        }
    }
    element.children = children;
    Node::Element(element)
}

/// Appends the text to `children`, cut where terms and numbers stand.
fn split(text: &str, links: &Links, children: &mut Vec<Node>) {
    let mut rest = text;
    let mut told: Vec<&str> = Vec::new();
    loop {
        let term = first_term(rest, links.glossary, &told);
        let number = first_number(rest, &links.numbers);
        let is_number = number.is_some_and(|(at, ..)| term.is_none_or(|(term, _)| at < term));
        let Some(at) = number.map(|(at, ..)| at).filter(|_| is_number).or(term.map(|(at, _)| at)) else { break };
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            children.push(Node::Text(before.into()));
        }
        rest = match (number, term) {
            (Some((_, number, trace)), _) if is_number => {
                let link = el("a").attr("href", trace.href()).attr("title", trace.path());
                children.push(link.text(number).into());
                &after[number.len()..]
            }
            (_, Some((_, explained))) => {
                let (term, after) = after.split_at(explained.term.len());
                children.push(button(term, &explained.meaning).into());
                told.push(&explained.term);
                after
            }
            _ => break,
        };
    }
    if !rest.is_empty() {
        children.push(Node::Text(rest.into()));
    }
}

/// The first term in the text that was not told yet; of two at one place the longer.
fn first_term<'t>(text: &str, glossary: &'t [Explained], told: &[&str]) -> Option<(usize, &'t Explained)> {
    let new = glossary.iter().filter(|explained| !told.contains(&explained.term.as_str()));
    let places = new.filter_map(|explained| Some((place(text, &explained.term)?, explained)));
    places.min_by_key(|(at, explained)| (*at, usize::MAX - explained.term.len()))
}

/// The first printed number in the text that is not a part of another.
fn first_number<'n>(text: &str, numbers: &[(&'n str, &'n Trace)]) -> Option<(usize, &'n str, &'n Trace)> {
    let is_part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_digit() || b",.%".contains(byte));
    let alone = |(at, number): (usize, &str)| {
        let bytes = text.as_bytes();
        !is_part(at.checked_sub(1).and_then(|at| bytes.get(at))) && !goes_on(&bytes[at + number.len()..])
    };
    let place = |&(number, trace): &(&'n str, &'n Trace)| {
        let (at, _) = text.match_indices(number).find(|found| alone(*found))?;
        Some((at, number, trace))
    };
    numbers.iter().filter_map(place).min_by_key(|(at, ..)| *at)
}

/// Whether a number goes on here: a full stop or comma ends it unless a digit follows.
fn goes_on(after: &[u8]) -> bool {
    matches!(after, [b'0'..=b'9' | b'%', ..] | [b',' | b'.', b'0'..=b'9', ..])
}

/// Where the term stands in the text, in capitals or not. Latin letters around it make another word of it.
fn place(text: &str, term: &str) -> Option<usize> {
    let (text, term) = (text.as_bytes(), term.as_bytes());
    let is_letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let is_latin = term.first().is_some_and(u8::is_ascii);
    let is_here = |&at: &usize| {
        let (before, after) = (is_letter(at.checked_sub(1)), is_letter(Some(at + term.len())));
        text[at..at + term.len()].eq_ignore_ascii_case(term) && !(is_latin && (before || after))
    };
    (0..(text.len() + 1).checked_sub(term.len())?).find(is_here)
}

fn button(term: &str, meaning: &str) -> Element {
    // No button element: that is a block of its own, and a full stop behind it could start the next line.
    el("span").class("term").attr("role", "button").attr("tabindex", "0").attr("data-meaning", meaning).text(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(name: &str) -> Explained {
        Explained { term: name.into(), meaning: String::from("是") + name }
    }

    fn terms(element: Element) -> Vec<String> {
        fn walk(node: &Node, found: &mut Vec<String>) {
            if let Node::Element(element) = node {
                if element.tag == "span" {
                    found.push(format!("{:?}", element.children));
                }
                for child in &element.children {
                    walk(child, found);
                }
            }
        }
        let mut found = Vec::new();
        let glossary = [term("基本支出"), term("支出"), term("项目支出"), term("fund")];
        for node in linked(vec![element.into()], &Links { glossary: &glossary, numbers: Vec::new() }) {
            walk(&node, &mut found);
        }
        found
    }

    #[test]
    fn of_two_terms_at_one_place_the_longer_is_meant_and_each_is_told_once() {
        let sentence = el("p").text("基本支出比项目支出少，项目支出多。");
        assert_eq!(terms(sentence), [r#"[Text("基本支出")]"#, r#"[Text("项目支出")]"#, r#"[Text("支出")]"#]);
    }

    #[test]
    fn an_english_term_is_a_whole_word_in_capitals_or_not() {
        assert_eq!(terms(el("p").text("Funding is no fund; Fund is.")), [r#"[Text("fund")]"#]);
        assert_eq!(terms(el("p").text("Fund")), [r#"[Text("Fund")]"#]);
    }

    #[test]
    fn a_printed_number_leads_to_its_line_and_no_part_of_another_does() {
        let trace = Trace { address: "表三-201".into(), ..Trace::default() };
        let links = Links { glossary: &[], numbers: vec![("560.06", &trace)] };
        let link = |text: &str| {
            let tree = linked(vec![el("p").text(text).into()], &links);
            format!("{tree:?}").contains("#表三-201")
        };
        assert!(link("共 560.06 万元") && link("It is 560.06. Then more."));
        assert!(!link("共 4,560.06 万元") && !link("560.065") && !link("560.06%") && !link("1560.06"));
    }

    #[test]
    fn no_button_stands_in_a_button_a_link_or_a_tables_body() {
        assert!(terms(el("button").text("基本支出")).is_empty());
        assert!(terms(el("p").child(el("a").text("基本支出"))).is_empty());
        assert!(terms(el("tbody").child(el("th").text("基本支出"))).is_empty());
    }
}
