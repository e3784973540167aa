//! What stands among the lines of a table and is none of them: units above their classes, empty rows, notes, a single
//! code among names. What the page says is the same as without them.

#![allow(clippy::needless_pass_by_value)] // values of `json!` are written where they are used

use crate::common::budgets;
use budget_lens::budget::Budget;
use budget_lens::figure::{Figure, Query, all, summary};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::{Value, json};

const WORDS: Locale = Locale { lang: Lang::Zh, unit: Unit::Wan };
const DEPARTMENT: &str = "青石县档案局";

fn read(tables: &Value) -> Budget {
    let document = json!({
        "format": "budget-lens/1",
        "document": {"department": DEPARTMENT, "year": 2026, "title": "2026年部门预算", "unit": "万元"},
        "tables": tables,
    });
    let document = document.to_string();
    budgets::read(document)
}

fn figure(budget: &Budget, id: &str) -> Figure {
    let question = all().find(|question| question.id == id).unwrap();
    (question.answer)(budget, &Query::default(), WORDS).unwrap_or_else(|| panic!("no {id}"))
}

fn told(tables: &Value, ids: &[&str]) -> Vec<String> {
    let budget = read(tables);
    ids.iter().map(|id| figure(&budget, id).answer.to_string()).collect()
}

fn table(number: &str, kind: &str, columns: &Value, lines: Vec<Value>) -> Value {
    json!({"number": number, "title": "表", "kind": kind, "unit": "万元", "columns": columns, "lines": lines})
}

/// The columns with these ids, each called by its own name.
fn columns(ids: &[(&str, &str)]) -> Value {
    ids.iter().map(|(id, name)| json!({"id": id, "name": name})).collect()
}

/// A line with a level, where it is not 0, and a code, where it has one.
fn line(code: &str, level: u8, name: &str, amounts: Value) -> Value {
    let mut line = json!({"name": name, "amounts": amounts});
    if !code.is_empty() {
        line["code"] = json!(code);
    }
    if level > 0 {
        line["level"] = json!(level);
    }
    line
}

/// Expenditure, income and basic expenditure, whose items have codes or none. `unit` stands above the lines of each, which
/// are a level lower for it; there is a printed total or none.
fn tables(unit: Option<&Value>, is_lower: bool, is_coded: bool, has_total: bool) -> Value {
    let down = u8::from(is_lower);
    let code = |code: &'static str| if is_coded { code } else { "" };
    let with = |ids: &[&str], mut lines: Vec<Value>, amounts: [&str; 3]| {
        let all: Value = ids.iter().zip(amounts).map(|(id, amount)| ((*id).to_string(), json!(amount))).collect();
        if let Some(unit) = unit {
            let mut unit = unit.clone();
            unit["amounts"] = all.clone();
            lines.insert(0, unit);
        }
        if has_total {
            lines.push(json!({"name": "合计", "role": "total", "amounts": all}));
        }
        lines
    };
    let level = |own: u8| if is_lower { own + down } else { 0 };
    let spent = ["total", "basic", "project"];
    let of = |total: &str, basic: &str, project: &str| json!({"total": total, "basic": basic, "project": project});
    let spending = vec![
        line("201", level(1), "一般公共服务支出", of("80.00", "50.00", "30.00")),
        line("20126", level(2), "档案事务", of("80.00", "50.00", "30.00")),
        line("208", level(1), "社会保障和就业支出", of("20.00", "10.00", "10.00")),
    ];
    let funds = ["total", "general-public", "own-funds"];
    let fund =
        |total: &str, general: &str, own: &str| json!({"total": total, "general-public": general, "own-funds": own});
    let income = vec![
        line("201", level(1), "一般公共服务支出", fund("80.00", "70.00", "10.00")),
        line("208", level(1), "社会保障和就业支出", fund("20.00", "20.00", "0.00")),
    ];
    let kinds = ["total", "personnel", "operating"];
    let kind = |total: &str, staff: &str, rest: &str| json!({"total": total, "personnel": staff, "operating": rest});
    let items = vec![
        line(code("301"), 1 + down, "工资福利支出", kind("40.00", "40.00", "0.00")),
        line(code("30101"), 2 + down, "基本工资", kind("25.00", "25.00", "0.00")),
        line(code("30102"), 2 + down, "津贴补贴", kind("15.00", "15.00", "0.00")),
        line(code("302"), 1 + down, "商品和服务支出", kind("20.00", "0.00", "20.00")),
        line(code("30205"), 2 + down, "水费", kind("5.00", "0.00", "5.00")),
        line(code("30206"), 2 + down, "电费", kind("15.00", "0.00", "15.00")),
    ];
    json!([
        table(
            "表三",
            "expenditure",
            &columns(&[("total", "合计"), ("basic", "基本支出"), ("project", "项目支出")]),
            with(&spent, spending, ["100.00", "60.00", "40.00"])
        ),
        table(
            "表二",
            "income",
            &columns(&[("total", "合计"), ("general-public", "一般公共预算"), ("own-funds", "单位资金")]),
            with(&funds, income, ["100.00", "90.00", "10.00"])
        ),
        table(
            "表六",
            "basic-economic",
            &columns(&[("total", "合计"), ("personnel", "人员经费"), ("operating", "公用经费")]),
            with(&kinds, items, ["60.00", "60.00", "0.00"].map(|amount| amount))
        ),
    ])
}

