//! What the figures say of documents whose templates print the same matters in other shapes: sums beside their parts,
//! funds as lines, expenses as columns, units, repeated codes, last year's execution, the narrative alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use budget_lens::budget::{Budget, Measure};
use budget_lens::figure::{Asked, Choice, Figure, Plot, all, headline};
use budget_lens::load;
use budget_lens::money::{Money, Unit};
use budget_lens::words::{Lang, Words};

#[path = "figures/made.rs"]
mod made;

use made::{Made, budget, table};

const WORDS: Words = Words { lang: Lang::Zh, unit: Unit::Wan };

fn figure(budget: &Budget, id: &str, asked: &Asked) -> Option<Figure> {
    let question = all().find(|question| question.id == id).unwrap();
    let figure = (question.answer)(budget, asked, WORDS)?;
    // Wherever it is from: a number leads to the cell or sentence that prints it.
    for entry in &figure.entries {
        if let Some((amount, Measure::Money(unit))) = entry.at.and_then(|at| at.printed(budget)) {
            assert_eq!(entry.money, Some(Money::new(amount, unit)), "{id}: {} leads to {:?}", entry.name, entry.at);
        }
    }
    Some(figure)
}

fn said(budget: &Budget, id: &str) -> Figure {
    figure(budget, id, &Asked::default()).unwrap_or_else(|| panic!("no {id}"))
}

fn answer(budget: &Budget, id: &str) -> String {
    said(budget, id).answer.to_string()
}

/// A table of expenditure as most documents print it.
fn spent() -> Made {
    table("expenditure", "total basic project")
        .line("201 一般公共服务支出 | 80.00 50.00 30.00")
        .line("205 教育支出 | 20.00 10.00 10.00")
        .total("合计 | 100.00 60.00 40.00")
}

#[test]
fn the_shipped_budget_is_plain_and_has_no_views() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = load::read(&std::fs::read(root.join("budget.json")).unwrap()).unwrap().budget;
    assert!(loaded.is_plain() && loaded.views.is_empty() && loaded.parts.is_none());
}

