//! `check --last-year`: what a budget says of the year before, held against that year's own document.

use serde_json::{Value, json};

use super::{command, file, objects, out, run, unwrapped};
use crate::told::err;

/// A budget of one year whose only table and text are on all expenditure.
fn budget(name: &str, year: u16, total: &str, change: Option<&str>) -> String {
    let statement = |change| json!([{"section": "一", "subject": "expenditure", "name": "支出总计", "amount": total, "change": change}]);
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": year, "title": "部门预算", "unit": "万元"},
        "tables": [{
            "number": "表三", "title": "部门支出总表", "kind": "expenditure",
            "columns": [{"id": "total", "name": "合计"}],
            "lines": [
                {"name": "合计", "role": "total", "amounts": {"total": total}},
                {"code": "207", "name": "文化旅游体育与传媒支出", "amounts": {"total": total}},
            ],
        }],
        "statements": change.map_or(json!([]), statement),
    });
    file(name, &serde_json::to_string_pretty(&document).unwrap())
}

/// This year's budget, which says that last year's was 110.00, and last year's document with this total.
fn pair(last: &str) -> [String; 2] {
    [budget("2026.json", 2026, "120.00", Some("10.00")), budget(&format!("2025-{last}.json"), 2025, last, None)]
}

#[test]
fn where_the_year_before_prints_something_else_both_numbers_and_their_places_are_told() {
    let [new, last] = pair("108.00");
    assert_eq!(run(&[&new]).status.code(), Some(0), "the document itself adds up");
    let output = run(&[&new, "--last-year", &last]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let told = unwrapped(&out(&output));
    assert!(told.contains("不符：和2025年的文件1处"), "{told}");
    assert!(told.contains("这里说2025年是110.00万元；") && told.contains("印的是108.00万元，差2.00万元。"), "{told}");
    assert!(told.contains("2026.json:") && told.contains("2025-108.00.json:"), "{told}");
    assert!(told.contains("和2025年的文件比了1处：相符0，尾差0，不符1。"), "{told}");
    let english = unwrapped(&out(&run(&[&new, "--last-year", &last, "--lang", "en"])));
    assert!(english.contains("differsby2.00"), "{english}");
    let counts = "Comparedwiththedocumentof2025in1places:0hold,0differbyrounding,1donothold.";
    assert!(english.contains(counts), "{english}");
    let html = out(&run(&[&new, "--last-year", &last, "--html"]));
    assert!(html.contains("和上年的文件核对") && html.contains("108.00 万元"), "{html}");
    // The box at the head counts what the terminal counts.
    let html = unwrapped(&html);
    assert!(html.contains("<b>1</b><span>不符</span>") && !html.contains("没有发现不符"), "{html}");
    let counts = told.split("核对了").nth(1).and_then(|rest| rest.split('。').next()).expect("counts");
    assert!(html.contains(&format!("核对了{counts}")), "{counts}");
    assert!(html.contains("其中1处是和上年的文件核对的，不符1。"), "{html}");
}

#[test]
fn machines_are_given_both_numbers_with_their_addresses() {
    let new = budget("large.json", 2026, "1200.00", Some("10.00"));
    let last = budget("large-2025.json", 2025, "1188.00", None);
    let object = objects(&[&new, "--last-year", &last]).remove(0);
    let [held] = object["last_year"].as_array().unwrap().as_slice() else { panic!("{object}") };
    assert_eq!(held["year"], 2025);
    let compared = &held["comparisons"][0];
    let expected = json!(["1190.00", "1188.00", "2.00", "mismatch", "万元"]);
    let is = ["said", "printed", "difference", "verdict", "unit"].map(|field| compared[field].clone());
    assert_eq!(Value::from(is.to_vec()), expected);
    assert_eq!(compared["printed_address"], "表三-合计", "{compared}");
    assert!(compared["address"].is_string(), "{compared}");
}

#[test]
fn what_agrees_is_counted_and_changes_nothing() {
    let [new, last] = pair("110.00");
    let output = run(&[&new, "--last-year", &last]);
    assert_eq!(output.status.code(), Some(0));
    assert!(unwrapped(&out(&output)).contains("和2025年的文件比了1处：相符1，尾差0，不符0。"));
    let [new, close] = pair("110.01");
    let output = run(&[&new, "--last-year", &close, "--rounding"]);
    assert_eq!(output.status.code(), Some(0), "rounding may bring them apart");
    assert!(unwrapped(&out(&output)).contains("尾差：和2025年的文件1处"));
}

#[test]
fn a_document_that_is_not_of_the_year_before_is_not_compared_and_that_is_said() {
    let [new, _] = pair("110.00");
    let old = budget("2023.json", 2023, "1.00", None);
    let output = run(&[&new, "--last-year", &old]);
    assert_eq!(output.status.code(), Some(0));
    assert!(unwrapped(&out(&output)).contains("--last-year给的文件里没有这个部门2025年的"), "{}", out(&output));
}

#[test]
fn a_file_of_last_year_that_cannot_be_used_ends_the_command_before_anything_is_checked() {
    let [new, _] = pair("110.00");
    let output = command(&[&new, "--last-year", "no such file.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).is_empty() && err(&output).contains("no such file.json"), "{}", err(&output));
}
