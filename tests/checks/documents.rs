//! Small documents of a few tables, and what the checks call a mismatch in them.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::check::{Names, Verdict, check};
use serde_json::{Value, json};

use crate::findings::told;

/// A document of these tables and statements.
pub fn read(tables: Value, statements: Value) -> Budget {
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县档案馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
        "statements": statements,
    });
    let document = document.to_string();
    budgets::read(document)
}

/// The findings of this verdict, in words.
pub fn found(budget: &Budget, verdict: Verdict) -> Vec<String> {
    let (report, names) = (check(budget), Names::new(budget));
    report.findings.iter().filter(|finding| finding.verdict == verdict).map(|finding| told(finding, &names)).collect()
}

/// Nothing in a document of these tables is called a mismatch.
pub fn holds(tables: Value) {
    says(tables, json!([]));
}

/// Nothing in a document of these tables and statements is called a mismatch.
pub fn says(tables: Value, statements: Value) {
    let wrong = found(&read(tables, statements), Verdict::Mismatch);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A table in 万元.
pub fn table(number: &str, kind: &str, columns: Value, lines: Value) -> Value {
    json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}
