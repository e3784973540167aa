//! The list of several departments.

use super::workshop::{Workshop, of};

/// A row of the list: its name and its numbers.
fn rows(page: &str) -> Vec<Vec<String>> {
    let bodies = page
        .split("departments\">")
        .skip(1)
        .map(|list| list.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap());
    let cell = |cell: &str| {
        let text = cell.split_once('>').unwrap().1;
        text.split('<').filter_map(|part| part.rsplit('>').next()).collect::<String>()
    };
    let row = |row: &str| row.split("<t").skip(1).map(cell).collect();
    bodies.flat_map(|body| body.split("<tr>").skip(1).map(row)).collect()
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
    assert_eq!(rows[0], ["乙局", "120.500001", "74.69%", "25.31%", "4.20"]);
    assert_eq!(rows[1], ["甲局", "120.50", "74.69%", "25.31%", "4.20"]);
    assert_eq!(rows[2], ["&lt;b&gt;丙局&lt;/b&gt;", "—", "—", "—", "4.20"]);
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
    assert!(page.contains("本页合计，不是公布的数字：2 个部门的支出按功能分类相加。"));
    assert!(page.contains("<figcaption>221.00 万元（91.7%）用于文化旅游体育与传媒。"), "{page}");
    assert!(page.contains("合计（本页相加）") && page.contains("来源：本页合计《2 个部门的支出表》"));
    assert!(!page.contains("href=\"#表") && !page.contains("href=\"#本页"), "sums lead to no printed line");
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

#[test]
fn where_a_budget_is_given_twice_it_is_told_that_the_sums_count_both() {
    let workshop = Workshop::new("twice");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("甲局").to_string());
    let mut earlier = of("甲局");
    earlier["document"]["year"] = 2025.into();
    let earlier = workshop.write("in/c.json", &earlier.to_string());
    let told = workshop.publishes(&[&one, &earlier, &two]);
    assert!(told.contains("a.json 和 ") && told.contains("b.json 都是“甲局”2026 年的预算"), "{told}");
    assert!(workshop.read("site/index.html").contains(">241.00</span>"), "as it is told");
    let told = workshop.publishes(&[&one, &two, &one, "--lang=en"]);
    assert!(told.contains("are both of “甲局”, 2026; the sums count both. Like that: 1 more.\n"), "{told}");
    assert!(!workshop.publishes(&[&one, &earlier]).contains("都是"));
}

#[test]
fn the_list_needs_no_script_runs_none_of_others_and_can_be_read_in_english() {
    let (workshop, page) = district("english", &["--lang=en"]);
    assert!(page.contains("<html lang=\"en\">") && page.contains("Added by this page, not published"));
    assert!(page.contains("href=\"a/index.html?lang=en\""));
    assert_eq!(page.matches("<script").count(), 1);
    assert!(
        page.contains("<script src=\"index.js\" defer></script>")
            && !page.contains("style=")
            && !page.contains("onclick")
    );
    assert!(page.contains("aria-sort=\"descending\"") && page.contains("<p class=\"seek\" hidden"));
    // Chromium 75 reads none of these; strings and comments of the script have no such signs.
    let script = workshop.read("site/index.js");
    for newer in ["?.", "??", "=>", "`", "replaceAll", "#"] {
        assert!(!script.contains(newer), "{newer}");
    }
}
