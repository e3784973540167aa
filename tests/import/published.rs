//! Who published a document and on which day is what stands behind these labels, as web pages and covers have them.

use budget_lens::import::{ImportOptions, Source, import, json};

const TABLE: &str = "青石市图书馆2026年部门预算
{0}
支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
207\t文化旅游体育与传媒支出\t125.00\t100.00\t25.00
合计\t\t125.00\t100.00\t25.00
";

/// Publisher and day, as the budget that is written has them.
fn published(lines: &str) -> [Option<String>; 2] {
    let bytes = TABLE.replace("{0}", lines).into_bytes();
    let imported = import(vec![Source { name: "a.txt".into(), bytes }], &ImportOptions::default()).unwrap();
    let written: serde_json::Value = serde_json::from_str(&json(&imported.budget)).unwrap();
    let said = |field: &str| Some(written["document"].get(field)?.as_str()?.to_string());
    [said("publisher"), said("published")]
}

#[test]
fn publisher_and_day_stand_behind_their_labels() {
    let both = [Some("青石市财政局".to_string()), Some("2026-02-09".to_string())];
    assert_eq!(published("发布机构：青石市财政局\n发布时间：2026年2月9日"), both);
    assert_eq!(published("信息来源：青石市财政局\n发布日期：2026-02-09 15:30"), both);
}

#[test]
fn a_department_that_publishes_its_own_is_no_news_and_a_month_is_no_day() {
    assert_eq!(published("发布单位：青石市图书馆\n公开时间：2026年2月"), [None, None]);
    assert_eq!(published("经费来源：青石市财政局"), [None, None]);
}
