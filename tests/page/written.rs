//! Pages that are read without the program: nothing in them can be tried in vain, every link leads somewhere, and what a
//! screen reader names has a name.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::common::budgets;
use crate::common::shapes::Shape;
use budget_lens::budget::Budget;
use budget_lens::check::{Verdict, check};
use budget_lens::export::page::{self, Whole, composed};
use budget_lens::export::slim::slim;
use budget_lens::figure::{Query, figures_checked};
use budget_lens::locale::{Lang, Locale, TextSize};
use budget_lens::markup::{Element, Node, Reading};
use budget_lens::money::Unit;

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const EN: Locale = Locale { lang: Lang::En, ..ZH };

/// Every element of a page, each with those around it.
fn walk<'e>(element: &'e Element, around: &mut Vec<&'e Element>, take: &mut dyn FnMut(&'e Element, &[&'e Element])) {
    take(element, around);
    around.push(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            walk(child, around, take);
        }
    }
    around.pop();
}

fn each<'e>(page: &'e Element, mut take: impl FnMut(&'e Element, &[&'e Element])) {
    walk(page, &mut Vec::new(), &mut take);
}

/// A budget as a file, as `html --whole` and saved pages have it.
fn file(budget: &Budget, locale: Locale) -> Element {
    let report = check(budget);
    let (messages, reading, text) = (Vec::new(), Reading::Alone, TextSize::Usual);
    composed(&Whole { budget, report: Some(&report), figures: None, locale, messages, reading, text })
}

/// Made budgets of different shapes, and the shipped one.
fn budgets() -> Vec<(String, Budget)> {
    let files = ["budget.json", "tests/data/bare.json", "tests/data/odd.json"];
    let files = files.map(|file| (file.to_string(), budgets::of(file)));
    let shapes = Shape::ALL.into_iter().map(|shape| {
        let document: Value = shape.document(7);
        (format!("{shape:?}"), budgets::read(document.to_string()))
    });
    files.into_iter().chain(shapes).collect()
}

/// What a browser hides without scripts: the selectors of `style/noscript.css`.
fn is_hidden(element: &Element, around: &[&Element]) -> bool {
    let hidden = |own: &&Element| {
        let classes = ["open", "units", "controls", "find", "asks"];
        let is_fold = own.tag == "details" && (own.has_class("search") || own.has_class("menu"));
        own.value("data-action").is_some() || is_fold || classes.iter().any(|class| own.has_class(class))
    };
    around.iter().chain([&element]).any(hidden)
}

#[test]
fn a_page_made_of_figures_that_are_there_already_is_the_page_that_makes_its_own() {
    for (name, budget) in budgets() {
        let report = check(&budget);
        let unit = if Unit::CHOICE.contains(&budget.document.unit) { budget.document.unit } else { Unit::Wan };
        let made = figures_checked(&budget, &report, &Query::default(), Locale { unit, ..ZH });
        let ids: Vec<_> = made.iter().map(|figure| figure.id).collect();
        assert!(ids.contains(&"checks") || report.findings.is_empty(), "{name}: {ids:?}");
        assert!(page::tree_of(&budget, &report, &made) == page::tree(&budget, &report), "{name}");
        // It is of them: without one of them the page says that the document lacks it.
        let without = page::tree_of(&budget, &report, &[]);
        assert!(made.is_empty() || page::html(&without) != page::html(&page::tree(&budget, &report)), "{name}");
    }
}

#[test]
fn nothing_can_be_tried_in_vain() {
    for (name, budget) in budgets() {
        let report = check(&budget);
        let published = page::tree(&budget, &report);
        let pages = [
            ("file", file(&budget, ZH)),
            ("English file", file(&budget, EN)),
            ("built", page::first_figures(&budget, &report)),
            ("folded", slim(published.clone(), "whole.html", ZH)),
            ("published", published),
        ];
        for (kind, page) in &pages {
            each(page, |element, around| {
                let is_control = matches!(element.tag, "button" | "input" | "select" | "label" | "canvas");
                assert!(
                    !is_control || is_hidden(element, around) && !kind.contains("file"),
                    "{name}, {kind}: {element:?}"
                );
                assert!(
                    !matches!(element.value("role"), Some("button" | "application")),
                    "{name}, {kind}: {element:?}"
                );
                let is_box = element.has_class("scroll") && element.value("aria-label").is_some();
                assert!(element.value("tabindex").is_none() || is_box, "{name}, {kind}: {element:?}");
                assert!(element.value("data-meaning").is_none() && element.value("style").is_none(), "{name}, {kind}");
            });
        }
    }
}

