//! What other templates call or print otherwise, and mean the same by: nothing is called a mismatch for it.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::documents::{holds, read, table};
use budget_lens::check::{Reason, Rule, check};
use serde_json::{Value, json};

#[test]
fn the_parts_of_a_table_have_its_number() {
    let one = |number| {
        table(
            number,
            "other",
            json!([{"id": "total", "name": "合计"}]),
            json!([{"name": "甲", "amounts": {"total": "1.00"}}]),
        )
    };
    holds(json!([one("表1"), one("表2"), one("表3-1"), one("表3-2"), one("表4")]));
}

#[test]
fn an_empty_row_and_a_note_belong_to_no_sum() {
    let columns = json!([{"id": "total", "name": "合计"}, {"id": "general-public", "name": "一般公共预算"}]);
    let all = |name| json!({"name": name, "role": "total", "amounts": {"total": "100.00", "general-public": "100.00"}});
    for row in [json!({"name": "注：单位为万元。"}), json!({"name": ""})] {
        holds(json!([table("表二", "income", columns.clone(), json!([all("合计"), row]))]));
    }
}

#[test]
fn this_years_budget_is_with_what_is_carried_over() {
    for heading in ["预算数", "本年预算数", "当年预算数"] {
        let columns = json!([
            {"id": "income", "name": heading, "group": "收入", "side": "income"},
            {"id": "total", "name": heading, "group": "支出", "side": "expenditure"},
        ]);
        let income = |key, name, role, amount| json!({"key": key, "name": name, "role": role, "side": "income", "amounts": {"income": amount}});
        let spent = |key, name, role| json!({"key": key, "name": name, "role": role, "side": "expenditure", "amounts": {"total": "100.00"}});
        let balance = json!([
            income("general-public", "一般公共预算拨款收入", "item", "90.00"),
            income("current-income", "本年收入合计", "subtotal", "90.00"),
            income("carry-over", "上年结转", "item", "10.00"),
            income("income", "收入总计", "total", "100.00"),
            spent("201", "一般公共服务支出", "item"),
            spent("current-expenditure", "本年支出合计", "subtotal"),
            spent("expenditure", "支出总计", "total"),
        ]);
        let received = json!([
            {"id": "total", "name": "合计"},
            {"id": "current-income", "name": "小计", "group": "本年收入"},
            {"id": "general-public", "name": "一般公共预算", "group": "本年收入"},
            {"id": "carry-over", "name": "上年结转"},
        ]);
        let amounts =
            json!({"total": "100.00", "current-income": "90.00", "general-public": "90.00", "carry-over": "10.00"});
        let lines = json!([
            {"code": "201", "name": "一般公共服务支出", "amounts": amounts},
            {"name": "合计", "role": "total", "amounts": amounts},
        ]);
        holds(json!([table("表一", "balance", columns, balance), table("表二", "income", received, lines)]));
    }
}

#[test]
fn how_much_was_spent_of_a_budget_is_no_change() {
    let columns = json!([
        {"id": "a", "name": "年初预算数"}, {"id": "b", "name": "全年预算数"}, {"id": "c", "name": "决算数"},
        {"id": "d", "name": "执行率（%）"},
    ]);
    let amounts = json!({"a": "100.00", "b": "120.00", "c": "90.00", "d": "75.00"});
    let lines = json!([
        {"name": "合计", "role": "total", "amounts": amounts},
        {"code": "201", "name": "一般公共服务支出", "amounts": amounts},
    ]);
    holds(json!([table("表五", "general-public", columns, lines)]));
}

#[test]
fn an_amount_is_not_held_against_itself() {
    let columns = json!([{"id": "total", "name": "合计"}, {"id": "g", "name": "政府支出经济分类", "text": true}]);
    let line = |code: &str, government: &str, amount: &str| json!({"code": code, "name": format!("科目{code}"), "amounts": {"total": amount}, "texts": {"g": government}});
    let lines = json!([
        line("30101", "50101基本工资", "30.00"),
        line("30201", "50201办公经费", "20.00"),
        {"name": "合计", "role": "total", "amounts": {"total": "50.00"}},
    ]);
    let report = check(&read(json!([table("表六", "basic-economic", columns, lines)]), json!([])));
    assert!(report.findings.iter().all(|finding| finding.rule != Rule::ItemGovernment), "{:#?}", report.findings);
}

/// A table of expenditure with basic and project expenditure.
fn spent(lines: Value) -> Value {
    let columns = json!([
        {"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"},
    ]);
    json!([table("表三", "expenditure", columns, lines)])
}

fn amounts(total: &str, basic: &str, project: &str) -> Value {
    json!({"total": total, "basic": basic, "project": project})
}

#[test]
fn a_unit_holds_the_classes_that_follow_it() {
    let unit = |name: &str, amounts: &Value| json!({"name": name, "is": "unit", "amounts": amounts});
    let of = |code: &str, amounts: &Value| json!({"code": code, "name": format!("科目{code}"), "amounts": amounts});
    let (one, other, all) =
        (amounts("100.00", "60.00", "40.00"), amounts("50.00", "30.00", "20.00"), amounts("150.00", "90.00", "60.00"));
    let total = json!({"name": "合计", "role": "total", "amounts": all});
    holds(spent(json!([
        total,
        unit("青石县档案局", &one),
        of("201", &one),
        of("20126", &one),
        of("2012601", &one),
        unit("青石县档案馆", &other),
        of("201", &other),
        of("20126", &other),
        of("2012604", &other),
    ])));
    let coded =
        |code: &str, name: &str, amounts: &Value| json!({"code": code, "name": name, "is": "unit", "amounts": amounts});
    holds(spent(json!([coded("121", "青石县档案局", &one), of("201", &one), of("20126", &one),
        {"name": "合计", "role": "total", "amounts": one}])));
}

