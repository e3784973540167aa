//! Where the money comes from: funds as lines and as columns, sums beside their parts.

use super::made::{budget, table};
use super::{rows, said, spent};

#[test]
fn a_fund_is_told_once_and_never_beside_its_sum() {
    let income = table("income", "total current-income appropriation general-public other-income carry-over carry-over-general-public of-which-special")
        .headings("合计 本年收入·小计 本年收入·财政拨款小计 本年收入·一般公共预算 本年收入·其他收入 上年结转·小计 上年结转·一般公共预算 其中：专项")
        .total("合计 | 100.00 85.00 70.00 70.00 15.00 15.00 15.00 9.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自一般公共预算 70.00 万元（70.0%）。");
    assert_eq!(rows(&figure)[..3], ["一般公共预算 70.00", "其他收入 15.00", "上年结转的一般公共预算 15.00"]);
    assert!(!figure.footnotes.iter().any(|note| note.contains("相加为")), "{:?}", figure.notes);
}

#[test]
fn funds_may_be_lines_of_two_levels() {
    let income = table("income", "total")
        .total("收入总计 | 100.00")
        .line("1 一般公共预算资金（小计） | 90.00")
        .line("2 财政拨款资金 | 88.00")
        .line("2 专项收入 | 2.00")
        .line("1 其他资金（小计） | 10.00")
        .line("2 事业收入 | -")
        .line("2 其他收入 | 10.00")
        .line("1 上年结转和结余资金（小计） | -")
        .line("2 其中：动用上年结转 | -");
    let figure = said(&budget(&[spent(), income], ""), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自财政拨款资金 88.00 万元（88.0%）。");
    assert_eq!(rows(&figure)[..3], ["财政拨款资金 88.00", "其他收入 10.00", "专项收入 2.00"]);
}

#[test]
fn a_sum_stands_for_parts_that_do_not_add_up_to_it() {
    let income =
        table("income", "total appropriation general-public other-income").total("合计 | 100.00 90.00 70.00 10.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自appropriation 90.00 万元（90.0%）。");
}

#[test]
fn own_funds_may_stand_beside_their_kinds() {
    let income = table("income", "total general-public own-funds institution-income")
        .headings("合计 一般公共预算 其他资金 事业收入")
        .total("合计 | 100.00 70.00 10.00 20.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自一般公共预算 70.00 万元（70.0%）。");
    assert_eq!(rows(&figure)[..3], ["一般公共预算 70.00", "事业收入 20.00", "其他资金 10.00"]);
}
