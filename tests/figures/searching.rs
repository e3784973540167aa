//! What a citizen types, and what is found in the budget beside the page.

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::figure::{Hit, Initials, MAX_HITS, examples, search, units};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn budget() -> Budget {
    budgets::official()
}

fn found(budget: &Budget, text: &str) -> Vec<Hit> {
    search(budget, text, &Initials::default(), WORDS)
}

fn labels(hit: &Hit) -> Vec<&str> {
    hit.spots.iter().map(|spot| spot.label.as_str()).collect()
}

#[test]
fn everyday_words_find_what_the_document_calls_otherwise() {
    let budget = budget();
    for (typed, called) in [
        ("招待", "公务接待费"),
        ("招待费", "公务接待费"),
        ("吃饭", "机关食堂"),
        ("学校", "小学"),
        ("装修", "维修"),
        ("公车", "公务用车"),
        ("社保", "养老保险"),
        ("多少人", "在职"),
        ("出国", "因公出国"),
        ("meals", "接待"),
    ] {
        let hits = found(&budget, typed);
        assert!(hits.iter().any(|hit| hit.name.contains(called)), "{typed}: {hits:#?}");
        assert!(hits.len() <= MAX_HITS);
    }
    assert!(found(&budget, "xyz").is_empty() && found(&budget, " ").is_empty());
}

#[test]
fn digits_find_the_amounts_that_begin_so_the_amount_itself_first() {
    let budget = budget();
    for typed in ["700", "700.00", "700万"] {
        let first = &found(&budget, typed)[0];
        assert!(first.detail.starts_with("700.00 "), "{typed}: {first:?}");
    }
    let hits = found(&budget, "4,754");
    assert!(!hits.is_empty() && hits.iter().all(|hit| hit.detail.starts_with("4,754.")), "{hits:#?}");
    let hits = found(&budget, "2671.39");
    let exact = hits.iter().find(|hit| hit.code.as_deref() == Some("2010303")).expect("the line prints it");
    // The column that prints it is known.
    for spot in &exact.spots {
        let table = budget.tables.iter().find(|table| table.number == spot.label).expect("a table");
        let line = table.lines.iter().find(|line| line.code.as_deref() == Some("2010303")).expect("a line");
        let column = &table.columns[spot.column.expect("a column")];
        let amount = line.amounts.get(&column.id).expect("an amount");
        assert_eq!(amount.decimal().to_string(), "2671.39");
    }
}

#[test]
fn one_thing_is_found_once_with_its_places_and_what_is_nothing_last() {
    let budget = budget();
    let hits = found(&budget, "公务用车");
    let bought: Vec<_> = hits.iter().filter(|hit| hit.name == "公务用车购置及运行费").collect();
    assert_eq!(bought.len(), 1, "{hits:#?}");
    assert!(labels(bought[0]).len() > 1, "{bought:#?}");
    let zeros = found(&budget, "车").iter().map(|hit| hit.is_nothing).collect::<Vec<_>>();
    assert!(zeros.is_sorted() && zeros.contains(&true), "{zeros:?}");
}

#[test]
fn every_example_finds_something() {
    let budget = budget();
    for lang in [Lang::Zh, Lang::En] {
        let examples = examples(&budget, Locale { lang, ..WORDS });
        assert_eq!(examples.len(), 4, "{examples:?}");
        for example in &examples {
            assert!(!found(&budget, example).is_empty(), "{example}");
        }
        assert!(examples.iter().all(|text| lang == Lang::Zh || text.is_ascii()), "{examples:?}");
    }
    assert!(examples(&Budget::default(), WORDS).is_empty());
}

#[test]
fn units_of_which_the_total_is_less_than_one_are_not_offered() {
    let budget = budget();
    assert_eq!(units(&budget, WORDS), [Unit::Yuan, Unit::Wan]);
    // What an address asks for can be seen to be chosen.
    assert_eq!(units(&budget, Locale { unit: Unit::Yi, ..WORDS }), Unit::CHOICE);
}
