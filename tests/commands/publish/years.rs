//! Several years of the same departments, and the ways between all pages.

use super::workshop::{Workshop, err, of, out};

/// The example of another department and year.
fn in_year(department: &str, year: u16) -> String {
    let mut budget = of(department);
    budget["document"]["year"] = year.into();
    budget.to_string()
}

/// The words and addresses of the band above a page.
fn band(page: &str) -> &str {
    page.split_once("<div class=\"portal-head\">").expect("a band").1.split_once("</div>").unwrap().0
}

#[test]
fn a_departments_page_leads_back_to_the_list() {
    let workshop = Workshop::new("back");
    let one = workshop.write("in/a.json", &in_year("甲局", 2026));
    let two = workshop.write("in/b.json", &in_year("乙局", 2026));
    workshop.publishes(&[&one, &two]);
    let page = workshop.read("site/a/index.html");
    assert_eq!(
        band(&page),
        "<nav><a href=\"../index.html\"><span lang=\"zh-CN\">‹ 青石县全部部门</span><span lang=\"en\">‹ All departments</span></a></nav>"
    );
    assert!(!workshop.read("site/index.html").contains("portal-head"), "the list has nowhere to lead");
}

#[test]
fn years_that_are_published_together_have_a_folder_each_and_lead_to_each_other() {
    let workshop = Workshop::new("together");
    let files = [
        workshop.write("2026/education.json", &in_year("教育局", 2026)),
        workshop.write("2027/education.json", &in_year("教育局", 2027)),
        workshop.write("2026/finance-2026.json", &in_year("财政局", 2026)),
        workshop.write("2027/finance-2027.json", &in_year("财政局", 2027)),
        workshop.write("2026/archive.json", &in_year("档案馆", 2026)),
    ];
    let files: Vec<_> = files.iter().map(String::as_str).chain(["--url", "https://budget.example/b/"]).collect();
    let told = out(&workshop.publish(&files));
    assert!(told.contains("教育局 → 2027/education/  ✓ 没有不符；2 处和上一年的文件不一致\n"), "{told}");
    for page in ["2026/education", "2027/education", "2026/finance", "2027/finance", "2026/archive"] {
        assert!(workshop.has(&format!("site/{page}/index.html")), "{page}");
    }
    let page = workshop.read("site/2026/finance/index.html");
    let years = "<span class=\"portal-years\"><b class=\"shown\" aria-current=\"page\" data-edition=\"2026\">2026</b><a href=\"../../2027/finance/index.html\" data-edition=\"2027\">2027</a></span>";
    assert!(band(&page).contains(years) && band(&page).contains("href=\"../../index.html\""), "{}", band(&page));
    assert!(
        page.contains("src=\"../../boot-1.js\"") && page.contains("href=\"budget.json\""),
        "the program lies above"
    );
    // The program opens them together.
    assert!(page.contains("<link rel=\"budget\" href=\"../../2027/finance/budget.json\">"), "{page}");
    let alone = workshop.read("site/2026/archive/index.html");
    assert!(!band(&alone).contains("portal-years") && !alone.contains("rel=\"budget\""), "there is one year of it");
    let list = workshop.read("site/index.html");
    assert!(band(&list).contains(
        "<a href=\"#year-2026\" data-edition=\"2026\">2026</a><a href=\"#year-2027\" data-edition=\"2027\">2027</a>"
    ));
    assert!(list.contains("href=\"2027/education/index.html\" data-also=\"education/budget.json\""), "{list}");
    assert!(
        list.contains("href=\"2026/education/index.html\" data-code=")
            && list.contains("href=\"2026/archive/index.html\" data-also")
    );
}

#[test]
fn what_an_address_was_while_there_was_one_year_leads_on_without_a_script() {
    let workshop = Workshop::new("onwards");
    let old = workshop.write("2026/education.json", &in_year("教育局", 2026));
    let other = workshop.write("2026/finance-2026.json", &in_year("财政局", 2026));
    workshop.publishes(&[&old, &other]);
    let before: Vec<_> = ["education", "finance-2026"].map(|name| format!("site/{name}/index.html")).into();
    assert!(before.iter().all(|page| workshop.has(page)), "{:?}", workshop.files("site"));
    let new = workshop.write("2027/education.json", &in_year("教育局", 2027));
    let newer = workshop.write("2027/finance-2027.json", &in_year("财政局", 2027));
    workshop.publishes(&[&old, &other, &new, &newer, "--url", "https://budget.example/b/"]);
    for (address, to) in
        [("education", "2027/education"), ("finance-2026", "2026/finance"), ("finance", "2027/finance")]
    {
        let page = workshop.read(&format!("site/{address}/index.html"));
        for there in [
            format!("<noscript><meta http-equiv=\"refresh\" content=\"0; url=../{to}/index.html\"></noscript>"),
            format!("<link rel=\"canonical\" href=\"https://budget.example/b/{to}/\">"),
            format!("data-to=\"../{to}/index.html\"></script>"),
            format!("<a class=\"button\" href=\"../{to}/index.html\">"),
        ] {
            assert!(page.contains(&there), "{there} is not in {page}");
        }
        assert!(page.contains("<script src=\"../portal/forward.js\"") && workshop.has("site/portal/forward.js"));
        // Figures in other pages name the budget.
        assert_eq!(
            workshop.read(&format!("site/{address}/budget.json")),
            workshop.read(&format!("site/{to}/budget.json"))
        );
    }
    let map = workshop.read("site/sitemap.xml");
    assert!(!map.contains("/b/education/") && map.contains("/b/2027/education/"), "{map}");
}

