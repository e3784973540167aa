//! How lists and tables show amounts: one number of places, two at most where one reads; nothing in one line.

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::check::check;
use budget_lens::export::page;
use budget_lens::figure::{Figure, Query, figures};
use budget_lens::locale::{Lang, Locale};
use budget_lens::markup::{EXTRAS, Highlight, card, el};
use budget_lens::money::Unit;

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

/// A document of 万元 with a table of this kind; its lines each a field, a name and what they come to, whole and in two
/// parts.
fn document(kind: &str, lines: &[(&str, &str, [&str; 3])]) -> Budget {
    let line = |(field, name, amounts): &(&str, &str, [&str; 3])| {
        let cells = ["total", "basic", "project"].iter().zip(amounts).filter(|(_, amount)| !amount.is_empty());
        let cells: Vec<_> = cells.map(|(id, amount)| format!(r#""{id}": "{amount}""#)).collect();
        format!(r#"{{{field}, "name": "{name}", "amounts": {{{}}}}}"#, cells.join(", "))
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    let json = format!(
        r#"{{"format": "budget-lens/1", "document": {{"department": "青石县水利局", "region": "青石县", "year": 2026,
        "title": "2026年部门预算", "unit": "万元"}}, "statements": [], "tables": [{{"number": "表三", "title": "支出总表",
        "kind": "{kind}", "unit": "万元", "columns": [{{"id": "total", "name": "合计"}},
        {{"id": "basic", "name": "基本支出"}}, {{"id": "project", "name": "项目支出"}}], "lines": [{}]}}]}}"#,
        lines.join(", ")
    );
    budgets::read(json)
}

