//! What stands around a published department's page: the portal's head and foot, the ways to the list and to other years.

use crate::common::example::example;
use crate::common::program::program;
use crate::common::temporary;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::page::Page;
use super::sheet::CATCH;
use super::temporary::Temporary;
use super::visit::{Visit, dist, document};

/// What the department says of what does not agree.
const NOTE: &str = "印刷时多印了，以总数为准。";

/// Two years of a department and one of another, published with a portal's frame and an explanation.
fn published(name: &str) -> PathBuf {
    let folder = temporary::folder(&format!("around-{name}"));
    let example = example();
    let mut files = Vec::new();
    for (file, department, year) in [("2026/a", "安居局", 2026), ("2027/a", "安居局", 2027), ("2026/b", "财政局", 2026)]
    {
        let mut budget: Value = serde_json::from_str(&example).unwrap();
        budget["document"]["department"] = department.into();
        budget["document"]["year"] = year.into();
        if file == "2027/a" {
            budget["statements"][0]["amount"] = "4.30".into();
        }
        let path = folder.join(format!("{file}.json"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, budget.to_string()).unwrap();
        files.push(path);
    }
    let check = program().args(["check", "--json"]).arg(&files[1]).output().unwrap();
    let told: Value = serde_json::from_slice(&check.stdout).unwrap();
    let wrong = told["findings"].as_array().unwrap().iter().filter(|finding| finding["verdict"] == "mismatch");
    let entries = wrong.map(|finding| json!({"file": "2027/a.json", "finding": finding["id"], "note": NOTE}));
    fs::write(folder.join("accepted.json"), entries.collect::<Value>().to_string()).unwrap();
    let site =
        json!({"name": "青石县人民政府", "home": "/", "emblem": "e.svg", "brand": "#a61b29", "icp": "晋ICP备0号"});
    fs::write(folder.join("site.json"), site.to_string()).unwrap();
    let emblem =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>";
    fs::write(folder.join("e.svg"), emblem).unwrap();
    let mut command = program();
    command.arg("publish").args(&files).arg("-o").arg(folder.join("site")).arg("--page").arg(dist());
    command.arg("--site").arg(folder.join("site.json")).arg("--accepted").arg(folder.join("accepted.json"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("site")
}

/// A page of the site.
fn open(visit: Visit, address: &str) -> Page {
    let page = visit.open();
    page.visit(&format!("{}{address}", page.address()));
    page
}

/// The words that a reader sees.
fn shown(page: &Page, selector: &str) -> String {
    page.value(&format!("document.querySelector('{selector}').innerText.trim()")).as_str().unwrap_or_default().into()
}

const READY: &str = "document.documentElement.dataset.ready === 'true'";

#[test]
fn the_live_page_stands_between_the_portals_head_and_foot_in_its_colour() {
    let page = open(Visit::by_phone().site(published("frame")), "2026/a/index.html");
    page.wait(READY);
    let tops = "['.portal-head', '.toolbar', 'main', '.footer', '.portal-foot'].map(s => document.querySelector(s).getBoundingClientRect().top)";
    assert!(page.holds(&format!("{tops}.every((top, i, all) => !i || top > all[i - 1])")), "{}", page.value(tops));
    assert!(page.holds("document.querySelector('.to-home img').naturalWidth > 0"));
    assert_eq!(page.style(".to-home", "color"), "rgb(166, 27, 41)");
    assert_eq!(page.style(".toolbar .brand span", "visibility"), "hidden");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    assert!(
        shown(&page, ".portal-foot").contains("由预算透视生成") && !shown(&page, ".portal-foot").contains("Made with")
    );
    assert_eq!(page.value("document.title"), "安居局 · 2026 年部门预算 · 青石县 · 青石县人民政府");
    page.has_no_blank_canvas();
}

#[test]
fn the_foot_stays_below_a_page_in_the_other_language_and_speaks_it() {
    let page = open(Visit::at_desk().site(published("english")), "2026/a/index.html?lang=en");
    page.wait(READY);
    page.wait("document.querySelector('.footer')");
    assert!(page.holds(
        "document.querySelector('.portal-foot').previousElementSibling.contains(document.querySelector('main'))"
    ));
    assert!(shown(&page, ".portal-foot").ends_with("Made with Budget Lens"));
    assert!(shown(&page, ".portal-head nav").contains("All departments"));
}

#[test]
fn a_figure_in_somebody_elses_page_has_no_frame_of_the_portals() {
    let page = open(Visit::at_desk().site(published("lone")), "2026/a/index.html?figure=structure");
    page.wait(READY);
    assert!(
        page.holds("['.portal-head', '.portal-foot'].every(s => !document.querySelector(s).getClientRects().length)")
    );
}

#[test]
fn in_the_dark_the_portals_colour_is_lighter() {
    let page = open(Visit::at_desk().site(published("dark")), "2026/a/index.html?theme=dark");
    page.wait(READY);
    let light = "(([r, g, b]) => Math.min(r, g, b) > 80 && r > g)(getComputedStyle(document.querySelector('.to-home')).color.match(/\\d+/g).map(Number))";
    page.wait(light);
}

#[test]
fn a_reader_goes_from_year_to_year_and_back_to_the_list() {
    let page = open(Visit::by_phone().site(published("ways")), "2026/a/index.html");
    page.tap(".portal-years a");
    page.wait("location.pathname.endsWith('/2027/a/index.html')");
    page.wait(READY);
    assert_eq!(page.text(".portal-years b"), "2027");
    page.tap(".portal-head nav > a");
    page.wait("document.querySelectorAll('.departments tbody tr').length === 3");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

#[test]
fn an_address_of_before_leads_on_with_what_it_asks_for() {
    let page = open(Visit::by_phone().site(published("before")), "a/?unit=yuan#change");
    page.wait("location.pathname.endsWith('/2027/a/index.html')");
    assert!(page.copied().ends_with("?unit=yuan#change"), "{}", page.copied());
}

#[test]
fn what_a_portal_pasted_before_leads_by_the_list_to_the_newest_year() {
    let page = Visit::by_phone().site(published("pasted")).open();
    page.go("data=a/budget.json&unit=yuan");
    page.wait("location.pathname.endsWith('/2027/a/index.html') && location.search === '?unit=yuan'");
}

#[test]
fn the_live_page_shows_what_the_department_says_of_what_does_not_agree() {
    let page = open(Visit::at_desk().site(published("explained")), "2027/a/index.html").checked();
    page.wait("/单位都?有说明/.test(document.querySelector('#checks figcaption').textContent)");
    page.wait(&format!("document.querySelector('#checks').textContent.includes('单位说明：{NOTE}')"));
}

#[test]
fn a_saved_page_says_whose_it_is_but_not_of_a_readers_own_file() {
    let page = open(Visit::by_phone().before(CATCH).site(published("saved")), "2026/a/index.html").checked();
    page.wait(READY);
    page.open_sheet("");
    page.saved("page");
    let saved = page.saved_text();
    // Read here it is under this page's policy, which allows none of the styles that it holds.
    let parse = "const bare = arguments[0].replace(/<style[^]*?<\\/style>/g, '');
        const at = new DOMParser().parseFromString(bare, 'text/html');
        const [head, foot] = ['.portal-head', '.portal-foot'].map(one => at.querySelector(one));
        return head && {name: head.querySelector('.portal').textContent, home: head.querySelector('a').getAttribute('href'),
            ways: [...head.querySelectorAll('nav a')].map(a => a.getAttribute('href')), foot: foot.textContent,
            icp: foot.querySelector('.portal-numbers a').getAttribute('href'), order: [...at.body.children].map(e => e.className),
            fetched: at.querySelectorAll('script, img, link, iframe').length}";
    let at = page.run(parse, json!(saved));
    let site = page.address();
    let origin = site.split('/').take(3).collect::<Vec<_>>().join("/");
    assert_eq!((&at["name"], &at["home"]), (&json!("青石县人民政府"), &json!(format!("{origin}/"))));
    assert_eq!(at["ways"], json!([format!("{site}index.html"), format!("{site}2027/a/index.html")]));
    assert_eq!(at["foot"], "晋ICP备0号由预算透视生成");
    assert_eq!(at["icp"], "https://beian.miit.gov.cn/");
    assert_eq!((&at["order"], &at["fetched"]), (&json!(["portal-head", "page", "portal-foot"]), &json!(0)));
    page.tap("[data-take=close]");

    let own = Temporary::of("own-of-portal.json", document("bare.json"));
    page.choose(&own.0);
    page.wait("document.querySelector('h1')?.textContent === '局'");
    page.open_sheet("");
    page.saved("page");
    assert_eq!(page.run(parse, json!(page.saved_text())), Value::Null);
}

#[test]
fn without_a_network_the_portals_frame_is_there_after_a_second_visit() {
    let page = open(Visit::by_phone().kept().site(published("offline")), "2026/a/");
    page.wait(READY);
    super::offline::wait_until_kept(&page, "budget.json");
    let address = page.copied();
    page.visit(&address);
    page.wait(READY);
    let kept = "const names = ['frame.css', 'e.svg'].map(name => new URL('../../portal/' + name, location.href).href);
        Promise.all(names.map(name => caches.match(name))).then(found => window.frameKept = found.every(Boolean))";
    page.wait_until("the portal's files are kept", || {
        page.run(kept, Value::Null);
        page.holds("window.frameKept === true")
    });
    super::offline::goes_away(&page);
    page.visit(&address);
    page.wait("document.querySelector('.to-home img').naturalWidth > 0");
    assert_eq!(page.style(".portal-head", "display"), "flex");
}
