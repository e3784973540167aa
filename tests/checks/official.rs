//! What a careful reader finds in the shipped budget, found by hand: each error and each rounding difference, and
//! nothing else.

use std::collections::BTreeSet;

use budget_lens::check::{Finding, Names, Rule, Verdict, check};
use rust_decimal::Decimal;

use crate::common::budgets;
use crate::findings::{all_told, place, told};

/// The real errors.
const ERRORS: [&str; 10] = [
    // The cost that a form aims at is not the money that it asks for.
    "form-cost 项目绩效/平鲁区机关办公场所2025年3-12月物业管理费/indicator-4-annual: 1350.9, not 700.0",
    "form-cost 项目绩效/公安局平鲁分局及井坪派出所维修改造工程/indicator-4-period: 2432761.07, not 1000000.00",
    "form-cost 项目绩效/公安局平鲁分局及井坪派出所维修改造工程/indicator-4-annual: 2432761.07, not 1000000.00",
    "form-cost 项目绩效/实验小学维修改造工程/indicator-4-annual: 2164834.89, not 1000000.00",
    // The published projects are all project expenditure; 56 % they are of all expenditure.
    "stated-share 说明/project-forms/share: 56, not 100",
    // 25 forms are said to be published, and 19 are.
    "stated-count 说明/project-forms/count: 25, not 19",
    "stated-count 说明/project-forms-running/count: 9, not 6",
    "stated-count 说明/project-forms-goal/count: 16, not 13",
    // Goals that were copied from another project.
    "form-goal 项目绩效/平鲁区政府会议室费用（2026年）/goal-annual",
    "form-goal 项目绩效/退休人员取暖补贴（人社局移交）/goal-annual",
];

/// Rounding differences: the document says that there may be some.
const ROUNDING: [&str; 21] = [
    // 2671.39 + 1888.66, down.
    "children 表二/20103/total: 4560.06, not 4560.05",
    "children 表二/20103/general-public: 4560.06, not 4560.05",
    "children 表三/20103/total: 4560.06, not 4560.05",
    "children 表五/20103/total: 4560.06, not 4560.05",
    // The same, across.
    "across 表三/201/total: 4560.06, not 4560.05",
    "across 表三/20103/total: 4560.06, not 4560.05",
    "across 表五/201/total: 4560.06, not 4560.05",
    "across 表五/20103/total: 4560.06, not 4560.05",
    // Wages, goods and services, and all basic expenditure, down and across.
    "children 表六/wages/total: 550.02, not 550.01",
    "children 表六/wages/personnel: 550.02, not 550.01",
    "children 表六/goods-services/total: 1470.04, not 1470.03",
    "children 表六/goods-services/operating: 1470.04, not 1470.03",
    "across 表六/合计/total: 2074.75, not 2074.76",
    "total 表六/合计/total: 2074.75, not 2074.76",
    "stated-parts 说明/basic/amount: 2074.75, not 2074.76",
    // 2671.39 + 8.08, and the 25 projects, against 2679.48.
    "total 表三/合计/project: 2679.48, not 2679.47",
    "total 表五/合计/project: 2679.48, not 2679.47",
    "total 表十二/朔州市平鲁区直属机关事务服务中心/total: 2679.48, not 2679.47",
    "total 表十二/朔州市平鲁区直属机关事务服务中心/general-public: 2679.48, not 2679.47",
    // The nine projects of other running costs.
    "stated-amount 说明/projects-running/amount: 606.94, not 606.93",
    "stated-amount 说明/project-forms-running/amount: 606.94, not 606.93",
];

/// Ties that hold and are worth a look.
const HOLD: [&str; 16] = [
    "item-function 表六/housing-fund/total: 49.11",
    "item-function 表六/pension-insurance/total: 61.00",
    "item-function 表六/medical-insurance/total: 24.78",
    "project-items 表三/2080502/project: 8.08",
    "stated-rate 说明/income/rate: 74.79",
    "stated-rate 说明/expenditure/rate: 74.79",
    "in-out 表一/income/income: 4754.23",
    "balance-expenditure 表一/201/total: 4560.06",
    "general-public 表五/201/total: 4560.06",
    "basic-items 表六/合计/total: 2074.75",
    "project-total 表十二/朔州市平鲁区直属机关事务服务中心/total: 2679.48",
    "three-public-parts 表十/three-public/total: 740.40",
    "stated-change 说明/three-public/change: -15.40",
    "stated-parts 采购/procurement/amount: 398.50",
    "department-form 整体绩效/total/sources: 4754.23",
    "counts 资产/vehicles/value: 89",
];

/// The numbers that nothing else in the document says anything of.
const UNCOVERED: [&str; 10] = [
    "人员/leader-posts/value",
    "人员/deputy-leader-posts/value",
    "人员/retired-cadres/value",
    "人员/retired/value",
    "人员/survivor-households/value",
    "人员/survivors/value",
    "资产/vehicle-establishment/value",
    "资产/floor-space/value",
    "资产/equipment-500k/value",
    "资产/equipment-1m/value",
];

