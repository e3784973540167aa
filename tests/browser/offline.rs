//! After one visit the page opens without a network, too; with one, nothing old is shown.

use budget_lens::export::document::{MANIFEST, Manifest};
use serde_json::json;

use super::engines::{Need, lacks};
use super::page::Page;
use super::visit::{PREFIX, Visit, budget, dist, document};

/// Once the worker has the page, the budget and its own files.
const IS_KEPT: &str = "navigator.serviceWorker.controller && window.kept === 3";

/// How many of the page, its budget and the rest of the program are kept, as far as a script can see it.
const LOOK: &str = "
    const names = [location.href.replace(/[?#].*/, ''), arguments[0], document.querySelector('link[rel=second]').href];
    const found = names.map(name => caches.match(new URL(name, location.href).href).then(found => found ? 1 : 0));
    Promise.all(found).then(all => window.kept = all.reduce((a, b) => a + b, 0))";

/// Waits until the page and this budget are kept.
#[track_caller]
pub fn wait_until_kept(page: &Page, budget: &str) {
    page.wait_until("the page is kept", || {
        page.run(LOOK, budget);
        page.holds(IS_KEPT)
    });
}

/// From here on the host cannot be reached.
pub fn goes_away(page: &Page) {
    page.server.change(|site| site.away = true);
}

/// Opens the page anew, and waits for its figures.
#[track_caller]
pub fn opens(page: &Page, query: &str) {
    page.visit(&format!("{}{query}", page.address()));
}

/// The shipped budget with another department's name and another amount.
fn other_budget() -> String {
    let text = budget();
    let name = text.split("\"department\": \"").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a name");
    text.replace(name, "另一个部门")
}

#[test]
fn after_one_visit_the_page_opens_without_a_network_with_all_its_figures() {
    let page = Visit::by_phone().kept().open().ready().checked();
    wait_until_kept(&page, "budget.json");
    goes_away(&page);
    opens(&page, "");
    let mut page = page.checked();
    assert_eq!(page.text("main .number"), "4,754.23");
    assert!(page.text("#structure figcaption").contains("4,560.06 万元"));
    page.has_ink_where_the_scene_says("structure");
    page.has_no_blank_canvas();
    // Parameters choose what the page shows; it is the same page. Nobody has asked for English names before.
    page.expected.push("english.txt");
    page.missing.push("english.txt".into());
    opens(&page, "?figure=projects&lang=en");
    assert_eq!(page.value("[...document.querySelectorAll('main figure')].map(f => f.id)"), json!(["projects"]));
    opens(&page, "index.html?unit=yuan");
    assert_eq!(page.text("main .number"), "47,542,300");
}

#[test]
fn a_new_budget_is_shown_at_once_and_kept_in_the_place_of_the_old_one() {
    let page = Visit::by_phone().kept().open().ready();
    wait_until_kept(&page, "budget.json");
    page.server.change(|site| drop(site.extra.insert("budget.json".into(), other_budget().into())));
    opens(&page, "");
    assert_eq!(page.text("h1"), "另一个部门");
    goes_away(&page);
    page.wait_until("the new budget without a network", || {
        opens(&page, "");
        page.text("h1") == "另一个部门"
    });
}

#[test]
fn another_budget_that_was_shown_is_kept_and_one_that_was_not_is_said_to_be_out_of_reach() {
    let site = Visit::by_phone().kept().extra("sub/bare.json", document("bare.json"));
    let page = site.query("data=sub/bare.json").expecting("never.json").open().ready();
    wait_until_kept(&page, "sub/bare.json");
    goes_away(&page);
    opens(&page, "?data=sub/bare.json");
    assert_eq!(page.text("h1"), "局");
    page.go("data=never.json");
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('连不上')");
}

#[test]
fn an_answer_that_is_an_error_is_shown_and_not_kept() {
    let mut page = Visit::by_phone().kept().open().ready();
    wait_until_kept(&page, "budget.json");
    page.expected.push("404");
    page.missing.push("budget.json".into());
    page.server.change(|site| site.hidden.push("budget.json".into()));
    page.go("");
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('404')");
    goes_away(&page);
    opens(&page, "");
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn only_whole_budgets_are_kept_not_other_json_nor_parts() {
    let page = Visit::by_phone().kept().without_policy().extra("private.json", "{\"mine\": 1}").open().ready();
    wait_until_kept(&page, "budget.json");
    let ask = "const read = (name, init) => fetch(name, init).then(answer => answer.text());
        read('private.json')
            .then(() => read('budget.json?part', {headers: {Range: 'bytes=0-99'}}))
            .then(() => read('budget.json?whole'))
            .then(() => window.asked = true)";
    page.run(ask, ());
    page.wait("window.asked");
    let look = "window.found = null;
        const names = ['private.json', 'budget.json?part', 'budget.json?whole'];
        Promise.all(names.map(name => caches.match(new URL(name, location.href).href)))
            .then(found => window.found = found.map(one => !!one))";
    page.wait_until("what was asked for last is kept", || {
        page.run(look, ());
        page.wait("window.found");
        page.holds("window.found[2]")
    });
    assert_eq!(page.value("window.found"), json!([false, false, true]));
}

#[test]
fn one_worker_keeps_the_pages_of_all_folders_below_it_each_when_it_is_visited() {
    // As one host publishes several departments: the program once, a page and a budget in each folder.
    let text = std::fs::read_to_string(dist().join("index.html")).expect("the page is built");
    let files = Manifest::read(&dist().join(MANIFEST)).expect("the build has a list of its files").files;
    let above = |page: String, name: &String| page.replace(&format!("\"{name}\""), &format!("\"../{name}\""));
    let below = files.iter().fold(text, above);
    let site = ["a/", "b/", "c/"]
        .into_iter()
        .fold(Visit::by_phone().kept(), |site, folder| site.extra(&format!("{folder}index.html"), below.clone()));
    let site = site.extra("a/budget.json", document("bare.json")).extra("b/budget.json", other_budget());
    let page = site.open().ready();
    for folder in ["a/", "b/"] {
        opens(&page, folder);
        wait_until_kept(&page, "budget.json");
    }
    goes_away(&page);
    for (folder, name) in [("a/?unit=yuan", "局"), ("b/index.html", "另一个部门")] {
        opens(&page, folder);
        assert_eq!(page.text("h1"), name);
    }
    page.run("navigator.serviceWorker.getRegistrations().then(all => window.scopes = all.map(r => r.scope))", ());
    page.wait("window.scopes");
    assert_eq!(page.value("window.scopes"), json!([page.address()]));
    assert!(!page.asked().iter().any(|asked| asked.path.contains("/c/")), "no page is fetched that nobody visits");
}

#[test]
fn what_the_page_has_fetched_is_not_asked_for_again_to_be_kept() {
    if lacks(Need::HttpCache) {
        return;
    }
    let page = Visit::by_phone().kept().open().ready().checked();
    wait_until_kept(&page, "budget.json");
    let mut asked: Vec<_> = page.asked().into_iter().map(|asked| asked.path).collect();
    asked.sort_unstable();
    let twice: Vec<_> = asked.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].as_str()).collect();
    // The one that the page uses of the files whose names do not say what is in them.
    assert_eq!(twice, [format!("{PREFIX}dark.css")], "{asked:#?}");
}

#[test]
fn where_the_worker_does_not_arrive_nothing_is_said_and_the_page_is_whole() {
    let page = Visit::by_phone().kept().lacking("service-worker.js").open().ready().checked();
    page.wait_until("the worker is asked for", || {
        page.asked().iter().any(|asked| asked.path.ends_with("service-worker.js"))
    });
    assert_eq!(page.texts("[role=alert]").len(), 0);
    page.tap("#structure .pick.opens");
    page.wait("document.querySelector('#structure .trail')");
}
