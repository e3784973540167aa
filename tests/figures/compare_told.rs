//! What a comparison of departments tells where amounts are equal, none or not printed; and the structure of each by class.

use budget_lens::budget::Budget;
use budget_lens::figure::{Param, Plot, Query, param};
use serde_json::json;

use super::compare::{ZH, by, compare, document, three, together, with_projects};

/// Three departments, the largest with two classes.
pub fn with_classes() -> Budget {
    let mut documents = three();
    let lines = documents[1]["tables"][0]["lines"].as_array_mut().unwrap();
    lines[1]["amounts"] = json!({"total": "90.00", "basic": "90.00"});
    lines.push(json!({"code": "205", "name": "教育支出", "amounts": {"total": "210.00", "project": "210.00"}}));
    together(&documents)
}

#[test]
fn by_class_each_department_has_its_own_structure_and_a_class_one_colour() {
    let figure = compare(&with_classes(), &by(param::CLASSES)).unwrap();
    let expected = "花钱最多的一类：青石县财政局是教育（70.0%），青石县教育局是一般公共服务（100%），青石县档案馆是一般公共服务（100%）。";
    assert_eq!(figure.answer.to_string(), expected);
    let Plot::Shares(bars) = &figure.plot else { panic!("{:?}", figure.plot) };
    let colours = |bar: usize| bars[bar].parts.iter().map(|&id| figure.entries[id].series).collect::<Vec<_>>();
    assert_eq!([colours(0), colours(1), colours(2)], [vec![1, 0], vec![0], vec![0]]);
    let section = figure.sections.iter().find(|section| section.title == "各部门按功能分类的支出").unwrap();
    let rows: Vec<Vec<_>> = section
        .grid
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| &*cell.text).collect())
        .collect();
    assert_eq!(rows[0], ["青石县财政局", "教育支出", "210.00", "70.00%"]);
    assert_eq!(rows.len(), 4);
    assert!(
        section.grid.as_ref().unwrap().rows.iter().all(|row| row.cells[2].at.is_some()),
        "each leads to its document"
    );
    // The table keeps basic and project expenditure.
    assert_eq!(figure.grid.rows[0].cells[2].text, "100.00");
    assert_eq!(figure.entries[0].note.as_deref(), Some("教育占 70.0%"));
}

#[test]
fn equal_amounts_are_told_as_equal() {
    let documents = ["甲局", "乙局"].map(|name| document(name, 2026, ["90.00", "90.00", "0", "1.00"], None));
    let figure = compare(&together(&documents), &Query::default()).unwrap();
    assert_eq!(figure.answer.to_string(), "2 个部门的支出一样多：90.00 万元。");
}

#[test]
fn an_amount_that_a_document_does_not_print_is_no_zero_in_the_table_and_one_fund_is_told() {
    let mut documents = three();
    documents[2]["tables"].as_array_mut().unwrap().pop();
    documents[1]["tables"][0]["kind"] = json!("general-public");
    let figure = compare(&together(&documents), &Query::default()).unwrap();
    let three: Vec<_> = figure.grid.rows.iter().map(|row| &*row.cells[4].text).collect();
    assert_eq!(three, ["9.00", "2.00", "—"]);
    let notes: Vec<_> = figure.notes.iter().map(ToString::to_string).collect();
    assert!(notes.iter().any(|note| note == "只列出一般公共预算、不是全部支出的：青石县财政局。"), "{notes:?}");
}

#[test]
fn none_of_several_departments_without_a_project_is_named_as_if_it_were_alone_or_is_left_out_of_the_list() {
    let documents = with_projects([
        &[("办公楼维修", "3.00")],
        &[("信息化运维", "5.00"), ("档案数字化", "1.00")],
        &[("库房维修", "2.00")],
    ]);
    let mut query = by(param::PROJECTS);
    query.set(Param::new(param::FIND, "信息化"));
    let figure = compare(&together(&documents), &query).unwrap();
    assert_eq!(
        figure.answer.to_string(),
        "3 个部门里，青石县财政局的名称含“信息化”的项目的金额最多，5.00 万元；2 个部门没有这样的项目。"
    );
    assert!(figure.nothing(ZH).is_empty(), "all zeros have a row");
    let notes: Vec<_> = figure.legend.iter().map(|&id| figure.entries[id].note.as_deref()).collect();
    assert_eq!(notes, [Some("1 个项目"), Some("0 个项目"), Some("0 个项目")]);
}

#[test]
fn several_that_are_alike_are_the_most_or_the_least_together() {
    let mut documents = three();
    documents[2] = document("青石县档案馆", 2026, ["100.00", "60.00", "40.00", "2.00"], None);
    let answer = compare(&together(&documents), &Query::default()).unwrap().answer.to_string();
    assert_eq!(answer, "3 个部门里，青石县财政局的支出最多，300.00 万元；2 个部门并列最少，都是 100.00 万元。");
    documents[2] = document("青石县档案馆", 2026, ["300.00", "60.00", "240.00", "2.00"], None);
    let answer = compare(&together(&documents), &Query::default()).unwrap().answer.to_string();
    assert_eq!(answer, "3 个部门里，2 个部门的支出并列最多，都是 300.00 万元；青石县教育局最少，100.00 万元。");
}

#[test]
fn what_is_stated_to_be_none_is_not_told_as_unstated() {
    let mut documents = three();
    documents[2] = document("青石县档案馆", 2026, ["50.00", "45.00", "5.00", "1.50"], Some(0));
    let figure = compare(&together(&documents), &by(param::EACH)).unwrap();
    let last = &figure.entries[figure.legend[2]];
    assert_eq!((last.name.as_str(), last.note.as_deref()), ("青石县档案馆", Some("在编人员是 0，没有人均")));
    let notes: Vec<_> = figure.notes.iter().map(ToString::to_string).collect();
    assert!(notes.iter().any(|note| note == "写明在编人员是 0、所以没有人均的：青石县档案馆。"), "{notes:?}");
    assert!(notes.iter().all(|note| !note.contains("没有写在编人数")), "{notes:?}");
    let row = figure.grid.rows.last().unwrap();
    let cells: Vec<_> = row.cells.iter().rev().take(2).map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells, ["—", "0"]);
}
