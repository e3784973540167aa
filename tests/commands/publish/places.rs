//! Many departments: each place has a page, and the list loads what is looked at.

use serde_json::Value;

use super::workshop::{Workshop, links, of};

/// Publishes so many departments of each place, with these arguments besides.
fn published(name: &str, places: &[(&str, usize)], arguments: &[&str]) -> Workshop {
    let workshop = Workshop::new(name);
    let mut files = Vec::new();
    for (place, count) in places {
        for i in 0..*count {
            let mut budget = of(&format!("{place}第{i}局"));
            budget["document"]["region"] = (*place).into();
            budget["tables"].as_array_mut().unwrap().truncate(1);
            // One spends more than all others.
            if (*place, i) == ("白石县", 1) {
                let text = budget["tables"].to_string().replace("120.50", "999.00");
                budget["tables"] = serde_json::from_str(&text).unwrap();
            }
            files.push(workshop.write(&format!("in/{}-{i}.json", files.len()), &budget.to_string()));
        }
    }
    let files: Vec<_> =
        files.iter().map(String::as_str).chain(["--allow-mismatch"]).chain(arguments.iter().copied()).collect();
    workshop.publishes(&files);
    workshop
}

#[test]
fn more_departments_than_a_page_holds_stand_on_the_pages_of_their_places() {
    // Pictures are not what this is about.
    let workshop = published("places", &[("青石县", 302), ("白石县", 2)], &["--font", "page/boot-1.js"]);
    let list = workshop.read("site/index.html");
    assert!(list.contains("304 个部门") && list.contains("data-list=\"list/2026.json\""), "{list}");
    let pages: Vec<_> = links(&list).into_iter().filter(|link| link.starts_with("list/")).collect();
    assert_eq!(pages.len(), 3, "two of one place, one of the other: {pages:?}");
    assert!(list.len() < 40_000, "{}", list.len());
    let mut rows = 0;
    for page in &pages {
        let html = workshop.read(&format!("site/{page}"));
        rows += html.matches("<tr role=\"row\"").count() - 1;
        assert!(html.contains("href=\"../index.html\"") && html.contains("<figcaption>"), "the way back, and its sums");
        for link in links(&html) {
            assert!(workshop.has(&format!("site/list/{link}")), "{link} of {page}");
        }
    }
    assert_eq!(rows, 304);
    let data: Value = serde_json::from_str(&workshop.read("site/list/2026.json")).unwrap();
    let lines: Vec<_> = data["lines"].as_str().unwrap().lines().collect();
    assert_eq!((lines.len(), data["groups"].as_array().unwrap().len()), (304, 3));
    let groups: Vec<_> = data["groups"].as_array().unwrap().iter().map(|group| group[1].as_str().unwrap()).collect();
    assert_eq!(groups, ["白石县", "青石县 第 1–300 个", "青石县 第 301–302 个"]);
    // The largest stands first, wherever it is, as few are shown of what is found.
    let first: Vec<_> = lines[0].split('\t').collect();
    assert_eq!((first[0], first[1], first[2], first[3]), ("第1局", "dj", "999.00", "0"));
    let parts: Vec<_> = lines[1].split('\t').collect();
    assert_eq!((parts[0], parts[1], parts[2]), ("第0局", "dj", "120.50"));
    // Only of a long list a phone shows the first lines alone.
    let long = "<p class=\"rest\" hidden=\"\"><button type=\"button\" class=\"button\">显示全部 300 个</button>";
    let are_long: Vec<_> = pages.iter().map(|page| workshop.read(&format!("site/{page}")).contains(long)).collect();
    assert_eq!(are_long.iter().filter(|is_long| **is_long).count(), 1, "{are_long:?}");
    assert!(workshop.has(&format!("site/{}/index.html", parts[4])));
}
