//! The list of several departments.

use super::workshop::{Workshop, of};

/// A row of the list: its name and its numbers.
fn rows(page: &str) -> Vec<Vec<String>> {
    let bodies = page
        .split("class=\"card departments\"")
        .skip(1)
        .map(|list| list.split("<tbody role=\"rowgroup\">").nth(1).unwrap().split("</tbody>").next().unwrap());
    let cell = |cell: &str| {
        let text = cell.split_once('>').unwrap().1;
        text.split('<').filter_map(|part| part.rsplit('>').next()).collect::<String>()
    };
    let row = |row: &str| row.split("<t").skip(1).map(cell).collect();
    bodies.flat_map(|body| body.split("<tr role=\"row\">").skip(1).map(row)).collect()
}

/// Three departments of 2026, the second in yuan, the third without a table of expenditure; and one of 2025.
fn district(name: &str, arguments: &[&str]) -> (Workshop, String) {
    let workshop = Workshop::new(name);
    let mut in_yuan = of("乙局");
    let mut table = in_yuan["tables"][0].to_string();
    for (wan, yuan) in [
        ("120.50", "1205000.01"),
        ("110.50", "1105000.01"),
        ("30.50", "305000.00"),
        ("90.00", "900000.01"),
        ("80.00", "800000.01"),
        ("10.00", "100000.00"),
    ] {
        table = table.replace(&format!("\"{wan}\""), &format!("\"{yuan}\""));
    }
    in_yuan["tables"][0] = serde_json::from_str(&table.replace("万元", "元")).unwrap();
    let mut poor = of("<b>丙局</b>");
    poor["tables"].as_array_mut().unwrap().remove(0);
    let mut earlier = of("丁局");
    earlier["document"]["year"] = 2025.into();
    let files: Vec<_> = [("a", of("甲局")), ("b", in_yuan), ("c", poor), ("d", earlier)]
        .iter()
        .map(|(name, budget)| workshop.write(&format!("in/{name}.json"), &budget.to_string()))
        .collect();
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    workshop.publishes(&[&files[..], &["--allow-mismatch"], arguments].concat());
    let page = workshop.read("site/index.html");
    (workshop, page)
}

#[test]
fn departments_stand_by_size_with_their_numbers_also_those_without_a_table() {
    let (_, page) = district("rows", &[]);
    let rows = rows(&page);
    assert_eq!(rows[0][..6], ["乙局", "120.500001", "—", "74.69%", "25.31%", "4.20"]);
    assert_eq!(rows[1], ["甲局", "120.50", "—", "74.69%", "25.31%", "4.20", "✓ 没有不符"]);
    assert_eq!(rows[2][..6], ["&lt;b&gt;丙局&lt;/b&gt;", "—", "—", "—", "—", "4.20"]);
    assert_eq!(rows[3][0], "丁局");
    assert!(!page.contains("<b>丙局"), "names are text");
}

#[test]
fn sums_are_exact_in_one_unit_and_labelled_as_this_pages_own() {
    let (_, page) = district("sums", &[]);
    // 120.50 万元 and 1,205,000.01 元; the third has no table, the fourth is of another year.
    // One reads two places, and the table has them all.
    assert!(page.contains("<span class=\"number\">241.00</span>"));
    assert!(page.contains(">241.000001<") && page.contains(">221.000001<"), "{page}");
    assert!(page.contains("表中是全部小数"), "{page}");
    assert!(page.contains("本页合计，不是公布的数字：2 个部门的合计相加。另有 1 个部门的文件里没有合计。<"));
    assert!(page.contains("<figcaption>221.00 万元（91.7%）用于文化旅游体育与传媒。"), "{page}");
    assert!(page.contains("合计（本页相加）") && page.contains("来源：本页合计《2 个部门的支出表》"));
    assert!(!page.contains("href=\"#表") && !page.contains("href=\"#本页"), "sums lead to no printed line");
}

