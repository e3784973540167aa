//! What a program can check of accessibility: axe, with all its rules, finds nothing in any state of the page.

use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::district::published;
use super::driver::Session;
use super::gestures::{ENTER, RIGHT};
use super::page::Page;
use super::portal::{CALM, portal};
use super::sheet::CATCH;
use super::temporary::Temporary;
use super::visit::{Visit, budget, document, slim_page, whole_page};
use crate::common::repository;

/// The script of axe, which is among the tools from npm.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let find = "cd \"$1\" && . scripts/versions.sh && cat \"$NPM/node_modules/axe-core/axe.min.js\"";
    let root = repository::path("");
    let found = Command::new("bash").args(["-euc", find, "bash"]).arg(root).output().expect("bash runs");
    assert!(found.status.success(), "axe-core is missing: run `scripts/setup.sh`");
    String::from_utf8(found.stdout).expect("UTF-8")
});

/// All rules, also those of level AAA, good practice and experiments. Tried and left out: a rule that asks for the same
/// target of links that are called the same, which two lines of two tables with the same name are not.
const RUN: &str = "
    const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: ruleId !== 'identical-links-same-purpose'}]));
    const result = await axe.run(PART, {rules, resultTypes: ['violations']});
    return result.violations.map(({id, nodes}) => id + ' × ' + nodes.length + ': ' + nodes.slice(0, 4)
        .map(({html, any, all, none}) => html.replace(/\\s+/g, ' ').slice(0, 200) + ' (' + [...any, ...all, ...none].map((check) => check.message).join('; ').slice(0, 200) + ')').join(' | '));";

/// Everything that axe finds in the page as it is now.
fn found(page: &Page) -> Vec<String> {
    found_in(page, "document")
}

/// Everything that axe finds in a part of the page, as axe writes it.
fn found_in(page: &Page, part: &str) -> Vec<String> {
    if !page.holds("window.axe") {
        page.run(&AXE, Value::Null);
    }
    let run = RUN.replace("PART", part);
    let found = page.run(&format!("return (async () => {{ {run} }})()"), Value::Null);
    found.as_array().expect("a list").iter().filter_map(|found| Some(found.as_str()?.to_string())).collect()
}

/// What axe finds in the states that a reader brings the page to, one after the other.
fn found_in_all_states(page: &Page, is_large: bool) -> Vec<String> {
    let mut all = Vec::new();
    let mut look = |state: &str| all.extend(found(page).iter().map(|found| format!("{state}: {found}")));
    look("as it opens");
    page.run("document.querySelector('#structure canvas').focus()", Value::Null);
    page.key(RIGHT);
    page.key(ENTER);
    page.wait("!document.querySelector('#structure .tooltip').hidden");
    look("with a mark that is pinned");
    page.run("document.querySelector('#structure .pick[data-choose]').click()", Value::Null);
    page.wait("document.querySelector('#structure .trail')");
    look("one level down");
    page.tap(".menu > summary");
    page.wait("document.querySelector('.aids')");
    look("with its menu open");
    page.tap(".menu > summary");
    page.open_sheet("structure");
    look("with the sheet to share");
    page.tap("[data-take=close]");
    page.wait("!document.querySelector('.sheet')");
    let broken = Temporary::of("broken.json", "{");
    page.choose(&broken.0);
    page.wait("document.querySelector('[role=alert]')");
    look("with a file that cannot be read");
    if is_large {
        page.tap(".simple .button");
    }
    page.run("document.querySelector('#projects .pick').click()", Value::Null);
    page.wait("document.querySelector('#project')");
    for words in ["维修", "没有这样的词"] {
        page.run("document.querySelector('.search').open = true; const field = document.querySelector('#search input'); field.value = arguments[0]; field.dispatchEvent(new Event('input', {bubbles: true}))", words);
        page.wait("document.querySelector('.results .note')");
        look(&format!("with a project and the search for {words}"));
    }
    page.run("document.querySelectorAll('details').forEach(fold => { fold.open = true; })", Value::Null);
    page.run("document.querySelector('main button.term, main [role=button].term, main .term').click()", Value::Null);
    page.wait("document.querySelector('.meaning')");
    look("with everything open");
    let own = Temporary::of("own.json", document("bare.json"));
    page.choose(&own.0);
    page.wait("document.querySelector('.messages .file')");
    look("with a file of the reader's");
    all
}

#[track_caller]
fn is_clean(visit: Visit, query: &'static str) {
    let page = visit.before(CATCH).query(query).open().ready().checked();
    let found = found_in_all_states(&page, query.contains("text="));
    assert_eq!(found, Vec::<String>::new(), "{query}");
}

#[test]
fn nothing_is_found_on_a_phone() {
    is_clean(Visit::by_phone(), "theme=light");
}

#[test]
fn nothing_is_found_at_a_dark_desk_in_english() {
    is_clean(Visit::at_desk(), "theme=dark&lang=en");
}

#[test]
fn nothing_is_found_in_large_text_with_high_contrast() {
    is_clean(Visit::by_phone(), "text=large&contrast=high");
}

