//! Amounts that are cut off (去尾) and not rounded: throughout a document that is a habit, once it is a slip.

use crate::common::budgets;
use budget_lens::check::{Reason, Rule, Verdict, check};
use serde_json::{Value, json};

/// A table of a total and its items.
fn table((i, (total, items)): (usize, &(&str, &[&str]))) -> Value {
    let item = |(n, amount): (usize, &&str)| json!({"name": format!("项{i}{n}"), "amounts": {"total": amount}});
    let mut lines = vec![json!({"name": "合计", "role": "total", "amounts": {"total": total}})];
    lines.extend(items.iter().enumerate().map(item));
    json!({
        "number": format!("{}", i + 1), "title": format!("第{i}类支出表"), "kind": "other", "unit": "万元",
        "columns": [{"id": "total", "name": "合计"}], "lines": lines,
    })
}

/// What becomes of each table's total.
fn totals(sums: &[(&str, &[&str])]) -> Vec<(Verdict, Option<Reason>)> {
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": sums.iter().enumerate().map(table).collect::<Vec<_>>(),
    });
    let budget = budgets::read(document.to_string());
    let mut found: Vec<_> = check(&budget).findings.into_iter().filter(|found| found.rule == Rule::Total).collect();
    found.sort_by_key(|found| found.stated[0].table());
    found.into_iter().map(|found| (found.verdict, found.reason)).collect()
}

/// Sums of numbers that have all lost something: rounding explains the first of them.
const LESS: [(&str, &[&str]); 2] =
    [("10.02", &["3.33", "3.33", "3.34"]), ("20.04", &["4.00", "4.00", "4.00", "4.00", "4.00"])];

#[test]
fn sums_that_are_all_too_small_are_cut_off() {
    let cut = (Verdict::Rounding, Some(Reason::CutOff));
    let rounding = (Verdict::Rounding, None);
    assert_eq!(totals(&[LESS[0], LESS[1], ("7.01", &["3.00", "4.00"])]), [rounding, cut, rounding]);
}

#[test]
fn a_slip_among_them_is_still_one() {
    let found = totals(&[LESS[0], LESS[1], ("7.01", &["3.00", "4.00"]), ("9.00", &["4.00", "4.00"])]);
    assert_eq!(found[1], (Verdict::Rounding, Some(Reason::CutOff)));
    assert_eq!(found[3], (Verdict::Mismatch, None));
}

#[test]
fn one_that_is_too_small_among_rounded_ones_is_a_slip() {
    // Rounded up, and down; or nothing else tells.
    for others in [&[LESS[0], ("6.99", &["3.00", "4.00"])][..], &LESS[..1], &[]] {
        let found = totals(&[others, &LESS[1..]].concat());
        assert_eq!(found.last(), Some(&(Verdict::Mismatch, None)), "{others:?}");
    }
}
