//! What stays in a published folder when it is published again, and what has no place in it.

use std::fs;

use super::workshop::{Workshop, err, of};

#[test]
fn what_somebody_else_has_put_into_the_folder_stays_and_is_told() {
    let workshop = Workshop::new("kept");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    let told = workshop.publishes(&[&one, &two]);
    assert!(!told.contains("保留了"), "{told}");
    workshop.write("site/robots.txt", "User-agent: *");
    workshop.write("site/a/original.pdf", "the document");
    let told = workshop.publishes(&[&one, &two]);
    assert!(told.contains("保留了不是发布生成的文件：a/original.pdf、robots.txt。"), "{told}");
    // It is somebody else's the time after, too, and where its department is gone.
    let told = workshop.publishes(&[&two]);
    assert!(told.contains("a/original.pdf、robots.txt") && !workshop.has("site/a/index.html"), "{told}");
    assert_eq!(workshop.read("site/robots.txt") + &workshop.read("site/a/original.pdf"), "User-agent: *the document");
}

#[test]
fn a_file_of_somebody_elses_is_never_replaced_by_one_of_that_name() {
    let workshop = Workshop::new("kept-name");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    workshop.publishes(&[&one]);
    for own in ["site/b/index.html", "site/a"] {
        workshop.write(own, "mine");
        let before = workshop.files("site");
        let output = workshop.publish(&[&one, &two]);
        assert_eq!(output.status.code(), Some(2), "{own}");
        let name = own.trim_start_matches("site/");
        assert!(err(&output).contains(&format!("里的 {name} 不是发布生成的")), "{}", err(&output));
        assert_eq!((workshop.files("site"), workshop.read(own)), (before, "mine".into()));
        fs::remove_file(workshop.path(own)).unwrap();
    }
    workshop.publishes(&[&one, &two]);
}

#[test]
fn the_mark_lists_what_was_made_and_one_that_lists_nothing_made_all() {
    let workshop = Workshop::new("kept-mark");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    workshop.publishes(&[&one]);
    let mark = workshop.read("site/.budget-lens");
    let (_, list) = mark.split_once("---\n").expect("a list");
    let made: Vec<_> = workshop.files("site").into_iter().filter(|file| file != ".budget-lens").collect();
    let mut list: Vec<_> = list.lines().collect();
    list.sort_unstable();
    assert_eq!(list, made);
    assert!(!workshop.has("site/hosts"), "how hosts are set up is nobody's to read there");
    // As the version before wrote it.
    workshop.write("site/.budget-lens", "这个文件夹由 budget-lens publish 生成");
    workshop.write("site/old.js", "of a version before");
    workshop.publishes(&[&one]);
    assert!(!workshop.has("site/old.js"));
}

#[test]
fn an_address_that_leads_nowhere_gets_a_page_that_leads_back_from_any_depth() {
    let workshop = Workshop::new("kept-404");
    let one = workshop.write("in/a.json", &of("甲局").to_string());
    let two = workshop.write("in/b.json", &of("乙局").to_string());
    let site = workshop.write("site.json", r#"{"name": "青石县人民政府", "home": "../"}"#);
    workshop.publishes(&[&one, &two, "--url", "https://budget.example/b/2026", "--site", &site]);
    let page = workshop.read("site/404.html");
    for there in [
        "<a class=\"button main\" href=\"/b/2026/index.html\">看全部部门",
        "href=\"/b/2026/page-1.css\"",
        "href=\"/b/2026/portal/frame.css\"",
        "<a href=\"/b/2026/../\" class=\"to-home\">",
        "<meta name=\"robots\" content=\"noindex\">",
    ] {
        assert!(page.contains(there), "{there} is not in {page}");
    }
    assert!(!page.contains("请从本站首页进入") && !workshop.read("site/sitemap.xml").contains("404"));
    workshop.publishes(&[&one]);
    let page = workshop.read("site/404.html");
    assert!(page.contains("href=\"index.html\">看这份预算") && page.contains("请从本站首页进入"), "{page}");
}
