//! Every word of the figures, for the real document and the odd ones, in both languages; and what
//! is said where a document leaves something out. `make golden` renews the files.

use std::fmt::Write;

use crate::common::budgets::{of, official, read};
use crate::common::golden;
use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Query, Summary, figures, headline, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

mod later;

fn text(figure: &Figure) -> String {
    let mut text = format!("# {} {}\n{}\n", figure.id, figure.question, figure.answer);
    for note in &figure.notes {
        writeln!(text, "- {note}").unwrap();
    }
    writeln!(text, "| {} |", figure.grid.head.join(" | ")).unwrap();
    for row in &figure.grid.rows {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        writeln!(text, "| {} |", cells.join(" | ")).unwrap();
    }
    text += &figure.source;
    for footnote in &figure.footnotes {
        write!(text, "\n* {footnote}").unwrap();
    }
    text + "\n\n"
}

fn summed_up(summary: &Summary, locale: Locale) -> String {
    let mut text = format!("{:?} {} {:?}", summary.exact.as_deref(), summary.ours, summary.relation);
    if let Some(change) = &summary.change {
        write!(text, "\n{}", change.answer).unwrap();
        for year in &change.years {
            write!(text, "\n- {} {} ({})", year.name, year.amount, year.length).unwrap();
        }
        write!(text, "\n{:?}", change.reason).unwrap();
    }
    if let Some(largest) = &summary.largest {
        write!(text, "\n{}", largest.describe(locale)).unwrap();
    }
    for fact in &summary.facts {
        write!(text, "\n{}: {} {}", fact.name, fact.value, fact.detail).unwrap();
    }
    let asking = &summary.asking;
    text + &format!("\n{:?} {:?} {:?}\n", asking.url, asking.said, asking.lacking)
}

fn whole(budget: &Budget) -> String {
    let mut all = String::new();
    for (lang, unit) in [(Lang::Zh, budget.document.unit), (Lang::En, budget.document.unit), (Lang::Zh, Unit::Yuan)] {
        let locale = Locale { lang, unit };
        let head = headline(budget, locale);
        writeln!(all, "{}\n{}\n{:?}\n{:?}\n{:?}", head.occasion, head.department, head.what, head.said, head.total)
            .unwrap();
        all += &summed_up(&summary(budget, locale), locale);
        all.push('\n');
        all.extend(figures(budget, &Query::default(), locale).iter().map(text));
    }
    all
}

#[test]
fn every_word_is_as_it_was() {
    for (name, file) in [("official", "budget.json"), ("odd", "tests/data/odd.json"), ("bare", "tests/data/bare.json")]
    {
        let said = whole(&of(file));
        assert!(!said.contains(['{', '…']), "a sentence lacks a part");
        golden::held(&format!("tests/golden/{name}.txt"), &said);
    }
}

/// A document in 万元 with one table of this kind.
fn document(kind: &str, lines: &str, more: &str) -> Budget {
    let columns =
        r#"[{"id":"total","name":"合计"},{"id":"basic","name":"基本支出"},{"id":"project","name":"项目支出"}]"#;
    let json = format!(
        r#"{{"format":"budget-lens/1","document":{{"department":"局","year":2026,"title":"预算","unit":"万元"}},
        "tables":[{{"number":"表一","title":"表","kind":"{kind}","unit":"万元","columns":{columns},"lines":[{lines}]}}{more}]}}"#
    );
    read(json.as_bytes())
}