#[test]
fn some_of_a_line_is_no_part_beside_others() {
    let of = |code: &str, amounts: Value| json!({"code": code, "name": format!("科目{code}"), "amounts": amounts});
    for name in ["其中：专项资金", "2.其中：专项资金"] {
        holds(spent(json!([
            of("201", amounts("100.00", "60.00", "40.00")),
            of("20126", amounts("100.00", "60.00", "40.00")),
            of("2012601", amounts("60.00", "60.00", "0.00")),
            {"name": name, "amounts": {"total": "5.00"}},
            of("2012602", amounts("40.00", "0.00", "40.00")),
            {"name": "合计", "role": "total", "amounts": amounts("100.00", "60.00", "40.00")},
        ])));
    }
}

#[test]
fn what_is_granted_this_year_may_be_stated_fund_by_fund() {
    let stated = |subject, name, amount| json!({"subject": subject, "name": name, "section": "四", "amount": amount});
    for (whole, mismatches) in [("103.00", 0), ("105.00", 1)] {
        let budget = read(
            json!([]),
            json!([
                stated("appropriation", "财政拨款收支总预算", whole),
                stated("general-public", "一般公共预算当年拨款收入", "90.00"),
                stated("government-fund", "政府性基金当年拨款收入", "10.00"),
                stated("appropriation-carry-over", "上年结转", "3.00"),
            ]),
        );
        let report = check(&budget);
        let is_wrong = |finding: &&budget_lens::check::Finding| {
            finding.rule == Rule::StatedParts && finding.verdict == budget_lens::check::Verdict::Mismatch
        };
        assert_eq!(report.findings.iter().filter(is_wrong).count(), mismatches, "{whole}");
    }
}

#[test]
fn a_text_that_names_an_item_without_its_class_calls_nothing_by_another_name() {
    let line = |code, name, role| json!({"code": code, "name": name, "role": role, "amounts": {"total": "60.00"}});
    let items = json!([
        line("207", "文化旅游体育与传媒支出", "item"),
        line("20701", "文化和旅游", "item"),
        line("2070101", "行政运行", "item"),
        json!({"name": "合计", "role": "total", "amounts": {"total": "60.00"}}),
    ]);
    let columns = json!([{"id": "total", "name": "合计"}]);
    for (names, differs) in [
        (json!(["文化和旅游", "行政运行"]), false),
        (json!(["文化旅游体育与传媒支出", "行政运行"]), false),
        (json!(["文化旅游体育与传媒支出", "文化和旅游", "行政运行"]), false),
        (json!(["教育", "行政运行"]), true),
        (json!(["文化和旅游", "文化和旅游"]), true),
    ] {
        let named =
            json!({"subject": "2070101", "name": "行政运行", "section": "五", "amount": "60.00", "names": names});
        let budget = read(json!([table("表三", "expenditure", columns.clone(), items.clone())]), json!([named]));
        let report = check(&budget);
        assert_eq!(report.findings.iter().any(|finding| finding.rule == Rule::Names), differs, "{names}");
    }
}

#[test]
fn the_treasury_pays_for_no_more_projects_than_it_grants_money() {
    let spent = json!([
        {"code": "207", "name": "文化旅游体育与传媒支出", "amounts": amounts("100.00", "60.00", "40.00")},
        {"name": "合计", "role": "total", "amounts": amounts("100.00", "60.00", "40.00")},
    ]);
    let columns = json!([{"id": "total", "name": "合计"}, {"id": "basic", "name": "基本支出"}, {"id": "project", "name": "项目支出"}]);
    let sides = json!([
        {"id": "income", "name": "预算数", "side": "income"}, {"id": "total", "name": "合计", "side": "expenditure"},
    ]);
    let wrong = |granted: &str, fund: Option<&str>, amount: &str| {
        let all = |key, name, side, id: &str| json!({"key": key, "name": name, "role": "total", "side": side, "amounts": {id: granted}});
        let balance = json!([
            all("income", "收入总计", "income", "income"),
            all("expenditure", "支出总计", "expenditure", "total")
        ]);
        let tables = json!([
            table("表三", "expenditure", columns.clone(), spent.clone()),
            table("表四", "appropriation", sides.clone(), balance)
        ]);
        let forms = json!({"subject": "project-forms", "name": "项目绩效目标", "section": "八", "amount": amount, "fund": fund});
        let report = check(&read(tables, json!([forms])));
        report.findings.iter().any(|finding| finding.reason == Some(Reason::MoreThanWhole))
    };
    assert!(wrong("30.00", Some("general-public"), "40.00"));
    assert!(wrong("30.00", Some("appropriation"), "40.00"));
    assert!(!wrong("40.00", Some("general-public"), "40.00"), "as much as is granted");
    assert!(!wrong("30.00", Some("own-funds"), "40.00"), "the treasury does not grant these");
    assert!(!wrong("30.00", None, "40.00"), "nobody says who pays");
    assert!(!wrong("30.00", Some("general-public"), "55.00"), "forms may be of several years");
}
