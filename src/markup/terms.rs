//! Turns the glossary's terms in sentences into buttons that open their explanations.

use super::node::{Element, Node, el};
use crate::figure::Explained;

/// Elements whose text is read as sentences or headings. In others a button would be in the way.
const SENTENCES: [&str; 6] = ["figcaption", "p", "dt", "li", "th", "b"];
/// Elements that a button cannot stand in, and the bodies of tables, where a term would repeat on each line.
const NEVER: [&str; 5] = ["button", "a", "summary", "tbody", "label"];
/// The class of source lines, which are references and not sentences.
const SOURCE: &str = "source";

/// Returns the trees with each sentence's terms as buttons, each term once a sentence.
pub fn annotate_terms(nodes: Vec<Node>, glossary: &[Explained]) -> Vec<Node> {
    nodes.into_iter().map(|node| within(node, glossary)).collect()
}

fn within(node: Node, glossary: &[Explained]) -> Node {
    let Node::Element(mut element) = node else { return node };
    let is_source = || element.attributes.iter().any(|(name, value)| *name == "class" && value == SOURCE);
    if NEVER.contains(&element.tag) || is_source() {
        return Node::Element(element);
    }
    let is_sentence = SENTENCES.contains(&element.tag);
    let mut told = Vec::new();
    let mut children = Vec::with_capacity(element.children.len());
    for child in element.children {
        match child {
            Node::Text(text) if is_sentence => split(&text, glossary, &mut told, &mut children),
            other => children.push(within(other, glossary)),
        }
    }
    element.children = children;
    Node::Element(element)
}

/// Appends the text to `children`, split at terms that the sentence has not explained yet; `told` are those it has.
fn split<'t>(text: &str, glossary: &'t [Explained], told: &mut Vec<&'t str>, children: &mut Vec<Node>) {
    let mut rest = text;
    while let Some((at, explained)) = first_term(rest, glossary, told) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            children.push(Node::Text(before.into()));
        }
        let (term, after) = after.split_at(explained.term.len());
        children.push(button(term, &explained.meaning).into());
        told.push(&explained.term);
        rest = after;
    }
    if !rest.is_empty() {
        children.push(Node::Text(rest.into()));
    }
}

/// The first term in the text that was not explained yet; of two at the same place the longer.
fn first_term<'t>(text: &str, glossary: &'t [Explained], told: &[&str]) -> Option<(usize, &'t Explained)> {
    let new = glossary.iter().filter(|explained| !told.contains(&explained.term.as_str()));
    let places = new.filter_map(|explained| Some((place(text, &explained.term)?, explained)));
    places.min_by_key(|(at, explained)| (*at, usize::MAX - explained.term.len()))
}

/// Where the term stands in the text, ignoring case. Latin letters around it would make it another word.
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
    // No button element: that is an inline block, and a full stop after it could start the next line.
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
        for node in annotate_terms(vec![element.into()], &glossary) {
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
    fn a_number_in_a_sentence_is_no_end_of_it() {
        let sentence = el("p").text("支出 ").child(el("a").text("5.00")).text("，支出 6.00");
        assert_eq!(terms(sentence), [r#"[Text("支出")]"#]);
    }

    #[test]
    fn no_button_stands_in_a_button_a_link_or_a_tables_body() {
        assert!(terms(el("button").text("基本支出")).is_empty());
        assert!(terms(el("p").child(el("a").text("基本支出"))).is_empty());
        assert!(terms(el("tbody").child(el("th").text("基本支出"))).is_empty());
    }
}
