//! What a screen reader is told: roles and names as the browser computes them, and the words of the live region.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::gestures::{ENTER, ESCAPE, LEFT, RIGHT, TAB};
use super::page::Page;
use super::visit::{Visit, whole_page};

/// The role and the name that the browser computes for an element.
fn called(page: &Page, selector: &str) -> (String, String) {
    let found = page.session.post("element", &json!({"using": "css selector", "value": selector}));
    let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str).unwrap();
    let of = |what: &str| page.session.get(&format!("element/{id}/{what}")).as_str().unwrap_or_default().to_string();
    (of("computedrole"), of("computedlabel"))
}

/// Waits until this is said.
#[track_caller]
fn says(page: &Page, words: &str) {
    page.wait(&format!("document.querySelector('#told').textContent.includes({})", json!(words)));
}

/// The elements that the tab key leads to, as far as they are to be seen.
const STOPS: &str = "[...document.querySelectorAll('a[href], button, input, summary, canvas, [tabindex]')]
    .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length)";

#[test]
fn figures_buttons_and_tables_are_called_after_their_questions() {
    let page = Visit::by_phone().open().ready().checked();
    page.run("document.querySelectorAll('details').forEach(d => d.open = true)", "");
    let question = "4,754.23";
    let (role, name) = called(&page, "#structure canvas");
    assert!(role == "application" && name.contains("方向键") && !name.contains(question), "{role}: {name}");
    let own = page.text("[data-place=structure] .question");
    assert_eq!(called(&page, "#structure .foot .link"), ("button".into(), format!("分享 · 下载 · 嵌入：{own}")));
    assert_eq!(called(&page, "#structure .data > summary").1, format!("查看数据表：{own}"));
    assert_eq!(called(&page, "#structure .data table"), ("table".into(), own.clone()));
    assert_eq!(called(&page, "#structure").1, own);
    assert_eq!(called(&page, ".flag").0, "link");
    for (selector, role) in [(".toolbar", "banner"), ("main", "main"), (".footer", "contentinfo")] {
        assert_eq!(called(&page, selector).0, role, "{selector}");
    }
    // No two buttons of the page have the same name, and no table has none.
    let names = page
        .value("[...document.querySelectorAll('.foot .link, .data > summary')].map(e => e.getAttribute('aria-label'))");
    let names: Vec<_> = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    assert_eq!(page.texts("table:not([aria-label]), th:empty, .scroll:not([aria-label])").len(), 0);
}

#[test]
fn what_changes_is_said_once_by_an_element_that_was_there() {
    let page = Visit::at_desk().open().ready().checked();
    let region = "document.querySelector('#told')";
    page.run(&format!("window.before = {region}"), "");
    says(&page, "核对了");
    page.tap("#structure .pick[data-choose='code=20103']");
    says(&page, "政府办公厅（室）及相关机构事务 4,560.06 万元");
    says(&page, "上一级是全部");
    page.run("document.querySelector('.menu').open = true", "");
    page.tap(".menu [data-action=unit-yuan]");
    says(&page, "金额改以元显示");
    page.run(
        "const f = document.querySelector('#projects .find'); f.value = '维修'; f.dispatchEvent(new Event('input', {bubbles: true}))",
        "",
    );
    page.wait("document.querySelector('#told').textContent === document.querySelector('#projects figcaption').textContent + `列出 ${document.querySelectorAll('#projects .entry').length} 项。`");
    page.tap(".search > summary");
    page.run(
        "const f = document.querySelector('#search input'); f.value = '水'; f.dispatchEvent(new Event('input', {bubbles: true}))",
        "",
    );
    says(&page, "找到");
    assert!(page.holds(&format!("window.before === {region} && {region}.getAttribute('role') === 'status'")));
    assert_eq!(page.value("document.querySelector('.messages').getAttribute('aria-live')"), "polite");
}

