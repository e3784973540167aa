//! The list of projects: in another order, with words looked for, one opened; and a link that keeps it.

use serde_json::json;

use super::gestures::ENTER;
use super::page::Page;
use super::visit::Visit;

const MEETINGS: &str = "平鲁区政府会议室费用（2026年）";
const CANTEEN: &str = "平鲁区机关食堂费用（2026年）";
const FIELD: &str = "#projects input[data-find=find]";

fn opens(project: &str) -> String {
    format!("#projects .pick[data-choose='project={project}']")
}

fn names(page: &Page) -> Vec<String> {
    page.texts("#projects .entry .name > span")
}

/// The sentence, the list, what is open.
fn seen(page: &Page) -> [Vec<String>; 4] {
    let pressed = "#projects .controls [aria-pressed=true]";
    [
        page.texts("#projects figcaption"),
        page.texts("#projects .entry"),
        page.texts("#projects .opened"),
        page.texts(pressed),
    ]
}

/// Fails unless the form of the project is open, right below its entry, with its own numbers.
#[track_caller]
fn has_the_meetings_form(page: &Page) {
    page.wait("document.querySelector('#projects section#project')");
    let below = "document.querySelector('section#project').closest('li').previousElementSibling.textContent";
    assert!(page.value(below).as_str().is_some_and(|text| text.contains(MEETINGS)));
    let form = page.texts("#projects .opened").join(" ");
    for part in ["绩效目标表", "43.60", "市县（区）财政", "产出", "效益", "满意度", "服务对象满意度"]
    {
        assert!(form.contains(part), "{form} says {part}");
    }
}

#[test]
fn a_finger_sorts_filters_opens_and_closes() {
    let page = Visit::by_phone().open().ready();
    let by_size = names(&page);
    assert_eq!(by_size[0], "机关办公场所2025年3-12月物业管理费");
    page.tap("#projects [data-choose='sort=name']");
    page.wait("document.querySelector('#projects .entry .name').textContent.startsWith('2026年残疾人就业保障金')");
    assert_eq!(page.parameter("sort"), "name");
    page.tap("#projects [data-action=more]");
    page.wait("document.querySelectorAll('#projects .entry').length === 25");
    let mut sorted = names(&page);
    sorted.sort_unstable();
    assert_eq!(names(&page), sorted, "in the order of their characters");
    page.tap("#projects [data-choose='sort=']");
    page.wait("document.querySelector('#projects .entry .name').textContent.startsWith('机关办公场所')");

    page.tap(FIELD);
    page.write("会议室");
    page.wait("document.querySelector('#projects figcaption').textContent.includes('名称含“会议室”的有 3 个')");
    assert!(names(&page).iter().all(|name| name.contains("会议室")), "{:?}", names(&page));
    assert_eq!(page.parameter("find"), "会议室");

    page.tap(&opens(MEETINGS));
    has_the_meetings_form(&page);
    assert_eq!(page.parameter("project"), MEETINGS);
    page.tap("#projects .opened .asks button[data-choose='project=']");
    page.wait("!document.querySelector('#projects .opened')");
    // Its own entry closes it, too.
    page.tap(&opens(MEETINGS));
    has_the_meetings_form(&page);
    page.tap("#projects .pick[data-choose='project=']");
    page.wait("!document.querySelector('#projects .opened')");
    assert!(page.parameter("project").is_null());
}

#[test]
fn the_keyboard_alone_sorts_filters_opens_and_closes() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('.facts li:last-child a').focus()", "");
    page.tab_to("#projects [data-choose='sort=name']");
    page.key(ENTER);
    page.wait("document.querySelector('#projects .entry .name').textContent.startsWith('2026年残疾人就业保障金')");
    page.tab_to(FIELD);
    page.write("会议室");
    page.wait("document.querySelectorAll('#projects .entry').length === 3");
    page.tab_to(&opens(MEETINGS));
    page.key(ENTER);
    has_the_meetings_form(&page);
    assert!(page.holds("document.activeElement.closest('#projects')"), "the focus stays");
    page.tab_to("#projects .opened .asks button");
    page.key(ENTER);
    page.wait("!document.querySelector('#projects .opened')");
}

