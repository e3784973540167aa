//! Lines that are left out though every sum comes out, and amounts of the text whose fund is left open: said where the
//! rest of the document shows it, and of no true document.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::common::budgets;
use crate::findings::{place, told};
use budget_lens::check::{Names, Reason, Report, Rule, Verdict, check};
use serde_json::{Value, json};

/// What is called a mismatch, and what lines are said to be left out and why, in a document of these tables.
fn checked(tables: &Value, rest: Value) -> (Vec<String>, Vec<(String, Reason)>, Report) {
    let mut all = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
    });
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    let document = all.to_string();
    let budget = budgets::read(document);
    let (report, names) = (check(&budget), Names::new(&budget));
    let wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch);
    let wrong = wrong.map(|finding| told(finding, &names)).collect();
    let lacking = report.findings.iter().filter(|finding| finding.rule == Rule::MissingLine);
    let lacking = lacking.map(|finding| (place(finding.stated[0], &names), finding.reason.unwrap())).collect();
    (wrong, lacking, report)
}

/// What is said to be left out of a table of these lines; nothing is wrong with it.
fn left_out(kind: &str, lines: Value) -> Vec<(String, Reason)> {
    let (wrong, lacking, _) = checked(&json!([table(kind, lines)]), json!({}));
    assert!(wrong.is_empty(), "{wrong:#?}");
    lacking
}

