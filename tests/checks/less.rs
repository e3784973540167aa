//! Headings that carry the sign: 减少额 5.00 is 5.00 less. A true table of them is accused of nothing, whichever sign it
//! prints, and a slip in it is found.

use crate::common::budgets;
use crate::findings::all_told;
use budget_lens::budget::Budget;
use budget_lens::check::{Names, Verdict, check, sentence};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

/// A table of two years whose last two columns are headed so, and a text beside it.
fn read(headings: [&str; 2], lines: &[[&str; 5]], statements: &Value) -> Budget {
    let ids = ["last-year", "total", "c1", "c2"];
    let names = ["2025年预算数", "2026年预算数", headings[0], headings[1]];
    let columns: Vec<_> = ids.iter().zip(names).map(|(id, name)| json!({"id": id, "name": name})).collect();
    let line = |[code, cells @ ..]: &[&str; 5]| {
        let amounts: serde_json::Map<_, _> =
            ids.iter().zip(cells).map(|(id, cell)| ((*id).into(), json!(cell))).collect();
        match *code {
            "all" => json!({"name": "合计", "role": "total", "amounts": amounts}),
            _ => json!({"code": code, "name": format!("科目{code}"), "amounts": amounts}),
        }
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县档案馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": [{"number": "表一", "title": "表", "kind": "general-public", "unit": "万元", "columns": columns, "lines": lines}],
        "statements": statements,
    });
    let document = document.to_string();
    budgets::read(document)
}

fn mismatches(budget: &Budget) -> Vec<String> {
    all_told(&check(budget), Verdict::Mismatch, &Names::new(budget))
}

const LINES: [[&str; 5]; 4] = [
    ["all", "50.00", "40.00", "10.00", "20.00"],
    ["201", "20.00", "16.00", "4.00", "20.00"],
    ["205", "20.00", "15.00", "5.00", "25.00"],
    ["208", "10.00", "9.00", "1.00", "10.00"],
];

/// The same with the sign that a change has.
fn signed() -> Vec<[String; 5]> {
    let sign = |(i, cell): (usize, &str)| if i > 2 { format!("-{cell}") } else { cell.into() };
    LINES.iter().map(|line| [0, 1, 2, 3, 4].map(|i| sign((i, line[i])))).collect()
}

const HEADINGS: [[&str; 2]; 4] =
    [["减少额", "减少率%"], ["比上年减少", "下降（%）"], ["较2025年预算数下降", "降低率"], ["压减额", "压减比例（%）"]];

#[test]
fn what_is_less_is_printed_without_a_sign_or_with_one() {
    for headings in HEADINGS {
        assert_eq!(mismatches(&read(headings, &LINES, &json!([]))), [""; 0], "{headings:?}");
        let signed = signed();
        let signed: Vec<[&str; 5]> = signed.iter().map(|line| [0, 1, 2, 3, 4].map(|i| line[i].as_str())).collect();
        assert_eq!(mismatches(&read(headings, &signed, &json!([]))), [""; 0], "{headings:?}");
    }
}

#[test]
fn one_line_alone_is_read_as_its_heading_says() {
    assert_eq!(mismatches(&read(["减少额", "减少率"], &LINES[1..2], &json!([]))), [""; 0]);
    let wrong = read(["减少额", "减少率"], &[["201", "20.00", "16.00", "5.00", "20.00"]], &json!([]));
    assert_eq!(mismatches(&wrong), ["year-change 表一/201/last-year: 20.00, not 21.00"]);
}

#[test]
fn a_slip_in_what_is_less_is_found() {
    let mut lines = LINES;
    lines[2][4] = "52.00";
    let budget = read(["减少额", "减少率"], &lines, &json!([]));
    assert_eq!(mismatches(&budget), ["year-rate 表一/205/c2: 52.00, not 25.00"]);
    let (report, names) = (check(&budget), Names::new(&budget));
    let told = sentence(&report.findings[0], &names, Locale { lang: Lang::Zh, unit: Unit::Wan });
    assert!(told.contains("（20.00 − 15.00）÷ 20.00 是 25"), "{told}");
    lines = LINES;
    lines[2][3] = "6.00";
    let wrong = mismatches(&read(["减少额", "减少率"], &lines, &json!([])));
    assert!(wrong.contains(&"year-change 表一/205/last-year: 20.00, not 21.00".into()), "{wrong:#?}");
}

#[test]
fn a_text_gives_a_change_its_sign_or_has_a_heading_that_does() {
    let statement = |name: &str, change: &str, rate: &str| json!([{"subject": "205", "name": name, "section": "三", "amount": "15.00", "change": change, "rate": rate}]);
    for statements in [statement("教育支出", "-5.00", "-25"), statement("教育支出减少额", "5.00", "25")] {
        assert_eq!(mismatches(&read(["减少额", "减少率"], &LINES, &statements)), [""; 0], "{statements}");
    }
    assert!(!mismatches(&read(["减少额", "减少率"], &LINES, &statement("教育支出", "5.00", "25"))).is_empty());
}
