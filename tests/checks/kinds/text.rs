//! The narrative: which number of the tables it means.

use budget_lens::check::{Reason, Rule};
use serde_json::{Value, json};

use super::{TOTAL, balances, checked, fine, reason, stated, table, wrong};

#[test]
fn a_section_may_speak_of_whole_ten_thousands_and_the_next_of_hundredths() {
    let columns = json!([
        {"id": "income", "name": "预算数", "side": "income"},
        {"id": "total", "name": "预算数", "side": "expenditure"},
    ]);
    let lines = json!([
        {"key": "general-public", "name": "一般公共预算", "side": "income", "amounts": {"income": "18036.62"}},
        {"key": "income", "name": "收入总计", "role": "total", "side": "income", "amounts": {"income": "18036.62"}},
        {"key": "expenditure", "name": "支出总计", "role": "total", "side": "expenditure", "amounts": {"total": "18036.62"}},
    ]);
    let tables = json!([{"number": "表一", "title": "表", "kind": "balance", "unit": "万元", "columns": columns, "lines": lines}]);
    let statements = |amount: &str| {
        json!({"statements": [
            stated("expenditure", "一", json!({"amount": amount})),
            stated("three-public", "二", json!({"amount": "16.80"})),
            stated("reception", "二", json!({"amount": "16.85"})),
        ]})
    };
    fine(tables.clone(), statements("18037"));
    wrong(tables, statements("18039"), "stated-amount 说明/expenditure/amount: 18039, not 18036.62");
}

#[test]
fn what_the_tables_print_with_carry_over_and_without_is_one_of_the_two() {
    for amount in ["100.00", "80.00"] {
        fine(balances(), json!({"statements": [stated("appropriation", "四", json!({"amount": amount}))]}));
    }
    let slip = json!({"statements": [stated("appropriation", "四", json!({"amount": "99.97"}))]});
    wrong(balances(), slip, "stated-amount 说明/appropriation/amount: 99.97, not 100.00");
}

#[test]
fn a_part_is_of_the_table_whose_total_its_section_states() {
    let columns = [("total", "合计"), ("basic", "基本支出"), ("project", "项目支出")];
    let amounts = json!({"total": "100.000000", "basic": "59.998753", "project": "40.001247"});
    let expenditure =
        table("表三", "expenditure", &columns, json!([{"name": "合计", "role": "total", "amounts": amounts}]));
    let mut tables = balances();
    tables.as_array_mut().unwrap().push(expenditure);
    let basic = |amount: &str, section: &str| {
        json!({"statements": [
            stated("expenditure", "三", json!({"amount": "100.00"})),
            stated("basic", section, json!({"amount": amount})),
        ]})
    };
    wrong(tables.clone(), basic("58.00", "三"), "stated-amount 说明/basic/amount: 58.00, not 59.998753");
    // Another section may speak of other money: nothing says whether with what is carried over.
    let report = fine(tables.clone(), basic("58.00", "六"));
    assert!(reason(&report, Rule::StatedAmount).contains(&Reason::WhichYears));
    // All its digits are the table's: cut off, and no other number.
    let report = wrong(tables, basic("59.99", "六"), "stated-amount 说明/basic/amount: 59.99, not 59.998753");
    assert_eq!(reason(&report, Rule::StatedAmount), [Reason::CutOff]);
}

#[test]
fn expenses_are_found_as_lines_as_columns_and_by_fund() {
    let lines = json!([
        {"key": "three-public-meetings-training", "name": "合计", "role": "total", "amounts": {"total": "32.08"}},
        {"key": "three-public", "name": "“三公”经费小计", "amounts": {"total": "10.10"}},
        {"key": "reception", "name": "公务接待费", "level": 2, "amounts": {"total": "10.10"}},
        {"key": "training", "name": "培训费", "amounts": {"total": "21.98"}},
    ]);
    let as_lines = json!([table("表一", "three-public", &TOTAL, lines)]);
    let columns = [("three-public", "合计"), ("reception", "公务接待费"), ("agency-operating", "机关运行经费")];
    let one = json!([{"name": "预算数", "role": "total",
        "amounts": {"three-public": "10.10", "reception": "10.10", "agency-operating": "5.00"}}]);
    let as_columns = json!([table("表一", "three-public", &columns, one)]);
    let funds = [
        ("last-year-general-public", "2025年一般公共预算"),
        ("general-public", "2026年一般公共预算"),
        ("government-fund", "2026年政府性基金预算"),
    ];
    let amounts = json!({"last-year-general-public": "12.00", "general-public": "8.10", "government-fund": "2.00"});
    let by_fund = json!([table(
        "表一",
        "three-public",
        &funds,
        json!([
            {"key": "three-public", "name": "总计", "role": "total", "amounts": amounts},
            {"key": "reception", "name": "公务接待费", "amounts": amounts},
        ])
    )]);
    for tables in [as_lines, as_columns, by_fund] {
        fine(tables.clone(), json!({"statements": [stated("three-public", "七", json!({"amount": "10.10"}))]}));
        let slip = json!({"statements": [stated("three-public", "七", json!({"amount": "99.80"}))]});
        let (_, wrong) = checked(tables, slip);
        assert!(wrong.len() == 1 && wrong[0].starts_with("stated-amount"), "{wrong:#?}");
    }
}