fn table(kind: &str, lines: Value) -> Value {
    let columns = if ["balance", "appropriation"].contains(&kind) {
        json!([
            {"id": "income", "name": "预算数", "group": "收入", "side": "income"},
            {"id": "total", "name": "预算数", "group": "支出", "side": "expenditure"},
        ])
    } else {
        json!([{"id": "total", "name": "合计"}])
    };
    json!({"number": "表一", "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}

/// A line by its code; without one, by its level.
fn line(code: &str, amount: &str) -> Value {
    match code.parse::<u8>() {
        Ok(level) if level < 10 => {
            json!({"name": format!("第{level}级"), "level": level, "amounts": {"total": amount}})
        }
        _ => json!({"code": code, "name": format!("科目{code}"), "amounts": {"total": amount}}),
    }
}

/// A line of the income side of a balance, or of its expenditure side.
fn side(side: &str, key: &str, name: &str, role: &str, amount: &str) -> Value {
    let column = if side == "income" { "income" } else { "total" };
    json!({"key": key, "name": name, "role": role, "side": side, "amounts": {column: amount}})
}

fn without(lines: &[Value], left_out: usize) -> Value {
    lines.iter().enumerate().filter(|(i, _)| *i != left_out).map(|(_, line)| line.clone()).collect()
}

#[test]
fn a_sum_of_one_side_of_a_balance_is_missed_on_the_other() {
    let lines = [
        side("income", "general-public", "一般公共预算拨款收入", "item", "9.00"),
        side("income", "current-income", "本年收入合计", "subtotal", "9.00"),
        side("income", "carry-over", "上年结转", "item", "1.00"),
        side("income", "income", "收入总计", "total", "10.00"),
        side("expenditure", "201", "一般公共服务支出", "item", "6.00"),
        side("expenditure", "205", "教育支出", "item", "4.00"),
        side("expenditure", "current-expenditure", "本年支出合计", "subtotal", "10.00"),
        side("expenditure", "year-end-carry-over", "结转下年", "item", "0.00"),
        side("expenditure", "expenditure", "支出总计", "total", "10.00"),
    ];
    assert_eq!(left_out("balance", json!(lines)), []);
    for (slip, counterpart) in [(1, "current-expenditure"), (3, "expenditure"), (6, "current-income"), (8, "income")] {
        let told = left_out("balance", without(&lines, slip));
        assert_eq!(told, [(format!("表一/{counterpart}/"), Reason::OneSided)]);
    }
}

#[test]
fn what_one_balance_says_of_this_year_is_missed_in_the_other() {
    let balance = |kind: &str, lines: &[Value]| {
        let mut balance = table(kind, json!(lines));
        balance["number"] = json!(if kind == "balance" { "表一" } else { "表二" });
        balance
    };
    let lines = [
        side("income", "general-public", "一般公共预算拨款收入", "item", "9.00"),
        side("income", "current-income", "本年收入合计", "subtotal", "9.00"),
        side("income", "carry-over", "上年结转", "item", "1.00"),
        side("income", "income", "收入总计", "total", "10.00"),
        side("expenditure", "201", "一般公共服务支出", "item", "10.00"),
        side("expenditure", "expenditure", "支出总计", "total", "10.00"),
    ];
    let lacking = |one: &[Value], other: &[Value]| {
        let (wrong, lacking, _) =
            checked(&json!([balance("balance", one), balance("appropriation", other)]), json!({}));
        assert!(wrong.is_empty(), "{wrong:#?}");
        lacking
    };
    let without: Vec<_> = [0, 2, 3, 4, 5].map(|i| lines[i].clone()).into();
    assert_eq!(lacking(&lines, &lines), []);
    assert_eq!(lacking(&lines, &without), [("表一/current-income/".into(), Reason::NoLine)]);
    assert_eq!(lacking(&without, &lines), [("表二/current-income/".into(), Reason::NoLine)]);
    // Without money of other years there is nothing to tell this year's from.
    let all = |key: &str, name: &str, role: &str| side("income", key, name, role, "10.00");
    let [fund, sum, total] = [
        all("general-public", "一般公共预算拨款收入", "item"),
        all("current-income", "本年收入合计", "subtotal"),
        all("income", "收入总计", "total"),
    ];
    let spent = &lines[4..];
    let with_sum = [&[fund.clone(), sum, total.clone()], spent].concat();
    assert_eq!(lacking(&with_sum, &[&[fund, total], spent].concat()), []);
}

#[test]
fn an_only_part_and_a_heading_are_missed_where_their_level_has_them() {
    let codes = ["201", "20101", "2010101", "205", "20508", "2050803", "221", "22102", "2210201"];
    let lines = codes.map(|code| line(code, "3.00"));
    assert_eq!(left_out("general-public", json!(lines)), []);
    for (slip, told, reason) in [
        (5, "表一/20508/", Reason::NoParts),
        (3, "表一/20508/", Reason::NoHeading),
        (7, "表一/2210201/", Reason::NoHeading),
    ] {
        let (_, lacking, _) = checked(&json!([table("general-public", without(&lines, slip))]), json!({}));
        assert!(lacking.contains(&(told.into(), reason)), "{slip}: {lacking:?}");
    }
}

#[test]
fn a_level_that_is_skipped_is_missed() {
    let lines = ["1", "2", "3", "1", "2", "3", "1", "2", "3"].map(|level| line(level, "3.00"));
    assert_eq!(left_out("general-public", json!(lines)), []);
    for slip in [0, 4] {
        let told = left_out("general-public", without(&lines, slip));
        assert!(matches!(&told[..], [(_, Reason::NoHeading)]), "{slip}: {told:?}");
    }
    // Others right under the same line show it, too, where its own level has no others.
    let lines = ["1", "2", "3", "2", "2"].map(|level| line(level, if level == "1" { "9.00" } else { "3.00" }));
    assert_eq!(left_out("general-public", json!(lines)), []);
    let told = left_out("general-public", without(&lines, 1));
    assert_eq!(told, [("表一/第3级/".into(), Reason::NoHeading)]);
}

#[test]
fn the_two_economic_classifications_are_the_same_money() {
    let by = |kind: &str, title: &str, lines: &[(&str, &str)]| {
        let lines: Vec<_> = lines.iter().map(|(code, amount)| line(code, amount)).collect();
        let mut table = table(kind, json!(lines));
        table["title"] = title.into();
        table["lines"]
            .as_array_mut()
            .unwrap()
            .push(json!({"name": "合计", "role": "total", "amounts": {"total": "9.00"}}));
        table
    };
    let says = |grants: &str, capital: &str| {
        let items = [("301", "4.00"), ("302", "2.00"), ("303", "2.00"), ("310", "1.00")];
        let classes = [("501", "3.00"), ("502", "1.00"), ("503", capital), ("505", "2.00"), ("509", grants)];
        let tables = json!([
            by("basic-economic", "一般公共预算基本支出表（部门经济分类）", &items),
            by("basic-economic", "一般公共预算基本支出表（政府经济分类）", &classes),
        ]);
        checked(&tables, json!({})).0
    };
    assert!(says("2.00", "1.00").is_empty());
    // What was lost of grants was put into capital: no other sum tells.
    let wrong = says("1.50", "1.50");
    assert!(wrong.is_empty(), "where as few groups agree as not, it is our reading that is wrong: {wrong:?}");
    assert!(says("1.50", "1.00").iter().any(|one| one == "item-government 表一/509/total: 1.50, not 2.00"));
}

/// A balance with other money beside the general public budget, and a table of all of it.
fn of_several_funds() -> Value {
    let balance = table(
        "balance",
        json!([
            side("income", "general-public", "一般公共预算拨款收入", "item", "90.00"),
            side("income", "other-income", "其他收入", "item", "10.00"),
            side("income", "income", "收入总计", "total", "100.00"),
            side("expenditure", "201", "一般公共服务支出", "item", "60.00"),
            side("expenditure", "205", "教育支出", "item", "40.00"),
            side("expenditure", "expenditure", "支出总计", "total", "100.00"),
        ]),
    );
    json!([balance])
}

fn stated(subject: &str, rest: Value) -> Value {
    let mut all = json!({"subject": subject, "name": subject, "section": "五"});
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    all
}

#[test]
fn an_amount_whose_fund_is_open_is_wrong_where_no_other_money_explains_it() {
    let says = |amount: &str| {
        let statements = json!({"statements": [stated("205", json!({"amount": amount}))]});
        checked(&of_several_funds(), statements).0
    };
    assert!(says("40.00").is_empty());
    assert!(says("31.00").is_empty(), "9.00 may be of other money");
    assert_eq!(says("41.00"), ["stated-amount 说明/205/amount: 41.00, not 40.00"]);
    assert_eq!(says("21.00"), ["stated-amount 说明/205/amount: 21.00, not 40.00"]);
    assert_eq!(says("-1.00").len(), 2, "less than nothing, too");
}

#[test]
fn an_economic_item_is_not_all_that_its_table_is_of() {
    let item = |key: &str, amount: &str| json!({"key": key, "name": key, "level": 1, "amounts": {"total": amount}});
    let all = json!({"name": "合计", "role": "total", "amounts": {"total": "90.00"}});
    let mut basic = table("basic-economic", json!([item("wages", "50.00"), item("goods-services", "40.00"), all]));
    (basic["number"], basic["title"]) = (json!("表二"), json!("一般公共预算基本支出表"));
    let tables = json!([of_several_funds()[0], basic]);
    let (wrong, ..) = checked(&tables, json!({"statements": [stated("basic", json!({"amount": "95.00"}))]}));
    assert!(wrong.is_empty(), "5.00 may be of other money: {wrong:?}");
}

#[test]
fn what_there_is_cannot_have_grown_by_more_than_itself() {
    let says = |change: &str, reason: &str| {
        let said = stated("205", json!({"amount": "40.00", "change": change, "reason": reason}));
        checked(&of_several_funds(), json!({"statements": [said]}))
    };
    assert!(says("40.00", "").0.is_empty() && says("-50.00", "").0.is_empty());
    assert_eq!(says("50.00", "").0, ["last-year 说明/205/change: 50.00, not 40.00"]);
    let is_opposite = |change: &str, reason: &str| {
        says(change, reason).2.findings.iter().any(|finding| finding.reason == Some(Reason::OtherDirection))
    };
    assert!(is_opposite("5.00", "减少的主要原因是人员调出") && is_opposite("-5.00", "增加的主要原因是人员调入"));
    assert!(!is_opposite("5.00", "增加的主要原因是人员调入，项目减少的原因是压减") && !is_opposite("5.00", ""));
}

#[test]
fn the_shares_of_one_section_have_one_base() {
    let says = |share: &str| {
        let of = |subject: &str, amount: &str, share: &str| {
            stated(subject, json!({"amount": amount, "share": share, "share_of": "general-public"}))
        };
        let statements = json!([of("201", "54.00", "60"), of("basic", "45.00", "50"), of("205", "36.00", share)]);
        checked(&of_several_funds(), json!({"statements": statements})).0
    };
    assert!(says("40").is_empty());
    assert_eq!(says("30"), ["stated-share 说明/205/share: 30, not 40"]);
}

#[test]
fn what_forms_carry_over_is_apart_where_their_others_have_it_so() {
    let says = |carried: &str| {
        let form = |name: &str, carried: &str| {
            let annual = json!({"total": "10.00", "appropriation": "8.00", "carry-over": carried});
            json!({"name": name, "form": {"name": name, "unit": "万元", "annual": annual}})
        };
        let full = |name: &str| {
            let annual = json!({"total": "10.00", "appropriation": "10.00", "carry-over": carried});
            json!({"name": name, "form": {"name": name, "unit": "万元", "annual": annual}})
        };
        let projects = json!([form("甲", "2.00"), form("乙", "2.00"), form("丙", "2.00"), full("丁")]);
        checked(&json!([]), json!({"projects": projects})).0
    };
    assert!(says("0.00").is_empty());
    assert!(matches!(&says("1.00")[..], [one] if one.starts_with("form-levels 项目绩效/丁/")));
}
