//! Files that say less than they might: what a line is, what it stands under, which block it is in. The numbers tell it,
//! and where they do not, nobody is accused.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::documents::{found, holds, read, says, table};
use budget_lens::check::{Reason, Verdict, check};
use serde_json::{Value, json};

/// A table of expenditure in one column, of these lines.
fn spent(lines: Value) -> Value {
    table("表三", "expenditure", json!([{"id": "total", "name": "合计"}]), lines)
}

/// A line that says no more than its name.
fn line(name: &str, amount: &str) -> Value {
    json!({"name": name, "amounts": {"total": amount}})
}

fn class(code: &str, amount: &str) -> Value {
    json!({"code": code, "name": format!("科目{code}"), "amounts": {"total": amount}})
}

fn total(amount: &str) -> Value {
    json!({"name": "合计", "role": "total", "amounts": {"total": amount}})
}

/// A line with more said of it.
fn with(line: Value, more: Value) -> Value {
    let mut line = line;
    line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    line
}

fn mismatches(tables: Value) -> Vec<String> {
    found(&read(tables, json!([])), Verdict::Mismatch)
}

#[test]
fn a_unit_that_is_called_nothing_is_no_class_beside_its_classes() {
    let unit = line("青石县档案局", "100.00");
    let classes = || [class("201", "70.00"), class("20126", "70.00"), class("208", "30.00"), class("20805", "30.00")];
    let under = |heads: &[Value]| [&[total("100.00")][..], heads, &classes()].concat();
    let coded = with(unit.clone(), json!({"code": "121", "level": 1}));
    let inner = with(unit.clone(), json!({"code": "121001", "level": 2}));
    for heads in [vec![unit.clone()], vec![unit.clone(), unit.clone()], vec![coded.clone()], vec![coded, inner]] {
        holds(json!([spent(json!(under(&heads)))]));
    }
    // What the file calls a subtotal or a second total of all is none of the parts, either.
    for role in ["subtotal", "total"] {
        holds(json!([spent(json!(under(&[with(unit.clone(), json!({"role": role}))])))]));
    }
    // A class on the unit's own level, as a file may have it.
    let level = |(i, class): (usize, Value)| with(class, json!({"level": i % 2 + 1}));
    let lines = [
        vec![total("100.00"), with(unit, json!({"level": 1}))],
        classes().into_iter().enumerate().map(level).collect(),
    ];
    holds(json!([spent(json!(lines.concat()))]));
}

#[test]
fn a_slip_below_a_unit_that_is_called_nothing_is_found_in_its_sum() {
    let lines = json!([
        total("150.00"),
        line("青石县档案局", "100.00"),
        class("201", "70.00"),
        class("208", "39.00"),
        line("青石县档案馆", "50.00"),
        class("201", "50.00"),
    ]);
    let wrong = mismatches(json!([spent(lines)]));
    let [wrong] = &wrong[..] else { panic!("{wrong:#?}") };
    assert!(wrong.contains("青石县档案局") && wrong.contains("100.00") && wrong.contains("109.00"), "{wrong}");
}

#[test]
fn lines_without_levels_stand_under_what_they_add_up_to() {
    let lines = |last: &str| {
        json!([
            line("财政拨款", "80.00"),
            line("一般公共预算", "60.00"),
            line("政府性基金", "20.00"),
            line("单位资金", "40.00"),
            line("事业收入", "40.00"),
            line("上年结转", last),
            total("125.00"),
        ])
    };
    let of = |lines| table("表二", "other", json!([{"id": "total", "name": "金额"}]), lines);
    holds(json!([of(lines("5.00"))]));
    // By no reading does it come to the total: which number is wrong nothing says.
    let budget = read(json!([of(lines("7.50"))]), json!([]));
    assert!(found(&budget, Verdict::Mismatch).is_empty());
    assert!(check(&budget).findings.iter().any(|finding| finding.reason == Some(Reason::UnknownLines)));
}

#[test]
fn a_flat_list_that_does_not_come_to_its_total_is_a_mismatch() {
    let lines = json!([line("甲", "30.00"), line("乙", "25.00"), line("丙", "45.00"), total("120.00")]);
    assert_eq!(mismatches(json!([spent(lines)])).len(), 1);
    // A line that is printed twice is no part of itself.
    let lines = json!([line("甲", "30.00"), line("乙", "25.00"), line("乙", "25.00"), total("55.00")]);
    assert!(!mismatches(json!([spent(lines)])).is_empty());
}

