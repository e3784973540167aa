//! What only looks wrong, and what is wrong indeed, in templates of other places: each in a document made for it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails
#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

mod findings;

use budget_lens::check::{Names, Report, Rule, Verdict, Why, check};
use budget_lens::load;
use findings::told;
use serde_json::{Value, json};

/// A document of these tables, with whatever else it has.
fn document(tables: Value, rest: Value) -> String {
    let mut all = json!({
        "format": "budget-lens/1",
        "document": {"department": "青石县图书馆", "year": 2026, "title": "2026年度部门预算公开", "unit": "万元"},
        "tables": tables,
    });
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    all.to_string()
}

fn checked(tables: Value, rest: Value) -> (Report, Vec<String>) {
    let document = document(tables, rest);
    let budget = load::read(document.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}\n{document}")).budget;
    let (report, names) = (check(&budget), Names::new(&budget));
    let wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch);
    let wrong = wrong.map(|finding| told(finding, &names)).collect();
    (report, wrong)
}

/// Nothing is called a mismatch.
fn fine(tables: Value, rest: Value) -> Report {
    let (report, wrong) = checked(tables, rest);
    assert!(wrong.is_empty(), "{wrong:#?}");
    report
}

/// One thing is called a mismatch.
fn wrong(tables: Value, rest: Value, expected: &str) -> Report {
    let (report, wrong) = checked(tables, rest);
    assert_eq!(wrong, [expected]);
    report
}

fn why(report: &Report, rule: Rule) -> Vec<Why> {
    report.findings.iter().filter(|finding| finding.rule == rule).filter_map(|finding| finding.why).collect()
}

fn table(number: &str, kind: &str, columns: &[(&str, &str)], lines: Value) -> Value {
    let columns: Vec<_> = columns.iter().map(|(id, name)| json!({"id": id, "name": name})).collect();
    json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}

fn stated(subject: &str, section: &str, rest: Value) -> Value {
    let mut all = json!({"subject": subject, "name": subject, "section": section});
    all.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    all
}

const TOTAL: [(&str, &str); 1] = [("total", "合计")];

/// Income and expenditure of 80.00 of this year and 20.00 carried over.
fn balances() -> Value {
    let balance = |number: &str, kind: &str, carried: &str, all: &str, spent: &str| {
        let columns = json!([
            {"id": "income", "name": "预算数", "side": "income"},
            {"id": "total", "name": "预算数", "side": "expenditure"},
        ]);
        json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": [
            {"key": "general-public", "name": "一般公共预算拨款", "side": "income", "amounts": {"income": "80.00"}},
            {"key": carried, "name": "上年结转", "side": "income", "amounts": {"income": "20.00"}},
            {"key": all, "name": "收入总计", "role": "total", "side": "income", "amounts": {"income": "100.00"}},
            {"key": "201", "name": "一般公共服务支出", "side": "expenditure", "amounts": {"total": "100.00"}},
            {"key": spent, "name": "支出总计", "role": "total", "side": "expenditure", "amounts": {"total": "100.00"}},
        ]})
    };
    json!([
        balance("表一", "balance", "carry-over", "income", "expenditure"),
        balance("表二", "appropriation", "appropriation-carry-over", "appropriation", "appropriation-expenditure"),
    ])
}

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
    assert!(why(&report, Rule::StatedAmount).contains(&Why::WhichYears));
    // All its digits are the table's: cut off, and no other number.
    let report = wrong(tables, basic("59.99", "六"), "stated-amount 说明/basic/amount: 59.99, not 59.998753");
    assert_eq!(why(&report, Rule::StatedAmount), [Why::CutOff]);
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
    assert_eq!(why(&report, Rule::StatedRate), [Why::NoBase]);
    wrong(json!([]), statement("0.31", "100.00"), "stated-rate 说明/reception/rate");
    fine(json!([]), statement("0.15", "100"));
    // Without the amounts nothing is known.
    let alone = json!({"statements": [stated("reception", "七", json!({"rate": "100"}))]});
    assert_eq!(why(&fine(json!([]), alone), Rule::StatedRate), [Why::Incomplete]);
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
    assert_eq!(why(&fine(tables.clone(), named("文化体育与传媒支出")), Rule::Names), [Why::NameDiffers]);
    for name in ["文化旅游体育与传媒支出", "文化旅游体育与传媒（类）支出", "文化旅游体育与传媒"]
    {
        assert_eq!(why(&fine(tables.clone(), named(name)), Rule::Names), [], "{name}");
    }
    let levels = json!({"statements": [{"subject": "2070104", "name": "图书馆", "section": "五", "amount": "5.00",
        "names": ["卫生健康支出", "文化和旅游", "图书馆"]}]});
    assert_eq!(why(&fine(tables, levels), Rule::Names), [Why::NameDiffers]);
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
    assert_eq!(why(&fine(json!([]), form(each, "40.00")), Rule::FormCost), [Why::UnitPrice]);
    let part = |target: &str| json!([cost("印刷刊物成本", target)]);
    assert_eq!(why(&fine(json!([]), form(part("≤12.80万元"), "17.40")), Rule::FormCost), [Why::PartOfFunds]);
    let (_, more) = checked(json!([]), form(part("≤20.00万元"), "17.40"));
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
    assert_eq!(why(&fine(one(), two), Rule::FormProject), [Why::SameName]);
    let parts = json!({"projects": [form("审图费", "150.00"), form("审图费", "500.00")]});
    assert_eq!(fine(one(), parts).count_of(Rule::FormFunds, Verdict::Holds), 1);
    let earlier = json!({"projects": [form("加装电梯", "500.00")]});
    assert_eq!(why(&fine(one(), earlier), Rule::FormProject), [Why::EarlierYears]);
    let other = json!({"projects": [form("审图费", "500.00")]});
    wrong(one(), other, "form-funds 表一/审图费/total: 650.00, not 500.00");
}

