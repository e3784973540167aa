//! Performance forms: their funds, their costs, whose they are.

use budget_lens::check::{Reason, Report, Rule, Verdict};
use serde_json::{Value, json};

use super::{TOTAL, checked, fine, reason, table, wrong};

#[test]
fn a_cost_may_be_the_price_of_one_or_of_a_part() {
    let form = |indicators: Value, total: &str| {
        let form = json!({"name": "公车更新", "unit": "万元", "annual": {"total": total}, "indicators": indicators});
        json!({"projects": [{"name": "公车更新", "form": form}]})
    };
    let cost = |name: &str, target: &str| json!({"group": "成本", "kind": "经济成本", "name": name, "annual": target});
    let each = json!([{"group": "产出", "kind": "数量", "name": "采购数量", "annual": "≥2台"}, cost("每辆购置成本", "≤18.69万元")]);
    let holds = |report: &Report| report.count_of(Rule::FormCost, Verdict::Holds);
    assert_eq!(holds(&fine(json!([]), form(each.clone(), "37.38"))), 1);
    assert_eq!(reason(&fine(json!([]), form(each, "40.00")), Rule::FormCost), [Reason::UnitPrice]);
    let part = |target: &str| json!([cost("印刷刊物成本", target)]);
    assert_eq!(reason(&fine(json!([]), form(part("≤12.80万元"), "17.40")), Rule::FormCost), [Reason::PartOfFunds]);
    assert_eq!(reason(&fine(json!([]), form(part("≤20.00万元"), "17.40")), Rule::FormCost), [Reason::UpperLimit]);
    let (_, more) = checked(json!([]), form(part("20.00万元"), "17.40"));
    assert_eq!(more.len(), 1, "{more:#?}");
    let (_, less) = checked(json!([]), form(json!([cost("项目总成本", "≤12.80万元")]), "17.40"));
    assert_eq!(less.len(), 1, "what names nothing in particular is the cost of all: {less:#?}");
}

#[test]
fn a_form_is_that_of_the_line_with_its_funds() {
    let line = |name: &str, amount: &str| json!({"name": name, "amounts": {"total": amount}});
    let tables = |lines: Value| json!([table("表一", "projects", &TOTAL, lines)]);
    let form = |name: &str, total: &str| json!({"name": name, "form": {"name": name, "unit": "万元", "annual": {"total": total}}});
    let one = || tables(json!([line("合计", "650.00"), line("审图费", "650.00")]));
    let two = json!({"projects": [form("审图费", "122.22"), form("审图费", "650.00")]});
    assert_eq!(reason(&fine(one(), two), Rule::FormProject), [Reason::SameName]);
    let parts = json!({"projects": [form("审图费", "150.00"), form("审图费", "500.00")]});
    assert_eq!(fine(one(), parts).count_of(Rule::FormFunds, Verdict::Holds), 1);
    let earlier = json!({"projects": [form("加装电梯", "500.00")]});
    assert_eq!(reason(&fine(one(), earlier), Rule::FormProject), [Reason::EarlierYears]);
    let other = json!({"projects": [form("审图费", "500.00")]});
    wrong(one(), other, "form-funds 表一/审图费/total: 650.00, not 500.00");
}

#[test]
fn forms_that_were_made_need_not_be_published() {
    let made = json!({"statements": [{"subject": "department-forms", "name": "编制整体支出绩效目标的单位", "section": "六", "count": 1}]});
    assert_eq!(reason(&fine(json!([]), made), Rule::StatedCount), [Reason::NotPublished]);
}

#[test]
fn undivided_appropriations_stand_for_the_levels() {
    let form =
        |annual: Value| json!({"projects": [{"name": "甲", "form": {"name": "甲", "unit": "万元", "annual": annual}}]});
    fine(
        json!([]),
        form(json!({"total": "9.00", "appropriation": "8.00", "central": "5.00", "city": "3.00", "other": "1.00"})),
    );
    fine(json!([]), form(json!({"total": "9.00", "appropriation": "8.00", "carry-over": "1.00"})));
    let slip =
        form(json!({"total": "9.00", "appropriation": "8.00", "central": "5.00", "city": "2.00", "other": "1.00"}));
    wrong(json!([]), slip, "form-levels 项目绩效/甲/annual-appropriation: 8.00, not 7.00");
}
