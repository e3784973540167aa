//! What the list's search finds: names by pinyin, and the projects of all departments.

use serde_json::{Value, json};

use super::workshop::{Workshop, of};

#[test]
fn names_have_their_pinyin_beside_them() {
    let workshop = Workshop::new("pinyin");
    let one = workshop.write("in/a.json", &of("青石县教育局").to_string());
    let two = workshop.write("in/b.json", &of("青石县会计中心 A").to_string());
    workshop.publishes(&[&one, &two]);
    let page = workshop.read("site/index.html");
    assert!(page.contains("href=\"a/index.html\" data-code=\"jyj\">教育局<"), "{page}");
    assert!(page.contains("data-code=\"hKjzx\">会计中心 A<"), "会 is huì or kuài");
}

#[test]
fn the_projects_of_all_departments_are_in_a_file_that_the_page_names() {
    let workshop = Workshop::new("project-search");
    let mut lit = of("城管局");
    let project = |name: &str, total: &str| json!({"name": name, "role": "item", "amounts": {"total": total}});
    lit["tables"].as_array_mut().unwrap().push(json!({
        "number": "表九", "title": "项目支出表", "kind": "projects", "columns": [{"id": "total", "name": "合计"}],
        "lines": [project("灯笼墙\t维护", "3.50"), project("道路", "1.00"), project("道路", "2.00")]
    }));
    let mut without = of("乙局");
    without["tables"].as_array_mut().unwrap().retain(|table| table["kind"] != "projects");
    let one = workshop.write("in/a.json", &lit.to_string());
    let two = workshop.write("in/b.json", &without.to_string());
    workshop.publishes(&[&one, &two, "--allow-mismatch"]);
    let page = workshop.read("site/index.html");
    assert!(page.contains("data-file=\"list/2026-projects.json\"") && page.contains("查找部门或项目"));
    let data: Value = serde_json::from_str(&workshop.read("site/list/2026-projects.json")).unwrap();
    assert_eq!(data["groups"], json!([["a", "城管局"], ["b", "乙局"]]));
    let lines: Vec<_> = data["lines"].as_str().unwrap().lines().collect();
    assert_eq!(lines, ["灯笼墙维护\tdlqwh\t3.50\t0", "道路\tdl\t2.00\t0\t道路-2", "道路\tdl\t1.00\t0"]);
    workshop.publishes(&[&two, &workshop.write("in/c.json", &of("丙局").to_string()), "--allow-mismatch"]);
}