#[test]
fn forms_that_were_made_need_not_be_published() {
    let made = json!({"statements": [{"subject": "department-forms", "name": "编制整体支出绩效目标的单位", "section": "六", "count": 1}]});
    assert_eq!(why(&fine(json!([]), made), Rule::StatedCount), [Why::NotPublished]);
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

#[test]
fn a_code_may_stand_once_for_each_item_unit_or_good() {
    let line = |text: &str, amount: &str| json!({"code": "2010301", "name": "行政运行", "texts": {"item": text}, "amounts": {"total": amount}});
    let columns = json!([{"id": "item", "name": "部门经济分类", "text": true}, {"id": "total", "name": "合计"}]);
    let tables = |lines: Value| json!([{"number": "表一", "title": "支出总表", "kind": "expenditure", "unit": "万元", "columns": columns, "lines": lines}]);
    let total = |amount: &str| json!({"name": "合计", "role": "total", "amounts": {"total": amount}});
    let lines = json!([total("10.00"), line("30101", "5.00"), line("30102", "5.00")]);
    assert_eq!(fine(tables(lines), json!({})).count_of(Rule::Duplicate, Verdict::Holds), 1);
    // Alike in everything: for a person to judge, unless the total shows that it is counted twice.
    let alike = |all: &str| json!([total(all), line("30101", "5.00"), line("30101", "5.00")]);
    assert_eq!(fine(tables(alike("10.00")), json!({})).count_of(Rule::Duplicate, Verdict::Unchecked), 1);
    let (_, twice) = checked(tables(alike("5.00")), json!({}));
    assert!(twice.iter().any(|told| told.starts_with("duplicate")), "{twice:#?}");
}

#[test]
fn places_have_codes_of_their_own() {
    let line = |code: &str| json!({"code": code, "name": "差旅费", "amounts": {"total": "1.00"}});
    let tables = |codes: &[&str]| {
        let lines: Vec<_> = codes.iter().map(|code| line(code)).collect();
        json!([table("表一", "basic-economic", &TOTAL, json!(lines))])
    };
    let of_codes = |codes: &[&str]| {
        let (_, wrong) = checked(tables(codes), json!({}));
        wrong.into_iter().filter(|told| told.starts_with("code-parent")).collect::<Vec<_>>()
    };
    for codes in [&["3021101"][..], &["30201", "3021101"], &["302", "30201", "30202", "3021101", "302110101"]] {
        assert!(of_codes(codes).is_empty(), "{codes:?}");
    }
    // 30202 stands under 302 with its siblings, and 31002 under nothing.
    assert_eq!(of_codes(&["302", "30201", "30202", "31002"]), ["code-parent 表一/31002/"]);
}

#[test]
fn zeros_are_no_data_and_a_table_keeps_its_number_in_several_parts() {
    let empty = |number: &str, amount: &str| {
        let mut empty = table(
            number,
            "fund-expenditure",
            &TOTAL,
            json!([{"name": "合计", "role": "total", "amounts": {"total": amount}}]),
        );
        empty["empty"] = true.into();
        empty
    };
    fine(json!([empty("表1", "0.00"), empty("表1（部门经济分类）", "0.00"), empty("表2", "0")]), json!({}));
    wrong(json!([empty("预算01表", "3.00")]), json!({}), "empty-table 预算01表//");
    wrong(json!([empty("公开01表", "0"), empty("公开03表", "0")]), json!({}), "missing-table 公开03表//");
}

#[test]
fn a_total_is_missed_where_the_other_tables_print_one() {
    let lines = |with_total: bool| {
        let total = json!({"name": "合计", "role": "total", "amounts": {"total": "3.00"}});
        let mut lines = vec![
            json!({"code": "201", "name": "一般公共服务支出", "amounts": {"total": "1.00"}}),
            json!({"code": "205", "name": "教育支出", "amounts": {"total": "2.00"}}),
        ];
        lines.extend(with_total.then_some(total));
        json!(lines)
    };
    let alone = json!([table("表一", "general-public", &TOTAL, lines(false))]);
    assert!(why(&fine(alone, json!({})), Rule::Total).contains(&Why::NoTotal));
    let tables = json!([
        table("表一", "income", &TOTAL, lines(true)),
        table("表二", "expenditure", &TOTAL, lines(true)),
        table("表三", "expenditure", &TOTAL, lines(true)),
        table("表四", "general-public", &TOTAL, lines(false)),
    ]);
    wrong(tables, json!({}), "total 表四//");
}
