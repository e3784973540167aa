//! One identity for a printed number: whatever a document repeats, each link leads to the cell whose number it shows.

mod follow;
mod page;
mod repeated;

use crate::common::budgets::{official, read};
use crate::strip::{self, Strip};
use budget_lens::budget::{Budget, Line, Place, column};
use budget_lens::check::check;
use budget_lens::figure::{Figure, Param, Query, figures, marks, param};
use follow::follow_all;
use page::{WORDS, all, page};
use proptest::prelude::*;
use repeated::{headed, repeated};
use serde_json::Value;

/// The figure of functional classes where this code is chosen.
fn drilled(budget: &Budget, code: &str) -> Figure {
    let mut query = Query::default();
    query.set(Param::new(param::CODE, code));
    figures(budget, &query, WORDS).into_iter().find(|figure| figure.id == "structure").unwrap()
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
    let (figures, _) = page(&budget, &Query::default());
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
        let budget = read(document.to_string());
        prop_assert!(follow_all(&budget) > 0);
        // A number has a mark where, and only where, one of its cells is.
        let marks = marks(&budget, &check(&budget), WORDS);
        let (_, cards) = page(&budget, &Query::default());
        let printed = all(&cards, &|element| ["td", "th"].contains(&element.tag) && element.at.is_some());
        for place in marks.keys() {
            prop_assert_eq!(printed.iter().filter(|cell| cell.at == Some(*place)).count(), 1, "{:?}", place);
        }
    }
}
