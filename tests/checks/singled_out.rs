//! What a table singles out (其中) is no more than its whole and the same in every table; numbers of things add up where
//! they do at all.

use crate::common::budgets;
use crate::findings::all_told;
use budget_lens::check::{Names, Reason, Report, Verdict, check};
use serde_json::{Value, json};

/// What is called a mismatch in a document of these tables.
fn checked(tables: &Value) -> (Vec<String>, Report) {
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县档案馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
    });
    let document = document.to_string();
    let budget = budgets::read(document);
    let report = check(&budget);
    (all_told(&report, Verdict::Mismatch, &Names::new(&budget)), report)
}

fn table(number: &str, kind: &str, columns: &Value, lines: &Value) -> Value {
    json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}

#[test]
fn some_of_a_line_is_no_more_than_the_line() {
    let says = |some: &str| {
        let lines = json!([
            {"name": "拨款", "level": 1, "amounts": {"total": "5.00"}},
            {"name": "其中：专项", "level": 2, "of_which": true, "amounts": {"total": some}},
        ]);
        checked(&json!([table("表一", "other", &json!([{"id": "total", "name": "合计"}]), &lines)]))
    };
    assert!(says("5.00").0.is_empty());
    assert!(says("5.01").0.is_empty(), "rounding may bring that about");
    let (wrong, report) = says("6.00");
    assert_eq!(wrong.len(), 1);
    assert_eq!(report.findings[0].reason, Some(Reason::MoreThanWhole));
}

/// A table of expenditure whose last column is some of all.
fn some_of_columns(heading: &str, cells: [&str; 4]) -> Vec<String> {
    let ids = ["total", "basic", "project", "c3"];
    let columns = json!([
        {"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"},
        {"id": "c3", "name": heading},
    ]);
    let amounts: serde_json::Map<_, _> =
        ids.into_iter().zip(cells).map(|(id, cell)| (id.into(), json!(cell))).collect();
    let lines = json!([{"code": "205", "name": "教育支出", "amounts": amounts}]);
    checked(&json!([table("表一", "expenditure", &columns, &lines)])).0
}

#[test]
fn some_of_a_column_is_no_more_than_the_column() {
    let heading = "其中：一般公共预算拨款";
    assert!(some_of_columns(heading, ["9.00", "5.00", "4.00", "9.01"]).is_empty());
    let wrong = some_of_columns(heading, ["9.00", "5.00", "4.00", "90.00"]);
    assert_eq!(wrong, ["across 表一/205/c3: 90.00, not 9.00"]);
    let less = some_of_columns(heading, ["9.00", "12.00", "-3.00", "12.00"]);
    assert!(!less.iter().any(|one| one.contains("/c3")), "something is taken off: {less:?}");
    // Of what another year is, or nobody knows, nothing is said.
    for heading in ["其中：上年一般公共预算拨款", "其中：甲类"] {
        assert!(some_of_columns(heading, ["9.00", "5.00", "4.00", "90.00"]).is_empty(), "{heading}");
    }
}

#[test]
fn what_two_tables_single_out_of_the_same_is_the_same() {
    let one = |number: &str, kind: &str, whole: &str, some: &str| {
        let columns = json!([{"id": "income", "name": "预算数", "side": "income"}, {"id": "total", "name": "预算数", "side": "expenditure"}]);
        let lines = json!([
            {"key": "general-public", "name": "一般公共预算拨款", "side": "income", "level": 1, "amounts": {"income": whole}},
            {"name": "其中：专项资金", "side": "income", "level": 2, "amounts": {"income": some}},
        ]);
        table(number, kind, &columns, &lines)
    };
    let says = |whole: &str, some: &str| {
        checked(&json!([one("表一", "balance", "50.00", "5.50"), one("表二", "appropriation", whole, some)])).0
    };
    assert_eq!(says("50.00", "5.50"), [""; 0]);
    assert_eq!(says("50.00", "5.05"), ["same-number 表一/其中：专项资金/income: 5.50, not 5.05"]);
    assert!(!says("40.00", "5.05").iter().any(|one| one.contains("其中")), "of another whole it may be another number");
}

/// A table of purchases: number and price of each, the number and the amount of all.
fn purchases(counts: [&str; 6]) -> Vec<String> {
    let columns = json!([
        {"id": "number", "name": "数量"}, {"id": "price", "name": "单价"}, {"id": "total", "name": "金额"},
    ]);
    let line = |name: &str, level: u8, count: &str, amount: &str| json!({"name": name, "level": level, "amounts": {"number": count, "price": "2.00", "total": amount}});
    let [all, first, one, two, second, three] = counts;
    let lines = json!([
        {"name": "合计", "role": "total", "amounts": {"number": all, "total": "24.00"}},
        line("甲单位", 1, first, "16.00"), line("电脑", 2, one, "10.00"), line("打印机", 2, two, "6.00"),
        line("乙单位", 1, second, "8.00"), line("桌椅", 2, three, "8.00"),
    ]);
    checked(&json!([table("表一", "procurement", &columns, &lines)])).0
}

#[test]
fn numbers_of_things_add_up_and_prices_do_not() {
    assert!(purchases(["12", "8", "5", "3", "4", "4"]).is_empty());
    assert_eq!(purchases(["21", "8", "5", "3", "4", "4"]), ["total 表一/合计/number: 21, not 12"]);
    assert!(purchases(["2", "1", "5", "3", "1", "4"]).is_empty(), "sets and pieces");
}