#[test]
fn the_walk_through_a_chart_says_where_one_is() {
    // What the checks have found is said once, whenever they have ended: that would stand in the place of these words.
    let page = Visit::at_desk().open().ready().checked();
    says(&page, "核对了");
    page.run("document.querySelector('#three-public canvas').focus()", "");
    page.key(RIGHT);
    says(&page, "第 1 项，共");
    page.key(RIGHT);
    says(&page, "第 2 项，共");
    page.key(ENTER);
    says(&page, "已固定");
    page.key(TAB);
    page.wait("document.activeElement.closest('.tooltip')");
    page.key(ESCAPE);
    page.wait("document.querySelector('#three-public .tooltip').hidden && document.activeElement.tagName === 'CANVAS'");
}

#[test]
fn escape_closes_a_tooltip_that_the_mouse_can_enter() {
    let page = Visit::at_desk().open().ready();
    let tip = "document.querySelector('#structure .tooltip')";
    page.hover("#structure .entry");
    page.wait(&format!("!{tip}.hidden"));
    page.run("document.activeElement.blur()", "");
    page.key(ESCAPE);
    page.wait(&format!("{tip}.hidden"));
}

#[test]
fn a_line_is_one_stop_from_which_the_arrow_keys_lead_on() {
    let page = Visit::by_phone().open().ready().checked();
    let inside = page.value(&format!("Math.max(...[...document.querySelectorAll('.entry, tr')].map(line => {STOPS}.filter(e => line.contains(e)).length))"));
    assert_eq!(inside, 1);
    page.run("document.querySelector('#structure .entry .pick').focus()", "");
    page.key(RIGHT);
    page.wait("document.activeElement.matches('#structure .entry a')");
    page.key(LEFT);
    page.wait("document.activeElement.matches('#structure .entry .pick')");
    // The button for more hands the focus on to what it has brought.
    page.run("document.querySelector('#projects [data-action=more]').focus()", "");
    page.key(ENTER);
    page.wait("document.activeElement === document.querySelectorAll('#projects .entry')[10].querySelector('.pick')");
}

#[test]
fn the_first_stop_leads_to_the_main_part_and_english_is_offered_at_the_top() {
    let page = Visit::by_phone().open().ready().checked();
    page.key(TAB);
    page.wait("document.activeElement.matches('.skip')");
    page.key(ENTER);
    page.wait("document.activeElement.tagName === 'MAIN'");
    let english = "document.querySelector('.who [data-action=lang]')";
    assert!(page.holds(&format!("{english}.lang === 'en' && {english}.getBoundingClientRect().top < 250")));
    page.tap(".who [data-action=lang]");
    page.wait("document.documentElement.lang === 'en'");
    says(&page, "in English");
    page.wait("[...document.querySelectorAll('.entry')].every(e => e.textContent)");
    let unmarked = "(() => {
        const found = [], walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const text = walk.currentNode, own = text.parentElement;
            if (/[\\u4e00-\\u9fff]/.test(text.data) && own.closest('[lang]').lang === 'en') found.push(text.data);
        }
        return found;
    })()";
    page.wait(&format!("{unmarked}.length === 0"));
}

#[test]
fn a_single_figure_has_the_title_of_a_page() {
    let page = Visit::by_phone().query("figure=structure").open().ready();
    page.wait("document.querySelectorAll('h1').length === 1");
    assert_eq!(called(&page, "h1").0, "heading");
}

#[test]
fn a_page_whose_scripts_are_off_offers_nothing_that_does_not_work() {
    for visit in [Visit::by_phone(), Visit::by_phone().extra("", whole_page())] {
        let off = json!({"value": true});
        let page = visit.open_in(|session| {
            session.chrome("Emulation.setScriptExecutionDisabled", &off);
        });
        let seen = "checkVisibility({visibilityProperty: true})";
        let vain = page.value(&format!(
            "[...document.querySelectorAll('button, input, label, [role=button], summary.button')].filter(e => e.{seen}).map(e => e.outerHTML)"
        ));
        assert_eq!(vain, json!([]));
        let dead = page.value(
            "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.outerHTML)",
        );
        assert_eq!(dead, json!([]));
    }
}