#[test]
fn the_total_of_a_department_without_classes_is_told_and_not_taken_for_rounding() {
    let workshop = Workshop::new("words");
    let mut of_words = of("乙局");
    of_words["tables"] = serde_json::json!([]);
    of_words["statements"] = serde_json::json!([
        {"subject": "expenditure", "name": "支出预算", "section": "二", "amount": "300.00"},
        {"subject": "basic", "name": "基本支出", "section": "二", "amount": "100.00"},
        {"subject": "project", "name": "项目支出", "section": "二", "amount": "200.00"},
    ]);
    let files = [("a", of("甲局")), ("b", of_words)];
    let files = files.map(|(name, budget)| workshop.write(&format!("in/{name}.json"), &budget.to_string()));
    workshop.publishes(&[files[0].as_str(), &files[1], "--allow-mismatch"]);
    let page = workshop.read("site/index.html");
    assert!(page.contains("<span class=\"number\">420.50</span>"), "{page}");
    let lead = "2 个部门的合计相加。其中 1 个部门（合 300.00 万元）的文件没有按功能分类的数，不在下面的图里。<";
    assert!(page.contains(lead), "{page}");
}

#[test]
fn different_years_are_not_added_together() {
    let (_, page) = district("years", &[]);
    let (newer, older) = page.split_once("2025 年部门预算").expect("a block for 2025");
    assert!(newer.contains("2026 年部门预算") && newer.contains("甲局") && !newer.contains("丁局"));
    assert!(older.contains("丁局") && older.contains(">120.50</span>"));
    let ids: Vec<_> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(ids.iter().all(|id| ids.iter().filter(|other| other == &id).count() == 1), "{ids:?}");
}

/// The scripts of the list.
const SCRIPTS: [&str; 5] = ["index.js", "shown.js", "compare.js", "search.js", "address.js"];

#[test]
fn the_list_needs_no_script_runs_none_of_others_and_can_be_read_in_english() {
    let (workshop, page) = district("english", &["--lang=en"]);
    assert!(page.contains("<html lang=\"en\">") && page.contains("Added by this page, not published"));
    assert!(page.contains("href=\"2026/a/index.html?lang=en\""));
    assert_eq!(page.matches("<script").count(), SCRIPTS.len() + 1, "and that of the frame");
    assert!(page.contains("<script src=\"portal/frame.js\" defer=\"\"></script>"), "{page}");
    for script in SCRIPTS {
        assert!(page.contains(&format!("<script src=\"{script}\" defer=\"\"></script>")), "{script}");
    }
    assert!(!page.contains("style=") && !page.contains("onclick"));
    assert!(
        page.contains("<figcaption>") && !page.contains("<button type=\"button\" class=\"pick\""),
        "no program answers it"
    );
    assert!(page.contains("aria-sort=\"descending\"") && page.contains("<p class=\"seek\" hidden"));
    assert!(page.contains(" id=\"list-2026\"") && page.contains(" id=\"list-2025\""), "a link names a year's list");
    assert!(page.contains("data-key=\"three-public\"") && page.contains(">Copy the link</button>"));
    assert!(!page.contains("class=\"rest\""), "a short list has all its lines on a phone, too");
    assert!(
        page.contains("<div class=\"compare\" hidden=\"\"") && !page.contains("type=\"checkbox\""),
        "only its script shows it"
    );
    // Chromium 75 reads none of these; strings and comments of the script have no such signs.
    for script in SCRIPTS.map(|name| workshop.read(&format!("site/{name}"))) {
        for newer in ["?.", "??", "=>", "`", "replaceAll", "#"] {
            assert!(!script.contains(newer), "{newer}");
        }
    }
}