#[test]
fn folders_are_called_as_the_portal_says_and_what_cannot_be_read_is_told() {
    let workshop = Workshop::new("slugs");
    let one = workshop.write("in/教育局.json", &in_year("青石县教育局", 2026));
    let two = workshop.write("in/财政局.json", &in_year("青石县财政局", 2026));
    let told = workshop.publishes(&[&one, &two]);
    assert!(
        told.contains("注意：2 份文件的名字不能写进网址")
            && told.contains("\"slugs\": {\"教育局.json\": \"education\"}"),
        "{told}"
    );
    for slugs in [
        r#"{"slugs": {"教育局.json": "education", "青石县财政局": "finance"}}"#,
        r#"{"slugs": {"教育局": "education", "财政局": "finance"}}"#,
    ] {
        let site = workshop.write("site.json", slugs);
        let output = workshop.publish(&[&one, &two, "--site", &site]);
        assert!(!err(&output).contains("不能写进网址"), "{}", err(&output));
        assert!(
            out(&output)
                .starts_with("教育局 → education/  ✓ 没有不符\n财政局 → finance/  ✓ 没有不符\n已发布 2 份预算："),
            "{}",
            out(&output)
        );
        assert!(workshop.has("site/education/index.html") && workshop.has("site/finance/index.html"));
        assert!(!workshop.read("site/index.html").contains("portal-head"), "names of folders are nothing to show");
    }
    let bad = workshop.write("site.json", r#"{"slugs": {"教育局": "Education Bureau"}}"#);
    assert!(err(&workshop.publish(&[&one, &two, "--site", &bad])).contains("“Education Bureau”不能作为网址里的名字"));
    let same = workshop.write("site.json", r#"{"slugs": {"教育局": "a", "财政局": "a"}}"#);
    assert!(err(&workshop.publish(&[&one, &two, "--site", &same])).contains("两个部门的名字都是“a”"));
    let strange = workshop.write("site.json", r#"{"slugs": {"教育厅": "education"}}"#);
    assert!(workshop.publishes(&[&one, &two, "--site", &strange]).contains("slugs 里没有用上的：教育厅"));
    let own = workshop.write("site.json", r#"{"slugs": {"教育局": "portal"}}"#);
    assert!(err(&workshop.publish(&[&one, &two, "--site", &own])).contains("“portal”是页面自己用的名字"));
}

#[test]
fn a_page_has_its_other_years_in_its_html_and_is_made_anew_when_one_of_them_changes() {
    let workshop = Workshop::new("beside");
    let of_year = |year: u16, total: &str| {
        let mut budget: serde_json::Value = serde_json::from_str(&in_year("教育局", year)).unwrap();
        for table in budget["tables"].as_array_mut().unwrap().iter_mut().filter(|table| table["kind"] == "expenditure")
        {
            for line in table["lines"].as_array_mut().unwrap().iter_mut().filter(|line| line["role"] == "total") {
                line["amounts"]["total"] = total.into();
            }
        }
        budget.to_string()
    };
    let last = workshop.write("2026/education.json", &of_year(2026, "4321.00"));
    let this = workshop.write("2027/education.json", &in_year("教育局", 2027));
    let files = [&*last, &*this, "--allow-mismatch"];
    workshop.publish(&files);
    let page = workshop.read("site/2027/education/whole.html");
    assert!(page.contains("这些年怎么变的？") && page.contains("2026 年的文件"), "{page}");
    // Last year's number leads into last year's page, as it does when the program runs.
    let link = page.split("href=\"").find(|link| link.contains(">4,321.00<")).expect("last year's total");
    assert!(link.starts_with("../../2026/education/index.html#"), "{}", link.split('"').next().unwrap());
    assert!(
        workshop.has("site/2027/education/years/index.html") && workshop.has("site/2027/education/charts/years.svg")
    );
    workshop.write("2026/education.json", &of_year(2026, "1234.50"));
    workshop.publish(&files);
    let page = workshop.read("site/2027/education/whole.html");
    assert!(page.contains(">1,234.50<") && !page.contains("4,321.00"), "{page}");
}
