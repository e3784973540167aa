//! The figure of what the checks have found: its sentence, its list with its pages, its map, and the marks that lead
//! to it from wherever a number is shown.

mod list;
mod marks;

use std::fmt::Write;

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::check::{Finding, Place, Report, Rule, Verdict, check};
use budget_lens::figure::{CrossCheckMatrix, Figure, Param, Plot, QUESTIONS, Query, Section, param, report_figure};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const EN: Locale = Locale { lang: Lang::En, unit: Unit::Wan };

fn official() -> (Budget, Report) {
    let budget = budgets::official();
    let report = check(&budget);
    (budget, report)
}

/// What the figure says where this is chosen.
fn figure(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Figure {
    let mut query = Query::default();
    for (name, value) in choices {
        query.set(Param::new(name, *value));
    }
    report_figure(report, budget, &query, ZH).unwrap()
}

/// The findings that are listed, by their addresses.
fn listed(figure: &Figure) -> Vec<&str> {
    findings(figure).filter_map(|section| section.address.as_deref()).collect()
}

/// The findings with an address: in front or in the list of all.
fn findings(figure: &Figure) -> impl Iterator<Item = &Section> {
    figure.sections.iter().filter(|section| section.badge.is_some() && section.address.is_some())
}

/// What stands in front of the fold for those who check: the headings, and below each its findings.
fn front(figure: &Figure) -> &[Section] {
    figure.sections.split(|section| section.holds_rest).next().unwrap()
}

/// What is in that fold.
fn rest(figure: &Figure) -> &[Section] {
    figure.sections.split(|section| section.holds_rest).nth(1).unwrap()
}

/// All findings that are listed, page after page.
fn sections(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Vec<Section> {
    let mut all = Vec::new();
    let mut from = "1".to_string();
    loop {
        let page = figure(budget, report, &[choices, &[(param::FINDINGS, from.as_str())]].concat());
        // What stands in front stands there whatever page is asked for.
        let is_new = |section: &&Section| !all.iter().any(|known: &Section| known.address == section.address);
        let new: Vec<_> = findings(&page).filter(is_new).cloned().collect();
        all.extend(new);
        let later = page.sections.iter().flat_map(|section| &section.choices).find(|(text, _)| text.contains("后面"));
        match later {
            Some((_, choice)) => from.clone_from(&choice.value),
            None => return all,
        }
    }
}

/// The addresses of those.
fn pages(budget: &Budget, report: &Report, choices: &[(&'static str, &str)]) -> Vec<String> {
    sections(budget, report, choices).into_iter().filter_map(|section| section.address).collect()
}

fn ties(figure: &Figure) -> &CrossCheckMatrix {
    let Plot::CrossCheckMatrix(ties) = &figure.plot else { panic!("no map of ties") };
    ties
}

/// A table of so many lines whose totals are not the sums of their columns.
fn wrong_lines(count: usize) -> Budget {
    let mut lines = String::new();
    for i in 0..count {
        let amounts = format!(r#"{{"total":"{}.00","basic":"3.00","project":"4.00"}}"#, 100 + i);
        write!(lines, r#"{{"name":"第{i}项","amounts":{amounts}}},"#).unwrap();
    }
    let columns =
        r#"[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}]"#;
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},
        "tables":[{{"number":"表三","title":"表","kind":"expenditure","unit":"万元","columns":{columns},"lines":[{}]}}]}}"#,
        lines.trim_end_matches(',')
    );
    budgets::read(json)
}

/// A report with so many findings of each verdict, worst first.
fn report(counts: [usize; 4]) -> Report {
    let finding =
        |verdict| Finding { rule: Rule::Total, verdict, compared: None, stated: vec![], terms: vec![], reason: None };
    let all = Verdict::ALL.into_iter().zip(counts);
    let findings = all.flat_map(|(verdict, count)| (0..count).map(move |_| finding(verdict))).collect();
    Report { findings, uncovered: vec![Place::Table(0)], ..Report::default() }
}

#[test]
fn the_sentence_says_how_many_do_not_agree_and_nothing_else() {
    let budget = wrong_lines(1);
    let said = |counts, locale| report_figure(&report(counts), &budget, &Query::default(), locale).unwrap().answer;
    for (counts, zh, en) in [
        ([0, 0, 0, 9], "核对了 9 处，全部相符。", "All 9 places checked agree."),
        ([0, 0, 0, 1], "核对了 1 处，全部相符。", "The one place checked agrees."),
        ([0, 2, 0, 7], "核对了 9 处，没有不符的。", "None of the 9 places checked disagrees."),
        (
            [0, 0, 1, 0],
            "文件里没有可以互相核对的数字。",
            "No two numbers of this document can be held against each other.",
        ),
        ([0, 1, 1, 0], "核对了 1 处，没有不符的。", "In the one place checked nothing disagrees."),
        ([1, 2, 3, 4], "核对了 7 处，有 1 处不符。", "Of 7 places checked, one does not agree."),
        ([1, 0, 0, 0], "核对了 1 处，有 1 处不符。", "The one place checked does not agree."),
        ([3, 0, 0, 4], "核对了 7 处，有 3 处不符。", "Of 7 places checked, 3 do not agree."),
        (
            [0, 0, 0, 0],
            "文件里没有可以互相核对的数字。",
            "No two numbers of this document can be held against each other.",
        ),
    ] {
        assert_eq!(said(counts, ZH), zh);
        assert_eq!(said(counts, EN), en);
    }
}

#[test]
fn the_placeholder_has_the_name_and_the_place_of_the_figure() {
    let placeholder = QUESTIONS.iter().find(|question| question.id == "checks").unwrap();
    let (budget, report) = official();
    assert_eq!(
        (placeholder.answer)(&budget, &Query::default(), ZH).unwrap().question,
        figure(&budget, &report, &[]).question
    );
}
