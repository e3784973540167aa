//! What only looks wrong, and what is wrong indeed, in templates of other places: each in a document made for it.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

mod forms;
mod income;
mod tables;
mod text;

use crate::common::budgets;
use crate::findings::told;
use budget_lens::check::{Names, Reason, Report, Rule, Verdict, check};
use serde_json::{Value, json};

/// A document of these tables, with whatever else it has.
fn document(tables: Value, rest: Value) -> String {
    let mut all = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
    });
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    all.to_string()
}

fn checked(tables: Value, rest: Value) -> (Report, Vec<String>) {
    let document = document(tables, rest);
    let budget = budgets::read(document);
    let (report, names) = (check(&budget), Names::new(&budget));
    let wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch);
    let wrong = wrong.map(|finding| told(finding, &names)).collect();
    (report, wrong)
}

/// Nothing is called a mismatch.
fn fine(tables: Value, rest: Value) -> Report {
    let (report, wrong) = checked(tables, rest);
    assert!(wrong.is_empty(), "{wrong:#?}");
    report
}

/// One thing is called a mismatch.
fn wrong(tables: Value, rest: Value, expected: &str) -> Report {
    let (report, wrong) = checked(tables, rest);
    assert_eq!(wrong, [expected]);
    report
}

fn reason(report: &Report, rule: Rule) -> Vec<Reason> {
    report.findings.iter().filter(|finding| finding.rule == rule).filter_map(|finding| finding.reason).collect()
}

fn table(number: &str, kind: &str, columns: &[(&str, &str)], lines: Value) -> Value {
    let columns: Vec<_> = columns.iter().map(|(id, name)| json!({"id": id, "name": name})).collect();
    json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}

fn stated(subject: &str, section: &str, rest: Value) -> Value {
    let mut all = json!({"subject": subject, "name": subject, "section": section});
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    all
}

const TOTAL: [(&str, &str); 1] = [("total", "合计")];

/// Income and expenditure of 80.00 of this year and 20.00 carried over.
fn balances() -> Value {
    let balance = |number: &str, kind: &str, carried: &str, all: &str, spent: &str| {
        let columns = json!([
            {"id": "income", "name": "预算数", "side": "income"},
            {"id": "total", "name": "预算数", "side": "expenditure"},
        ]);
        json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": [
            {"key": "general-public", "name": "一般公共预算拨款", "side": "income", "amounts": {"income": "80.00"}},
            {"key": carried, "name": "上年结转", "side": "income", "amounts": {"income": "20.00"}},
            {"key": all, "name": "收入总计", "role": "total", "side": "income", "amounts": {"income": "100.00"}},
            {"key": "201", "name": "一般公共服务支出", "side": "expenditure", "amounts": {"total": "100.00"}},
            {"key": spent, "name": "支出总计", "role": "total", "side": "expenditure", "amounts": {"total": "100.00"}},
        ]})
    };
    json!([
        balance("表一", "balance", "carry-over", "income", "expenditure"),
        balance("表二", "appropriation", "appropriation-carry-over", "appropriation", "appropriation-expenditure"),
    ])
}
