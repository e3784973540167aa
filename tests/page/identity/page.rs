//! The page as its trees: the elements on it, their words and addresses.

use std::collections::BTreeMap;

use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Places, Query, figures, headline, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::markup::{self, EXTRAS, Element, Highlight, Node, el};
use budget_lens::money::Unit;

pub const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
/// As much of each list as there is.
pub const ALL: Highlight = Highlight { hovered: None, pinned: None, more: 99, rows: None };

/// The page's cards, and its headline, where this is chosen.
pub fn page(budget: &Budget, query: &Query) -> (Vec<Figure>, Vec<Element>) {
    let places = Some(Places::of(budget, WORDS));
    let figures = figures(budget, query, WORDS);
    let card = |figure: &Figure| markup::card(figure, el("div"), ALL, WORDS, places, Some(&EXTRAS));
    let rest = markup::summary(&summary(budget, WORDS), None, WORDS, places);
    let head = markup::headline(&headline(budget, WORDS), WORDS.unit_name(), places, rest);
    let cards = figures.iter().map(card).chain([head]).collect();
    (figures, cards)
}

pub fn walk<'e>(element: &'e Element, take: &mut dyn FnMut(&'e Element)) {
    take(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            walk(child, take);
        }
    }
}

pub fn all<'e>(cards: &'e [Element], is: &dyn Fn(&Element) -> bool) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for card in cards {
        walk(card, &mut |element| {
            if is(element) {
                found.push(element);
            }
        });
    }
    found
}

pub fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
}

pub fn words(element: &Element) -> String {
    let mut words = String::new();
    for child in &element.children {
        match child {
            Node::Text(text) => words.push_str(text),
            Node::Element(child) => words.push_str(&self::words(child)),
            Node::Drawing(_) => {}
        }
    }
    words
}

/// Where each address of the page stands. No two are alike, and none is empty.
pub fn ids(cards: &[Element]) -> BTreeMap<String, &Element> {
    let mut ids = BTreeMap::new();
    for element in all(cards, &|element| value(element, "id").is_some()) {
        let id = value(element, "id").unwrap();
        assert!(!id.is_empty() && !id.contains(char::is_whitespace), "the address {id:?}");
        assert!(ids.insert(id.to_string(), element).is_none(), "{id} stands twice");
    }
    ids
}