const TOLD: [&str; 4] = ["structure", "basic-project", "income", "economic"];

#[test]
fn a_unit_above_classes_is_none_of_them_however_it_is_printed() {
    for (is_coded, has_total) in [(true, true), (true, false), (false, true)] {
        let plain = told(&tables(None, false, is_coded, has_total), &TOLD);
        for code in ["", "121", "121001"] {
            for (is_lower, is_said, name) in [
                (false, false, DEPARTMENT),
                (false, true, "档案馆"),
                (true, false, DEPARTMENT),
                (true, true, "档案馆"),
                (false, false, "档案馆"),
            ] {
                let mut unit = line(code, u8::from(is_lower), name, json!({}));
                if is_said {
                    unit["is"] = json!("unit");
                }
                let own = told(&tables(Some(&unit), is_lower, is_coded, has_total), &TOLD);
                assert_eq!(own, plain, "{unit} codes: {is_coded} total: {has_total}");
            }
        }
    }
}

#[test]
fn the_classes_of_several_units_are_added() {
    let amounts = |amount: &str| json!({"total": amount});
    let lines = vec![
        line("121", 0, "档案局", amounts("70.00")),
        line("201", 0, "一般公共服务支出", amounts("60.00")),
        line("208", 0, "社会保障和就业支出", amounts("10.00")),
        line("122", 0, "档案馆", amounts("30.00")),
        line("201", 0, "一般公共服务支出", amounts("30.00")),
        json!({"name": "合计", "role": "total", "amounts": {"total": "100.00"}}),
    ];
    let tables = json!([table("表三", "expenditure", &columns(&[("total", "合计")]), lines)]);
    assert_eq!(told(&tables, &["structure"]), ["90.00 万元（90.0%）用于一般公共服务。"]);
}

#[test]
fn empty_rows_and_notes_are_no_projects_items_or_funds() {
    let amounts = |amount: &str| json!({"total": amount});
    let all = || json!({"name": "合计", "role": "total", "amounts": {"total": "30.00"}});
    for name in ["", "　", "注：金额保留两位小数。", "备注：本表含上年结转。"] {
        let row = || json!({"name": name});
        let projects =
            vec![line("", 0, "甲", amounts("20.00")), row(), line("", 0, "乙", amounts("10.00")), row(), all()];
        let items = vec![
            line("", 1, "工资福利支出", amounts("30.00")),
            row(),
            line("", 2, "基本工资", amounts("20.00")),
            row(),
            line("", 2, "津贴补贴", amounts("10.00")),
            all(),
        ];
        let funds =
            vec![line("", 0, "一般公共预算", amounts("25.00")), row(), line("", 0, "单位资金", amounts("5.00")), all()];
        let total = columns(&[("total", "合计")]);
        let tables = json!([
            table("表二", "income", &total, funds),
            table("表六", "basic-economic", &total, items),
            table("表十", "projects", &total, projects),
        ]);
        let budget = read(&tables);
        let facts = summary(&budget, WORDS).facts;
        assert_eq!(facts.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>(), ["2"], "{name:?}");
        let figure = figure(&budget, "income");
        assert_eq!(
            figure.entries[..2].iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(),
            ["一般公共预算", "单位资金"]
        );
        assert!(!figure.legend.iter().any(|id| figure.entries[*id].name.trim().is_empty()), "{name:?}");
        assert_eq!(
            told(&tables, &["projects", "economic", "income"]),
            [
                "2 个项目共 30.00 万元，最大的是“甲”，20.00 万元，占 66.7%。",
                "基本支出 30.00 万元，最多的是工资福利 30.00 万元（100%）。",
                "收入共 30.00 万元，最多的来自一般公共预算 25.00 万元（83.3%）。",
            ],
            "{name:?}"
        );
    }
}

