//! What the number that is likely wrong should be, and what of the text it explains.

use crate::common::budgets;
use budget_lens::budget::{Budget, Kind};
use budget_lens::check::{Verdict, check};
use serde_json::{Value, json};

use super::made::{causes, document};
use crate::common::shapes::Shape;
use crate::mutations::{Slip, get, places};

/// Two lines whose sums, down and across, are each off by 0.01.
fn rounded(printed: &str) -> Budget {
    let lines = format!("205 110.49 80.00 30.49; 2050201 {printed} 40.00 20.24; 2050202 50.25 40.00 10.25");
    document(&[("expenditure", "total basic project", &lines)])
}

#[test]
fn of_what_roundings_leave_open_the_number_is_told_that_a_hand_slips_from() {
    assert!(causes(&rounded("60.25")).is_empty());
    let swapped = causes(&rounded("62.05"));
    assert_eq!(swapped, ["2 by Number: 表0/2050201/total = 60.25 mends 2, Some(Digits)"], "not 60.24");
    assert_eq!(causes(&rounded("80.25")), ["2 by Number: 表0/2050201/total = 60.25 mends 2, None"], "one digit");
    assert_eq!(causes(&rounded("71.36")), ["2 by Number: 表0/2050201/total = 60.24 mends 2, None"]);
}

/// A table of 341.00 in all, 43.87 before, and a text of it.
fn told(lines: &Value, statements: &Value) -> Vec<String> {
    let columns = json!([{"id": "last-year-budget", "name": "上年预算数"}, {"id": "total", "name": "合计"}]);
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "局", "year": 2026, "title": "预算", "unit": "万元"},
        "tables": [{"number": "表0", "title": "表", "kind": "general-public", "unit": "万元", "columns": columns, "lines": lines}],
        "statements": statements,
    });
    causes(&budgets::read(document.to_string()))
}

#[test]
fn a_rate_tells_which_of_two_numbers_is_wrong() {
    let lines = json!([
        {"name": "合计", "role": "total", "amounts": {"total": "341.00"}},
        {"code": "2210203", "name": "购房补贴", "amounts": {"total": "341.00"}},
    ]);
    let text = |amount| {
        json!([{"subject": "general-public", "name": "一般公共预算支出", "section": "五", "amount": "341.00"},
        {"subject": "2210203", "name": "购房补贴", "section": "五", "amount": amount, "change": "10.00", "rate": "3.02"}])
    };
    assert!(told(&lines, &text("341.00")).is_empty());
    let wrong = told(&lines, &text("3410.00"));
    assert_eq!(wrong, ["2 by Number: 说明/2210203/amount = 341.00 mends 2, Some(Point(1))"]);
}

#[test]
fn a_change_that_mends_a_table_explains_that_it_was_more_than_there_is() {
    let lines =
        json!([{"code": "2210203", "name": "购房补贴", "amounts": {"last-year-budget": "43.87", "total": "16.80"}}]);
    let text = |change| json!([{"subject": "2210203", "name": "购房补贴", "section": "五", "amount": "16.80", "change": change}]);
    assert!(told(&lines, &text("-27.07")).is_empty());
    assert_eq!(told(&lines, &text("72.93")), ["2 by Number: 说明/2210203/change = -27.07 mends 2, None"]);
}

#[test]
fn what_must_only_be_no_more_than_something_need_not_be_that() {
    let lines = |some| {
        json!([
            {"code": "2210203", "name": "购房补贴", "amounts": {"total": "341.00"}},
            {"name": "其中：在职人员", "level": 4, "is": "of-which", "amounts": {"total": some}},
        ])
    };
    assert!(told(&lines("341.00"), &json!([])).is_empty());
    assert_eq!(told(&lines("352.50"), &json!([])), ["1 by Number: nobody"]);
}

#[test]
fn a_slip_in_the_income_speaks_against_no_other_table() {
    for seed in 1..3 {
        let budget = Shape::Shanxi.budget(seed);
        let is_income = |table: usize| matches!(budget.tables[table].kind, Some(Kind::Income | Kind::Balance));
        let covered = places(&budget).into_iter().filter(|place| place.table().is_some_and(is_income));
        for place in covered.filter(|place| get(&budget, *place).is_some()) {
            let mut slipped = budget.clone();
            Slip::More(place, 3).happen(&mut slipped);
            let report = check(&slipped);
            assert!(report.causes_of(Verdict::Mismatch).count() <= 1, "{place:?}: {:#?}", causes(&slipped));
        }
    }
}
