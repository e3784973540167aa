//! Numbers in other units than the document's: no sentence leaves open which of them is in yuan.

use budget_lens::budget::Budget;
use budget_lens::check::{Field, FormTerm, Measure, Place, Rule, Verdict};
use budget_lens::money::Unit;

use super::{Tie, WAN, cell, official, project, said, statement};

/// The total of a form's funds of the year, in yuan.
fn fund(budget: &Budget, words: &str) -> Place {
    Place::Fund(project(budget, words), FormTerm::Annual, 5)
}

#[test]
fn a_form_says_both_units() {
    let budget = official();
    let p = project(&budget, "物业管理费");
    let indicators = &budget.projects[p].form.as_ref().unwrap().indicators;
    let i = indicators.iter().position(|indicator| indicator.kind == "成本").unwrap();
    let (target, fund) = (vec![Place::Target(p, i, FormTerm::Annual)], vec![Place::Fund(p, FormTerm::Annual, 5)]);
    let tie = Tie(Rule::FormCost, Verdict::Mismatch, "1350.9 700.0 650.9 0.05005", WAN, target, fund.clone(), None);
    let [zh, en] = said(&budget, tie);
    assert_eq!(
        zh,
        "项目绩效目标表“平鲁区机关办公场所2025年3-12月物业管理费”：本年成本指标写的是 1,350.9 万元，本年资金合计是 \
         7,000,000 元，差 650.9 万元。"
    );
    assert!(
        en.contains("annual cost indicator is given as 1,350.9 wan yuan, but annual funds (total) as 7,000,000 yuan"),
        "{en}"
    );
    let p = project(&budget, "退役军人（");
    let fund = vec![Place::Fund(p, FormTerm::Annual, 5)];
    let project = cell(&budget, "表十二", &budget.projects[p].name, "total");
    let tie = Tie(Rule::FormFunds, Verdict::Holds, "43.47 43.470852 -0.000852 0.005", WAN, vec![project], fund, None);
    let [zh, _] = said(&budget, tie);
    assert!(zh.contains("印的是 43.47 万元，") && zh.ends_with("是 434,708.52 元，四舍五入后相符。"), "{zh}");
}

#[test]
fn a_form_in_yuan_says_so_with_each_number() {
    let budget = official();
    let p = project(&budget, "实验小学");
    let indicators = &budget.projects[p].form.as_ref().unwrap().indicators;
    let i = indicators.iter().position(|indicator| indicator.kind == "成本").unwrap();
    let (target, fund) = (vec![Place::Target(p, i, FormTerm::Annual)], vec![fund(&budget, "实验小学")]);
    let numbers = "2164834.89 1000000 1164834.89 1";
    let yuan = Measure::Money(Unit::Yuan);
    let [zh, en] = said(&budget, Tie(Rule::FormCost, Verdict::Mismatch, numbers, yuan, target, fund, None));
    assert_eq!(
        zh,
        "项目绩效目标表“实验小学维修改造工程”：本年成本指标写的是 2,164,834.89 元，本年资金合计是 1,000,000 元，差 \
         1,164,834.89 元。"
    );
    assert!(en.ends_with("funds (total) as 1,000,000 yuan, a difference of 1,164,834.89 yuan."), "{en}");
}

#[test]
fn a_share_or_a_rate_of_two_units_says_both() {
    let budget = official();
    let all = cell(&budget, "表三", "合计", "total");
    let stated = |field| vec![statement(&budget, "十（2）", "project-forms", field)];
    let told = |rule, field| {
        let terms = vec![fund(&budget, "物业管理费"), all];
        let numbers = "50.00 14.72 35.28 0.01";
        said(&budget, Tie(rule, Verdict::Mismatch, numbers, Measure::Percent, stated(field), terms, None))
    };
    let [zh, _] = told(Rule::StatedShare, Field::Share);
    assert!(zh.contains("；7,000,000 元占表三“合计” 4,754.23 万元的 14.72%"), "{zh}");
    let [zh, en] = told(Rule::StatedRate, Field::Rate);
    let rate = "增减 7,000,000 元 ÷ 上年 4,054.23 万元（4,754.23 万元 − 7,000,000 元）是 14.72%";
    assert!(zh.contains(rate), "{zh}");
    assert!(en.contains("7,000,000 yuan by last year’s 4,054.23 wan yuan"), "{en}");
}
