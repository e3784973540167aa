//! A final account beside the budget of its year: all of it, class by class, project by project; and years whose documents
//! print different tables.

use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Param, Query, Section, figures, param};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

use super::years::{document, three_years, together};

const ZH: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };

fn years(budget: &Budget, query: &Query) -> Figure {
    figures(budget, query, ZH).into_iter().find(|figure| figure.id == "years").expect("the figure")
}

fn settled(mut document: Value) -> Value {
    document["document"]["stage"] = json!("final");
    document
}

/// A table with these lines: code, name, amount.
fn table(kind: &str, total: &str, lines: &[(&str, &str, &str)]) -> Value {
    let line = |(code, name, total): &(&str, &str, &str)| {
        let mut line = json!({"name": name, "amounts": {"total": total}});
        if !code.is_empty() {
            line["code"] = json!(code);
        }
        line
    };
    let all = [json!({"name": "合计", "role": "total", "amounts": {"total": total}})];
    let lines: Vec<_> = all.into_iter().chain(lines.iter().map(line)).collect();
    let number = format!("表 {kind}");
    json!({"number": number, "title": kind, "kind": kind, "columns": [{"id": "total", "name": "合计"}], "lines": lines})
}

fn of_tables(year: u16, tables: &[Value]) -> Value {
    let mut document = document(year, ["0", "0"], "0", None);
    document["tables"] = json!(tables);
    document
}

/// Three years in basic and project expenditure, the second with its final account.
pub fn with_projects() -> Budget {
    let of = |year, [basic, project, total]: [&str; 3]| {
        let mut document = document(year, [basic, project], total, None);
        let lines = document["tables"][0]["lines"].as_array_mut().unwrap();
        lines[0]["amounts"] = json!({"total": total, "basic": basic, "project": project});
        lines[2]["amounts"] = json!({"total": project, "project": project});
        document
    };
    together(&[
        of(2024, ["80.00", "20.00", "100.00"]),
        of(2025, ["88.50", "21.50", "110.00"]),
        settled(of(2025, ["85.00", "14.00", "99.00"])),
        of(2026, ["90.00", "30.00", "120.00"]),
    ])
}

fn section<'f>(figure: &'f Figure, title: &str) -> &'f Section {
    let all: Vec<_> = figure.sections.iter().map(|section| &section.title).collect();
    figure.sections.iter().find(|section| section.title == title).unwrap_or_else(|| panic!("{title} in {all:?}"))
}