/// Every scheme in both languages on both devices; the tests above are a part of them.
#[test]
#[ignore = "takes minutes; `make axe` runs it"]
fn nothing_is_found_in_any_scheme_language_and_device() {
    const SCHEMES: [&str; 12] = [
        "theme=light&lang=zh",
        "theme=light&lang=en",
        "theme=dark&lang=zh",
        "theme=dark&lang=en",
        "contrast=high&lang=zh",
        "contrast=high&lang=en",
        "text=large&theme=light&lang=zh",
        "text=large&theme=light&lang=en",
        "text=large&theme=dark&lang=zh",
        "text=large&theme=dark&lang=en",
        "text=largest&theme=light&lang=zh",
        "text=largest&contrast=high&lang=en",
    ];
    let mut all = Vec::new();
    for query in SCHEMES {
        for (device, visit) in [("phone", Visit::by_phone()), ("desk", Visit::at_desk())] {
            let page = visit.before(CATCH).query(query).open().ready().checked();
            let found = found_in_all_states(&page, query.contains("text="));
            all.extend(found.into_iter().map(|found| format!("{device}, {query}: {found}")));
        }
    }
    assert_eq!(all, Vec::<String>::new());
}

/// A page whose own scripts did not run; axe may.
fn without_scripts(visit: Visit) -> Page {
    // What the page preloads for its program is not used.
    let page = visit.expecting("was preloaded").open_in(Session::forbid_scripts);
    page.session.chrome("Emulation.setScriptExecutionDisabled", &json!({"value": false}));
    page
}

#[test]
fn nothing_is_found_in_a_figure_alone_an_element_and_pages_without_scripts() {
    let mut all = Vec::new();
    let mut add = |what: &str, found: Vec<String>| all.extend(found.iter().map(|found| format!("{what}: {found}")));
    let mut look = |what: &str, page: &Page| add(what, found(page));
    look("a figure alone", &Visit::by_phone().query("figure=structure").open().ready());
    look("a figure alone in English", &Visit::at_desk().query("figure=three-public&lang=en&theme=dark").open().ready());
    for (what, page) in [("published whole", whole_page()), ("published", slim_page())] {
        look(what, &Visit::by_phone().extra("index.html", page.clone()).open().ready().checked());
        let visit = Visit::by_phone().extra("index.html", page);
        look(&format!("{what}, without scripts"), &without_scripts(visit));
    }
    look("the build without scripts", &without_scripts(Visit::by_phone()));
    // axe adds styles of its own in frames, which the policy forbids.
    let page = portal(CALM).expecting("Applying inline style").open();
    page.wait("document.querySelector('budget-lens')?.shadowRoot?.querySelector('canvas')");
    // The portal's own table is in none of its landmarks.
    add("a portal", found_in(&page, "{include: [['budget-lens'], ['iframe']]}"));
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn nothing_is_found_in_a_districts_list_in_figures_of_several_documents_and_in_saved_pages() {
    let mut all = Vec::new();
    let mut look = |what: &str, page: &Page| all.extend(found(page).iter().map(|found| format!("{what}: {found}")));
    let site = published("axe");
    for query in ["", "?theme=dark", "?text=large"] {
        let page = Visit::by_phone().site(site.clone()).open();
        page.session.post("url", &json!({"url": format!("{}index.html{query}", page.address())}));
        page.wait("document.querySelector('.departments button')");
        page.run("document.querySelectorAll('details').forEach(fold => { fold.open = true; })", Value::Null);
        look(&format!("the list {query}"), &page);
        page.run("document.querySelectorAll('.choose input').forEach((box, i) => i < 2 && box.click())", Value::Null);
        page.wait("document.querySelector('.compare a').hidden === false");
        look(&format!("the list {query}, two ticked"), &page);
        look(&format!("the list {query}, without scripts"), &without_scripts(Visit::by_phone().site(site.clone())));
    }
    let mut other: Value = serde_json::from_str(&budget()).expect("JSON");
    other["document"]["year"] = json!(2025);
    let last = other.to_string();
    other["document"]["department"] = json!("平鲁区教育局");
    other["document"]["year"] = json!(2026);
    let visit = Visit::at_desk().extra("2025.json", last).extra("education.json", other.to_string());
    let page = visit.query("data=budget.json&data=2025.json&data=education.json").open().ready();
    page.wait("document.querySelector('#years .entry') && document.querySelector('#compare .entry')");
    page.run("document.querySelectorAll('details').forEach(fold => { fold.open = true; })", Value::Null);
    look("several documents", &page);
    for query in ["", "text=large", "lang=en"] {
        let page = Visit::by_phone().before(CATCH).query(query).open().ready().checked();
        page.open_sheet("");
        page.saved("page");
        let file = Temporary::of("saved-for-axe.html", page.saved_text());
        page.session.post("url", &json!({"url": format!("file://{}", file.0.display())}));
        look(&format!("a saved page {query}"), &page);
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn what_is_hard_to_read_is_found() {
    let page = Visit::by_phone().open().ready();
    let spoilt = "document.querySelector('main').insertAdjacentHTML('beforeend', '<p class=bad>pale words</p><img src=data:,>'); document.querySelector('.bad').style.color = '#666'";
    page.run(spoilt, Value::Null);
    let found = json!(found(&page)).to_string();
    assert!(found.contains("color-contrast-enhanced") && found.contains("image-alt"), "{found}");
}
