//! From class to group to item (类 → 款 → 项): by finger, by keyboard, by the browser's buttons, by a link.

use serde_json::json;

use super::gestures::{ENTER, RIGHT};
use super::page::Page;
use super::visit::Visit;

/// What is open: the code in the address, the sentence, the way back, the list.
fn seen(page: &Page) -> [Vec<String>; 4] {
    let code = page.parameter("code").as_str().unwrap_or_default().to_string();
    let texts = |selector: &str| page.texts(selector);
    [vec![code], texts("#structure figcaption"), texts("#structure .trail li"), texts("#structure .entry")]
}

/// Waits until the figure tells of this, with so many steps back.
#[track_caller]
fn tells(page: &Page, begins: &str, steps: usize) {
    page.wait(&format!(
        "document.querySelector('#structure figcaption').textContent.startsWith('{begins}')
            && document.querySelectorAll('#structure .trail li').length === {steps}"
    ));
}

fn opens(code: &str) -> String {
    format!("#structure .pick[data-choose='code={code}']")
}

/// Fails unless an item is open, down to what its code means.
#[track_caller]
fn is_at_the_leaf(page: &Page) {
    tells(page, "机关服务 2,671.39 万元", 2);
    assert_eq!(page.parameter("code"), "2010303");
    assert_eq!(page.texts("#structure .trail li"), ["全部", "政府办公厅（室）及相关机构事务"]);
    assert!(page.text("#structure .note").starts_with("科目 2010303：为政府机关提供后勤保障"));
    let rows = page.texts("#structure .entry .amount");
    assert_eq!(rows, ["2,671.39"], "all of it is project expenditure");
}

#[test]
fn a_finger_drills_down_to_an_item_and_the_way_back_leads_up_again() {
    let page = Visit::by_phone().open().ready();
    let top = seen(&page);
    // The class has one group, which is told at once.
    page.tap(&opens("20103"));
    tells(&page, "政府办公厅（室）及相关机构事务 4,560.06 万元", 1);
    assert_eq!(page.texts("#structure .entry .amount"), ["2,671.39", "1,888.66"]);
    assert_eq!(page.texts("#structure .entry .share"), ["58.6%", "41.4%"]);
    page.has_ink_where_the_scene_says("structure");
    page.tap(&opens("2010303"));
    is_at_the_leaf(&page);
    page.has_ink_where_the_scene_says("structure");

    page.tap("#structure .trail li:nth-child(2) button");
    tells(&page, "政府办公厅（室）及相关机构事务 4,560.06 万元", 1);
    assert_eq!(page.parameter("code"), "20103");
    page.tap("#structure .trail li:first-child button");
    tells(&page, "4,560.06 万元（95.9%）", 0);
    assert_eq!(seen(&page), top, "at the top again");
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn back_and_forward_walk_the_drill_and_a_copied_link_shows_the_same() {
    let page = Visit::by_phone().open().ready();
    let top = seen(&page);
    page.tap(&opens("20805"));
    tells(&page, "行政事业单位养老支出 120.28 万元", 1);
    let group = seen(&page);
    page.tap(&opens("2080505"));
    tells(&page, "机关事业单位基本养老保险缴费支出", 2);
    let (item, link) = (seen(&page), page.copied());
    assert!(link.contains("code=2080505"), "{link}");

    page.back();
    tells(&page, "行政事业单位养老支出 120.28 万元", 1);
    assert_eq!(seen(&page), group);
    page.has_ink_where_the_scene_says("structure");
    page.back();
    tells(&page, "4,560.06 万元（95.9%）", 0);
    assert_eq!(seen(&page), top);
    page.forward();
    page.forward();
    tells(&page, "机关事业单位基本养老保险缴费支出", 2);
    assert_eq!(seen(&page), item);

    page.visit(&link);
    assert_eq!(seen(&page), item, "the copied link");
    page.has_ink_where_the_scene_says("structure");
    page.visit(&format!("{}?code=299", page.address()));
    assert_eq!(seen(&page)[1..], top[1..], "a code that no line has opens nothing");
}

#[test]
fn the_keyboard_alone_drills_in_the_list() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('#three-public summary').focus()", "");
    page.tab_to(&opens("20103"));
    page.key(ENTER);
    tells(&page, "政府办公厅（室）及相关机构事务 4,560.06 万元", 1);
    page.tab_to(&opens("2010303"));
    page.key(ENTER);
    is_at_the_leaf(&page);
    page.run("document.querySelector('#structure .trail li:first-child button').focus()", "");
    page.key(ENTER);
    tells(&page, "4,560.06 万元（95.9%）", 0);
}

#[test]
fn a_drill_into_a_shorter_list_keeps_the_focus_in_the_figure() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('#structure canvas').focus()", "");
    // The fourth entry opens a list of one: what had the focus is gone.
    page.tab_to(&opens("2101102"));
    page.key(ENTER);
    tells(&page, "事业单位医疗 24.78 万元", 1);
    // The focus stays in the figure.
    page.wait("document.activeElement.closest('#structure')");
}

#[test]
fn the_keyboard_alone_drills_from_the_chart_by_its_tooltip() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('#three-public summary').focus()", "");
    page.tab_to("#structure canvas");
    page.key(RIGHT);
    page.key(RIGHT);
    page.key(ENTER);
    page.wait("document.querySelector('#structure .tooltip[data-pinned=true]')?.textContent.includes('社会保障')");
    page.tab_to("#structure .tooltip [data-choose]");
    page.key(ENTER);
    tells(&page, "行政事业单位养老支出 120.28 万元", 1);
    page.wait("document.querySelector('#structure .tooltip').hidden");
    page.has_ink_where_the_scene_says("structure");
    // The focus stays in the figure.
    page.wait("document.activeElement.closest('#structure')");
    // The chart is walked from there: its targets are the parts and, above them, where they belong.
    page.tab_to("#structure canvas");
    page.key(RIGHT);
    page.wait("!document.querySelector('#structure .tooltip').hidden");
}

#[test]
fn a_figure_alone_is_drilled_and_keeps_to_itself() {
    let page = Visit::by_phone().query("figure=structure").open().ready();
    page.tap(&opens("20103"));
    tells(&page, "政府办公厅（室）及相关机构事务 4,560.06 万元", 1);
    page.has_ink_where_the_scene_says("structure");
    assert_eq!(page.parameter("figure"), "structure");
    let here = page.copied();
    // A number's line is on the whole page, which opens beside it.
    page.tap("#structure a.amount");
    page.wait_until("a second window", || page.windows().len() == 2);
    assert_eq!(page.copied(), here, "this one stays");
    page.look_at_window(1);
    page.wait("document.querySelector('tr[data-found]')");
    assert_eq!(page.value("document.querySelector('tr[data-found]').id"), json!("表三-2010303"));
    assert!(page.holds("document.querySelector('h1')"), "it is the whole page");
}
