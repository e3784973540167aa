//! What is bought, who buys it, and what last year’s columns are called.

use super::made::{budget, table};
use super::{answer, said, spent};

#[test]
fn what_is_set_aside_for_smaller_firms_is_no_part_beside_goods() {
    let stated = r#","procurement":[{"subject":"procurement","name":"政府采购预算","section":"五","amount":"14.00"},
        {"subject":"procurement-goods","name":"货物","section":"五","amount":"4.00"},
        {"subject":"procurement-services","name":"服务","section":"五","amount":"10.00"},
        {"subject":"procurement-sme","name":"面向中小企业采购","section":"五","amount":"9.00"}]"#;
    let bought = said(&budget(&[spent()], stated), "procurement").answer;
    assert_eq!(&*bought, "政府采购预算 14.00 万元，最多的是服务 10.00 万元（71.4%）。");
}

#[test]
fn who_buys_is_not_what_is_bought() {
    let by_function = || table("procurement", "total").total("合计 | 14.07").line("212 城乡社区支出 | 14.07");
    let stated = r#","procurement":[{"subject":"procurement","name":"政府采购预算","section":"五","amount":"14.07"},
        {"subject":"procurement-goods","name":"货物","section":"五","amount":"4.07"},
        {"subject":"procurement-services","name":"服务","section":"五","amount":"10.00"}]"#;
    let bought = answer(&budget(&[spent(), by_function()], stated), "procurement");
    assert_eq!(bought, "政府采购预算 14.07 万元，最多的是服务 10.00 万元（71.1%）。");
    let only = answer(&budget(&[spent(), by_function()], ""), "procurement");
    assert_eq!(only, "政府采购预算 14.07 万元。文件没有列出其中货物、工程和服务各是多少。");
}

#[test]
fn last_years_execution_is_called_so() {
    let general = table("general-public", "last-year-actual total basic project")
        .headings("2025年执行数 2026年预算数·小计 2026年预算数·基本支出 2026年预算数·项目支出")
        .line("201 一般公共服务支出 | 120.00 80.00 40.00 40.00")
        .total("合计 | 120.00 80.00 40.00 40.00");
    let figure = said(&budget(&[spent(), general], ""), "change");
    assert_eq!(figure.answer, "2026 年一般公共预算支出比上年执行数减少 40.00 万元（−33.3%）。");
    assert!(figure.grid.head.iter().any(|head| head == "2025 年执行数"), "{:?}", figure.grid.head);

    let stated = r#","statements":[
        {"subject":"expenditure","name":"支出","section":"三","amount":"100.00","last_year":"80.00","base":"actual"},
        {"subject":"government-fund","name":"政府性基金","section":"四","change":"-5.00"}]"#;
    let figure = said(&budget(&[spent()], stated), "change");
    assert_eq!(figure.answer, "2026 年支出比上年执行数增加 20.00 万元（+25.0%）。");
    assert!(figure.notes.iter().any(|note| **note == *"只说明了增减额的：政府性基金 −5.00。"), "{:?}", figure.notes);
}
