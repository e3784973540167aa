//! Final accounts and governments' budgets beside departments' budgets.

use serde_json::{Value, json};

use super::workshop::{Workshop, of, out};

/// The example of this department, year and stage, with its total of expenditure.
fn made(department: &str, year: u16, stage: &str, total: &str) -> Value {
    let mut budget = of(department);
    budget["document"]["year"] = year.into();
    budget["document"]["stage"] = stage.into();
    budget["tables"][0]["lines"][0]["amounts"]["total"] = total.into();
    budget
}

/// Publishes these documents of a department, each in a file of this name.
fn published(name: &str, documents: &[(&str, Value)]) -> (Workshop, String) {
    let workshop = Workshop::new(name);
    let write = |(file, budget): &(&str, Value)| workshop.write(&format!("in/{file}.json"), &budget.to_string());
    let files: Vec<_> = documents.iter().map(write).collect();
    let files: Vec<_> = files.iter().map(String::as_str).chain(["--allow-mismatch"]).collect();
    let told = out(&workshop.publish(&files));
    (workshop, told)
}

/// Three budgets of a department, and the final account of the second year.
fn four(account: &str) -> [(&'static str, Value); 4] {
    [
        ("2024/education", made("教育局", 2024, "budget", "120.50")),
        ("2025/education", made("教育局", 2025, "budget", "130.50")),
        ("2025-final/education", made("教育局", 2025, "final", account)),
        ("2026/education", made("教育局", 2026, "budget", "140.50")),
    ]
}

#[test]
fn a_budget_and_the_account_of_its_year_meet_whatever_the_order_of_files() {
    let mut turned = four("128.00");
    turned.reverse();
    for (name, documents) in [("meet", four("128.00")), ("meet-turned", turned)] {
        let (workshop, _) = published(name, &documents);
        for (own, others) in [
            ("2025", ["2024", "2025-final", "2026"]),
            ("2025-final", ["2024", "2025", "2026"]),
            ("2026", ["2024", "2025", "2025-final"]),
        ] {
            let page = workshop.read(&format!("site/{own}/education/index.html"));
            for other in others {
                let link = format!("<link rel=\"budget\" href=\"../../{other}/education/budget.json\">");
                assert!(page.contains(&link), "{own}: {link}");
                let way = format!("<a href=\"../../{other}/education/index.html\" data-edition=\"{other}\">");
                assert!(page.contains(&way), "{own}: {other}");
            }
        }
        let page = workshop.read("site/2026/education/whole.html");
        assert!(page.contains("2025 年的钱花完了吗？") && page.contains("2025 年决算"), "{name}");
        assert!(page.contains("href=\"../../2025-final/education/index.html#"), "numbers lead into the account");
        let band = page.split_once("<span class=\"portal-years\">").unwrap().1.split_once("</nav>").unwrap().0;
        let account = "<span lang=\"zh-CN\">2025 决算</span><span lang=\"en\">2025 final account</span></a>";
        assert!(band.contains(">2025</a>") && band.contains(account), "{band}");
        // What has no year leads to the newest budget.
        let forward = workshop.read("site/education/index.html");
        assert!(forward.contains("../2026/education/index.html") && forward.contains("最新一年的预算"), "{forward}");
    }
}

#[test]
fn when_an_account_changes_the_pages_of_the_departments_other_documents_are_made_anew() {
    let (workshop, _) = published("account-changes", &four("128.00"));
    let files = ["2024/education", "2025/education", "2025-final/education", "2026/education"];
    let files = files.map(|file| workshop.path(&format!("in/{file}.json")));
    let arguments: Vec<_> = files.iter().map(String::as_str).chain(["--allow-mismatch"]).collect();
    let told = out(&workshop.publish(&arguments));
    assert!(told.contains("其中 4 份和上次一样"), "{told}");
    workshop.write("in/2025-final/education.json", &made("教育局", 2025, "final", "127.77").to_string());
    let told = out(&workshop.publish(&arguments));
    assert!(!told.contains("和上次一样"), "{told}");
    assert!(workshop.read("site/2026/education/whole.html").contains(">127.77<"));
}

#[test]
fn an_account_is_called_one_wherever_it_is_headed() {
    let account = || made("教育局", 2025, "final", "120.50");
    let (workshop, _) = published("headed", &[("a", account())]);
    let page = workshop.read("site/index.html");
    assert!(page.contains("2025 年部门决算") && !page.contains("2025 年部门预算"), "{page}");
    let (workshop, _) = published("headed-several", &[("a", account()), ("b", made("财政局", 2024, "final", "9.00"))]);
    assert!(workshop.read("site/index.html").contains("<title>教育局 · 2025 年决算 · "));
    let forward = workshop.read("site/a/index.html");
    assert!(forward.contains("教育局 · 2025 年部门决算") && forward.contains("最新一年的决算在这里"), "{forward}");
}

/// The blocks of the list, each with the total at its top and the names of its rows.
fn blocks(page: &str) -> Vec<(&str, Option<&str>, Vec<&str>)> {
    let until = |text: &'static str| move |page: &'_ str| page.find(text);
    let blocks = page.split("<section lang=").skip(1);
    let of = |block| {
        let block: &str = block;
        let id = block.split_once("id=\"year-").unwrap().1.split('"').next().unwrap();
        let total = block.split_once("<span class=\"number\">").and_then(|(_, rest)| rest.split('<').next());
        let body = block.split_once("<tbody role=\"rowgroup\">").unwrap().1;
        let body = until("</tbody>")(body).map_or(body, |end| &body[..end]);
        let names = body.split("<a href").skip(1).filter_map(|link| link.split_once('>')?.1.split('<').next());
        (id, total, names.collect())
    };
    blocks.map(of).collect()
}

#[test]
fn accounts_have_a_list_and_sums_of_their_own() {
    let documents = [
        ("a", made("甲局", 2025, "budget", "100.00")),
        ("b", made("乙局", 2025, "budget", "200.00")),
        ("c", made("甲局", 2025, "final", "90.00")),
        ("d", made("丙局", 2025, "final", "70.00")),
    ];
    let (workshop, _) = published("blocks", &documents);
    let page = workshop.read("site/index.html");
    let budgets = ("2025", Some("300.00"), vec!["乙局", "甲局"]);
    let accounts = ("2025-final", Some("160.00"), vec!["甲局", "丙局"]);
    assert_eq!(blocks(&page), [budgets, accounts]);
    assert!(page.contains(" id=\"list-2025\"") && page.contains(" id=\"list-2025-final\""));
    assert!(page.contains("2025 年部门决算") && page.contains("<a href=\"#year-2025-final\" "), "{page}");
    let csv = workshop.read("site/departments.csv");
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert!(lines[0].ends_with(",地区,类型"), "{csv}");
    assert!(lines[1].starts_with("2025,甲局,100.00,") && lines[1].ends_with(",预算"), "{csv}");
    assert!(lines[3].starts_with("2025,甲局,90.00,") && lines[3].ends_with(",决算"), "{csv}");
    assert!(lines[3].contains(",是,"), "an account is no second file of the budget: {csv}");
}

#[test]
fn a_governments_budget_is_not_added_to_those_of_its_departments() {
    let mut whole = made("青石县", 2026, "budget", "1000.00");
    whole["document"]["level"] = "government".into();
    let lines = whole["tables"][0]["lines"].as_array_mut().unwrap();
    lines.push(json!({"name": "甲局", "is": "unit", "role": "item", "level": 1, "amounts": {"total": "400.00"}}));
    let departments = [("b", made("甲局", 2026, "budget", "400.00")), ("c", made("乙局", 2026, "budget", "300.00"))];
    let documents = [&[("a", whole.clone())][..], &departments].concat();
    let (workshop, _) = published("government", &documents);
    let page = workshop.read("site/index.html");
    assert_eq!(blocks(&page), [("2026", Some("700.00"), vec!["青石县", "甲局", "乙局"])]);
    assert!(
        page.contains("2 个部门的合计相加。") && page.contains("1 份整个政府的预算另列，不和各部门的相加。"),
        "{page}"
    );
    assert!(page.contains("<small>整个政府的预算，不和各部门的相加</small>"));
    assert!(workshop.read("site/departments.csv").contains(",a/,否,"));
    let mut other = whole.clone();
    other["document"]["department"] = "白石县".into();
    other["document"]["region"] = "白石县".into();
    let (workshop, _) = published("governments", &[("a", whole), ("b", other)]);
    assert_eq!(blocks(&workshop.read("site/index.html"))[0].1, Some("2,000.00"), "governments only");
}

/// The addresses of the other documents that a page opens.
fn opened(workshop: &Workshop, page: &str) -> Vec<String> {
    let page = workshop.read(&format!("site/{page}/index.html"));
    let links = page.split("<link rel=\"budget\" href=\"../../").skip(1);
    links.map(|link| link.split("/budget.json").next().unwrap().to_string()).collect()
}

fn placed(department: &str, region: Option<&str>, year: u16) -> Value {
    let mut budget = made(department, year, "budget", "120.50");
    budget["document"]["region"] = region.into();
    budget
}

#[test]
fn files_of_one_name_are_years_of_one_department_only_where_the_departments_are_one() {
    let documents = [("2025/1", placed("教育局", None, 2025)), ("2026/1", placed("财政局", None, 2026))];
    let (workshop, _) = published("one-name", &documents);
    assert!(opened(&workshop, "2026/1").is_empty());
    let site = workshop.write("site.json", r#"{"slugs": {"1.json": "finance"}}"#);
    let files = ["in/2025/1.json", "in/2026/1.json"].map(|file| workshop.path(file));
    workshop.publishes(&[&files[0], &files[1], "--site", &site]);
    assert_eq!(opened(&workshop, "2026/finance"), ["2025/finance"], "a department may get another name");
}

#[test]
fn what_a_name_leaves_out_does_not_part_the_years_of_a_department() {
    let documents = [
        ("2022/a", placed("西安市医疗保障局", Some("西安市"), 2022)),
        ("2023/b", placed("西安市医疗保障局（本级）", Some("西安市"), 2023)),
        ("2024/c", placed("医疗保障局（部门）", Some("西安市"), 2024)),
        ("2025/d", placed("西安市医疗保障局", None, 2025)),
        ("2026/e", placed("西安市医疗保障局（汇总）", None, 2026)),
    ];
    let (workshop, _) = published("names", &documents);
    assert_eq!(opened(&workshop, "2026/e"), ["2022/a", "2024/c", "2025/d"]);
    assert!(opened(&workshop, "2023/b").is_empty(), "the department's own office is another matter");
    let page = workshop.read("site/2026/e/whole.html");
    assert!(page.contains("2022 年和 2026 年，支出一样多"), "the page has them as one, too");
}

#[test]
fn a_document_without_a_place_is_of_no_department_where_two_places_have_one() {
    let documents = [
        ("2024/a", placed("教育局", Some("甲县"), 2024)),
        ("2025/b", placed("教育局", None, 2025)),
        ("2026/c", placed("教育局", Some("乙县"), 2026)),
        ("2026/d", placed("教育局", Some("甲县"), 2026)),
        ("2025/e", placed("财政局", None, 2025)),
        ("2026/f", placed("财政局", Some("甲县"), 2026)),
    ];
    let (workshop, _) = published("no-place", &documents);
    assert_eq!(opened(&workshop, "2026/d"), ["2024/a"]);
    assert!(opened(&workshop, "2025/b").is_empty() && opened(&workshop, "2026/c").is_empty());
    assert_eq!(opened(&workshop, "2026/f"), ["2025/e"], "where one place has it, it is that one's");
}

#[test]
fn what_contradicts_the_document_of_the_year_before_is_told_also_of_what_is_not_made_anew() {
    let of_year = |year: u16, total: &str, change: Option<&str>| {
        let mut budget = made("教育局", year, "budget", total);
        let all = json!({"subject": "expenditure", "name": "支出", "section": "二", "amount": total, "change": change});
        budget["statements"].as_array_mut().unwrap().push(all);
        budget
    };
    let documents = [("2025/a", of_year(2025, "120.50", None)), ("2026/a", of_year(2026, "120.50", Some("20.00")))];
    let (workshop, told) = published("contradicts", &documents);
    let line = |told: &str| told.lines().find(|line| line.contains("2026/a/")).unwrap().to_string();
    assert!(line(&told).ends_with("；3 处和上一年的文件不一致"), "{told}");
    assert!(!told.lines().any(|line| line.contains("2025/a/") && line.contains("上一年")), "{told}");
    let files = ["in/2025/a.json", "in/2026/a.json"].map(|file| workshop.path(file));
    let again = out(&workshop.publish(&[&files[0], &files[1], "--allow-mismatch"]));
    assert!(again.contains("其中 2 份和上次一样") && line(&again) == line(&told), "{again}");
}