#[test]
fn a_project_closed_by_its_own_button_keeps_the_focus_in_the_list() {
    let page = Visit::at_desk().query("project=平鲁区政府会议室费用（2026年）").open().ready();
    page.run("document.querySelector('#projects .opened .asks button').focus()", "");
    page.key(ENTER);
    page.wait("!document.querySelector('#projects .opened')");
    assert!(page.holds("document.activeElement.closest('#projects')"), "its button has gone, the focus has not");
}

#[test]
fn a_copied_link_keeps_order_words_and_open_project_and_back_takes_them_one_by_one() {
    let page = Visit::by_phone().open().ready();
    let whole = seen(&page);
    page.tap("#projects [data-choose='sort=name']");
    page.wait("new URLSearchParams(location.search).get('sort') === 'name'");
    let sorted = seen(&page);
    page.tap(FIELD);
    page.write("会议室");
    page.wait("document.querySelectorAll('#projects .entry').length === 3");
    page.tap(&opens(MEETINGS));
    has_the_meetings_form(&page);
    let (open, link) = (seen(&page), page.copied());
    for part in ["sort=name", "find=", "project="] {
        assert!(link.contains(part), "{link}");
    }
    page.back();
    page.wait("!document.querySelector('#projects .opened')");
    assert_eq!(seen(&page)[1].len(), 3, "the words that were looked for stay");
    page.back();
    page.wait("!new URLSearchParams(location.search).get('sort')");
    page.wait("document.querySelectorAll('#projects .entry').length === 10");
    assert_eq!(seen(&page), whole);
    page.visit(&link);
    page.wait("document.querySelector('#projects .opened .badge')");
    assert_eq!(seen(&page), open);
    assert_eq!(page.run("return document.querySelector(arguments[0]).value", FIELD), "会议室");
    page.visit(&format!("{}?sort=name", page.address()));
    assert_eq!(seen(&page), sorted);
}

#[test]
fn a_project_without_a_form_says_so_and_a_small_one_in_a_link_is_listed() {
    let page = Visit::by_phone().open().ready();
    assert!(page.text("#projects .controls").contains("没有绩效目标表 6"));
    page.tap(&opens(CANTEEN));
    page.wait("document.querySelector('#projects .opened')?.textContent.includes('文件没有公布这个项目的绩效目标表')");
    // The smallest is far down the list: it follows the first ten.
    page.go("project=退休人员基础绩效奖（人社局移交）");
    let page = page.ready();
    assert_eq!(names(&page).len(), 11);
    assert!(names(&page)[10].contains("退休人员基础绩效奖"));
    assert_eq!(page.texts("#projects .opened").len(), 1);
    page.go("project=没有这个项目");
    let page = page.ready();
    assert_eq!(page.texts("#projects .opened").len(), 0);
}

#[test]
fn an_open_project_begins_with_a_sentence_and_cuts_nothing_on_the_narrowest_phone() {
    let page = Visit::by_phone().query("text=large&project=平鲁区政府会议室费用（2026年）").open().ready();
    page.resize(320, 844, 1.0);
    page.wait("innerWidth === 320 && document.querySelectorAll('#projects .opened table').length === 2");
    assert!(page.text("#projects #project > p").starts_with("安排 43.60 万元。"));
    let order = "[...document.querySelector('#project').children].map(e => e.localName).filter(name => name !== 'h3')";
    assert_eq!(page.value(order), json!(["p", "ul", "div", "p"]), "the sentence, the facts, the funds");
    assert!(page.holds("[...document.querySelectorAll('.opened .scroll')].every(e => e.scrollWidth === e.clientWidth && e.scrollHeight === e.clientHeight)"));
}