#[test]
fn every_link_leads_somewhere_and_every_id_is_there_once() {
    for (name, budget) in budgets() {
        let report = check(&budget);
        for page in
            [file(&budget, ZH), file(&budget, EN), page::first_figures(&budget, &report), page::tree(&budget, &report)]
        {
            let (mut ids, mut ways) = (BTreeSet::new(), Vec::new());
            each(&page, |element, _| {
                if let Some(id) = element.value("id") {
                    assert!(ids.insert(id), "{name}: {id} is there twice");
                }
                ways.extend(element.value("href").and_then(|way| way.strip_prefix('#')));
            });
            let dead: Vec<_> = ways.iter().filter(|way| !ids.contains(way.replace("%25", "%").as_str())).collect();
            assert!(dead.is_empty(), "{name}: {dead:?}");
        }
    }
}

#[test]
fn every_finding_is_printed_and_every_mark_leads_to_one() {
    let mut marks = 0;
    for (name, budget) in budgets() {
        let (report, page) = (check(&budget), file(&budget, ZH));
        let mut printed = BTreeSet::new();
        each(&page, |element, _| printed.extend(element.value("id").filter(|id| id.starts_with("checks-"))));
        let told = report.findings.iter().enumerate().filter(|(_, finding)| finding.verdict != Verdict::Holds);
        for (i, _) in told {
            assert!(printed.contains(format!("checks-{}", i + 1).as_str()), "{name}: finding {i} is missing");
        }
        each(&page, |element, _| {
            if element.has_class("flag") {
                assert!(element.value("href").is_some_and(|way| way.starts_with("#checks-")), "{name}: {element:?}");
                marks += 1;
            }
        });
    }
    assert!(marks > 20, "{marks}");
}

#[test]
fn figures_tables_and_folds_are_told_apart_by_their_names() {
    for (name, budget) in budgets() {
        let page = file(&budget, ZH);
        let (mut figures, mut folds) = (BTreeSet::new(), BTreeSet::new());
        each(&page, |element, _| {
            let label = element.value("aria-label").unwrap_or_default();
            match element.tag {
                "figure" => assert!(!label.is_empty() && figures.insert(label), "{name}: {label}"),
                "table" => assert!(!label.is_empty(), "{name}: a table without a name"),
                "summary" if !label.is_empty() => assert!(folds.insert(label), "{name}: {label}"),
                "th" => assert!(!element.children.is_empty(), "{name}: a heading without words"),
                "section" if element.value("id").is_some() && !element.has_class("lacking") => {
                    assert!(!label.is_empty(), "{name}: {element:?}");
                }
                _ => {}
            }
        });
        assert!(!figures.is_empty() || name.contains("bare"), "{name}");
    }
}

/// Whether a text has Chinese characters.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|sign| ('\u{3400}'..='\u{9fff}').contains(&sign))
}

#[test]
fn no_chinese_stands_unmarked_in_an_english_page() {
    let mut marked = 0;
    for (name, budget) in budgets() {
        each(&file(&budget, EN), |element, around| {
            let lang = around.iter().chain([&element]).rev().find_map(|own| own.value("lang")).unwrap_or("en");
            for child in &element.children {
                let Node::Text(text) = child else { continue };
                assert!(lang != "en" || !is_chinese(text), "{name}: {text}");
                assert!(lang == "en" || is_chinese(text), "{name}: {text} is no Chinese");
                marked += usize::from(lang != "en");
            }
        });
    }
    assert!(marked > 500, "{marked}");
}