#[test]
fn the_lists_menu_stands_in_the_bar_or_in_the_portals_band_and_is_not_seen_without_its_script() {
    let (workshop, page) = district("menu", &[]);
    let menu = "<details class=\"menu\" hidden=\"\">";
    let (_, own) = page.split_once("<div class=\"toolbar\" role=\"banner\">").expect("a bar");
    let (bar, _) = own.split_once("<main>").unwrap();
    for there in
        [menu, "data-show=\"text\" aria-pressed=\"false\">大字版<", "data-show=\"theme\" aria-pressed=\"false\">深色<"]
    {
        assert!(bar.contains(there), "{there} is not in {bar}");
    }
    let site = workshop.write("site.json", r#"{"name": "青石县人民政府"}"#);
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    let other = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.publishes(&[&file, &other, "--site", &site, "--lang=en"]);
    let page = workshop.read("site/index.html");
    let (_, band) = page.split_once("<div class=\"portal-head\">").expect("a band");
    assert!(band.split_once("<main>").unwrap().0.contains(menu) && page.matches(menu).count() == 1);
    assert!(page.contains(">Large text<") && page.contains(">Dark<") && !page.contains("class=\"toolbar\""));
    assert!(!workshop.read("site/a/index.html").contains(menu), "a budget's page has its own");
    workshop.publishes(&[&file]);
    assert!(!workshop.has("site/shown.js"), "one budget has no list");
}

/// The example with a change on last year of all its expenditure, and a mismatch.
fn changed(department: &str) -> serde_json::Value {
    let mut budget = of(department);
    let all = serde_json::json!({
        "subject": "expenditure", "name": "支出", "section": "二", "amount": "120.50", "change": "-20.00", "rate": "-14.23"
    });
    budget["statements"].as_array_mut().unwrap().push(all);
    budget["tables"][0]["lines"][0]["amounts"]["basic"] = "91.00".into();
    budget
}

#[test]
fn a_row_says_how_much_more_than_last_year_and_how_many_numbers_do_not_agree() {
    let workshop = Workshop::new("row");
    let one = workshop.write("in/a.json", &changed("青石县甲局").to_string());
    let two = workshop.write("in/b.json", &of("=乙局").to_string());
    workshop.publishes(&[&one, &two, "--allow-mismatch", "--url", "https://budget.example/"]);
    let page = workshop.read("site/index.html");
    let rows = rows(&page);
    assert_eq!(
        rows[0][..3],
        ["甲局", "120.50", "−20.00（−14.2%）"],
        "the place stands above all, and not in each name"
    );
    assert!(rows[0][6].ends_with(" 处不符") && page.contains("class=\"col-checks wrong\""), "{rows:?}");
    assert_eq!(
        page.matches("<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"now\" y=\"0\" width=\"100.0%\"").count(),
        2
    );
    let csv = workshop.read("site/departments.csv");
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}年度,部门,合计（万元）,比上年（万元）,比上年（%）"), "{csv}");
    assert!(lines[1].starts_with("2026,青石县甲局,120.50,-20.00,-14.2%,75.52%,25.31%,4.20,"), "{csv}");
    assert!(
        lines[2].starts_with("2026,'=乙局,120.50,,,")
            && lines[2].ends_with(",0,https://budget.example/b/,是,,青石县,预算"),
        "{csv}"
    );
    assert!(page.contains("<a class=\"button\" href=\"departments.csv\" download=\"\">"));
}

#[test]
fn of_one_department_a_year_the_published_total_is_told_and_nothing_is_added_up() {
    let (_, page) = district("alone", &[]);
    let (_, older) = page.split_once("id=\"year-2025\"").expect("a block for 2025");
    assert!(older.contains("<h1>丁局</h1>") && older.contains("<span class=\"number\">120.50</span>"), "{older}");
    assert!(older.contains("文件公布的支出合计。") && !older.contains("本页相加") && !older.contains("<figcaption>"));
    assert!(!older.contains("class=\"seek\"") && !older.contains("class=\"bar\""), "nothing to find or to compare");
}
