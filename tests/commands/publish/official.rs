//! Official files are published like budgets.

use super::workshop::{Workshop, err, example};
use crate::common::made::library::{COVER, EXPENDITURE, EXPENSES, pdf};
use serde_json::Value;

#[test]
fn an_official_file_is_published_with_the_budget_that_was_read_from_it() {
    let workshop = Workshop::new("official");
    let file = workshop.write_bytes("馆.pdf", &pdf(&[COVER, EXPENDITURE, EXPENSES]));
    let told = workshop.publishes(&[&file]);
    assert!(told.contains("馆.pdf: 从官方文件里读出 2 张表") && told.contains("budget-lens import"), "{told}");
    let budget: Value = serde_json::from_str(&workshop.read("site/budget.json")).unwrap();
    assert_eq!((&budget["format"], &budget["tables"][0]["page"]), (&"budget-lens/1".into(), &2.into()));
    let page = workshop.read("site/index.html");
    assert!(page.contains("<title>图书馆 · 2026 年部门预算 · 青石县 · 预算透视</title>"));
    assert!(page.contains("<figure id=\"structure\"") && page.contains("120.50"));
    assert!(page.contains("原文第 2 页"), "the official table tells its page");
    assert!(workshop.has("site/tables/01-table-of-expenditure.csv"));
}

#[test]
fn budgets_and_official_files_are_one_district_and_a_mismatch_stops_them() {
    let workshop = Workshop::new("official-district");
    let budget = workshop.write("a.json", &example().to_string());
    let wrong = pdf(&[COVER, &EXPENDITURE.replace("110.50", "111.50"), EXPENSES]);
    let official = workshop.write_bytes("b.pdf", &wrong);
    let output = workshop.publish(&[&budget, &official]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("什么都没有写") && !workshop.has("site/index.html"), "{}", err(&output));
    workshop.publishes(&[&budget, &official, "--allow-mismatch"]);
    assert!(workshop.has("site/a/budget.json") && workshop.has("site/b/budget.json"));
}

#[test]
fn what_gives_no_budget_stops_all() {
    let workshop = Workshop::new("official-none");
    let cover = workshop.write_bytes("cover.pdf", &pdf(&[COVER]));
    let output = workshop.publish(&[&cover]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("没有预算表"), "{}", err(&output));
}
