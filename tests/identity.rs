//! One identity for a printed number: whatever a document repeats, each link leads to the cell whose number it shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "named/strip.rs"]
mod strip;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use budget_lens::budget::{Budget, Line, Measure, Place, column};
use budget_lens::check::check;
use budget_lens::figure::{Asked, Choice, Figure, Places, figures, headline, marks, name, summary};
use budget_lens::load;
use budget_lens::markup::{self, At, EXTRAS, Element, Node, el};
use budget_lens::money::{Amount, Money, Unit, text};
use budget_lens::words::{Lang, Words};
use proptest::prelude::*;
use serde_json::{Value, json};
use strip::Strip;

const WORDS: Words = Words { lang: Lang::Zh, unit: Unit::Wan };
/// As much of each list as there is.
const ALL: At = At { over: None, pinned: None, more: 99, rows: None };

fn read(json: &str) -> Budget {
    load::read(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}\n{json}")).budget
}

fn official() -> Budget {
    read(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("budget.json")).unwrap())
}

/// The page's cards, and its headline, where this is chosen.
fn page(budget: &Budget, asked: &Asked) -> (Vec<Figure>, Vec<Element>) {
    let places = Some(Places::of(budget, WORDS));
    let figures = figures(budget, asked, WORDS);
    let card = |figure: &Figure| markup::card(figure, el("div"), ALL, WORDS, places, Some(&EXTRAS));
    let rest = markup::summary(&summary(budget, WORDS), None, WORDS, places);
    let head = markup::headline(&headline(budget, WORDS), WORDS.unit_name(), places, rest);
    let cards = figures.iter().map(card).chain([head]).collect();
    (figures, cards)
}

fn walk<'e>(element: &'e Element, take: &mut dyn FnMut(&'e Element)) {
    take(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            walk(child, take);
        }
    }
}

fn all<'e>(cards: &'e [Element], is: &dyn Fn(&Element) -> bool) -> Vec<&'e Element> {
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

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
}

