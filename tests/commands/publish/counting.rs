//! No yuan is counted twice in the sums of a district: not a unit's, which is its department's, and not that of a document
//! given twice.

use serde_json::{Value, json};

use super::workshop::{Workshop, of};

/// A department whose table of expenditure lists these units, with its own total.
fn with_units(department: &str, units: &[&str]) -> Value {
    let mut budget = of(department);
    let lines = budget["tables"][0]["lines"].as_array_mut().unwrap();
    for unit in units {
        lines.push(json!({"name": unit, "is": "unit", "role": "item", "level": 1, "amounts": {"total": "1.00"}}));
    }
    budget
}

/// Publishes these budgets in their order; the list's page, and what was told.
fn published(name: &str, budgets: &[Value]) -> (Workshop, String, String) {
    let workshop = Workshop::new(name);
    let write = |(i, budget): (usize, &Value)| workshop.write(&format!("in/{i}.json"), &budget.to_string());
    let files: Vec<_> = budgets.iter().enumerate().map(write).collect();
    let files: Vec<_> = files.iter().map(String::as_str).chain(["--allow-mismatch"]).collect();
    let told = workshop.publishes(&files);
    let page = workshop.read("site/index.html");
    (workshop, page, told)
}

/// The total at the top of the list.
fn total(page: &str) -> &str {
    page.split_once("<span class=\"number\">").expect("a total").1.split('<').next().unwrap()
}

/// The names of the list's rows, with a mark before those that stand below others.
fn names(page: &str) -> Vec<String> {
    let body = page.split_once("<tbody role=\"rowgroup\">").unwrap().1.split_once("</tbody>").unwrap().0;
    let name = |row: &str| {
        let link = row.split_once("<a href").unwrap().1.split_once('>').unwrap().1;
        let mark = if row.contains("class=\"part\"") { "› " } else { "" };
        [mark, link.split('<').next().unwrap()].concat()
    };
    body.split("<tr role=\"row\"").skip(1).map(name).collect()
}

#[test]
fn a_units_budget_stands_below_its_department_and_is_not_added_again() {
    let budgets = [
        of("第一小学"),
        of("财政局"),
        with_units("青石县教育局", &["青石县教育局本级", "第一小学"]),
        of("教育局（本级）"),
    ];
    let (workshop, page, told) = published("units", &budgets);
    assert_eq!(total(&page), "241.00", "of two departments");
    assert_eq!(names(&page), ["财政局", "教育局", "› 第一小学", "› 教育局（本级）"]);
    assert!(page.contains("青石县 2 个部门") && page.contains("2 份单位预算已含在所属部门里，不再相加。"), "{page}");
    assert_eq!(page.matches("<small>单位预算，已含在教育局里，不再相加</small>").count(), 2);
    assert!(told.contains("2 份单位预算列在所属部门之下，不重复加进合计，如 第一小学（教育局）。"), "{told}");
    let csv = workshop.read("site/departments.csv");
    assert!(csv.contains(",0/,否,青石县教育局,青石县,预算\r\n") && csv.contains(",1/,是,,青石县,预算\r\n"), "{csv}");
}

#[test]
fn what_no_document_says_is_not_guessed() {
    let mut elsewhere = of("第一小学");
    elsewhere["document"]["region"] = "白石县".into();
    let mut earlier = of("第一小学");
    earlier["document"]["year"] = 2025.into();
    let mut larger = of("第二小学");
    larger["tables"][0]["lines"][0]["amounts"]["total"] = "999.00".into();
    let budgets = [
        with_units("教育局", &["第一小学", "第二小学", "第四小学"]),
        with_units("人社局", &["技工学校", "第四小学"]),
        elsewhere,
        of("第三小学"),
        larger,
        of("第四小学"),
        earlier,
    ];
    let (_, page, told) = published("unguessed", &budgets);
    assert!(!page.contains("class=\"part\"") && !told.contains("单位预算"), "{told}");
    assert_eq!(total(&page), "1,601.50", "another place, no unit, too large for a part, of two departments");
}

#[test]
fn units_that_name_each_other_are_not_all_lost() {
    let (_, page, _) = published("circle", &[with_units("甲局", &["乙局"]), with_units("乙局", &["甲局"])]);
    assert_eq!(total(&page), "120.50");
    assert_eq!(page.matches("<small>").count(), 1);
}

#[test]
fn a_document_given_twice_is_one() {
    let workshop = Workshop::new("twice");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("甲局").to_string());
    let other = workshop.write("in/c.json", &of("乙局").to_string());
    let told = workshop.publishes(&[&one, &other, &two, &one]);
    assert!(told.contains("b.json 和 ") && told.contains("a.json 内容完全相同，只发布 "), "{told}");
    assert!(told.contains("这样的另有 1 份。"), "{told}");
    let page = workshop.read("site/index.html");
    assert_eq!((total(&page), names(&page).len()), ("241.00", 2));
    assert!(workshop.has("site/a/index.html") && !workshop.has("site/b"));
    assert!(workshop.publishes(&[&one, &two, "--lang=en"]).contains("says the very same as"));
}

#[test]
fn of_two_files_of_one_department_and_year_the_newer_counts() {
    let dated = |date: Option<&str>, total: &str| {
        let mut budget = of("甲局");
        budget["document"]["published"] = date.into();
        budget["tables"][0]["lines"][0]["amounts"]["total"] = total.into();
        budget
    };
    let budgets =
        [dated(Some("2026-02-01"), "120.50"), of("乙局"), dated(Some("2026-03-01"), "100.00"), dated(None, "1.00")];
    let (_, page, told) = published("newer", &budgets);
    assert_eq!(total(&page), "220.50");
    assert!(told.contains("都是“甲局”2026 年的预算；两份都发布，合计只算公布日期较新的 "), "{told}");
    assert!(told.contains("2.json。这样的另有 1 份。"), "{told}");
    assert_eq!(page.matches("<small>同一部门同一年的另一份文件，不再相加</small>").count(), 2);
    let mut account = dated(Some("2027-08-01"), "90.00");
    account["document"]["stage"] = "final".into();
    let first = dated(Some("2026-02-01"), "100.00");
    let (_, page, told) = published("first", &[account, first.clone(), dated(Some("2026-02-01"), "99.00")]);
    assert_eq!(total(&page), "100.00", "the first, and the account is no other file of the budget");
    assert!(told.contains("年的预算；两份都发布，合计只算先给出的 ") && told.contains("1.json。"), "{told}");
    assert!(!told.contains("0.json") && !told.contains("这样的另有"), "{told}");
}