fn figure(budget: &Budget, id: &str, locale: Locale) -> Figure {
    let all = figures(budget, &Query::default(), locale);
    all.into_iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// A figure's card as the page shows it.
fn shown(figure: &Figure) -> String {
    page::html(&card(figure, el("div"), Highlight::default(), ZH, None, Some(&EXTRAS)))
}

const SIX: &[(&str, &str, [&str; 3])] = &[
    (r#""code": "213""#, "农林水支出", ["2838.423471", "1838.423471", "1000.000000"]),
    (r#""code": "208""#, "社会保障和就业支出", ["244.848000", "244.848000", ""]),
    (r#""code": "221""#, "住房保障支出", ["0.004000", "0.004000", ""]),
    (r#""role": "total""#, "合计", ["3083.275471", "2083.275471", "1000.000000"]),
];

#[test]
fn six_printed_places_are_read_as_two_and_stand_in_the_table() {
    let figure = figure(&document("expenditure", SIX), "structure", ZH);
    assert!(figure.answer.contains("2,838.42 万元"), "{}", figure.answer);
    let amounts: Vec<_> = figure.entries.iter().map(|entry| entry.amount.as_str()).collect();
    assert_eq!(amounts, ["2,838.42", "244.85", "0.004000"], "what is not nothing does not read so");
    let html = shown(&figure);
    assert!(html.contains(">2,838.42<") && !html.contains("2,838.420000"), "no zeros in the place of digits");
    let cells: Vec<_> = figure.grid.rows.iter().map(|row| row.cells[1].text.as_str()).collect();
    assert_eq!(cells, ["2,838.423471", "244.848000", "0.004000", "3,083.275471"]);
    assert!(figure.footnotes[0].contains("表中是全部小数"), "{:?}", figure.footnotes);
    let english = self::figure(&document("expenditure", SIX), "structure", Locale { lang: Lang::En, ..ZH });
    assert!(english.footnotes[0].contains("to two places"), "{:?}", english.footnotes);
}

#[test]
fn amounts_of_one_list_and_of_one_column_have_one_number_of_places() {
    let lines = [
        (r#""code": "213""#, "农林水支出", ["319.688", "213.518", "106.17"]),
        (r#""code": "208""#, "社会保障和就业支出", ["24.8", "24.8", ""]),
        (r#""code": "221""#, "住房保障支出", ["7", "7", ""]),
        (r#""role": "total""#, "合计", ["351.488", "245.318", "106.17"]),
    ];
    let figure = figure(&document("expenditure", &lines), "structure", ZH);
    let html = shown(&figure);
    for amount in [">319.69<", ">24.80<", ">7.00<", ">319.688<", ">24.800<", ">7.000<", ">351.488<"] {
        assert!(html.contains(amount), "{amount}");
    }
    assert!(!html.contains(">24.8<") && !html.contains(">7<"));
    // The official table stands as printed, and so does what can be reckoned with.
    let tables = self::figure(&document("expenditure", &lines), "tables", ZH);
    let html = shown(&tables);
    assert!(html.contains(">24.8<") && html.contains(">7<") && !html.contains("24.80"));
}

#[test]
fn two_numbers_that_are_held_against_each_other_keep_every_place() {
    let lines = [
        (r#""code": "213""#, "农林水支出", ["10.004", "10.004", ""]),
        (r#""code": "208""#, "社会保障和就业支出", ["5.002", "5.002", ""]),
        (r#""role": "total""#, "合计", ["15.008", "15.008", ""]),
    ];
    let budget = document("expenditure", &lines);
    let notes = figure(&budget, "structure", ZH).footnotes.iter().map(ToString::to_string).collect::<String>();
    assert!(notes.contains("15.006 万元") && notes.contains("15.008 万元"), "{notes}");
    assert!(!check(&budget).findings.is_empty());
}

#[test]
fn names_of_the_three_public_expenses_lose_whole_words_only() {
    let lines = [
        (r#""key": "overseas""#, "因公出国（境）经费", ["", "", ""]),
        (r#""key": "reception""#, "公务接待费", ["1.20", "", ""]),
        (r#""key": "vehicles""#, "公务用车购置及运行费用", ["3.00", "", ""]),
        (r#""key": "vehicle-purchase", "level": 2"#, "公务用车购置经费", ["", "", ""]),
        (r#""key": "vehicle-running", "level": 2"#, "公务用车运行维护费", ["3.00", "", ""]),
        (r#""key": "three-public", "role": "total""#, "合计", ["4.20", "", ""]),
    ];
    let figure = figure(&document("three-public", &lines), "three-public", ZH);
    let names: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].short.as_str()).collect();
    assert_eq!(names, ["公务用车运行维护", "公务接待", "因公出国（境）", "公务用车购置"]);
}

/// A table of income in which so many of six funds have nothing.
fn income(blank: usize) -> Figure {
    let ids = ["general-public", "government-fund", "state-capital", "fiscal-account", "own-funds", "superior-grants"];
    let columns: Vec<_> = ids.iter().map(|id| format!(r#"{{"id": "{id}", "name": "{id} 收入"}}"#)).collect();
    let some = &ids[..ids.len() - blank];
    let cells: Vec<_> = some.iter().map(|id| format!(r#""{id}": "10.00""#)).collect();
    let json = format!(
        r#"{{"format": "budget-lens/1", "document": {{"department": "青石县水利局", "region": "青石县", "year": 2026,
        "title": "2026年部门预算", "unit": "万元"}}, "statements": [], "tables": [{{"number": "表二", "title": "收入总表",
        "kind": "income", "unit": "万元", "columns": [{{"id": "total", "name": "合计"}}, {}],
        "lines": [{{"name": "合计", "role": "total", "amounts": {{"total": "{}0.00", {}}}}}]}}]}}"#,
        columns.join(", "),
        some.len(),
        cells.join(", ")
    );
    figure(&budgets::read(json), "income", ZH)
}

#[test]
fn rows_of_nothing_are_one_line() {
    let html = shown(&income(4));
    let list = html.split("class=\"legend\"").nth(1).unwrap().split("<details").next().unwrap();
    assert_eq!(list.matches("<li").count(), 2);
    let line = list.split("<p class=\"note\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(line.starts_with("另有 4 项没有安排：<span>state-capital 收入</span>、"), "{line}");
    assert!(line.ends_with("superior-grants 收入</span>。"), "{line}");
    assert!(shown(&income(1)).contains("另有 1 项没有安排：<span>superior-grants 收入</span>。"));
    // In the table each has a row of its own.
    assert_eq!(income(4).grid.rows.iter().filter(|row| row.cells[1].text == "未安排").count(), 4);
}
