//! What the money is spent on: functions, economic items, projects, units.

use budget_lens::figure::{headline, summary};

use super::made::{budget, table};
use super::{WORDS, answer, figure_of_code, rows, said, spent};

#[test]
fn expenditure_by_unit_is_not_expenditure_by_function() {
    let by_unit = table("expenditure", "total").total("合计 | 100.00").line("1 例局 | 100.00").line("2 例局 | 100.00");
    let general = table("general-public", "total personnel operating project")
        .total("合计 | 100.00 50.00 10.00 40.00")
        .line("201 一般公共服务支出 | 80.00 40.00 10.00 30.00")
        .line("20101 事务 | 80.00 40.00 10.00 30.00")
        .line("205 教育支出 | 20.00 10.00 - 10.00");
    let budget = budget(&[by_unit, general], "");
    let head = headline(&budget, WORDS);
    assert_eq!(head.total.as_deref(), Some("100.00"));
    assert_eq!(summary(&budget, WORDS).describe(WORDS), "主要用在：事务 80.00 万元、教育 20.00 万元。");
    let figure = said(&budget, "basic-project");
    assert_eq!(figure.answer, "基本支出 60.00 万元（60.0%），比项目支出多 20.00 万元。");
    assert!(figure.entries[0].at.is_none() && figure.entries[1].at.is_some());
    assert!(figure.source.contains("人员经费与公用经费由本页相加"), "{}", figure.source);
    let open = figure_of_code(&budget, "201");
    assert_eq!(open.answer, "事务 80.00 万元，最多的是基本支出 50.00 万元（62.5%）。");
}

#[test]
fn the_headline_is_the_budgets_own_total() {
    let balance = table("balance", "income total")
        .sides()
        .income("own-funds: 其他资金 | 100.00")
        .expenditure("201: 一般公共服务支出 | 100.00")
        .expenditure_total("支出合计 | 100.00");
    let own = table("expenditure", "total basic project reserve")
        .headings("合计 基本支出 项目支出 单位预留机动经费")
        .total("合计 | 100.00 60.00 30.00 10.00");
    let general = table("general-public", "total").total("合计 | 90.00").line("201 一般公共服务支出 | 90.00");
    let whole = budget(&[balance, own.clone(), general.clone()], "");
    assert_eq!(headline(&whole, WORDS).total.as_deref(), Some("100.00"));
    assert_eq!(answer(&whole, "structure"), "100.00 万元（100%）用于一般公共服务。");
    assert_eq!(answer(&whole, "basic-project"), "基本支出 60.00 万元（60.0%），比项目支出多 30.00 万元。");
    assert_eq!(rows(&said(&whole, "basic-project"))[2], "单位预留机动经费 10.00");

    let part = budget(&[own, general], "");
    assert_eq!(headline(&part, WORDS).total.as_deref(), Some("100.00"));
    assert_eq!(answer(&part, "structure"), "90.00 万元（100%）用于一般公共服务。");
    assert_eq!(answer(&part, "basic-project"), answer(&whole, "basic-project"));
}

#[test]
fn classes_that_lack_something_of_the_total_are_not_called_all_the_rest() {
    let lines = |total: &str| {
        let spent = table("expenditure", "total").line("201 一般公共服务支出 | 75.00").line("205 教育支出 | 25.00");
        answer(&budget(&[spent.total(&["合计 | ", total].concat())], ""), "structure")
    };
    assert_eq!(lines("100.00"), "75.00 万元（75.0%）用于一般公共服务。");
    assert_eq!(lines("200.00"), "75.00 万元（37.5%）用于一般公共服务。");
}

#[test]
fn a_table_that_leaves_out_most_lines_does_not_say_what_the_money_is_for() {
    let left = table("expenditure", "total basic project")
        .line("2010801 行政运行 | 12.00 12.00 -")
        .line("2050803 培训支出 | 3.00 - 3.00")
        .total("合计 | 1000.00 400.00 600.00");
    let general = table("general-public", "total").line("2010801 行政运行 | 12.00").total("合计 | 995.00");
    let balance = table("balance", "income total")
        .sides()
        .expenditure("201: 一般公共服务支出 | 950.00")
        .expenditure("205: 教育支出 | 50.00")
        .expenditure("year-end-carry-over: 结转下年 | 5.00")
        .expenditure_total("支出总计 | 1005.00")
        .expenditure_subtotal("本年支出合计 | 1000.00");
    let budget = budget(&[balance, left, general], "");
    assert_eq!(answer(&budget, "structure"), "950.00 万元（95.0%）用于一般公共服务。");
    assert!(answer(&budget, "basic-project").starts_with("项目支出 600.00 万元（60.0%）"));
    assert_eq!(headline(&budget, WORDS).total.as_deref(), Some("1,000.00"));
}