#[test]
fn meetings_and_training_are_none_of_the_three() {
    let three = table("three-public", "total")
        .line("three-public-meetings-training: 合计 | 63.00")
        .total("three-public: “三公”经费小计 | 10.00")
        .line("overseas: 因公出国（境）费 | -")
        .line("reception: 公务接待费 | 10.00")
        .line("meetings: 会议费 | 10.00")
        .line("training: 培训费 | 43.00");
    let figure = said(&budget(&[spent(), three], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 10.00 万元；没有安排因公出国（境）。");
    assert!(figure.source.contains("相加为 100.00%"), "{}", figure.source);
    let beside = "同一张表另列：会议费 10.00 万元、培训费 43.00 万元；不在“三公”经费之内。";
    assert!(figure.notes.iter().any(|note| **note == *beside), "{:?}", figure.notes);
}

#[test]
fn expenses_may_be_columns_of_one_line() {
    let columns = "three-public overseas reception vehicles vehicle-purchase vehicle-running agency-operating";
    let three = table("three-public", columns).line("2026年预算数 | 16.80 10.00 0.50 6.30 - 6.30 5.00");
    let stated = r#","statements":[{"subject":"three-public","name":"“三公”经费","section":"六","amount":"99.80"}]"#;
    let figure = said(&budget(&[spent(), three], stated), "three-public");
    let parts = "因公出国（境）10.00、公务用车运行维护 6.30、公务接待 0.50";
    assert_eq!(*figure.answer, *format!("“三公”经费共 16.80 万元（{parts}）；没有安排公务用车购置。"));
}

#[test]
fn expenses_may_be_printed_by_fund_and_by_year() {
    let by_fund = table("three-public", "last-year-general-public general-public government-fund")
        .total("three-public: 总计 | 59.62 32.56 1.00")
        .line("reception: 公务接待费 | 59.62 32.56 1.00");
    let figure = said(&budget(&[spent(), by_fund], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 33.56 万元，比上年减少 26.06 万元。");
    assert!(figure.source.contains("各项资金由本页相加"), "{}", figure.source);
    assert!(figure.entries[0].at.is_none(), "a sum of two funds is printed nowhere");
    assert_eq!(figure.grid.rows.last().unwrap().cells[0].text, "合计（本页相加）");

    let by_year = table("three-public", "three-public overseas reception")
        .line("2025年执行数 | 8.00 5.00 3.00")
        .line("2026年预算数 | 6.00 4.00 2.00");
    let figure = said(&budget(&[spent(), by_year], ""), "three-public");
    let parts = "因公出国（境）4.00、公务接待 2.00";
    assert_eq!(*figure.answer, *format!("“三公”经费共 6.00 万元（{parts}），比上年执行数减少 2.00 万元。"));
    assert_eq!(figure.grid.head[3], "2025 年执行数");
}

#[test]
fn what_only_the_narrative_states_is_told_from_there() {
    let stated = r#","statements":[
        {"subject":"three-public","name":"“三公”经费","section":"七","amount":"5.00"},
        {"subject":"reception","name":"公务接待费","section":"七","amount":"5.00"},
        {"subject":"personnel","name":"人员经费","section":"六","amount":"50.00"},
        {"subject":"operating","name":"公用经费","section":"六","amount":"10.00"}]"#;
    let budget = budget(&[spent()], stated);
    let figure = said(&budget, "three-public");
    assert_eq!(figure.answer, "“三公”经费共 5.00 万元。");
    assert!(figure.source.starts_with("来源：情况说明第七部分\u{a0}· 单位：万元"), "{}", figure.source);
    let figure = said(&budget, "personnel-operating");
    assert_eq!(
        figure.answer,
        "基本支出 60.00 万元，其中人员经费 50.00 万元（83.33%），公用经费 10.00 万元（16.67%）。"
    );
    assert!(figure.source.starts_with("来源：情况说明第六部分"), "{}", figure.source);
}

#[test]
fn a_parent_with_an_amount_and_a_blank_part_leaves_the_part_unstated() {
    let three = table("three-public", "total")
        .line("reception: 公务接待费 | 4.00")
        .line("vehicles: 公务用车购置及运行费 | 6.00")
        .line("vehicle-running: 公务用车运行维护费 | -")
        .total("three-public: 合计 | 10.00");
    let figure = said(&budget(&[spent(), three], ""), "three-public");
    assert_eq!(figure.answer, "“三公”经费共 10.00 万元；未列明公务用车运行维护。");
    assert!(figure.entries.iter().all(|entry| entry.share.is_none()));
    assert!(figure.notes.iter().any(|note| note.contains("所以不列占比")), "{:?}", figure.notes);
}

#[test]
fn a_fund_is_told_once_and_never_beside_its_sum() {
    let income = table("income", "total current-income appropriation general-public other-income carry-over carry-over-general-public of-which-special")
        .headings("合计 本年收入·小计 本年收入·财政拨款小计 本年收入·一般公共预算 本年收入·其他收入 上年结转·小计 上年结转·一般公共预算 其中：专项")
        .total("合计 | 100.00 85.00 70.00 70.00 15.00 15.00 15.00 9.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    let funds =
        "一般公共预算 70.00 万元（70.00%）、其他收入 15.00 万元（15.00%）、上年结转的一般公共预算 15.00 万元（15.00%）";
    assert_eq!(*figure.answer, *format!("收入共 100.00 万元，来自{funds}。"));
    assert!(!figure.notes.iter().any(|note| note.contains("相加为")), "{:?}", figure.notes);
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
    let funds = "财政拨款资金 88.00 万元（88.00%）、其他收入 10.00 万元（10.00%）、专项收入 2.00 万元（2.00%）";
    assert_eq!(*figure.answer, *format!("收入共 100.00 万元，来自{funds}。"));
}

#[test]
fn a_sum_stands_for_parts_that_do_not_add_up_to_it() {
    let income =
        table("income", "total appropriation general-public other-income").total("合计 | 100.00 90.00 70.00 10.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    assert_eq!(
        figure.answer,
        "收入共 100.00 万元，来自appropriation 90.00 万元（90.00%）、other-income 10.00 万元（10.00%）。"
    );
}

#[test]
fn own_funds_may_stand_beside_their_kinds() {
    let income = table("income", "total general-public own-funds institution-income")
        .headings("合计 一般公共预算 其他资金 事业收入")
        .total("合计 | 100.00 70.00 10.00 20.00");
    let figure = said(&budget(&[spent(), income], ""), "income");
    let funds = "一般公共预算 70.00 万元（70.00%）、事业收入 20.00 万元（20.00%）、其他资金 10.00 万元（10.00%）";
    assert_eq!(*figure.answer, *format!("收入共 100.00 万元，来自{funds}。"));
}

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
    assert_eq!(head.lead, "每 100 元预算中，有 80.00 元用于一般公共服务；项目支出占 40.00%。");
    let figure = said(&budget, "basic-project");
    assert_eq!(figure.answer, "基本支出 60.00 万元（60.00%），比项目支出多 20.00 万元。");
    assert!(figure.entries[0].at.is_none() && figure.entries[1].at.is_some());
    assert!(figure.source.contains("基本支出由本页按人员经费与公用经费相加"), "{}", figure.source);
    let open = figure_of_code(&budget, "201");
    assert_eq!(open.answer, "一般公共服务支出 80.00 万元，全部用于事务。");
}

fn figure_of_code(budget: &Budget, code: &str) -> Figure {
    let mut asked = Asked::default();
    asked.set(Choice::new("code", code));
    figure(budget, "structure", &asked).unwrap()
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
    assert_eq!(answer(&whole, "structure"), "100.00 万元（100.00%）用于一般公共服务。");
    let third = "另有单位预留机动经费 10.00 万元（10.00%）";
    assert_eq!(
        answer(&whole, "basic-project"),
        format!("基本支出 60.00 万元（60.00%），比项目支出多 30.00 万元；{third}。")
    );

    let part = budget(&[own, general], "");
    assert_eq!(headline(&part, WORDS).total.as_deref(), Some("100.00"));
    assert_eq!(
        answer(&part, "structure"),
        "按功能分类的只有表2《一般公共预算支出表》，共 90.00 万元。90.00 万元（100.00%）用于一般公共服务。"
    );
    assert_eq!(answer(&part, "basic-project"), answer(&whole, "basic-project"));
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
    assert_eq!(figure.answer, "75.00 万元（75.00%）用于一般公共服务，其余 25.00 万元用于教育。");
    assert!(
        figure.source.contains("同一科目的各行由本页相加") && figure.source.contains("没有列出的类由本页按科目相加")
    );
    let open = figure_of_code(&budget, "201");
    assert_eq!(open.answer, "一般公共服务支出 75.00 万元，最多的是行政运行 50.00 万元（66.67%）。");
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
    assert_eq!(
        figure.answer,
        "基本支出 15.00 万元，最多的是工资福利 15.00 万元（100.00%）；单项最大的是基本工资 15.00 万元（100.00%）。"
    );

    let local = table("basic-economic", "total")
        .line("30239 其他交通费用 | 528.99")
        .line("3021503 三类会议费 | 6.01")
        .line("30216 培训费 | 65.00")
        .total("合计 | 600.00");
    let figure = said(&budget(&[local], ""), "economic");
    assert!(
        figure.answer.contains("其他交通费用 528.99 万元（88.17%）、培训费 65.00 万元（10.83%）、三类会议费"),
        "{}",
        figure.answer
    );
    assert!(figure.source.contains("相加为 100.00%"), "{}", figure.source);
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
    assert!(answer(&budget, "personnel-operating").starts_with("一般公共预算基本支出 55.00 万元"));
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
    assert_eq!(answer(&budget, "projects"), "2 个项目共 40.00 万元，最大的是“食堂”，25.00 万元（62.50%）。");
    let head = headline(&budget, WORDS);
    assert_eq!(head.facts.iter().find(|fact| fact.figure == "projects").unwrap().value, "2");
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
    assert_eq!(&*said(&budget, "structure").answer, "80.00 万元（80.00%）用于一般公共服务，其余 20.00 万元用于教育。");
    assert!(said(&budget, "basic-project").answer.starts_with("基本支出 60.00 万元（60.00%）"));
}

#[test]
fn what_is_set_aside_for_smaller_firms_is_no_part_beside_goods() {
    let stated = r#","procurement":[{"subject":"procurement","name":"政府采购预算","section":"五","amount":"14.00"},
        {"subject":"procurement-goods","name":"货物","section":"五","amount":"4.00"},
        {"subject":"procurement-services","name":"服务","section":"五","amount":"10.00"},
        {"subject":"procurement-sme","name":"面向中小企业采购","section":"五","amount":"9.00"}]"#;
    let bought = said(&budget(&[spent()], stated), "procurement").answer;
    assert_eq!(&*bought, "政府采购预算 14.00 万元，其中服务 10.00 万元（71.43%）、货物 4.00 万元（28.57%）。");
}

#[test]
fn who_buys_is_not_what_is_bought() {
    let by_function = || table("procurement", "total").total("合计 | 14.07").line("212 城乡社区支出 | 14.07");
    let stated = r#","procurement":[{"subject":"procurement","name":"政府采购预算","section":"五","amount":"14.07"},
        {"subject":"procurement-goods","name":"货物","section":"五","amount":"4.07"},
        {"subject":"procurement-services","name":"服务","section":"五","amount":"10.00"}]"#;
    let bought = answer(&budget(&[spent(), by_function()], stated), "procurement");
    assert_eq!(bought, "政府采购预算 14.07 万元，其中服务 10.00 万元（71.07%）、货物 4.07 万元（28.93%）。");
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
    assert_eq!(figure.answer, "2026 年一般公共预算支出比上年执行数减少 40.00 万元（−33.33%）。");
    assert!(figure.grid.head.iter().any(|head| head == "2025 年执行数"), "{:?}", figure.grid.head);

    let stated = r#","statements":[
        {"subject":"expenditure","name":"支出","section":"三","amount":"100.00","last_year":"80.00","base":"actual"},
        {"subject":"government-fund","name":"政府性基金","section":"四","change":"-5.00"}]"#;
    let figure = said(&budget(&[spent()], stated), "change");
    assert_eq!(figure.answer, "2026 年支出比上年执行数增加 20.00 万元。");
    assert!(figure.notes.iter().any(|note| **note == *"只说明了增减额的：政府性基金 −5.00。"), "{:?}", figure.notes);
}

