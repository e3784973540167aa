//! What the figures that list things say: projects with their forms, performance, assets, profile, glossary.
//! Their sections for the real document are kept as text; `make golden` renews it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use budget_lens::budget::{Budget, Place, Stated};
use budget_lens::figure::{Asked, Choice, Control, Figure, Grid, Plot, Stack, figures, name};
use budget_lens::load;
use budget_lens::money::Unit;
use budget_lens::words::{Lang, Words};

const ZH: Words = Words { lang: Lang::Zh, unit: Unit::Wan };
const EN: Words = Words { lang: Lang::En, unit: Unit::Wan };

fn read(json: &[u8]) -> Budget {
    load::read(json).unwrap_or_else(|faults| panic!("{faults:#?}")).budget
}

fn official() -> Budget {
    read(&fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("budget.json")).unwrap())
}

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

fn asked(choices: &[(&'static str, &str)]) -> Asked {
    let mut asked = Asked::default();
    for (name, value) in choices {
        asked.set(Choice::new(name, *value));
    }
    asked
}

fn figure(budget: &Budget, id: &str, asked: &Asked, words: Words) -> Option<Figure> {
    figures(budget, asked, words).into_iter().find(|figure| figure.id == id)
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
    let property = asked(&[(name::PROJECT, "平鲁区机关办公场所2025年3-12月物业管理费")]);
    let canteen = asked(&[(name::PROJECT, "平鲁区机关食堂费用（2026年）"), (name::FIND, "食堂"), (name::SORT, "name")]);
    let mut said = String::new();
    for words in [ZH, EN] {
        for id in ["projects", "performance", "assets", "profile", "checks", "glossary"] {
            said += &lists(&figure(&budget, id, &property, words).unwrap());
        }
        said += &lists(&figure(&budget, "projects", &canteen, words).unwrap());
    }
    assert!(!said.contains(['{', '…']), "a sentence lacks a part");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/official-lists.txt");
    if std::env::var_os("GOLDEN").is_some() {
        fs::write(&path, &said).unwrap();
    }
    assert!(said == fs::read_to_string(&path).unwrap_or_default(), "look at what has changed, then `make golden`");
}

#[test]
fn a_table_of_projects_alone_reproaches_nobody_with_missing_forms() {
    let budget = document(&[line("甲", "60.00"), line("乙", "40.00")].join(","), "");
    let said = projects(&budget, &[(name::PROJECT, "乙")]);
    assert_eq!(said.answer, "2 个项目共 100.00 万元（本页相加），最大的是“甲”，60.00 万元，占 60.0%。");
    assert_eq!(said.grid.head.len(), 3);
    assert_eq!(said.entries[0].note, None);
    assert_eq!(said.sections[0].paragraphs, ["安排 40.00 万元。", "这份文件没有项目的绩效目标表。"]);
    assert!(matches!(&said.plot, Plot::Treemap(branches) if branches.len() == 1 && branches[0].label.is_empty()));
}

#[test]
fn a_project_that_does_not_exist_opens_nothing() {
    let said = projects(&official(), &[(name::PROJECT, "没有这个项目")]);
    assert!(said.sections.is_empty());
    assert!(said.entries.iter().all(|entry| entry.choice.as_ref().is_none_or(|choice| !choice.value.is_empty())));
}

#[test]
fn a_second_tap_closes_the_open_project() {
    let open = "实验小学维修改造工程";
    let said = projects(&official(), &[(name::PROJECT, open)]);
    let id = said.entries.iter().position(|entry| entry.name == open).unwrap();
    assert_eq!(said.entries[id].choice, Some(Choice::new(name::PROJECT, "")));
    assert!(said.sections.iter().all(|section| section.after == Some(id)));
    assert_eq!(said.sections[0].address.as_deref(), Some("project"));
}

#[test]
fn what_is_looked_for_is_listed_drawn_and_added_up() {
    let said = projects(&official(), &[(name::FIND, " 维修  2025 ")]);
    assert_eq!(names(&said), ["办公场所零星维修费用（2025年）"]);
    let Plot::Treemap(branches) = &said.plot else { panic!("{:?}", said.plot) };
    assert_eq!(branches[0].parts, said.legend);
    let all = projects(&official(), &[(name::FIND, "维修")]);
    assert_eq!(all.answer, "25 个项目里，名称含“维修”的有 3 个，共 350.42 万元（本页相加），占全部的 13.08%。");
}

#[test]
fn looking_in_vain_says_so_and_hides_what_is_open() {
    let said = projects(&official(), &[(name::FIND, "潜水艇"), (name::PROJECT, "实验小学维修改造工程")]);
    assert_eq!(said.answer, "25 个项目的名称里都没有“潜水艇”。");
    assert!(said.legend.is_empty() && said.sections.is_empty() && said.plot == Plot::None);
    assert!(said.controls.iter().any(|control| matches!(control, Control::Find { text, .. } if text == "潜水艇")));
}

#[test]
fn names_are_sorted_by_their_characters_and_equals_keep_their_order() {
    let lines = [line("乙", "1"), line("b", "2"), line("a", "3"), line("乙", "4")].join(",");
    let said = projects(&document(&lines, ""), &[(name::SORT, "name")]);
    assert_eq!(said.legend, [2, 1, 0, 3]);
    assert_eq!(projects(&document(&lines, ""), &[(name::SORT, "nonsense")]).legend, [3, 2, 1, 0]);
}

#[test]
fn projects_of_one_name_can_be_told_apart() {
    let lines = [line("维修", "1"), line("维修", "2"), line("维修", "3")].join(",");
    let form = |goal| format!(r#"{{"name":"维修","form":{{"name":"维修","unit":"元","goal_annual":"{goal}"}}}}"#);
    let budget = document(&lines, &format!(r#","projects":[{},{}]"#, form("甲"), form("乙")));
    let said = projects(&budget, &[(name::PROJECT, "维修-2")]);
    let values: Vec<_> =
        said.entries.iter().filter_map(|entry| entry.choice.as_ref()).map(|c| c.value.as_str()).collect();
    assert_eq!(values, ["维修", "", "维修-3"]);
    assert_eq!(said.sections[0].list, ["本年目标：乙"]);
    assert_eq!(said.entries[1].note.as_deref(), Some("第 2 个同名项目"));
    let addresses: Vec<_> = said.entries.iter().filter_map(|entry| entry.at).map(|at| budget.address(at)).collect();
    assert_eq!(addresses, ["表八-维修", "表八-维修-2", "表八-维修-3"]);
    // The third line has the last form there is.
    assert_eq!(projects(&budget, &[(name::PROJECT, "维修-3")]).sections[0].list, ["本年目标：乙"]);
}

#[test]
fn no_project_and_no_amount_are_told_as_such() {
    let said = projects(&document("", ""), &[]);
    assert_eq!(said.answer, "表八没有列出项目。");
    assert!(said.grid.rows.is_empty() && said.controls.is_empty());
    let marked = r#""number":"表九","title":"表","kind":"projects","unit":"万元","columns":[],"lines":[],"empty":true"#;
    let head = r#""format":"budget-lens/1","document":{"department":"局","year":2026,"title":"预算","unit":"万元"}"#;
    let budget = read(format!(r#"{{{head},"tables":[{{{marked}}}]}}"#).as_bytes());
    assert_eq!(projects(&budget, &[]).answer, "没有安排项目：表九注明本表无数据。");
    let blank = r#"{"name":"甲"},{"name":"乙"}"#;
    let said = projects(&document(blank, ""), &[]);
    assert_eq!(said.answer, "列出 2 个项目，都没有安排金额。");
    assert_eq!((said.entries[0].amount.as_str(), said.plot), ("未安排", Plot::None));
    let one = document(&line("甲", "5.00"), r#","projects":[{"name":"甲"}]"#);
    let one = projects(&one, &[]);
    assert_eq!(one.answer, "只有 1 个项目“甲”，5.00 万元。");
    assert_eq!(one.notes, ["没有公布绩效目标表。"]);
}

#[test]
fn less_than_nothing_has_no_area_and_is_named() {
    let said = projects(&document(&[line("甲", "5.00"), line("冲回", "-2.00"), line("零", "0")].join(","), ""), &[]);
    assert!(matches!(&said.plot, Plot::Treemap(branches) if branches[0].parts == [0]));
    assert_eq!(
        *said.footnotes.last().unwrap(),
        "图中没有画出金额为负数、为零或未安排的 2 个项目；其中负数（冲减）为 −2.00 万元。"
    );
}

#[test]
fn two_thousand_projects_are_listed_at_once_and_drawn_as_far_as_can_be_seen() {
    let name = |i: usize| format!("第{i}个项目的名称很长很长很长很长很长");
    let lines: Vec<_> = (0..2_000).map(|i| line(&name(i), &format!("{i}.25"))).collect();
    let known: Vec<_> = (0..2_000).rev().map(|i| format!(r#"{{"name":"{}","group":"goal"}}"#, name(i))).collect();
    let budget = document(&lines.join(","), &format!(r#","projects":[{}]"#, known.join(",")));
    let start = Instant::now();
    let said = projects(&budget, &[(name::PROJECT, &name(7)), (name::SORT, "name")]);
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    assert_eq!(said.legend.len(), 2_000);
    let Plot::Treemap(branches) = &said.plot else { panic!("{:?}", said.plot) };
    assert_eq!(branches[0].parts.len(), 61);
    assert_eq!(said.footnotes[0], "图中画出最大的 60 个项目，其余 1940 个按类别合为一块。");
    let rest = &said.entries[*branches[0].parts.last().unwrap()];
    assert!(rest.at.is_none() && rest.name.contains("本页相加"), "{rest:?}");
    assert_eq!(said.sections[0].after, Some(7));
    assert_eq!(said.grid.rows.len(), 61);
}

#[test]
fn a_form_without_funds_goals_or_indicators_is_no_figure() {
    assert!(figure(&document("", r#","performance":{"unit":"元"}"#), "performance", &Asked::default(), ZH).is_none());
    let only = document("", r#","performance":{"unit":"元","uses":{"basic":"10000","project":"-5000"}}"#);
    let said = figure(&only, "performance", &Asked::default(), ZH).unwrap();
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
    let said = figure(&document("", &format!(r#","assets":[{all}]"#)), "assets", &Asked::default(), ZH).unwrap();
    assert_eq!(said.answer, "文件列出车 10 辆（轿车 6 辆、货车 3 辆）。");
    assert_eq!(said.footnotes, ["车：各部分由本页相加为 9，文件所列为 10。"]);
    let compared: Vec<_> = said.legend.iter().map(|&id| said.entries[id].is_compared()).collect();
    assert_eq!((said.ranked, &compared[..]), (true, &[false, true, true, false][..]));
    assert_eq!(said.entries[3].amount, "0 辆");
    assert_eq!(said.source, "来源：情况说明");
}

#[test]
fn a_profile_is_told_from_whatever_is_there() {
    let said = |more: &str| figure(&document("", more), "profile", &Asked::default(), ZH).map(|figure| figure.answer);
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
        figure(&document("", &more), "profile", &Asked::default(), ZH).unwrap()
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
        figure(&document("", &format!(r#","glossary":[{terms}]"#)), "glossary", &Asked::default(), ZH).unwrap().answer
    };
    assert_eq!(said(&term("甲")), "这里用平常话解释预算里的一个词：“甲”。");
    assert_eq!(said(&[term("甲"), term("乙")].join(",")), "这里用平常话解释预算里的 2 个词：“甲”和“乙”。");
}
