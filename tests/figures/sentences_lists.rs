//! What the figures that list things say: projects with their forms, performance, assets, profile, glossary.
//! Their sections for the real document are kept as text; `make golden` renews it.

use std::fmt::Write;

use crate::common::budgets::{official, read};
use crate::common::golden;
use budget_lens::budget::{Budget, Place, Stated};
use budget_lens::figure::{Control, Figure, Grid, Param, Plot, Query, Stack, figures, param};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;

mod of_projects;

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const EN: Locale = Locale { lang: Lang::En, unit: Unit::Wan };

/// A document with this table of projects, and more.
fn document(lines: &str, more: &str) -> Budget {
    let columns = r#"[{"id":"total","name":"合计"}]"#;
    let table = format!(
        r#"{{"number":"表八","title":"项目支出表","kind":"projects","unit":"万元","columns":{columns},"lines":[{lines}]}}"#
    );
    let head = r#""document":{"department":"局","year":2026,"title":"预算","unit":"万元"}"#;
    read(format!(r#"{{"format":"budget-lens/1",{head},"tables":[{table}]{more}}}"#).as_bytes())
}

fn line(name: &str, total: &str) -> String {
    format!(r#"{{"name":"{name}","amounts":{{"total":"{total}"}}}}"#)
}

fn asked(choices: &[(&'static str, &str)]) -> Query {
    let mut query = Query::default();
    for (name, value) in choices {
        query.set(Param::new(name, *value));
    }
    query
}

fn figure(budget: &Budget, id: &str, query: &Query, locale: Locale) -> Option<Figure> {
    figures(budget, query, locale).into_iter().find(|figure| figure.id == id)
}

fn projects(budget: &Budget, choices: &[(&'static str, &str)]) -> Figure {
    figure(budget, "projects", &asked(choices), ZH).unwrap()
}

fn names(figure: &Figure) -> Vec<&str> {
    figure.legend.iter().map(|&id| figure.entries[id].name.as_str()).collect()
}

fn table(text: &mut String, grid: &Grid) {
    writeln!(text, "| {} |", grid.head.join(" | ")).unwrap();
    for row in &grid.rows {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(cells.len(), grid.head.len());
        writeln!(text, "| {} |", cells.join(" | ")).unwrap();
    }
}

/// The figure's words that are no table: controls, list, sections.
fn lists(figure: &Figure) -> String {
    let mut text = format!("# {}\n{}\n", figure.id, figure.answer);
    for control in &figure.controls {
        match control {
            Control::Options { label, options, chosen, .. } => writeln!(text, "{label}: {options:?} {chosen}").unwrap(),
            Control::Find { label, text: sought, .. } => writeln!(text, "{label}: [{sought}]").unwrap(),
        }
    }
    for &id in &figure.legend {
        let entry = &figure.entries[id];
        let share = entry.share.map(|share| share.to_string()).unwrap_or_default();
        let note = entry.note.as_deref().unwrap_or_default();
        writeln!(text, "{}. {} | {} | {share} | {note}", entry.series, entry.name, entry.amount).unwrap();
    }
    for section in &figure.sections {
        let address = section.address.as_deref().unwrap_or_default();
        let badge = section.badge.as_ref().map(|(_, badge)| format!("[{badge}] ")).unwrap_or_default();
        writeln!(text, "\n## {badge}{} #{address}", section.title).unwrap();
        text.extend(section.paragraphs.iter().map(|paragraph| format!("{paragraph}\n")));
        text.extend(section.list.iter().map(|item| format!("* {item}\n")));
        section.grid.iter().for_each(|grid| table(&mut text, grid));
        text.extend(section.choices.iter().map(|(label, choice)| format!("[{label}] {}\n", choice.text())));
    }
    text + "\n"
}

#[test]
fn every_word_of_the_lists_is_as_it_was() {
    let budget = official();
    let property = asked(&[(param::PROJECT, "平鲁区机关办公场所2025年3-12月物业管理费")]);
    let canteen =
        asked(&[(param::PROJECT, "平鲁区机关食堂费用（2026年）"), (param::FIND, "食堂"), (param::SORT, "name")]);
    let mut said = String::new();
    for locale in [ZH, EN] {
        for id in ["projects", "performance", "assets", "profile", "checks", "glossary"] {
            said += &lists(&figure(&budget, id, &property, locale).unwrap());
        }
        said += &lists(&figure(&budget, "projects", &canteen, locale).unwrap());
    }
    assert!(!said.contains(['{', '…']), "a sentence lacks a part");
    golden::held("tests/golden/official-lists.txt", &said);
}

#[test]
fn a_table_of_projects_alone_reproaches_nobody_with_missing_forms() {
    let budget = document(&[line("甲", "60.00"), line("乙", "40.00")].join(","), "");
    let said = projects(&budget, &[(param::PROJECT, "乙")]);
    assert_eq!(said.answer, "2 个项目共 100.00 万元（本页相加），最大的是“甲”，60.00 万元，占 60.0%。");
    assert_eq!(said.grid.head.len(), 3);
    assert_eq!(said.entries[0].note, None);
    assert_eq!(said.sections[0].paragraphs, ["安排 40.00 万元。", "这份文件没有项目的绩效目标表。"]);
    assert!(matches!(&said.plot, Plot::Treemap(branches) if branches.len() == 1 && branches[0].label.is_empty()));
}

#[test]
fn a_form_without_funds_goals_or_indicators_is_no_figure() {
    assert!(figure(&document("", r#","performance":{"unit":"元"}"#), "performance", &Query::default(), ZH).is_none());
    let only = document("", r#","performance":{"unit":"元","uses":{"basic":"10000","project":"-5000"}}"#);
    let said = figure(&only, "performance", &Query::default(), ZH).unwrap();
    assert_eq!(said.answer, "部门整体绩效目标表在文件里只有资金 0.50 万元（本页相加），没有目标和指标。");
}

#[test]
fn parts_of_a_count_are_told_with_it_and_contradictions_too() {
    let count = |key: &str, value: &str, more: &str| {
        format!(r#"{{"key":"{key}","name":"{key}","value":"{value}","unit":"辆"{more}}}"#)
    };
    let part = r#","part_of":"车""#;
    let all =
        [count("车", "10", ""), count("轿车", "6", part), count("货车", "3", part), count("船", "0", part)].join(",");
    let said = figure(&document("", &format!(r#","assets":[{all}]"#)), "assets", &Query::default(), ZH).unwrap();
    assert_eq!(said.answer, "文件列出车 10 辆（轿车 6 辆、货车 3 辆）。");
    assert_eq!(said.footnotes, ["车：各部分由本页相加为 9，文件所列为 10。"]);
    let compared: Vec<_> = said.legend.iter().map(|&id| said.entries[id].is_compared()).collect();
    assert_eq!((said.ranked, &compared[..]), (true, &[false, true, true, false][..]));
    assert_eq!(said.entries[3].amount, "0 辆");
    assert_eq!(said.source, "来源：情况说明");
}

#[test]
fn a_profile_is_told_from_whatever_is_there() {
    let said = |more: &str| figure(&document("", more), "profile", &Query::default(), ZH).map(|figure| figure.answer);
    assert_eq!(said(""), None);
    assert_eq!(said(r#","profile":{"nature":"行政机关。"}"#).unwrap(), "这是行政机关。");
    let staff = r#","staff":[{"key":"x","name":"学生","value":"1200","unit":"人"}]"#;
    assert_eq!(said(staff).unwrap(), "这个单位有学生 1,200 人。");
}

#[test]
fn who_works_there_is_one_bar_of_those_on_the_establishment_and_the_others() {
    let said = |others: &str| {
        let count = |key: &str, name: &str, value: &str, more: &str| {
            format!(r#"{{"key":"{key}","name":"{name}","value":"{value}","unit":"人"{more}}}"#)
        };
        let part = r#","part_of":"serving""#;
        let staff = [
            count("serving", "实有人数", "60", ""),
            count("serving-staff", "在编", "40", part),
            count("other-staff", "其他", others, part),
        ];
        let more = format!(r#","profile":{{"nature":"事业单位"}},"staff":[{}]"#, staff.join(","));
        figure(&document("", &more), "profile", &Query::default(), ZH).unwrap()
    };
    let told = said("20");
    assert_eq!(told.answer, "这是事业单位，有实有人数 60 人：在编 40 人、其他 20 人。");
    let places: Vec<_> = told.answer.runs().into_iter().filter_map(|(text, at)| Some((text, at?))).collect();
    let at = |i| Place::Count(Stated::Staff, i);
    assert_eq!(places, [("60 人", at(0)), ("40 人", at(1)), ("20 人", at(2))]);
    let bar = Stack { label: "实有人数".into(), amount: "60 人".into(), parts: vec![1, 2] };
    assert_eq!(told.plot, Plot::Stacks(vec![bar]));
    // Parts that do not come to the whole are no bar of it.
    let told = said("19");
    assert_eq!((told.answer.to_string().as_str(), told.plot), ("这是事业单位，有实有人数 60 人。", Plot::None));
}

#[test]
fn a_glossary_of_one_or_two_words_is_told_as_such() {
    let term = |term: &str| format!(r#"{{"term":"{term}","meaning":"话"}}"#);
    let said = |terms: &str| {
        figure(&document("", &format!(r#","glossary":[{terms}]"#)), "glossary", &Query::default(), ZH).unwrap().answer
    };
    assert_eq!(said(&term("甲")), "这里用平常话解释预算里的一个词：“甲”。");
    assert_eq!(said(&[term("甲"), term("乙")].join(",")), "这里用平常话解释预算里的 2 个词：“甲”和“乙”。");
}
