//! Tables: codes that come again, zeros that are no data, totals.

use budget_lens::check::{Reason, Rule, Verdict};
use serde_json::{Value, json};

use super::{TOTAL, checked, fine, reason, table, wrong};

#[test]
fn a_code_may_stand_once_for_each_item_unit_or_good() {
    let line = |text: &str, amount: &str| json!({"code": "2010301", "name": "行政运行", "texts": {"item": text}, "amounts": {"total": amount}});
    let columns = json!([{"id": "item", "name": "部门经济分类", "text": true}, {"id": "total", "name": "合计"}]);
    let tables = |lines: Value| json!([{"number": "表一", "title": "支出总表", "kind": "expenditure", "unit": "万元", "columns": columns, "lines": lines}]);
    let total = |amount: &str| json!({"name": "合计", "role": "total", "amounts": {"total": amount}});
    let lines = json!([total("10.00"), line("30101", "5.00"), line("30102", "5.00")]);
    assert_eq!(fine(tables(lines), json!({})).count_of(Rule::Duplicate, Verdict::Holds), 1);
    // Alike in everything: for a person to judge, unless the total shows that it is counted twice.
    let alike = |all: &str| json!([total(all), line("30101", "5.00"), line("30101", "5.00")]);
    assert_eq!(fine(tables(alike("10.00")), json!({})).count_of(Rule::Duplicate, Verdict::Unchecked), 1);
    let (_, twice) = checked(tables(alike("5.00")), json!({}));
    assert!(twice.iter().any(|told| told.starts_with("duplicate")), "{twice:#?}");
}

#[test]
fn places_have_codes_of_their_own() {
    let line = |code: &str| json!({"code": code, "name": "差旅费", "amounts": {"total": "1.00"}});
    let tables = |codes: &[&str]| {
        let lines: Vec<_> = codes.iter().map(|code| line(code)).collect();
        json!([table("表一", "basic-economic", &TOTAL, json!(lines))])
    };
    let of_codes = |codes: &[&str]| {
        let (_, wrong) = checked(tables(codes), json!({}));
        wrong.into_iter().filter(|told| told.starts_with("code-parent")).collect::<Vec<_>>()
    };
    for codes in [&["3021101"][..], &["30201", "3021101"], &["302", "30201", "30202", "3021101", "302110101"]] {
        assert!(of_codes(codes).is_empty(), "{codes:?}");
    }
    // 30202 stands under 302 with its siblings, and 31002 under nothing.
    assert_eq!(of_codes(&["302", "30201", "30202", "31002"]), ["code-parent 表一/31002/"]);
}

#[test]
fn zeros_are_no_data_and_a_table_keeps_its_number_in_several_parts() {
    let empty = |number: &str, amount: &str| {
        let mut empty = table(
            number,
            "fund-expenditure",
            &TOTAL,
            json!([{"name": "合计", "role": "total", "amounts": {"total": amount}}]),
        );
        empty["empty"] = true.into();
        empty
    };
    fine(json!([empty("表1", "0.00"), empty("表1（部门经济分类）", "0.00"), empty("表2", "0")]), json!({}));
    wrong(json!([empty("预算01表", "3.00")]), json!({}), "empty-table 预算01表//");
    wrong(json!([empty("公开01表", "0"), empty("公开03表", "0")]), json!({}), "missing-table 公开03表//");
}

#[test]
fn a_table_without_data_or_a_note_is_told_and_accused_of_nothing() {
    let tables = || json!([table("表七", "fund-expenditure", &TOTAL, json!([{"name": "合计", "role": "total"}]))]);
    let text = json!({"statements": [{"subject": "expenditure", "name": "支出", "section": "一", "amount": "1.00"}]});
    // The text may say in words of its own that there is nothing, and a table published alone has its text elsewhere.
    for text in [text, json!({})] {
        assert!(reason(&fine(tables(), text), Rule::EmptyTable).contains(&Reason::NoNote));
    }
}

#[test]
fn a_total_is_missed_where_the_other_tables_print_one() {
    let lines = |with_total: bool| {
        let total = json!({"name": "合计", "role": "total", "amounts": {"total": "3.00"}});
        let mut lines = vec![
            json!({"code": "201", "name": "一般公共服务支出", "amounts": {"total": "1.00"}}),
            json!({"code": "205", "name": "教育支出", "amounts": {"total": "2.00"}}),
        ];
        lines.extend(with_total.then_some(total));
        json!(lines)
    };
    let alone = json!([table("表一", "general-public", &TOTAL, lines(false))]);
    assert!(reason(&fine(alone, json!({})), Rule::Total).contains(&Reason::NoTotal));
    let tables = json!([
        table("表一", "income", &TOTAL, lines(true)),
        table("表二", "expenditure", &TOTAL, lines(true)),
        table("表三", "expenditure", &TOTAL, lines(true)),
        table("表四", "general-public", &TOTAL, lines(false)),
    ]);
    wrong(tables, json!({}), "total 表四//");
}
