//! Blanks, zeros, amounts below nothing, and the places of what is told.

use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

use super::made::{budget, table};
use super::{answer, figure_of_code, rows, said, spent};

#[test]
fn a_parent_with_an_amount_and_a_blank_part_leaves_the_part_unstated() {
    let three = table("three-public", "total")
        .line("reception: 公务接待费 | 4.00")
        .line("vehicles: 公务用车购置及运行费 | 6.00")
        .line("vehicle-running: 公务用车运行维护费 | -")
        .total("three-public: 合计 | 10.00");
    let figure = said(&budget(&[spent(), three], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 10.00 万元。");
    assert!(figure.entries.iter().all(|entry| entry.share.is_none()));
    assert!(rows(&figure).iter().any(|row| row.ends_with("未列明")), "what is blank is not nothing");
    assert!(figure.footnotes.iter().any(|note| note.contains("所以不列占比")), "{:?}", figure.footnotes);
}

#[test]
fn blank_classes_and_blank_parts_are_not_called_nothing() {
    let blank_class = table("expenditure", "total")
        .line("201 一般公共服务支出 | -")
        .line("20101 人大事务 | 60.00")
        .line("20102 政协事务 | 40.00")
        .line("205 教育支出 | 50.00")
        .total("合计 | 150.00");
    assert_eq!(answer(&budget(&[blank_class], ""), "structure"), "100.00 万元（66.7%）用于一般公共服务。");

    let blank_part = table("expenditure", "total")
        .line("201 一般公共服务支出 | 300.00")
        .line("20101 人大事务 | 100.00")
        .line("20102 政协事务 | -")
        .total("合计 | 300.00");
    let open = figure_of_code(&budget(&[blank_part], ""), "201");
    assert_eq!(open.answer, "一般公共服务支出 300.00 万元，最多的是人大事务 100.00 万元。");
    assert!(open.entries.iter().any(|entry| entry.name == "政协事务" && entry.amount == "未列明"));
}

#[test]
fn less_than_nothing_makes_no_false_sentence() {
    let lines = table("expenditure", "total")
        .line("201 一般公共服务支出 | 50.00")
        .line("20101 人大事务 | 1000.00")
        .line("20102 政协事务 | -950.00")
        .total("合计 | 50.00");
    let open = figure_of_code(&budget(&[lines], ""), "201");
    assert_eq!(open.answer, "一般公共服务支出 50.00 万元，最多的是人大事务 1,000.00 万元（2000.0%）。");
    assert_eq!(open.notes, ["有的占比超过 100%，因为另有冲减（负数）。"]);
}

#[test]
fn the_amounts_of_a_sentence_have_one_number_of_places() {
    let stated = r#","procurement":[
        {"subject":"procurement","name":"政府采购总额","section":"八","amount":"4308.39"},
        {"subject":"goods","name":"政府采购货物","section":"八","amount":"2315.5"},
        {"subject":"services","name":"政府采购服务","section":"八","amount":"1575.09"},
        {"subject":"works","name":"政府采购工程","section":"八","amount":"417.8"}]"#;
    let figure = said(&budget(&[spent()], stated), "procurement");
    assert_eq!(figure.answer, "政府采购预算 4,308.39 万元，最多的是货物 2,315.50 万元（53.7%）。");
    assert_eq!(rows(&figure), ["货物 2,315.50", "服务 1,575.09", "工程 417.80"]);
}

#[test]
fn what_is_and_was_nothing_is_no_bar() {
    let nothing = (0..9).map(|i| {
        format!(r#"{{"subject":"none-{i}","name":"第 {i} 种收入","section":"一","amount":"0","change":"0"}},"#)
    });
    let stated = r#","statements":["#.to_string()
        + &nothing.collect::<String>()
        + r#"{"subject":"expenditure","name":"部门预算支出","section":"一","amount":"100.5","change":"-3"},
        {"subject":"income","name":"部门预算收入","section":"一","amount":"100.5","change":"-2.25"}]"#;
    let figure = said(&budget(&[spent()], &stated), "change");
    let nothing = figure.nothing(Locale { lang: Lang::Zh, unit: Unit::Wan });
    let told = figure.legend.iter().filter(|id| !nothing.contains(id)).map(|&id| {
        let entry = &figure.entries[id];
        [entry.short.as_str(), &entry.amount, entry.note.as_deref().unwrap()].join(" ")
    });
    let expected = ["部门预算支出 100.5 比上年 −3.00（−2.9%）", "部门预算收入 100.5 比上年 −2.25（−2.2%）"];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
