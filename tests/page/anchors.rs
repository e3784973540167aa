//! Every link inside a complete page leads to something in it: nobody can ask a file for more than it shows.

use std::collections::BTreeSet;

use crate::common::budgets;
use crate::common::shapes::Shape;
use budget_lens::budget::Budget;
use budget_lens::check::{Verdict, check};
use budget_lens::export::page;
use serde_json::{Value, json};

/// The values of an attribute in HTML.
fn values<'h>(html: &'h str, before: &str) -> impl Iterator<Item = String> + use<'h> {
    let ends = html.split(&[" ", before, "=\""].concat()).skip(1).map(String::from).collect::<Vec<_>>();
    ends.into_iter().filter_map(|rest| Some(rest.split_once('"')?.0.replace("&amp;", "&").replace("&quot;", "\"")))
}

/// The links of a budget's complete page that lead nowhere in it, and how many lead to findings.
fn nowhere(budget: &Budget) -> (Vec<String>, usize) {
    let html = page::whole(budget, &check(budget));
    let ids: BTreeSet<_> = values(&html, "id").collect();
    let links: Vec<_> =
        values(&html, "href").filter_map(|href| Some(href.strip_prefix('#')?.replace("%25", "%"))).collect();
    let marks = links.iter().filter(|link| link.starts_with("checks")).count();
    (links.into_iter().filter(|link| !ids.contains(link)).collect(), marks)
}

/// Changes an amount of every so many of a document's lines.
fn slipped(document: &mut Value, each: usize) {
    let tables = document["tables"].as_array_mut().unwrap().iter_mut();
    let lines = tables.flat_map(|table| table["lines"].as_array_mut().unwrap());
    let amounts =
        lines.filter_map(|line| line.get_mut("amounts")?.as_object_mut()?.values_mut().find(|a| a.is_string()));
    for amount in amounts.skip(1).step_by(each) {
        *amount = json!(["1", amount.as_str().unwrap().trim_start_matches('-')].concat());
    }
}

#[test]
fn every_link_of_a_complete_page_has_its_target() {
    let mut marks = 0;
    for file in ["budget.json", "tests/data/bare.json", "tests/data/odd.json"] {
        let budget = budgets::of(file);
        let (nowhere, found) = nowhere(&budget);
        assert!(nowhere.is_empty(), "{file}: {nowhere:?}");
        marks += found;
    }
    assert!(marks > 10, "{marks}");
    for shape in Shape::ALL {
        // One slip, which is found in several ways, and more causes than are listed at once.
        for each in [usize::MAX, 5] {
            let mut document = shape.document(7);
            slipped(&mut document, each);
            let budget = budgets::read(document.to_string());
            let wrong = check(&budget).findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch).count();
            assert!(each > 5 || wrong > 12, "{shape:?}: only {wrong} mismatches");
            let (nowhere, _) = nowhere(&budget);
            assert!(nowhere.is_empty(), "{shape:?}, {wrong} mismatches: {nowhere:?}");
        }
    }
}
