//! A whole district, published: the list that finds and sorts, and a budget in a folder of its own.

use crate::common::example::example;
use crate::common::program::program;
use crate::common::temporary;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::page::Page;
use super::visit::{Visit, dist};

/// Three departments published into a folder for one test. The first spends most, the last is the largest by name.
/// The last one's address has a dot.
pub fn published(name: &str) -> PathBuf {
    published_with(name, &|_| ())
}

/// The same, with what is done to each budget.
fn published_with(name: &str, change: &dyn Fn(&mut Value)) -> PathBuf {
    published_by(name, &[], change)
}

/// The same, with these arguments besides.
fn published_by(name: &str, arguments: &[&str], change: &dyn Fn(&mut Value)) -> PathBuf {
    let folder = temporary::folder(&format!("district-{name}"));
    fs::create_dir_all(folder.join("in")).unwrap();
    let example = example();
    let mut command = program();
    command.arg("publish").arg("-o").arg(folder.join("site")).arg("--page").arg(dist());
    for (file, department, overseas) in [("a", "安居局", "0.00"), ("b", "财政局", "9.00"), ("c.a", "档案馆", "1.00")]
    {
        let mut budget: Value = serde_json::from_str(&example).unwrap();
        budget["document"]["department"] = department.into();
        // What the list is sorted by must differ, and need not agree.
        let lines = budget["tables"][1]["lines"].as_array_mut().unwrap();
        let total = lines.iter_mut().find(|line| line["role"] == "total").expect("a total");
        total["amounts"]["total"] = overseas.into();
        change(&mut budget);
        let path = folder.join("in").join(format!("{file}.json"));
        fs::write(&path, budget.to_string()).unwrap();
        command.arg(path);
    }
    let output = command.arg("--allow-mismatch").args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("site")
}

fn listed(page: &Page) -> Vec<String> {
    let rows = "[...document.querySelectorAll('.departments tbody tr')].filter(r => r.offsetHeight).map(r => r.cells[0].innerText)";
    let rows = page.value(rows);
    rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from).collect()
}

/// The list, once its script has run.
fn list(name: &str, visit: Visit) -> Page {
    let page = visit.site(published(name)).open();
    page.wait("document.querySelector('.departments button')");
    page
}

