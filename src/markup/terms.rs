//! Turns the glossary's terms in sentences into buttons that open their explanations, or into links to them.

use super::node::{Element, Node, el};
use crate::figure::{Explained, href};
use crate::money::sort_by;

/// Elements whose text is read as sentences or headings. In others a button would be in the way.
const SENTENCES: [&str; 6] = ["figcaption", "p", "dt", "li", "th", "b"];
/// Elements that a button cannot stand in, and the bodies of tables, where a term would repeat on each line.
const NEVER: [&str; 5] = ["button", "a", "summary", "tbody", "label"];
/// The class of source lines, which are references and not sentences.
const SOURCE: &str = "source";
/// The most characters of an explanation that a button opens; the glossary has all of it.
const MAX_MEANING: usize = 300;

/// Returns the trees with each sentence's terms as buttons, each term once a sentence.
pub fn annotate_terms(nodes: Vec<Node>, glossary: &[Explained]) -> Vec<Node> {
    replaced(nodes, Terms::of(glossary))
}

/// The same with links to the glossary, for pages that are read without the program, which would open the explanations.
pub fn link_terms(nodes: Vec<Node>, glossary: &[Explained]) -> Vec<Node> {
    replaced(nodes, Terms { are_links: true, ..Terms::of(glossary) })
}

fn replaced(nodes: Vec<Node>, mut terms: Terms) -> Vec<Node> {
    nodes.into_iter().map(|node| within(node, &mut terms)).collect()
}

fn within(node: Node, terms: &mut Terms) -> Node {
    let Node::Element(mut element) = node else { return node };
    let is_source = || element.attributes.iter().any(|(name, value)| *name == "class" && value == SOURCE);
    if NEVER.contains(&element.tag) || is_source() {
        return Node::Element(element);
    }
    let is_sentence = SENTENCES.contains(&element.tag);
    // A sentence within another one is one of its own.
    let told = is_sentence.then(|| terms.begin());
    let mut children = Vec::with_capacity(element.children.len());
    for child in element.children {
        match (child, told) {
            (Node::Text(text), Some(sentence)) => split(&text, terms, sentence, &mut children),
            (other, _) => children.push(within(other, terms)),
        }
    }
    element.children = children;
    Node::Element(element)
}

/// Appends the text to `children`, split at terms that the sentence has not explained yet.
fn split(text: &str, terms: &mut Terms, sentence: usize, children: &mut Vec<Node>) {
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let Some(explained) = terms.at(text.as_bytes(), at, sentence) else {
            at += next.len_utf8();
            continue;
        };
        let end = at + explained.term.len();
        let parts = text.get(from..at).zip(text.get(at..end));
        // A term ends where a character does, since it stands there letter for letter.
        let Some((before, term)) = parts else { break };
        if !before.is_empty() {
            children.push(Node::Text(before.into()));
        }
        let own = if terms.are_links { link(term, explained) } else { button(term, &explained.meaning) };
        children.push(own.into());
        (from, at) = (end, end);
    }
    if let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        children.push(Node::Text(rest.into()));
    }
}

/// The terms of a glossary, sorted so that a text is read once, however many there are.
struct Terms<'g> {
    /// The terms by their bytes, Latin letters as small ones. Of two alike the glossary's first counts.
    sorted: Vec<(Vec<u8>, &'g Explained)>,
    /// For each of them the last sentence that has explained it; those within a sentence have higher numbers.
    told: Vec<usize>,
    /// How many sentences there were so far.
    sentences: usize,
    /// Whether terms become links.
    are_links: bool,
}

impl<'g> Terms<'g> {
    fn of(glossary: &'g [Explained]) -> Self {
        let is_short = |explained: &&Explained| !explained.is_long();
        let sortable = |explained: &'g Explained| (explained.term.to_ascii_lowercase().into_bytes(), explained);
        let mut sorted: Vec<_> = glossary.iter().filter(is_short).map(sortable).collect();
        sort_by(&mut sorted, |(one, _), (other, _)| one.cmp(other));
        sorted.dedup_by(|(next, _), (one, _)| next == one);
        Terms { told: vec![0; sorted.len()], sorted, sentences: 0, are_links: false }
    }

    /// The number of a new sentence, which has explained nothing yet.
    fn begin(&mut self) -> usize {
        self.sentences += 1;
        self.sentences
    }