#[test]
fn items_are_added_to_classes_and_a_code_that_repeats_counts_each_time() {
    let by_item = table("expenditure", "total basic project")
        .line("2010801 行政运行 | 30.00 30.00 -")
        .line("2010801 行政运行 | 20.00 20.00 -")
        .line("2010802 审计业务 | 25.00 - 25.00")
        .line("2050803 培训支出 | 25.00 10.00 15.00")
        .total("合计 | 100.00 60.00 40.00");
    let names = table("balance", "income total")
        .sides()
        .expenditure("201: 一般公共服务支出 | 75.00")
        .expenditure("205: 教育支出 | 25.00")
        .expenditure_total("支出总计 | 100.00");
    let budget = budget(&[names, by_item], "");
    let figure = said(&budget, "structure");
    assert_eq!(figure.answer, "75.00 万元（75.0%）用于一般公共服务。");
    assert!(figure.source.contains("同一科目的各行由本页相加") && figure.source.contains("没有列出的类由本页相加"));
    let open = figure_of_code(&budget, "201");
    assert_eq!(open.answer, "一般公共服务支出 75.00 万元，最多的是行政运行 50.00 万元（66.7%）。");
}

#[test]
fn economic_items_are_merged_and_none_vanishes() {
    let twice = table("basic-economic", "total")
        .total("合计 | 15.00")
        .line("301 工资福利支出 | 5.00")
        .line("30101 基本工资 | 5.00")
        .line("301 工资福利支出 | 10.00")
        .line("30101 基本工资 | 10.00");
    let figure = said(&budget(&[twice], ""), "economic");
    assert_eq!(figure.answer, "基本支出 15.00 万元，最多的是工资福利 15.00 万元（100%）。");

    let local = table("basic-economic", "total")
        .line("30239 其他交通费用 | 528.99")
        .line("3021503 三类会议费 | 6.01")
        .line("30216 培训费 | 65.00")
        .total("合计 | 600.00");
    let figure = said(&budget(&[local], ""), "economic");
    assert_eq!(rows(&figure), ["其他交通费用 528.99", "培训费 65.00", "三类会议费 6.01"]);
}

#[test]
fn two_kinds_of_basic_expenditure_are_told_apart_by_their_fund() {
    let economic = table("basic-economic", "total personnel operating")
        .line("301 工资福利支出 | 50.00 50.00 -")
        .line("302 商品和服务支出 | 5.00 - 5.00")
        .total("合计 | 55.00 50.00 5.00");
    let budget = budget(&[spent(), economic], "");
    assert!(answer(&budget, "basic-project").starts_with("基本支出 60.00 万元"));
    assert!(answer(&budget, "economic").starts_with("一般公共预算基本支出 55.00 万元"));
    assert!(answer(&budget, "personnel-operating").ends_with("，占一般公共预算基本支出的 90.9%。"));
}

#[test]
fn groups_and_units_are_no_projects() {
    let projects = table("projects", "total")
        .total("合计 | 40.00")
        .line("1 例局 | 40.00")
        .line("1 通用项目 | 40.00")
        .line("2 物业 | 15.00")
        .line("2 食堂 | 25.00");
    let budget = budget(&[spent(), projects], "");
    assert_eq!(answer(&budget, "projects"), "2 个项目共 40.00 万元，最大的是“食堂”，25.00 万元，占 62.5%。");
    assert_eq!(summary(&budget, WORDS).facts.iter().find(|fact| fact.figure == "projects").unwrap().value, "2");
}

#[test]
fn classes_may_be_printed_without_their_codes() {
    let named = table("expenditure", "total basic project")
        .line("1 一般公共服务支出 | 80.00 50.00 30.00")
        .line("2 审计事务 | 80.00 50.00 30.00")
        .line("1 教育支出 | 20.00 10.00 10.00")
        .total("合计 | 100.00 60.00 40.00");
    let balance = table("balance", "income total")
        .sides()
        .expenditure("201: 一般公共服务支出 | 80.00")
        .expenditure("205: 教育支出 | 20.00")
        .expenditure("year-end-carry-over: 结转下年 | 5.00")
        .expenditure_total("支出总计 | 105.00");
    let budget = budget(&[balance, named], "");
    assert_eq!(&*said(&budget, "structure").answer, "80.00 万元（80.0%）用于一般公共服务。");
    assert!(said(&budget, "basic-project").answer.starts_with("基本支出 60.00 万元（60.0%）"));
}