fn rows(section: &Section) -> Vec<Vec<&str>> {
    let rows = section.grid.iter().flat_map(|grid| &grid.rows);
    rows.map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

const ALL: &str = "2025 年的钱花完了吗？";
const CLASSES: &str = "2025 年按功能分类各花了多少？";
const PROJECTS: &str = "2025 年各个项目花了多少？";

#[test]
fn a_final_account_is_a_point_of_its_own_and_says_what_was_spent() {
    let [one, two, three] = three_years();
    let account = settled(document(2025, ["80.00", "19.00"], "99.00", None));
    let figure = years(&together(&[one, two, account, three]), &Query::default());
    let names: Vec<_> = figure.legend.iter().map(|&id| &*figure.entries[id].name).collect();
    assert_eq!(names, ["2024 年", "2025 年", "2025 年决算", "2026 年"]);
    assert_eq!(figure.entries[3].note.as_deref(), Some("比前一份 +10.00（+9.1%）"), "a budget follows a budget");
    let all = section(&figure, ALL);
    assert!(all.paragraphs[0].starts_with("决算是预算的 90.0%"), "{:?}", all.paragraphs);
    assert_eq!(rows(all), [["全部支出", "110.00", "99.00", "90.0%"], ["基本支出", "110.00", "99.00", "90.0%"]]);
    let grid = all.grid.as_ref().unwrap();
    assert!(grid.rows.iter().all(|row| row.cells[1].at.is_some() && row.cells[2].at.is_some()), "both lead to paper");
    let classes = rows(section(&figure, CLASSES));
    assert_eq!(classes[0], ["文化旅游体育与传媒支出", "88.50", "80.00", "90.4%"]);
    assert_eq!(classes[2], ["合计", "110.00", "99.00", "90.0%"]);
    assert!(figure.sections.iter().all(|section| section.title != PROJECTS), "no document lists any");
}

#[test]
fn classes_are_held_against_those_of_the_same_kind_of_table_and_the_whole_against_the_whole() {
    let by_unit = table("expenditure", "200.00", &[("", "青石县图书馆", "200.00")]);
    let planned = of_tables(2025, &[by_unit, table("general-public", "80.00", &[("207", "文化支出", "80.00")])]);
    let by_class = table("expenditure", "190.00", &[("207", "文化支出", "190.00")]);
    let fund = table("general-public", "76.00", &[("207", "文化支出", "76.00")]);
    let budget = together(&[planned, settled(of_tables(2025, &[by_class, fund]))]);
    let figure = years(&budget, &Query::default());
    assert!(section(&figure, ALL).paragraphs[0].starts_with("决算是预算的 95.0%"));
    let classes = section(&figure, CLASSES);
    assert_eq!(rows(classes)[0], ["文化支出", "80.00", "76.00", "95.0%"]);
    assert!(classes.paragraphs[0].contains("《general-public》"), "{:?}", classes.paragraphs);
}

#[test]
fn what_has_no_code_is_matched_by_its_name_and_what_stands_twice_by_nothing() {
    let planned =
        table("expenditure", "60.00", &[("207", "文化支出", "30.00"), ("", "其他", "10.00"), ("", "其他", "20.00")]);
    let account = table("expenditure", "55.00", &[("", "文化", "27.00"), ("", "其他", "28.00")]);
    let budget = together(&[of_tables(2025, &[planned]), settled(of_tables(2025, &[account]))]);
    let figure = years(&budget, &Query::default());
    let found = rows(section(&figure, CLASSES));
    assert_eq!(found[0], ["文化支出", "30.00", "27.00", "90.0%"]);
    assert_eq!(found[1], ["其他", "10.00", "—", "—"]);
    assert_eq!(found[3], ["其他", "—", "28.00", "—"], "{found:?}");
}

#[test]
fn projects_of_both_documents_are_held_against_each_other() {
    let with = |classes: &str, projects: &[(&str, &str, &str)]| {
        [table("expenditure", classes, &[("207", "文化支出", classes)]), table("projects", classes, projects)]
    };
    let planned = with("50.00", &[("", "修缮", "10.00"), ("", "购书", "40.00")]);
    let account = with("44.00", &[("", "购书", "39.00"), ("", "抢修", "5.00")]);
    let budget = together(&[of_tables(2025, &planned), settled(of_tables(2025, &account))]);
    let figure = years(&budget, &Query::default());
    let projects = section(&figure, PROJECTS);
    let expected = [["购书", "40.00", "39.00", "97.5%"], ["修缮", "10.00", "—", "—"], ["抢修", "—", "5.00", "—"]];
    assert_eq!(rows(projects), expected);
    assert!(projects.folded);
}

#[test]
fn a_class_is_followed_through_tables_of_one_kind_and_a_document_without_such_a_table_is_told() {
    let by_unit = || table("expenditure", "200.00", &[("", "青石县图书馆", "200.00")]);
    let fund = |amount: &str| table("general-public", amount, &[("207", "文化支出", amount)]);
    let whole = |amount: &str| table("expenditure", amount, &[("207", "文化支出", amount)]);
    let documents = [
        of_tables(2023, &[by_unit(), fund("70.00")]),
        of_tables(2024, &[by_unit(), fund("80.00")]),
        of_tables(2025, &[whole("210.00"), fund("90.00")]),
        of_tables(2026, &[whole("220.00")]),
    ];
    let mut query = Query::default();
    query.set(Param::new(param::CODE, "207"));
    let figure = years(&together(&documents), &query);
    let amounts: Vec<_> = figure.legend.iter().map(|&id| &*figure.entries[id].amount).collect();
    assert_eq!(amounts, ["70.00", "80.00", "90.00", "未列明"]);
    let notes: Vec<_> = figure.notes.iter().map(ToString::to_string).collect();
    assert!(notes.iter().any(|note| note.starts_with("2026 年的文件把这一类列在另一种表里")), "{notes:?}");
    assert_eq!(figure.grid.rows[3].cells[1].text, "—", "what is not printed is not planned as nothing");
}

#[test]
fn the_general_public_budget_alone_is_not_held_against_all_expenditure() {
    let fund = table("general-public", "80.00", &[("207", "文化支出", "80.00")]);
    let whole = |amount: &str| table("expenditure", amount, &[("207", "文化支出", amount)]);
    let documents =
        [of_tables(2024, &[fund]), of_tables(2025, &[whole("210.00")]), of_tables(2026, &[whole("220.00")])];
    let figure = years(&together(&documents), &Query::default());
    assert!(figure.answer.to_string().contains("由 210.00 万元增到 220.00 万元"), "{}", figure.answer.to_string());
    assert!(figure.notes[0].to_string().starts_with("2024 年的文件只列出一般公共预算"));
}

#[test]
fn classes_with_another_name_or_code_are_told_below_the_class_too() {
    let lines = |second: (&'static str, &'static str)| {
        let (code, name) = second;
        [("207", "文化支出", "30.00"), ("20701", "文化和旅游", "20.00"), (code, name, "10.00")]
    };
    let of = |year, lines: &[(&str, &str, &str)]| of_tables(year, &[table("expenditure", "30.00", lines)]);
    let told = |one: &[(&str, &str, &str)], two: &[(&str, &str, &str)], code: &str| {
        let mut query = Query::default();
        query.set(Param::new(param::CODE, code));
        let figure = years(&together(&[of(2025, one), of(2026, two)]), &query);
        figure.notes.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let moved = told(&lines(("20702", "文物")), &lines(("20799", "文物")), "207");
    assert_eq!(moved, ["从 2025 年到 2026 年换了编码的科目：“文物”由 20702 换到 20799。内容是否相同，文件没有说。"]);
    let renamed = told(&lines(("20702", "文物")), &lines(("20702", "文物保护")), "207");
    assert_eq!(
        renamed,
        ["从 2025 年到 2026 年改了名称的科目：20702 由“文物”改为“文物保护”。内容是否相同，文件没有说。"]
    );
    let split = told(&lines(("20702", "文物")), &lines(("20703", "体育")), "207");
    assert_eq!(split, ["2025 年有、2026 年没有的科目：文物。", "2026 年有、2025 年没有的科目：体育。"]);
    let at_the_top = told(&[("207", "文化支出", "30.00")], &[("208", "文化支出", "30.00")], "");
    assert!(at_the_top[0].contains("“文化支出”由 207 换到 208"), "{at_the_top:?}");
}

#[test]
fn of_many_years_without_a_document_it_is_said_how_many() {
    let [one, _, mut three] = three_years();
    three["document"]["year"] = json!(2040);
    let figure = years(&together(&[one, three]), &Query::default());
    let expected = "没有 2025、2026、2027、2028、2029、2030 等 15 年的文件，所以没有画。";
    assert_eq!(figure.notes[0].to_string(), expected);
}
