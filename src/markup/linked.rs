//! The glossary's terms, wherever they stand in a sentence, as buttons that open their explanation.

use super::node::{Element, Node, el};
use crate::budget::Term;
use crate::words::Lang;

/// Elements whose words are read as sentences or headings. In others a button would be in the way.
const SENTENCES: [&str; 5] = ["figcaption", "p", "dt", "li", "th"];
/// Elements that a button cannot stand in, and the bodies of tables, where a term would repeat on each line.
const NEVER: [&str; 5] = ["button", "a", "summary", "tbody", "label"];
/// A class of sentences that are no explanation but an address.
const SOURCE: &str = "source";

/// The same trees with each sentence's terms as buttons, each term once a sentence.
pub fn linked(nodes: Vec<Node>, glossary: &[Term], lang: Lang) -> Vec<Node> {
    if glossary.is_empty() {
        return nodes;
    }
    nodes.into_iter().map(|node| within(node, glossary, lang)).collect()
}

fn within(node: Node, glossary: &[Term], lang: Lang) -> Node {
    let Node::Element(mut element) = node else { return node };
    let is_source = || element.attributes.iter().any(|(name, value)| *name == "class" && value == SOURCE);
    if NEVER.contains(&element.tag) || is_source() {
        return Node::Element(element);
    }
    let is_sentence = SENTENCES.contains(&element.tag);
    let mut children = Vec::with_capacity(element.children.len());
    for child in element.children {
        match child {
            Node::Text(text) if is_sentence => split(&text, glossary, lang, &mut children),
            other => children.push(within(other, glossary, lang)),
        }
    }
    element.children = children;
    Node::Element(element)
}

/// Appends the text to `children`, cut where terms stand.
fn split(text: &str, glossary: &[Term], lang: Lang, children: &mut Vec<Node>) {
    let mut rest = text;
    let mut told: Vec<&str> = Vec::new();
    while let Some((at, term)) = first(rest, glossary, &told) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            children.push(Node::Text(before.into()));
        }
        children.push(button(term, lang).into());
        told.push(&term.term);
        rest = &after[term.term.len()..];
    }
    if !rest.is_empty() {
        children.push(Node::Text(rest.into()));
    }
}

/// The first term in the text that was not told yet; of two at one place the longer.
fn first<'t>(text: &str, glossary: &'t [Term], told: &[&str]) -> Option<(usize, &'t Term)> {
    let places = glossary.iter().filter(|term| !term.term.is_empty() && !told.contains(&term.term.as_str()));
    let places = places.filter_map(|term| Some((text.find(&term.term)?, term)));
    places.min_by_key(|(at, term)| (*at, usize::MAX - term.term.len()))
}

fn button(term: &Term, lang: Lang) -> Element {
    let meaning = lang.name(&term.meaning, term.meaning_en.as_deref());
    el("button").attr("type", "button").class("term").attr("data-meaning", meaning).text(&term.term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(name: &str) -> Term {
        Term { term: name.into(), meaning: String::from("是") + name, ..Term::default() }
    }

    fn terms(element: Element) -> Vec<String> {
        fn walk(node: &Node, found: &mut Vec<String>) {
            if let Node::Element(element) = node {
                if element.tag == "button" {
                    found.push(format!("{:?}", element.children));
                }
                element.children.iter().for_each(|child| walk(child, found));
            }
        }
        let mut found = Vec::new();
        let glossary = [term("基本支出"), term("支出"), term("项目支出")];
        linked(vec![element.into()], &glossary, Lang::Zh).iter().for_each(|node| walk(node, &mut found));
        found
    }

    #[test]
    fn of_two_terms_at_one_place_the_longer_is_meant_and_each_is_told_once() {
        let sentence = el("p").text("基本支出比项目支出少，项目支出多。");
        assert_eq!(terms(sentence), [r#"[Text("基本支出")]"#, r#"[Text("项目支出")]"#, r#"[Text("支出")]"#]);
    }

    #[test]
    fn no_button_stands_in_a_button_a_link_or_a_tables_body() {
        assert!(terms(el("button").text("基本支出")).len() == 1);
        assert!(terms(el("p").child(el("a").text("基本支出"))).is_empty());
        assert!(terms(el("tbody").child(el("th").text("基本支出"))).is_empty());
    }
}
