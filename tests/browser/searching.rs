//! The search over everything: found as one types, gone to by finger and by keyboard.

use super::gestures::{ENTER, ESCAPE, TAB};
use super::page::Page;
use super::visit::Visit;

const FIELD: &str = "#search input[data-find=q]";

/// Waits until something found says this.
#[track_caller]
fn lists(page: &Page, text: &str) {
    page.wait(&format!("[...document.querySelectorAll('.results a')].some(a => a.textContent.includes('{text}'))"));
}

#[test]
fn a_finger_types_sees_what_is_found_and_goes_to_its_line() {
    let page = Visit::by_phone().open().ready();
    page.search();
    page.write("机关服");
    lists(&page, "2010303 机关服务");
    assert_eq!(page.text(".results a mark"), "机关服");
    assert_eq!(page.parameter("q"), "机关服");
    assert!(page.text(".results .note").contains("找到"));
    assert!(page.holds(&format!("document.activeElement.matches('{FIELD}')")), "one can go on typing");

    page.tap(".results a[href$='-2010303']");
    page.shows_line_of("2010303");
    assert!(page.holds("document.querySelector('tr[data-found]').closest('details').open"), "its fold has opened");
    assert_eq!(page.parameter("q"), "机关服", "the search is still in the address");
    assert!(page.holds("!document.querySelector('.search').open"), "it covers nothing of what was gone to");
}

#[test]
fn the_keyboard_alone_searches_and_goes_to_what_is_found() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('.search > summary').focus()", "");
    page.key(ENTER);
    page.wait(&format!("document.activeElement.matches('{FIELD}')"));
    page.write("2080505");
    lists(&page, "2080505 机关事业单位基本养老保险缴费支出");
    page.key(TAB);
    assert!(page.holds("document.activeElement.matches('.results a')"));
    page.key(ENTER);
    page.shows_line_of("2080505");
}

#[test]
fn a_project_that_is_found_opens_and_an_indicator_opens_its_project() {
    let page = Visit::by_phone().open().ready();
    page.search();
    page.write("残疾人");
    lists(&page, "2026年残疾人就业保障金");
    page.tap(".results a[data-choose^='project=']");
    page.wait("document.querySelector('section#project[data-found]')");
    assert_eq!(page.parameter("project"), "2026年残疾人就业保障金");
    page.wait_in_view("section#project h3");
    let above = page
        .run("return document.querySelector('section#project').closest('li').previousElementSibling.textContent", "");
    assert!(
        above.as_str().is_some_and(|text| text.contains("2026年残疾人就业保障金")),
        "{above} stands above its form"
    );

    // A term leads to its explanation.
    page.visit(&format!("{}?q=上年结转", page.address()));
    page.tap(".results a[href='#term-上年结转']");
    page.wait("document.getElementById('term-上年结转').hasAttribute('data-found')");
    page.wait_in_view("#term-上年结转");
}

#[test]
fn nothing_found_is_said_with_examples_that_find_something() {
    let page = Visit::by_phone().open().ready();
    assert!(page.texts("#contents .questions a").len() >= 14);
    page.search();
    let examples = page.texts(".tries a");
    assert_eq!(examples.len(), 4, "{examples:?}");
    page.write("xyz");
    page.wait("document.querySelector('.results')?.textContent.includes('没有找到“xyz”')");
    assert_eq!(page.texts(".results a").len(), 0);
    assert_eq!(page.texts(".tries a"), examples);
    page.tap(".tries a");
    page.wait("document.querySelectorAll('.results a').length > 0 && !document.querySelector('.tries')");
    assert_eq!(page.parameter("q"), examples[0].as_str());
    page.wait(&format!(
        "document.querySelector('.search').open && document.querySelector('{FIELD}').value === '{}'",
        examples[0]
    ));
    // The contents are a card of the page.
    page.tap(".toolbar a[href='#contents']");
    page.wait("!document.querySelector('.search').open");
    page.tap("#contents .questions a[href='#glossary']");
    page.wait_in_view("#glossary figcaption");
}

#[test]
fn everyday_words_and_amounts_find_and_one_thing_is_one_row() {
    let page = Visit::by_phone().open().ready();
    page.search();
    page.write("招待");
    lists(&page, "公务接待费");
    let rows = page.texts(".results li b").iter().filter(|name| name.as_str() == "公务接待费").count();
    assert!(rows <= 2, "the term and the money, each once: {rows}");
    page.tap(".results .also a");
    page.wait("document.querySelector('[data-found]')");
    page.go("q=700");
    let page = page.ready();
    lists(&page, "700.00 万元");
}

#[test]
fn the_search_closes_by_escape_and_by_a_touch_beside_it() {
    let page = Visit::at_desk().open().ready();
    page.search();
    page.key(ESCAPE);
    page.wait("!document.querySelector('.search').open && document.activeElement.matches('.search > summary')");
    page.search();
    page.tap(".footer p");
    page.wait("!document.querySelector('.search').open");
}

#[test]
fn a_copied_search_shows_the_same() {
    let page = Visit::by_phone().query("q=食堂").open().ready();
    lists(&page, "平鲁区机关食堂费用（2026年）");
    assert_eq!(page.run("return document.querySelector(arguments[0]).value", FIELD), "食堂");
    page.tap(".results a[data-choose^='project=']");
    page.wait("document.querySelector('section#project')");
    page.search();
    page.write("食堂厨房");
    page.wait("new URLSearchParams(location.search).get('q') === '食堂厨房'");
    page.visit(&page.copied());
    assert_eq!(page.run("return document.querySelector(arguments[0]).value", FIELD), "食堂厨房");
    page.wait("document.querySelectorAll('.results li').length === 1 && document.querySelector('section#project')");
}

#[test]
fn back_within_one_visit_brings_the_words_back_into_the_field() {
    let page = Visit::by_phone().open().ready();
    page.search();
    page.write("水费");
    lists(&page, "水费");
    page.tap(".results a");
    page.wait("document.querySelector('[data-found]')");
    page.search();
    page.write("xyz");
    page.wait("document.querySelector('.results')?.textContent.includes('没有找到')");
    page.back();
    lists(&page, "水费");
    page.wait(&format!("document.querySelector('{FIELD}').value === '水费'"));
}

#[test]
fn a_name_is_found_by_its_pinyin_initials_and_a_line_by_its_amount() {
    let page = Visit::by_phone().open().ready();
    page.go("q=jgst");
    let page = page.ready();
    assert!(page.text("#search .results").contains("平鲁区机关食堂费用（2026年）"));
    page.go("q=2671.39");
    let page = page.ready();
    assert!(page.text("#search .results").contains("2010303 机关服务"));
}

#[test]
fn the_browser_knows_every_letter_and_second_readings() {
    let mut page = Visit::by_phone().open().ready();
    for (letters, name) in [("plq", "平鲁区"), ("lxwx", "零星维修"), ("bgyf", "办公用房")] {
        page.go(&format!("q={letters}"));
        page = page.ready();
        lists(&page, name);
    }
}