#[test]
fn a_total_is_known_by_its_name() {
    let name = |name: &str, amount| line(name, amount);
    for lines in [
        json!([class("201", "70.00"), class("208", "30.00"), name("合　计", "100.00")]),
        json!([name("总计", "100.00"), class("201", "70.00"), class("208", "30.00")]),
    ] {
        says(
            json!([spent(lines)]),
            json!([{"subject": "expenditure", "name": "支出预算", "section": "三", "amount": "100.00"}]),
        );
    }
    let income = |key: &str, name: &str, amount: &str| json!({"key": key, "name": name, "side": "income", "amounts": {"income": amount}});
    let out = |key: &str, name: &str, amount: &str| json!({"key": key, "name": name, "side": "expenditure", "amounts": {"total": amount}});
    let lines = json!([
        income("general-public", "一般公共预算拨款收入", "90.00"),
        income("current-income", "本年收入合计", "90.00"),
        income("carry-over", "上年结转", "10.00"),
        income("income", "收入总计", "100.00"),
        out("201", "一般公共服务支出", "100.00"),
        out("current-expenditure", "本年支出合计", "100.00"),
        out("expenditure", "支出总计", "100.00"),
    ]);
    let columns = json!([{"id": "income", "name": "预算数", "side": "income"}, {"id": "total", "name": "预算数", "side": "expenditure"}]);
    let balance = table("表一", "balance", columns, lines);
    says(json!([balance]), json!([{"subject": "income", "name": "收入预算总计", "section": "一", "amount": "100.00"}]));
    let budget = read(
        json!([balance]),
        json!([{"subject": "income", "name": "收入预算总计", "section": "一", "amount": "90.10"}]),
    );
    assert!(!found(&budget, Verdict::Mismatch).is_empty());
}

/// A balance with a third block beside it: what the money is used for.
fn with_uses(block: Value, uses: [&str; 3]) -> Value {
    let column = |id: &str, side: &str| json!({"id": id, "name": "预算数", "side": side});
    let use_column = with(column("use", "expenditure"), block.clone());
    let of = |name: &str, role: &str, side: &str, id: &str, amount: &str| json!({"name": name, "role": role, "side": side, "amounts": {id: amount}});
    let of_use =
        |name: &str, role: &str, amount: &str| with(of(name, role, "expenditure", "use", amount), block.clone());
    let lines = json!([
        of("一般公共预算拨款收入", "item", "income", "income", "100.00"),
        of("收入总计", "total", "income", "income", "100.00"),
        of("一般公共服务支出", "item", "expenditure", "total", "100.00"),
        of("支出总计", "total", "expenditure", "total", "100.00"),
        of_use("基本支出", "item", uses[0]),
        of_use("项目支出", "item", uses[1]),
        of_use("支出总计", "total", uses[2]),
    ]);
    table("表一", "balance", json!([column("income", "income"), column("total", "expenditure"), use_column]), lines)
}

#[test]
fn a_block_beside_has_its_own_total() {
    for block in [json!({"block": "use"}), json!({})] {
        holds(json!([with_uses(block.clone(), ["60.00", "40.00", "100.00"])]));
        assert_eq!(mismatches(json!([with_uses(block, ["60.00", "47.00", "100.00"])])).len(), 1);
    }
}

#[test]
fn meetings_are_no_part_of_the_three_public_expenses_whatever_the_table_is_called() {
    let level = |name: &str, level: u8, amount: &str| with(line(name, amount), json!({"level": level}));
    let lines = |reception: &str| {
        json!([
            with(level("“三公”经费合计", 1, "10.00"), json!({"role": "subtotal"})),
            level("因公出国（境）费", 2, "0.00"),
            level("公务接待费", 2, reception),
            level("公务用车购置及运行维护费", 2, "0.00"),
            level("会议费", 1, "5.00"),
            level("培训费", 1, "3.00"),
        ])
    };
    let of = |lines| {
        let columns = json!([{"id": "total", "name": "预算数"}]);
        json!({"number": "表九", "title": "“三公”经费、会议费、培训费支出预算表", "unit": "万元", "columns": columns, "lines": lines})
    };
    for kind in [json!({}), json!({"kind": "other"})] {
        holds(json!([with(of(lines("10.00")), kind.clone())]));
        assert_eq!(mismatches(json!([with(of(lines("12.00")), kind)])).len(), 1);
    }
}
