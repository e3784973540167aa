//! The list of projects: what is open, what is looked for, how they stand, and what is odd among them.

use std::time::{Duration, Instant};

use budget_lens::figure::{Control, Param, Plot, param};

use super::{document, line, names, official, projects, read};

#[test]
fn a_project_that_does_not_exist_opens_nothing() {
    let said = projects(&official(), &[(param::PROJECT, "没有这个项目")]);
    assert!(said.sections.is_empty());
    assert!(said.entries.iter().all(|entry| entry.param.as_ref().is_none_or(|choice| !choice.value.is_empty())));
}

#[test]
fn a_second_tap_closes_the_open_project() {
    let open = "实验小学维修改造工程";
    let said = projects(&official(), &[(param::PROJECT, open)]);
    let id = said.entries.iter().position(|entry| entry.name == open).unwrap();
    assert_eq!(said.entries[id].param, Some(Param::new(param::PROJECT, "")));
    assert!(said.sections.iter().all(|section| section.after == Some(id)));
    assert_eq!(said.sections[0].address.as_deref(), Some("project"));
}

#[test]
fn what_is_looked_for_is_listed_drawn_and_added_up() {
    let said = projects(&official(), &[(param::FIND, " 维修  2025 ")]);
    assert_eq!(names(&said), ["办公场所零星维修费用（2025年）"]);
    let Plot::Treemap(branches) = &said.plot else { panic!("{:?}", said.plot) };
    assert_eq!(branches[0].parts, said.legend);
    let all = projects(&official(), &[(param::FIND, "维修")]);
    assert_eq!(all.answer, "25 个项目里，名称含“维修”的有 3 个，共 350.42 万元（本页相加），占全部的 13.08%。");
}

#[test]
fn looking_in_vain_says_so_and_hides_what_is_open() {
    let said = projects(&official(), &[(param::FIND, "潜水艇"), (param::PROJECT, "实验小学维修改造工程")]);
    assert_eq!(said.answer, "25 个项目的名称里都没有“潜水艇”。");
    assert!(said.legend.is_empty() && said.sections.is_empty() && said.plot == Plot::None);
    assert!(said.controls.iter().any(|control| matches!(control, Control::Find { text, .. } if text == "潜水艇")));
}

#[test]
fn names_are_sorted_by_their_characters_and_equals_keep_their_order() {
    let lines = [line("乙", "1"), line("b", "2"), line("a", "3"), line("乙", "4")].join(",");
    let said = projects(&document(&lines, ""), &[(param::SORT, "name")]);
    assert_eq!(said.legend, [2, 1, 0, 3]);
    assert_eq!(projects(&document(&lines, ""), &[(param::SORT, "nonsense")]).legend, [3, 2, 1, 0]);
}

#[test]
fn projects_of_one_name_can_be_told_apart() {
    let lines = [line("维修", "1"), line("维修", "2"), line("维修", "3")].join(",");
    let form = |goal| format!(r#"{{"name":"维修","form":{{"name":"维修","unit":"元","goal_annual":"{goal}"}}}}"#);
    let budget = document(&lines, &format!(r#","projects":[{},{}]"#, form("甲"), form("乙")));
    let said = projects(&budget, &[(param::PROJECT, "维修-2")]);
    let values: Vec<_> =
        said.entries.iter().filter_map(|entry| entry.param.as_ref()).map(|c| c.value.as_str()).collect();
    assert_eq!(values, ["维修", "", "维修-3"]);
    assert_eq!(said.sections[0].list, ["本年目标：乙"]);
    assert_eq!(said.entries[1].note.as_deref(), Some("第 2 个同名项目"));
    let addresses: Vec<_> = said.entries.iter().filter_map(|entry| entry.at).map(|at| budget.address(at)).collect();
    assert_eq!(addresses, ["表八-维修", "表八-维修-2", "表八-维修-3"]);
    // The third line has the last form there is.
    assert_eq!(projects(&budget, &[(param::PROJECT, "维修-3")]).sections[0].list, ["本年目标：乙"]);
}

#[test]
fn projects_of_one_name_are_told_apart_by_the_unit_that_the_table_prints_above_each() {
    let at = |name: &str, level: u8, total: &str| {
        format!(r#"{{"name":"{name}","level":{level},"amounts":{{"total":"{total}"}}}}"#)
    };
    let lines = [
        at("县医院", 1, "6"),
        at("医疗业务", 2, "5"),
        at("购置", 2, "1"),
        at("妇幼保健院", 1, "7"),
        at("医疗业务", 2, "3"),
        at("维修", 2, "3"),
        at("维修", 2, "1"),
    ];
    let said = projects(&document(&lines.join(","), ""), &[]);
    let notes: Vec<_> = said.entries[..5].iter().map(|entry| entry.note.as_deref()).collect();
    assert_eq!(notes, [Some("县医院"), None, Some("妇幼保健院"), None, Some("第 2 个同名项目")]);
    let addresses: Vec<_> = said.entries[..5].iter().filter_map(|entry| entry.param.as_ref()).collect();
    let addresses: Vec<_> = addresses.iter().map(|param| param.value.as_str()).collect();
    assert_eq!(addresses, ["医疗业务", "购置", "医疗业务-2", "维修", "维修-2"], "they are what they were");
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
    let said = projects(&budget, &[(param::PROJECT, &name(7)), (param::SORT, "name")]);
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