    /// The longest term that stands in the text at this byte and is not explained in the sentence yet; now it is.
    fn at(&mut self, text: &[u8], at: usize, sentence: usize) -> Option<&'g Explained> {
        // The terms that begin as the text does, as far as it has been compared.
        let (mut first, mut end) = (0, self.sorted.len());
        let mut found = None;
        for (length, byte) in text.get(at..)?.iter().map(u8::to_ascii_lowercase).enumerate() {
            let own = self.sorted.get(first..end)?;
            let next = |(term, _): &(Vec<u8>, _)| term.get(length).copied();
            // Mostly all of them go on as the text does, or none.
            if own.first().map(next) != Some(Some(byte)) || own.last().map(next) != Some(Some(byte)) {
                let before = own.partition_point(|term| next(term) < Some(byte));
                let here = own.get(before..)?.partition_point(|term| next(term) == Some(byte));
                (first, end) = (first + before, first + before + here);
            }
            // The shortest of those that begin alike stands first.
            let Some((term, _)) = self.sorted.get(first).filter(|_| first < end) else { break };
            if term.len() == length + 1
                && self.told.get(first).is_some_and(|last| *last < sentence)
                && is_word(text, at, term.len())
            {
                found = Some(first);
            }
        }
        *self.told.get_mut(found?)? = sentence;
        self.sorted.get(found?).map(|(_, explained)| *explained)
    }
}

/// Whether what stands in the text is a word of its own: Latin letters around a Latin term would make it another.
fn is_word(text: &[u8], at: usize, length: usize) -> bool {
    let is_letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let is_latin = text.get(at).is_some_and(u8::is_ascii);
    !(is_latin && (is_letter(at.checked_sub(1)) || is_letter(Some(at + length))))
}

fn link(term: &str, explained: &Explained) -> Element {
    el("a").class("term").attr("href", href(&explained.address)).text(term)
}

fn button(term: &str, meaning: &str) -> Element {
    let told = meaning.char_indices().nth(MAX_MEANING).and_then(|(end, _)| meaning.get(..end));
    let meaning = told.map_or_else(|| meaning.into(), |told| [told, "……"].concat());
    // No button element: that is an inline block, and a full stop after it could start the next line.
    el("span").class("term").attr("role", "button").attr("tabindex", "0").attr("data-meaning", meaning).text(term)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::MAX_TERM;

    fn term(name: &str) -> Explained {
        Explained { term: name.into(), meaning: String::from("是") + name, ..Explained::default() }
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
    fn without_the_program_a_term_leads_to_where_it_is_explained() {
        let glossary = [Explained { address: "名词-支出".into(), ..term("支出") }];
        let mut html = String::new();
        for node in link_terms(vec![el("p").text("支出多").into()], &glossary) {
            node.write_html(&mut html);
        }
        assert_eq!(html, "<p><a class=\"term\" href=\"#名词-支出\">支出</a>多</p>");
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
    fn terms_that_begin_alike_are_told_the_longest_first_and_each_once() {
        let glossary = ["支", "支出", "支出支出", "出"].map(term);
        let told = |text: &str| {
            let mut html = String::new();
            for node in annotate_terms(vec![el("p").text(text).into()], &glossary) {
                node.write_html(&mut html);
            }
            let terms = html.split("data-meaning=\"是").skip(1);
            terms.map(|rest| rest.split('"').next().unwrap().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(told("支出支出支出支出"), ["支出支出", "支出", "支", "出"]);
        assert_eq!(told("出支支"), ["出", "支"]);
        assert_eq!(told("支"), ["支"]);
        assert!(told("收入").is_empty() && told("").is_empty());
    }

    #[test]
    fn of_a_term_that_is_explained_twice_the_first_explanation_counts() {
        let glossary = [term("款"), Explained { meaning: "另一个".into(), ..term("款") }];
        let Node::Element(p) = &annotate_terms(vec![el("p").text("款和款").into()], &glossary)[0] else { panic!() };
        let Node::Element(button) = &p.children[0] else { panic!() };
        assert!(button.attributes.contains(&("data-meaning", "是款".into())), "{button:?}");
        assert_eq!(p.children[1..], [Node::Text("和款".into())]);
    }

    #[test]
    fn a_long_explanation_is_cut_off_and_a_long_term_is_no_button() {
        let long = |term: &str, meaning: &str| Explained {
            term: term.into(),
            meaning: meaning.into(),
            ..Explained::default()
        };
        let glossary = [long("款", &"说".repeat(1_000)), long(&"类".repeat(MAX_TERM / 3 + 1), "说")];
        let sentence = ["款", &"类".repeat(MAX_TERM / 3 + 1)].concat();
        let Node::Element(p) = &annotate_terms(vec![el("p").text(&sentence).into()], &glossary)[0] else { panic!() };
        let Node::Element(button) = &p.children[0] else { panic!() };
        let meaning = ["说".repeat(MAX_MEANING).as_str(), "……"].concat();
        assert!(button.attributes.contains(&("data-meaning", meaning)), "{button:?}");
        assert_eq!(p.children.len(), 2);
    }

    #[test]
    fn no_button_stands_in_a_button_a_link_or_a_tables_body() {
        assert!(terms(el("button").text("基本支出")).is_empty());
        assert!(terms(el("p").child(el("a").text("基本支出"))).is_empty());
        assert!(terms(el("tbody").child(el("th").text("基本支出"))).is_empty());
    }
}
