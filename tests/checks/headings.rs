//! Headings and tables that can be read in two ways: what adds up is meant, and nothing is called a mismatch for it.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::documents::{found, holds, read, says, table};
use budget_lens::check::Verdict;
use serde_json::{Value, json};

fn mismatches(tables: Value) -> Vec<String> {
    found(&read(tables, json!([])), Verdict::Mismatch)
}

/// A table of one class and a total that print the same amounts.
fn of_one_class(number: &str, kind: &str, columns: Value, amounts: &Value) -> Value {
    let lines = json!([
        {"code": "201", "name": "一般公共服务支出", "amounts": amounts}, {"name": "合计", "role": "total", "amounts": amounts},
    ]);
    table(number, kind, columns, lines)
}

#[test]
fn tables_of_a_unit_each_are_held_together() {
    let class =
        |code: &str, amount: &str| json!({"code": code, "name": format!("科目{code}"), "amounts": {"total": amount}});
    let of = |number: &str, kind: &str, amounts: [&str; 3]| {
        let total = json!({"name": "合计", "role": "total", "amounts": {"total": amounts[2]}});
        let lines = json!([class("201", amounts[0]), class("208", amounts[1]), total]);
        table(number, kind, json!([{"id": "total", "name": "合计"}]), lines)
    };
    let columns = json!([
        {"id": "income", "name": "预算数", "side": "income"}, {"id": "total", "name": "预算数", "side": "expenditure"},
    ]);
    let of_side = |name: &str, key: &str, side: &str, id: &str| json!({"key": key, "name": name, "side": side, "amounts": {id: "100.00"}});
    let balance = json!([
        of_side("一般公共预算", "general-public", "income", "income"),
        of_side("收入总计", "income", "income", "income"),
        of_side("支出总计", "expenditure", "expenditure", "total"),
    ]);
    let balance = table("表二", "balance", columns, balance);
    let all = |bureau: [&str; 3]| {
        let own = [of("表四", "general-public", bureau), of("表五", "general-public", ["10.00", "20.00", "30.00"])];
        json!([balance, of("表三", "expenditure", ["50.00", "50.00", "100.00"]), own[0], own[1]])
    };
    let wrong = |bureau| mismatches(all(bureau)).into_iter().filter(|told| told.starts_with("general-public")).count();
    assert_eq!(wrong(["40.00", "30.00", "70.00"]), 0);
    assert!(wrong(["44.00", "30.00", "70.00"]) > 0);
}

#[test]
fn a_column_of_some_expenditure_is_not_all_of_it() {
    let columns = |group: Value| {
        let of = |id: &str, name: &str| json!({"id": id, "name": name, "group": group});
        json!([
            {"id": "a", "name": "合计"}, of("b", "基本支出合计"), of("c", "工资福利支出和对个人家庭补助"), of("d", "商品和服务支出"),
            {"id": "e", "name": "项目支出"},
        ])
    };
    let amounts = json!({"a": "100.00", "b": "60.00", "c": "45.00", "d": "15.00", "e": "40.00"});
    let spent =
        of_one_class("表三", "expenditure", json!([{"id": "total", "name": "合计"}]), &json!({"total": "100.00"}));
    for group in [json!("基本支出"), Value::Null] {
        holds(json!([spent, of_one_class("表四", "general-public", columns(group), &amounts)]));
    }
    // It still adds up from line to line.
    let mut table = of_one_class("表四", "general-public", columns(Value::Null), &amounts);
    table["lines"][0]["amounts"]["d"] = json!("51.00");
    assert!(!mismatches(json!([table])).is_empty());
}

#[test]
fn an_empty_row_ends_nothing() {
    let class =
        |code: &str, amount: &str| json!({"code": code, "name": format!("科目{code}"), "amounts": {"total": amount}});
    let lines = json!([
        {"name": "合计", "role": "total", "amounts": {"total": "30.00"}},
        class("301", "30.00"), class("30101", "10.00"), {"name": ""}, class("30102", "20.00"),
    ]);
    holds(json!([table("表六", "basic-economic", json!([{"id": "total", "name": "合计"}]), lines)]));
}

#[test]
fn classes_that_print_nothing_are_no_classes_of_nothing() {
    let columns = json!([{"id": "total", "name": "合计"}]);
    let empty = json!([
        {"name": "合计", "role": "total", "amounts": {"total": "100.00"}},
        {"code": "229", "name": "其他支出"}, {"code": "22999", "name": "其他支出"},
    ]);
    let public = of_one_class("表四", "general-public", columns.clone(), &json!({"total": "100.00"}));
    holds(json!([table("表三", "expenditure", columns, empty), public]));
}

#[test]
fn a_column_of_a_later_year_is_of_another_budget() {
    let columns = json!([{"id": "a", "name": "2026年预算数"}, {"id": "b", "name": "2027年预算数"}]);
    let amounts = json!({"a": "100.00", "b": "130.00"});
    let public =
        of_one_class("表四", "general-public", json!([{"id": "total", "name": "合计"}]), &json!({"total": "100.00"}));
    for columns in [columns.clone(), json!([columns[1], columns[0]])] {
        holds(json!([of_one_class("表三", "expenditure", columns, &amounts), public]));
    }
}

#[test]
fn last_years_budget_is_no_last_years_carry_over() {
    let columns = json!([
        {"id": "total", "name": "合计"}, {"id": "g", "name": "一般公共预算", "group": "本年收入"},
        {"id": "o", "name": "小计", "group": "上年结转"}, {"id": "y", "name": "上年预算数"},
    ]);
    let amounts = json!({"total": "100.00", "g": "100.00", "o": "0.00", "y": "80.00"});
    let statement = json!({"subject": "carry-over", "name": "上年结转", "section": "一", "amount": "0", "change": "0"});
    says(json!([of_one_class("表二", "income", columns, &amounts)]), json!([statement]));
}

/// A table in 元 of amounts that were rounded to hundredths of 万元 before.
fn in_yuan(total: &str, places: &str) -> Value {
    let line = |i: u32| json!({"code": format!("301{i:02}"), "name": format!("科目{i}"), "amounts": {"total": format!("{}{places}", 12_300 + 100 * i)}});
    let lines: Vec<Value> =
        (1..=12).map(line).chain([json!({"name": "合计", "role": "total", "amounts": {"total": total}})]).collect();
    let mut table = table("表六", "basic-economic", json!([{"id": "total", "name": "合计"}]), json!(lines));
    table["unit"] = json!("元");
    table
}

#[test]
fn whole_hundreds_of_yuan_were_rounded_in_ten_thousands() {
    // 12 × 12,300 + 100 × 78 = 155,400.
    holds(json!([in_yuan("155400.00", ".00")]));
    holds(json!([in_yuan("155500.00", ".00")]));
    assert_eq!(mismatches(json!([in_yuan("156400.00", ".00")])).len(), 1);
    // Where a table prints what is less than that, it is exact.
    assert_eq!(mismatches(json!([in_yuan("155500.00", ".10")])).len(), 1);
}
