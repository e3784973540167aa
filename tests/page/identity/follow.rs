//! Follows links, and holds what they show against what is printed where they lead.

use std::collections::BTreeMap;

use budget_lens::budget::{Budget, Measure, Place};
use budget_lens::figure::{Param, Query, param};
use budget_lens::markup::Element;
use budget_lens::money::{Amount, Money, text};

use super::page::{WORDS, all, ids, page, value, walk, words};

/// The number at the beginning of a link's words, without its sign.
fn shown(words: &str) -> Option<Amount> {
    let digits: String = words.chars().filter(|c| *c != ',').collect();
    let digits = digits.trim_start_matches(['-', '−', '+']);
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    Amount::parse(&digits[..end]).ok()
}

/// Whether words show what is printed: the same number in the reader's unit, or that there is none.
fn shows(words: &str, printed: Option<(Amount, Measure)>) -> bool {
    // A line may be called 2; amounts have places.
    let Some((amount, measure)) = printed else { return shown(words).is_none() || !words.contains('.') };
    // What is nothing is named in a line that says so of all.
    if amount.decimal().is_zero() && shown(words).is_none() {
        return true;
    }
    let unit = if matches!(measure, Measure::Money(_)) { WORDS.unit } else { measure.unit() };
    let in_unit = Money::new(amount, measure.unit()).in_unit(unit).unwrap();
    shown(words).is_some_and(|shown| shown.decimal().normalize() == in_unit.abs().normalize())
}

/// Follows every link of the cards to the page `there`.
fn follow(budget: &Budget, cards: &[Element], there: &BTreeMap<String, &Element>) -> usize {
    let links = all(cards, &|element| element.tag == "a" && element.at.is_some());
    for link in &links {
        let (at, own) = (link.at.unwrap(), words(link));
        let address = budget.address(at);
        assert_eq!(value(link, "href"), Some(["#", &address.replace('%', "%25")].concat().as_str()));
        let line = *there.get(&address).unwrap_or_else(|| panic!("{own} leads to {address}, which is nowhere"));
        if matches!(at, Place::Table(_)) {
            continue;
        }
        assert!(shows(&own, at.printed(budget)), "{own} is not what is printed at {address}: {:?}", at.printed(budget));
        let mut cells = Vec::new();
        walk(line, &mut |element| cells.extend(Some(element).filter(|cell| cell.at == Some(at))));
        let printed = at.printed(budget).map(|(amount, _)| text(amount.decimal())).unwrap_or_default();
        assert_eq!(cells.iter().map(|cell| words(cell)).collect::<Vec<_>>(), [printed], "{own} leads to {address}");
    }
    // Names lead somewhere, too.
    for link in all(cards, &|element| element.tag == "a" && element.at.is_none()) {
        let address = value(link, "href").unwrap().strip_prefix('#').unwrap().replace("%25", "%");
        assert!(there.contains_key(&address), "{} leads to {address}, which is nowhere", words(link));
    }
    links.len()
}

/// What a reader can choose, one thing at a time.
fn choices(budget: &Budget) -> Vec<Param> {
    let (_, cards) = page(budget, &Query::default());
    let chosen = all(&cards, &|element| value(element, "data-choose").is_some());
    let mut choices: Vec<_> =
        chosen.iter().filter_map(|element| Param::parse(value(element, "data-choose")?)).collect();
    let codes = budget.tables.iter().flat_map(|table| &table.lines).filter_map(|line| line.code.as_ref());
    choices.extend(codes.map(|code| Param::new(param::CODE, code)));
    choices.dedup();
    choices
}

/// Follows every link of every figure at every choice; returns how many there are.
pub fn follow_all(budget: &Budget) -> usize {
    let (_, whole) = page(budget, &Query::default());
    let there = ids(&whole);
    let mut count = follow(budget, &whole, &there);
    for choice in choices(budget) {
        let mut query = Query::default();
        query.set(choice);
        let (_, cards) = page(budget, &query);
        let here = ids(&cards);
        // What only this choice brings is found here; all lines stand on the whole page.
        let both = there.iter().chain(&here).map(|(id, element)| (id.clone(), *element)).collect();
        count += follow(budget, &cards, &both);
    }
    count
}