#[test]
fn blank_classes_and_blank_parts_are_not_called_nothing() {
    let blank_class = table("expenditure", "total")
        .line("201 一般公共服务支出 | -")
        .line("20101 人大事务 | 60.00")
        .line("20102 政协事务 | 40.00")
        .line("205 教育支出 | 50.00")
        .total("合计 | 150.00");
    assert_eq!(
        answer(&budget(&[blank_class], ""), "structure"),
        "100.00 万元（66.67%）用于一般公共服务，其余 50.00 万元用于教育。"
    );

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
    assert_eq!(open.answer, "一般公共服务支出 50.00 万元，最多的是人大事务 1,000.00 万元（2000.00%）。");
    assert_eq!(open.notes, ["有的占比超过 100%，因为另有冲减（负数）。"]);
}

#[test]
fn the_amounts_of_a_sentence_have_one_number_of_places() {
    let stated = r#","procurement":[
        {"subject":"procurement","name":"政府采购总额","section":"八","amount":"4308.39"},
        {"subject":"goods","name":"政府采购货物","section":"八","amount":"2315.5"},
        {"subject":"services","name":"政府采购服务","section":"八","amount":"1575.09"},
        {"subject":"works","name":"政府采购工程","section":"八","amount":"417.8"}]"#;
    let answer = answer(&budget(&[spent()], stated), "procurement");
    let parts = "货物 2,315.50 万元（53.74%）、服务 1,575.09 万元（36.56%）、工程 417.80 万元（9.70%）";
    assert_eq!(answer, format!("政府采购预算 4,308.39 万元，其中{parts}。"));
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
    let Plot::Bars(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    let told = bars.iter().map(|bar| {
        let entry = &figure.entries[bar.entry];
        [entry.short.as_str(), &entry.amount, &bar.change].join(" ")
    });
    assert_eq!(told.collect::<Vec<_>>(), ["部门预算支出 100.5 −3.00", "部门预算收入 100.5 −2.25"]);
}

#[test]
fn uses_that_no_vehicle_is_for_are_told_in_one_line() {
    let uses = (0..5).map(|i| {
        format!(r#",{{"key":"use-{i}","name":"用途 {i}","unit":"辆","value":"{}","part_of":"vehicles","as_of":"2025-07-31"}}"#, i / 4)
    });
    let whole = r#","assets":[{"key":"vehicles","name":"车辆","unit":"辆","value":"1","as_of":"2025-07-31"}"#;
    let stated = whole.to_string() + &uses.collect::<String>() + "]";
    let figure = said(&budget(&[spent()], &stated), "assets");
    assert_eq!(figure.nothing(WORDS).len(), 4);
    assert_eq!(figure.of_nothing(&figure.nothing(WORDS), WORDS), "另有 4 项为 0：");
    assert!(matches!(figure.plot, Plot::None), "one bar compares nothing");
    assert_eq!(figure.answer, "截至 2025 年 7 月 31 日，车辆 1 辆，全部是用途 4。");
}