fn words(element: &Element) -> String {
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
fn ids(cards: &[Element]) -> BTreeMap<String, &Element> {
    let mut ids = BTreeMap::new();
    for element in all(cards, &|element| value(element, "id").is_some()) {
        let id = value(element, "id").unwrap();
        assert!(!id.is_empty() && !id.contains(char::is_whitespace), "the address {id:?}");
        assert!(ids.insert(id.to_string(), element).is_none(), "{id} stands twice");
    }
    ids
}

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
fn choices(budget: &Budget) -> Vec<Choice> {
    let (_, cards) = page(budget, &Asked::default());
    let chosen = all(&cards, &|element| value(element, "data-choose").is_some());
    let mut choices: Vec<_> =
        chosen.iter().filter_map(|element| Choice::parse(value(element, "data-choose")?)).collect();
    let codes = budget.tables.iter().flat_map(|table| &table.lines).filter_map(|line| line.code.as_ref());
    choices.extend(codes.map(|code| Choice::new(name::CODE, code)));
    choices.dedup();
    choices
}

/// Follows every link of every figure at every choice; returns how many there are.
fn follow_all(budget: &Budget) -> usize {
    let (_, whole) = page(budget, &Asked::default());
    let there = ids(&whole);
    let mut count = follow(budget, &whole, &there);
    for choice in choices(budget) {
        let mut asked = Asked::default();
        asked.set(choice);
        let (_, cards) = page(budget, &asked);
        let here = ids(&cards);
        // What only this choice brings is found here; all lines stand on the whole page.
        let both = there.iter().chain(&here).map(|(id, element)| (id.clone(), *element)).collect();
        count += follow(budget, &cards, &both);
    }
    count
}

/// The figure of functional classes where this code is chosen.
fn drilled(budget: &Budget, code: &str) -> Figure {
    let mut asked = Asked::default();
    asked.set(Choice::new(name::CODE, code));
    figures(budget, &asked, WORDS).into_iter().find(|figure| figure.id == "structure").unwrap()
}

#[test]
fn every_link_of_the_official_budget_leads_to_the_cell_that_it_shows() {
    assert!(follow_all(&official()) > 5_000);
}

#[test]
fn an_amount_that_stands_in_several_lines_leads_to_the_line_that_is_told() {
    let budget = official();
    let spent = budget.tables.iter().find(|table| table.number == "表三").unwrap();
    for line in spent.lines.iter().filter(|line| line.code.is_some()) {
        let code = line.code.as_deref().unwrap();
        let figure = drilled(&budget, code);
        let number = figure.answer.runs().into_iter().find_map(|(_, at)| at).unwrap();
        // A line of one part is told by that part.
        let is_part = |other: &&Line| other.code.as_deref().is_some_and(|own| own.starts_with(code) && own != code);
        let parts: Vec<_> = spent.lines.iter().filter(is_part).collect();
        let mut depth =
            parts.iter().filter(|part| spent.money(part, column::TOTAL) == spent.money(line, column::TOTAL));
        let told = depth.next_back().copied().unwrap_or(line);
        assert_eq!(number, spent.cell(told, column::TOTAL), "{code}: {}", figure.answer);
        assert_eq!(budget.address(number), ["表三-", told.code.as_deref().unwrap()].concat());
    }
    assert!(drilled(&budget, "20103").answer.contains("4,560.06"));
}

#[test]
fn each_entry_leads_to_the_line_of_its_name() {
    let budget = official();
    let (figures, _) = page(&budget, &Asked::default());
    let mut named = 0;
    for entry in
        figures.iter().filter(|f| ["structure", "economic", "projects"].contains(&f.id)).flat_map(|f| &f.entries)
    {
        let Some(Place::Cell(table, line, _)) = entry.at else { continue };
        assert_eq!(entry.name, budget.tables[table].lines[line].name);
        named += 1;
    }
    assert!(named > 40, "{named}");
}

/// A document in which everything is printed again and again: numbers of tables, headings, names, codes, amounts.
fn repeated(numbers: &[&str], amounts: &[&str], names: &[&str], units: bool, unit: &str) -> String {
    let mut turn = 0..;
    let mut next = |of: &[&str]| of[turn.next().unwrap_or(0) % of.len()].to_string();
    let cells = |ids: &[&str], next: &mut dyn FnMut() -> String| {
        let cells = ids.iter().map(|id| (*id, next())).filter(|(_, amount)| !amount.is_empty());
        cells.map(|(id, amount)| format!(r#""{id}":"{amount}""#)).collect::<Vec<_>>().join(",")
    };
    let kinds: [(&str, &[&str], &[&str]); 7] = [
        ("balance", &["general-public", "201", "208"], &["total", "income"]),
        ("income", &["201", "20101", "2010101", "208"], &["total", "general-public", "carry-over"]),
        ("expenditure", &["201", "20101", "2010101", "2010102", "208"], &["total", "basic", "project"]),
        ("general-public", &["201", "20101", "208"], &["total", "basic", "project"]),
        ("basic-economic", &["301", "30101", "302", "30205", "30206"], &["total", "personnel", "operating"]),
        ("three-public", &["reception", "vehicle-running", "abroad"], &["total"]),
        ("projects", &["", "", ""], &["total"]),
    ];
    let mut tables = Vec::new();
    for (i, (kind, subjects, columns)) in kinds.into_iter().enumerate() {
        let mut line = |subject: &str, role: &str| {
            let id = match subject.bytes().next() {
                None => String::new(),
                Some(b'0'..=b'9') => format!(r#""code":"{subject}","#),
                Some(_) => format!(r#""key":"{subject}","#),
            };
            let side = match (kind, subject) {
                ("balance", "general-public") => r#""side":"income","#,
                ("balance", _) => r#""side":"expenditure","#,
                _ => "",
            };
            let name = next(names);
            format!(
                r#"{{{id}{side}"name":"{name}","role":"{role}","amounts":{{{}}}}}"#,
                cells(columns, &mut || next(amounts))
            )
        };
        let mut lines: Vec<_> = vec![line("", "total")];
        for _ in 0..if units && kind == "expenditure" { 2 } else { 1 } {
            if units && kind == "expenditure" {
                lines.push(line("", "subtotal"));
            }
            lines.extend(subjects.iter().map(|subject| line(subject, "item")));
        }
        let side = |id: &str| match (kind, id) {
            ("balance", "income") => r#","side":"income""#,
            ("balance", _) => r#","side":"expenditure""#,
            _ => "",
        };
        let columns = columns.iter().map(|id| format!(r#"{{"id":"{id}","name":"金额"{}}}"#, side(id)));
        tables.push(format!(
            r#"{{"number":"{}","title":"表","kind":"{kind}","unit":"{unit}","columns":[{}],"lines":[{}]}}"#,
            numbers[i % numbers.len()],
            columns.collect::<Vec<_>>().join(","),
            lines.join(",")
        ));
    }
    let name = names[0];
    let form = format!(
        r#"{{"name":"{name}","form":{{"name":"{name}","unit":"元","period":{{"county":"50000","total":"50000"}},"annual":{{"county":"50000","total":"50000"}}}}}}"#
    );
    let statement = |subject: &str| {
        format!(
            r#"{{"section":"一","subject":"{subject}","name":"{name}","amount":"5.00","change":"-5.00","rate":"-5.00"}}"#
        )
    };
    let count = |key: &str| format!(r#"{{"key":"{key}","name":"{name}","value":"5","unit":"辆"}}"#);
    format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},"tables":[{}],
        "projects":[{form},{form}],"statements":[{},{},{}],"procurement":[{},{}],"staff":[{},{}],"assets":[{},{}],
        "performance":{{"unit":"万元","sources":{{"total":"5.00","general-public":"5.00"}},"uses":{{"total":"5.00","basic":"5.00","project":"5.00"}},"goals":["好"],"indicators":[]}},
        "glossary":[{{"term":"款","meaning":"款"}},{{"term":"款","meaning":"款"}}]}}"#,
        tables.join(","),
        statement("expenditure"),
        statement("income"),
        statement("201"),
        statement("procurement"),
        statement("procurement-goods"),
        count("serving"),
        count("serving-staff"),
        count("vehicles"),
        count("vehicles-emergency"),
    )
}

/// The same with titles and headings that say what the words of the format do, and each table a second time.
fn headed(document: &mut Value) {
    const TITLES: [(&str, &str); 7] = [
        ("balance", "部门收支总表"),
        ("income", "部门收入总表"),
        ("expenditure", "部门支出总表"),
        ("general-public", "一般公共预算支出表"),
        ("basic-economic", "一般公共预算基本支出表（按经济分类）"),
        ("three-public", "“三公”经费支出表"),
        ("projects", "项目支出表"),
    ];
    const HEADINGS: [(&str, &str); 8] = [
        ("total", "合计"),
        ("income", "金额"),
        ("basic", "基本支出"),
        ("project", "项目支出"),
        ("personnel", "人员经费"),
        ("operating", "公用经费"),
        ("general-public", "一般公共预算"),
        ("carry-over", "上年结转"),
    ];
    let say = |words: &[(&str, &str)], value: &Value| {
        words.iter().find(|(own, _)| value == own).map_or_else(|| value.clone(), |(_, name)| json!(name))
    };
    let tables = document["tables"].as_array_mut().unwrap();
    for table in tables.iter_mut() {
        table["title"] = say(&TITLES, &table["kind"]);
        for column in table["columns"].as_array_mut().unwrap() {
            column["name"] = say(&HEADINGS, &column["id"]);
        }
        for line in table["lines"].as_array_mut().unwrap().iter_mut().filter(|line| line["role"] == "total") {
            line["name"] = json!("合计");
        }
    }
    tables.extend(tables.clone());
}

/// Numbers of tables, as documents print them and as none should.
const NUMBERS: [&str; 9] = ["表三", "表三", "", "structure", "说明", "checks", "表三-2", "1", "表 三"];
/// Names of lines, some as others' addresses end.
const NAMES: [&str; 6] = ["维修", "维修", "", "维修-2", "2", "201"];

/// What a file may lack.
const WORDS_OF_THE_FORMAT: [Strip; 4] = [strip::ids, strip::roles, strip::kinds, strip::keys];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_document_repeats_each_link_leads_to_the_cell_that_it_shows(
        numbers in prop::collection::vec(prop::sample::select(&NUMBERS[..]), 1..8),
        amounts in prop::collection::vec(prop::sample::select(&["5.00", "5.00", "10.00", "", "-5.00"][..]), 1..5),
        names in prop::collection::vec(prop::sample::select(&NAMES[..]), 1..5),
        units in any::<bool>(),
        unit in prop::sample::select(&["万元", "元"][..]),
        is_headed in any::<bool>(),
        without in prop::collection::vec(prop::sample::select(&WORDS_OF_THE_FORMAT[..]), 0..4),
    ) {
        let mut document: Value = serde_json::from_str(&repeated(&numbers, &amounts, &names, units, unit)).unwrap();
        if is_headed {
            headed(&mut document);
        }
        for strip in without {
            strip(&mut document);
        }
        let budget = read(&document.to_string());
        prop_assert!(follow_all(&budget) > 0);
        // A number has a mark where, and only where, one of its cells is.
        let marks = marks(&budget, &check(&budget), WORDS);
        let (_, cards) = page(&budget, &Asked::default());
        let printed = all(&cards, &|element| ["td", "th"].contains(&element.tag) && element.at.is_some());
        for place in marks.keys() {
            prop_assert_eq!(printed.iter().filter(|cell| cell.at == Some(*place)).count(), 1, "{:?}", place);
        }
    }
}