/// Both lists hold the same, in whatever order.
fn same(found: &[String], expected: &[&str]) {
    let (found, expected): (BTreeSet<&str>, BTreeSet<&str>) =
        (found.iter().map(String::as_str).collect(), expected.iter().copied().collect());
    let (missing, new) = (&expected - &found, &found - &expected);
    assert!(missing.is_empty() && new.is_empty(), "no longer found: {missing:#?}\nnew: {new:#?}");
}

#[test]
fn every_error_is_found_and_nothing_else_is_called_one() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let found = all_told(&report, Verdict::Mismatch, &names);
    same(&found, &ERRORS);
    assert_eq!(found.len(), ERRORS.len(), "something is told twice: {found:#?}");
}

#[test]
fn every_rounding_difference_is_called_one() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let found = all_told(&report, Verdict::Rounding, &names);
    same(&found, &ROUNDING);
    assert_eq!(found.len(), ROUNDING.len(), "something is told twice: {found:#?}");
}

#[test]
fn no_rounding_difference_is_more_than_half_a_unit_a_number() {
    let budget = budgets::official();
    let report = check(&budget);
    for finding in report.findings.iter().filter(|finding| finding.verdict == Verdict::Rounding) {
        let compared = finding.compared.unwrap();
        let (difference, bound) = (compared.difference.unwrap().decimal().abs(), compared.bound.unwrap().decimal());
        assert!(difference <= bound, "{finding:?}");
        // All of them are amounts in 万元 with two places.
        let numbers = finding.places().filter(|place| place.printed(&budget).is_some()).count();
        assert_eq!(bound, Decimal::new(5, 3) * Decimal::from(numbers), "{finding:?}");
    }
}

#[test]
fn what_agrees_is_said_to_agree() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let found = all_told(&report, Verdict::Holds, &names);
    let missing: Vec<_> = HOLD.iter().filter(|tie| !found.iter().any(|found| found == *tie)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The finding of this rule at this place.
fn at<'f>(findings: &'f [Finding], names: &Names, rule: Rule, stated: &str) -> &'f Finding {
    let is_it = |finding: &&Finding| finding.rule == rule && finding.stated.iter().any(|p| place(*p, names) == stated);
    findings.iter().find(is_it).unwrap_or_else(|| panic!("nothing of {rule:?} at {stated}"))
}

#[test]
fn a_finding_names_the_numbers_that_it_comes_from() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let terms = |rule, stated: &str| -> Vec<String> {
        at(&report.findings, &names, rule, stated).terms.iter().map(|term| place(*term, &names)).collect()
    };
    assert_eq!(terms(Rule::Children, "表三/20103/total"), ["表三/2010303/total", "表三/2010350/total"]);
    assert_eq!(terms(Rule::Across, "表六/合计/total"), ["表六/合计/personnel", "表六/合计/operating"]);
    assert_eq!(
        terms(Rule::ProjectItems, "表三/2080502/project"),
        ["表十二/退休人员取暖补贴（人社局移交）/total", "表十二/退休人员基础绩效奖（人社局移交）/total"]
    );
    assert_eq!(terms(Rule::ItemFunction, "表六/medical-insurance/total"), ["表五/2101102/basic"]);
    assert_eq!(terms(Rule::StatedAmount, "说明/projects-running/amount").len(), 9);
    // The six projects whose forms are said to be published and are not.
    let without = ["食堂", "无线网络", "办公设备", "遗属", "基础绩效奖", "抚恤金"];
    let lacking = terms(Rule::StatedCount, "说明/project-forms/count");
    assert_eq!(lacking.len(), without.len());
    assert!(without.iter().zip(&lacking).all(|(word, name)| name.contains(word)), "{lacking:?}");
}

#[test]
fn a_form_in_yuan_is_its_project_in_ten_thousands() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let ties = || report.findings.iter().filter(|finding| finding.rule == Rule::FormFunds);
    assert_eq!(ties().filter(|finding| finding.verdict == Verdict::Holds).count(), 19);
    let unchecked: Vec<_> = ties().filter(|finding| finding.verdict == Verdict::Unchecked).collect();
    assert_eq!(unchecked.len(), 6, "{:?}", unchecked.iter().map(|f| told(f, &names)).collect::<Vec<_>>());
}

#[test]
fn only_what_nothing_else_speaks_of_is_left_unchecked() {
    let budget = budgets::official();
    let (report, names) = (check(&budget), Names::new(&budget));
    let found: Vec<_> = report.uncovered.iter().map(|uncovered| place(*uncovered, &names)).collect();
    same(&found, &UNCOVERED);
}

#[test]
fn in_documents_of_another_kind_nothing_is_wrong_but_what_is() {
    // What was made up for them: amounts below nothing, and in one of them a housing fund by item of its own.
    for (file, may) in [
        ("tests/data/bare.json", [Rule::Negative].as_slice()),
        ("tests/data/odd.json", &[Rule::Negative, Rule::ItemFunction]),
    ] {
        let budget = budgets::of(file);
        let (report, names) = (check(&budget), Names::new(&budget));
        assert!(report.count(Verdict::Holds) > 0);
        let wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch);
        let wrong: Vec<_> = wrong.filter(|finding| !may.contains(&finding.rule)).map(|f| told(f, &names)).collect();
        assert!(wrong.is_empty(), "{file}: {wrong:#?}");
    }
}