#[test]
fn the_list_narrows_while_a_name_is_typed_and_says_how_many_are_left() {
    let page = list("find", Visit::by_phone());
    assert_eq!(listed(&page).len(), 3);
    page.tap(".seek input");
    page.write("财 局");
    page.wait("document.querySelector('.seek [role=status]').textContent === '1 / 3 个'");
    assert_eq!(listed(&page), ["财政局"]);
    page.write("无");
    page.wait("document.querySelector('.seek [role=status]').textContent === '0 / 3 个'");
    assert!(listed(&page).is_empty());
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

#[test]
fn a_name_is_found_by_its_pinyin_initials() {
    let page = list("pinyin", Visit::by_phone());
    page.tap(".seek input");
    page.write("czj");
    page.wait("document.querySelector('.seek [role=status]').textContent === '1 / 3 个'");
    assert_eq!(listed(&page), ["财政局"]);
}

#[test]
fn projects_of_all_departments_are_found_in_a_file_that_comes_when_somebody_searches() {
    let lit = |budget: &mut Value| {
        budget["tables"].as_array_mut().unwrap().push(json!({
            "number": "表九", "title": "项目支出表", "kind": "projects", "columns": [{"id": "total", "name": "合计"}],
            "lines": [{"name": "灯笼墙维护", "role": "item", "amounts": {"total": "3.50"}},
                {"name": "道路", "role": "item", "amounts": {"total": "1.00"}}]
        }));
    };
    let page = Visit::by_phone().query("text=large").site(published_with("projects", &lit)).open();
    page.wait("document.querySelector('.departments button')");
    let is_asked = || page.asked().iter().any(|asked| asked.path.ends_with("list/2026-projects.json"));
    assert!(!is_asked(), "nobody has searched yet");
    page.tap(".seek input");
    page.write("灯笼墙");
    page.wait("document.querySelector('.hits li')");
    assert!(is_asked());
    assert_eq!(page.texts(".hits .of"), ["安居局", "财政局", "档案馆"]);
    assert!(page.text(".hits .count").starts_with("找到 3 个项目"), "{}", page.text(".hits .count"));
    assert!(page.holds("!document.querySelector('.departments .scroll').offsetHeight"), "no department is called so");
    // What a search does is counted: each project is looked at once, and few are drawn.
    let looked = page.value("Number(document.querySelector('.hits').dataset.looked)").as_u64();
    assert_eq!(looked, Some(6));
    page.write("没有这样的");
    page.wait("document.querySelector('.hits .count').textContent === '没有这样的项目'");
    page.run("document.querySelector('.seek input').value = ''", Value::Null);
    page.write("灯笼墙");
    page.wait("document.querySelector('.hits li a')");
    page.tap(".hits li a");
    page.wait("document.documentElement.dataset.ready === 'true'");
    assert!(
        page.copied()
            .ends_with("/a/index.html?text=large&project=%E7%81%AF%E7%AC%BC%E5%A2%99%E7%BB%B4%E6%8A%A4#projects"),
        "{}",
        page.copied()
    );
    assert!(page.text("#projects").contains("灯笼墙维护"));
}

#[test]
fn of_many_hits_the_rest_is_shown_when_asked_for_and_going_back_finds_the_place() {
    let many = |budget: &mut Value| {
        let line = |i| json!({"name": format!("灯笼墙维护{i}"), "role": "item", "amounts": {"total": "3.50"}});
        budget["tables"].as_array_mut().unwrap().push(json!({
            "number": "表九", "title": "项目支出表", "kind": "projects", "columns": [{"id": "total", "name": "合计"}],
            "lines": (0..20).map(line).collect::<Vec<_>>()
        }));
    };
    let page = Visit::by_phone().site(published_with("many-hits", &many)).open();
    page.wait("document.querySelector('.departments button')");
    page.tap(".seek input");
    page.write("灯笼墙");
    page.wait("document.querySelectorAll('.hits li').length === 30");
    page.run("document.querySelector('.hits > div > .button').click()", Value::Null);
    page.wait("document.querySelectorAll('.hits li').length === 60");
    page.wait("document.activeElement === document.querySelectorAll('.hits li a')[30]");
    assert!(page.holds("!document.querySelector('.hits .button')"), "there are no more");
    page.run(
        "scrollTo(0, document.querySelectorAll('.hits li')[20].getBoundingClientRect().top + scrollY - 200)",
        Value::Null,
    );
    let before = page.value("scrollY").as_f64().unwrap();
    page.run("document.querySelectorAll('.hits li a')[20].click()", Value::Null);
    page.wait("document.documentElement.dataset.ready === 'true'");
    page.run("history.back()", Value::Null);
    page.wait("document.querySelectorAll('.hits li').length >= 30");
    page.wait(&format!("Math.abs(scrollY - {before}) < 100"));
}

#[test]
fn a_tapped_heading_sorts_and_says_so_to_those_who_cannot_see_it() {
    let page = list("sort", Visit::at_desk());
    let sorted = |page: &Page| {
        page.value("[...document.querySelectorAll('.departments thead th')].map(h => h.getAttribute('aria-sort'))")
    };
    assert_eq!(sorted(&page), serde_json::json!([null, "descending", null, null, null, null, null]));
    page.tap(".departments thead th:nth-child(6) button");
    assert_eq!(listed(&page), ["财政局", "档案馆", "安居局"]);
    assert_eq!(sorted(&page), serde_json::json!([null, null, null, null, null, "descending", null]));
    page.tap(".departments thead th:nth-child(6) button");
    assert_eq!(listed(&page), ["安居局", "档案馆", "财政局"]);
    page.tap(".departments thead th:nth-child(1) button");
    assert_eq!(listed(&page), ["安居局", "财政局", "档案馆"]);
    assert_eq!(sorted(&page), serde_json::json!(["ascending", null, null, null, null, null, null]));
}

#[test]
fn the_lists_menu_makes_text_large_and_dark_in_the_address_and_in_the_departments_links() {
    let page = list("menu", Visit::by_phone().query("unit=yuan"));
    let large = page.value("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)").as_f64().unwrap();
    page.tap(".menu summary");
    page.tap("[data-show=text]");
    page.wait("location.search === '?unit=yuan&text=large'");
    assert!(page.value("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)").as_f64() > Some(large));
    let dark = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(part => part < 64)";
    assert!(!page.holds(dark));
    page.tap("[data-show=theme]");
    page.wait(dark);
    assert_eq!(page.texts("[data-show][aria-pressed=true]").len(), 2);
    assert_eq!(page.value("location.search"), "?unit=yuan&text=large&theme=dark");
    let link = "document.querySelector('.departments tbody a').search";
    assert_eq!(page.value(link), "?text=large&theme=dark");
    page.tap("[data-show=theme]");
    page.wait(&format!("{link} === '?text=large&theme=light'"));
    assert!(!page.holds(dark) && page.holds("document.documentElement.scrollWidth <= innerWidth"));
    page.tap(".lead");
    page.wait("!document.querySelector('.menu').open");
    page.tap(".departments tbody tr:first-child a");
    page.wait("document.documentElement.dataset.ready === 'true'");
    assert_eq!(page.value("document.documentElement.dataset.text"), "large");
}

#[test]
fn in_the_largest_text_a_long_name_has_the_line_and_no_number_lies_over_another() {
    let long = |budget: &mut Value| {
        let name = budget["document"]["department"].as_str().unwrap().to_string() + "（含下属事业单位）";
        budget["document"]["department"] = name.into();
    };
    let page = Visit::by_phone().query("text=largest").site(published_with("largest", &long)).open();
    page.wait("document.querySelector('.departments .choose input')");
    assert_eq!(page.value("document.documentElement.dataset.text"), "largest");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    let boxes = "[...document.querySelectorAll('.departments tbody tr')].map(row => [...row.querySelectorAll('a, .col-total, .col-change, .col-checks')].map(part => part.getBoundingClientRect()))";
    let wide = "row[0].width > 6 * parseFloat(getComputedStyle(document.body).fontSize)";
    assert!(page.holds(&format!("{boxes}.every(row => {wide})")));
    let apart =
        "a === b || a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left + 1 || b.right <= a.left + 1";
    let all = format!("{boxes}.every(row => row.every(a => row.every(b => {apart})))");
    assert!(page.holds(&all));
    assert!(page.holds("document.querySelector('[data-show=text]').getAttribute('aria-pressed') === 'true'"));
}

#[test]
fn what_a_reader_has_chosen_goes_along_to_the_list_and_back() {
    let page = list("chosen", Visit::by_phone());
    page.session
        .post("url", &json!({"url": format!("{}a/index.html?text=large&theme=dark&unit=yuan", page.address())}));
    page.wait("document.documentElement.dataset.ready === 'true'");
    page.run("document.querySelector('.portal-head nav a').click()", Value::Null);
    page.wait("document.querySelector('.departments button')");
    assert_eq!(page.value("location.search"), "?text=large&theme=dark");
    assert_eq!(page.value("document.documentElement.dataset.text"), "large");
}

#[test]
fn a_budget_that_was_replaced_by_hand_is_shown_and_told() {
    let site = published("replaced");
    let other = fs::read_to_string(site.join("a/budget.json")).unwrap().replace("安居局", "安居办");
    let page = Visit::by_phone().site(site).extra("a/budget.json", other).open();
    let messages = |address: &str| {
        page.visit(&format!("{}{address}", page.address()));
        page.wait("document.documentElement.dataset.ready === 'true' && document.querySelector('main .messages')");
        page.text("main .messages")
    };
    let told = messages("a/index.html");
    assert!(told.contains("budget.json 在发布以后换过了") && told.contains("budget-lens publish"), "{told}");
    assert!(page.text("h1").contains("安居办"), "the page shows the file");
    assert!(messages("a/index.html?lang=en").contains("was replaced after this page was published"));
    for same in ["b/index.html", "a/index.html?figure=structure", "a/index.html?data=../b/budget.json"] {
        assert!(!messages(same).contains("发布以后"), "{same}");
    }
}

#[test]
fn a_department_of_the_list_opens_its_own_budget_from_a_folder_below() {
    let page = list("open", Visit::by_phone().query("text=large"));
    assert_eq!(page.value("document.documentElement.dataset.text"), "large");
    page.tap(".departments tbody tr:first-child a");
    page.wait("document.documentElement.dataset.ready === 'true' && document.querySelector('#checks figcaption')");
    assert!(page.copied().ends_with("/a/index.html?text=large"), "{}", page.copied());
    assert!(page.text("h1").contains("安居局"));
    assert_eq!(page.value("document.documentElement.dataset.text"), "large");
    page.has_no_blank_canvas();
}

#[test]
fn the_image_that_is_for_programs_for_chats_is_in_the_page_and_no_browser_fetches_it() {
    let site = published("image");
    assert!(site.join("a/preview-square.png").exists(), "a font for the pictures");
    let page = Visit::by_phone().site(site).open();
    let image = "document.querySelector('body img').getAttribute('src') === 'preview-square.png'";
    page.wait(&format!("document.readyState === 'complete' && {image}"));
    page.visit(&format!("{}a/index.html", page.address()));
    page.wait("document.querySelector('.footer')");
    assert!(page.holds(image) && page.holds("!document.querySelector('body picture').getClientRects().length"));
    let asked = page.asked();
    assert!(asked.iter().any(|asked| asked.path.ends_with("a/budget.json")));
    assert!(!asked.iter().any(|asked| asked.path.contains("preview")), "nobody sees it");
}

#[test]
fn data_for_programs_is_in_the_pages_and_no_policy_complains_of_it() {
    let site = published_by("linked", &["--url", "https://budget.example/", "--figures"], &|_| ());
    let page = Visit::by_phone().site(site).open();
    page.wait("document.querySelector('.departments button')");
    let has_data = "document.querySelector('script[type=\"application/ld+json\"]') !== null";
    assert!(page.holds(has_data));
    page.visit(&format!("{}a/index.html", page.address()));
    page.wait("document.documentElement.dataset.ready === 'true'");
    assert!(page.holds(has_data));
    // No program runs there that could say that it is ready.
    page.session.post("url", &json!({"url": format!("{}a/structure/index.html", page.address())}));
    page.wait("document.querySelector('main #structure figcaption')");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    let way = page.value("document.querySelector('.button.main').href");
    assert_eq!(way, format!("{}a/index.html#structure", page.address()));
}