#[test]
fn one_code_among_names_hides_none_of_them() {
    let amounts = |amount: &str| json!({"total": amount});
    let items = vec![
        line("", 1, "工资福利支出", amounts("30.00")),
        line("", 2, "基本工资", amounts("20.00")),
        line("", 2, "津贴补贴", amounts("10.00")),
        line("399", 1, "其他支出", amounts("0.00")),
        json!({"name": "合计", "role": "total", "amounts": {"total": "30.00"}}),
    ];
    let tables = json!([table("表六", "basic-economic", &columns(&[("total", "合计")]), items)]);
    assert!(told(&tables, &["economic"])[0].contains("最多的是工资福利 30.00 万元"));
}

#[test]
fn income_without_a_column_of_all_is_added_up_and_says_so() {
    let lines = vec![json!({"name": "合计", "role": "total", "amounts": {"a": "90.00", "b": "10.00"}})];
    let tables = json!([table("表二", "income", &columns(&[("a", "一般公共预算"), ("b", "上年结转")]), lines)]);
    let figure = figure(&read(&tables), "income");
    assert_eq!(figure.answer, "收入共 100.00 万元，最多的来自一般公共预算 90.00 万元（90.0%）。");
    assert!(figure.source.contains("各项资金由本页相加"), "{}", figure.source);
}

#[test]
fn last_year_changes_and_rates_are_no_funds() {
    let amounts = json!({"total": "100.00", "general-public": "100.00", "last-year-budget": "80.00", "change": "20.00", "rate": "25.00"});
    let columns = columns(&[
        ("total", "合计"),
        ("general-public", "一般公共预算"),
        ("last-year-budget", "上年预算数"),
        ("change", "增减额"),
        ("rate", "增减率（%）"),
    ]);
    let tables =
        json!([table("表二", "income", &columns, vec![json!({"name": "合计", "role": "total", "amounts": amounts})])]);
    assert_eq!(told(&tables, &["income"]), ["100.00 万元全部来自一般公共预算。"]);
}

#[test]
fn what_numbers_a_name_is_not_read_aloud() {
    let amounts = |amount: &str| json!({"total": amount});
    let all = || json!({"name": "合　　计", "amounts": {"total": "30.00"}});
    let spent = vec![
        line("", 0, "一、一般公共服务支出", amounts("20.00")),
        line("", 0, "八、社会保障和就业支出", amounts("10.00")),
        all(),
    ];
    let bought = vec![line("", 0, "A-货物", amounts("20.00")), line("", 0, "服务C", amounts("10.00")), all()];
    let total = columns(&[("a", "金额（万元）")]);
    let mut tables = json!([table("表三", "expenditure", &total, spent), table("表九", "procurement", &total, bought)]);
    for table in tables.as_array_mut().unwrap() {
        for line in table["lines"].as_array_mut().unwrap() {
            line["amounts"] = json!({"a": line["amounts"]["total"]});
        }
    }
    assert_eq!(
        told(&tables, &["structure", "procurement"]),
        ["20.00 万元（66.7%）用于一般公共服务。", "政府采购预算 30.00 万元，最多的是货物 20.00 万元（66.7%）。",]
    );
}

/// A note that says itself that it is one is not called so twice.
#[test]
fn the_note_of_a_table_is_told_as_it_is_printed() {
    let about = |note: &str| {
        let mut table = table("表一", "expenditure", &columns(&[("total", "合计")]), vec![]);
        table["note"] = json!(note);
        let figure = figure(&read(&json!([table])), "tables");
        figure.sections[0].paragraphs.last().unwrap().clone()
    };
    assert_eq!(about("含上年结转。"), "表注：含上年结转。");
    assert_eq!(about("注：含上年结转。"), "注：含上年结转。");
}