fn said(budget: &Budget, id: &str) -> Figure {
    let locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
    figures(budget, &Query::default(), locale)
        .into_iter()
        .find(|figure| figure.id == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn without_a_printed_total_the_pages_own_sum_is_called_its_own() {
    let lines = r#"{"code":"201","name":"甲支出","amounts":{"total":"60.00","basic":"60.00"}},
        {"code":"205","name":"乙支出","amounts":{"total":"40.00","project":"40.00"}}"#;
    let budget = document("expenditure", lines, "");
    assert_eq!(said(&budget, "structure").answer, "60.00 万元（60.0%）用于甲。");
    let figure = said(&budget, "basic-project");
    assert_eq!(figure.answer, "基本支出 60.00 万元（60.0%），比项目支出多 20.00 万元。");
    assert_eq!(figure.grid.rows.last().unwrap().cells[0].text, "合计（本页相加）");
    assert!(figure.entries[0].at.is_none(), "a sum of ours stands in no table");
    let blank_total = lines.to_string() + r#",{"name":"合计","role":"total"}"#;
    assert_eq!(said(&document("expenditure", &blank_total, ""), "basic-project").answer, figure.answer);
}

#[test]
fn a_rounding_difference_is_told_and_not_mended() {
    let notes = said(&official(), "basic-project").footnotes;
    assert!(notes.iter().any(|note| note.contains("2,679.47") && note.contains("2,679.48")), "{notes:?}");
}

#[test]
fn what_is_less_than_nothing_is_named_apart_and_has_no_share_of_a_hundred_yuan() {
    let lines = r#"{"code":"201","name":"甲支出","amounts":{"total":"120.00"}},{"code":"205","name":"乙支出","amounts":{"total":"-20.00"}},
        {"name":"合计","role":"total","amounts":{"total":"100.00"}}"#;
    let budget = document("expenditure", lines, "");
    assert_eq!(said(&budget, "structure").answer, "120.00 万元（120.0%）用于甲。");
    assert_eq!(said(&budget, "structure").notes, ["另有冲减 −20.00 万元（乙）。"]);
    let only_less = r#"{"code":"205","name":"乙支出","amounts":{"total":"-20.00"}}"#;
    assert_eq!(said(&document("expenditure", only_less, ""), "structure").answer, "没有安排支出，合计 −20.00 万元。");
}

#[test]
fn an_empty_table_does_not_hide_a_full_one() {
    let empty = r#""empty":true,"columns":[{"id":"total","name":"合计"}],"lines":[{"code":"201","name":"空"}]"#;
    let more = format!(r#",{{"number":"表二","title":"表","kind":"expenditure","unit":"万元",{empty}}}"#);
    let lines = r#"{"code":"201","name":"甲支出","amounts":{"total":"60.00"}}"#;
    assert_eq!(said(&document("general-public", lines, &more), "structure").answer, "60.00 万元（100%）用于甲。");
}

#[test]
fn what_is_carried_over_is_no_purpose() {
    let lines = r#"{"key":"205","name":"教育支出","side":"expenditure","amounts":{"total":"90.00"}},
        {"key":"206","name":"科学技术支出","side":"expenditure"},
        {"key":"year-end-carry-over","name":"年终结转","side":"expenditure","amounts":{"total":"10.00"}},
        {"name":"支出总计","role":"total","side":"expenditure","amounts":{"total":"100.00"}}"#;
    assert_eq!(said(&document("balance", lines, ""), "structure").answer, "90.00 万元（90.0%）用于教育。");
}

#[test]
fn what_subordinate_units_print_apart_is_added_up_and_said() {
    let lines = r#"{"name":"合计","role":"total","amounts":{"total":"10.00","basic":"6.00","project":"4.00"}},
        {"name":"一小","role":"subtotal","amounts":{"total":"6.00"}},
        {"code":"205","name":"教育支出","amounts":{"total":"6.00","basic":"4.00","project":"2.00"}},
        {"name":"二小","role":"subtotal","amounts":{"total":"4.00"}},
        {"code":"205","name":"教育支出","amounts":{"total":"3.00","basic":"1.00","project":"2.00"}},
        {"code":"208","name":"社会保障和就业支出","amounts":{"total":"1.00","basic":"1.00"}}"#;
    let figure = said(&document("expenditure", lines, ""), "structure");
    assert_eq!(figure.answer, "9.00 万元（90.0%）用于教育。");
    assert!(figure.source.contains("各单位的同一科目由本页相加"), "{}", figure.source);
    let tables = said(&document("expenditure", lines, ""), "tables");
    let printed = tables.sections[0].grid.as_ref().unwrap();
    assert_eq!(printed.rows.len(), 6, "as it was printed");
}

#[test]
fn a_name_is_shortened_only_where_it_stays_a_name() {
    let lines = r#"{"code":"215","name":"资源勘探工业信息等支出","amounts":{"total":"3.00"}},
        {"code":"227","name":"预备费","amounts":{"total":"2.00"}},{"code":"230","name":"转移性支出","amounts":{"total":"1.00"}}"#;
    let answer = said(&document("expenditure", lines, ""), "structure").answer;
    assert_eq!(answer, "3.00 万元（50.0%）用于资源勘探工业信息等支出。");
}

#[test]
fn three_public_without_a_total_or_with_five_hundred_lines_is_still_told() {
    let lines = r#"{"key":"reception","name":"公务接待费","amounts":{"total":"1.00"}},{"key":"overseas","name":"因公出国（境）费"},
        {"name":"合计","role":"total"}"#;
    let answer = said(&document("three-public", lines, ""), "three-public").answer;
    assert_eq!(answer, "“三公”经费共 1.00 万元。");
    let many: Vec<_> = (0..500).map(|i| format!(r#"{{"name":"第{i}项费","amounts":{{"total":"1.00"}}}}"#)).collect();
    let figure = said(&document("three-public", &many.join(","), ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 500.00 万元。");
    assert_eq!(figure.legend.len(), 12);
    assert_eq!(figure.entries[11].amount, "489.00");
}