#[test]
fn growth_on_a_base_of_nothing_is_no_percentage() {
    let statement = |change: &str, rate: &str| {
        let numbers = json!({"amount": "0.30", "change": change, "rate": rate});
        json!({"statements": [stated("reception", "七", numbers)]})
    };
    let report = wrong(json!([]), statement("0.30", "100"), "stated-rate 说明/reception/rate");
    assert_eq!(reason(&report, Rule::StatedRate), [Reason::NoBase]);
    wrong(json!([]), statement("0.31", "100.00"), "stated-rate 说明/reception/rate");
    fine(json!([]), statement("0.15", "100"));
    // Without the amounts nothing is known.
    let alone = json!({"statements": [stated("reception", "七", json!({"rate": "100"}))]});
    assert_eq!(reason(&fine(json!([]), alone), Rule::StatedRate), [Reason::Incomplete]);
}

#[test]
fn a_stated_last_year_is_this_year_less_the_change() {
    let statement = |last: &str| {
        let numbers = json!({"amount": "10.00", "change": "2.00", "last_year": last, "rate": "25"});
        json!({"statements": [stated("training", "九", numbers)]})
    };
    fine(json!([]), statement("8.00"));
    wrong(json!([]), statement("8.50"), "last-year 说明/training/amount: 10.00, not 10.50");
}

#[test]
fn changes_on_two_bases_do_not_contradict_each_other() {
    let statement = |base: Value, change: &str| {
        let mut numbers = json!({"amount": "10.00", "change": change});
        numbers.as_object_mut().unwrap().extend(base.as_object().unwrap().clone());
        stated("2010301", "五", numbers)
    };
    let two =
        |first: Value, second: Value| json!({"statements": [statement(first, "2.00"), statement(second, "-1.00")]});
    fine(json!([]), two(json!({"base": "actual"}), json!({"base": "budget"})));
    let same = two(json!({"base": "actual"}), json!({"base": "actual"}));
    wrong(json!([]), same, "last-year 说明/2010301/change: -1.00, not 2.00");
}

#[test]
fn old_names_of_codes_are_for_a_person_to_judge() {
    let lines = json!([
        {"name": "合计", "role": "total", "amounts": {"total": "5.00"}},
        {"code": "207", "name": "文化旅游体育与传媒支出", "amounts": {"total": "5.00"}},
    ]);
    let tables = json!([table("表一", "general-public", &TOTAL, lines)]);
    let named =
        |name: &str| json!({"statements": [{"subject": "207", "name": name, "section": "五", "amount": "5.00"}]});
    assert_eq!(reason(&fine(tables.clone(), named("文化体育与传媒支出")), Rule::Names), [Reason::NameDiffers]);
    for name in ["文化旅游体育与传媒支出", "文化旅游体育与传媒（类）支出", "文化旅游体育与传媒"]
    {
        assert_eq!(reason(&fine(tables.clone(), named(name)), Rule::Names), [], "{name}");
    }
    let levels = json!({"statements": [{"subject": "2070104", "name": "图书馆", "section": "五", "amount": "5.00",
        "names": ["卫生健康支出", "文化和旅游", "图书馆"]}]});
    assert_eq!(reason(&fine(tables, levels), Rule::Names), [Reason::NameDiffers]);
}

#[test]
fn smaller_firms_get_no_more_than_all() {
    let bought = |sme: &str| {
        json!({"procurement": [
            stated("procurement", "十", json!({"amount": "94.28"})),
            stated("procurement-sme", "十", json!({"amount": sme})),
        ]})
    };
    fine(json!([]), bought("90.00"));
    wrong(json!([]), bought("95.00"), "stated-parts 采购/procurement-sme/amount: 95.00, not 94.28");
}
