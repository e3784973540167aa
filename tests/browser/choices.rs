//! What a reader chooses: unit, language, theme, size of text, one figure alone; and links that keep it.

use serde_json::Value;

use super::engines::{Need, lacks};
use super::gestures::ESCAPE;
use super::page::Page;
use super::visit::{Visit, budget};

/// Every number of the page that is an amount.
fn amounts(page: &Page) -> Vec<String> {
    page.texts("main .number, .facts b, .legend .amount, td, figcaption")
}

fn says(page: &Page, selector: &str, text: &str) {
    page.wait(&format!("document.querySelector('{selector}')?.textContent.includes('{text}')"));
}

/// Everything with words of its own, but the glossary, which names each term as the document does, too.
const WORDS: &str = "h1, .who, .what, .exact, .first, .facts, .question, figcaption, .note, .legend .entry, th, td, .toolbar, \
    .units, summary, .section p, .section li, #contents li, section:not(#glossary *) > h3, .footer";

/// What the document says without saying it in English.
fn only_in_chinese(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            found.push(text.clone());
            // The page ends sentences itself.
            found.push(text.trim_end_matches('。').into());
        }
        Value::Array(values) => values.iter().for_each(|value| only_in_chinese(value, found)),
        Value::Object(fields) => {
            let in_english = |name: &str| fields.contains_key(&format!("{name}_en"));
            fields.iter().filter(|(name, _)| !in_english(name)).for_each(|(_, value)| only_in_chinese(value, found));
        }
        _ => {}
    }
    found.retain(|text| text.chars().any(|c| ('一'..='鿿').contains(&c)));
}

/// What the page says to those who do not see it, but for the glossary.
fn spoken(page: &Page) -> Vec<String> {
    let script = "[...document.querySelectorAll(':is([aria-label], [placeholder]):not(#glossary *)')]
        .flatMap(e => [e.getAttribute('aria-label'), e.getAttribute('placeholder')]).filter(Boolean)";
    serde_json::from_value(page.value(script)).expect("texts")
}

/// The page's own words that are Chinese, but for the reader's own. What the document says in one language only stays
/// as it is, as its tables' printed titles do; and the way back is named in its own language.
fn left_in_chinese(page: &Page, readers: &[&str]) -> Vec<String> {
    let document = serde_json::from_str(&budget()).expect("JSON");
    let mut own: Vec<_> = ["中文"].iter().chain(readers).map(ToString::to_string).collect();
    only_in_chinese(&document, &mut own);
    // Lists leave out where all are.
    let without_place: Vec<_> = own.iter().filter_map(|text| text.strip_prefix("平鲁区")).map(String::from).collect();
    own.extend(without_place);
    own.sort_unstable_by_key(|text| std::cmp::Reverse(text.len()));
    let chinese = |mut text: String| {
        for known in &own {
            text = text.replace(known.as_str(), "");
        }
        text.chars().any(|c| ('一'..='鿿').contains(&c)).then_some(text)
    };
    page.texts(WORDS).into_iter().chain(spoken(page)).filter_map(chinese).collect()
}

#[test]
fn another_unit_moves_the_point_of_every_number_and_loses_no_digit() {
    let page = Visit::by_phone().open().ready().checked();
    let in_wan = amounts(&page);

    page.set("unit-yuan");
    says(&page, "main .number", "47,542,300");
    let first = |figure: &str| page.texts(&format!("#{figure} .amount"));
    assert_eq!(first("structure"), ["45,600,600", "1,202,800", "491,100", "247,800"]);
    assert_eq!(first("basic-project"), ["20,747,500", "26,794,800"]);
    assert_eq!(first("three-public"), ["3,750,000", "3,654,000"]);
    assert!(page.text("#structure figcaption").starts_with("45,600,600 元（95.9%）"));
    assert!(page.text("#three-public figcaption").contains("比上年减少 154,000 元"));
    assert!(page.text("#structure .source").contains("单位：元（原表为万元）"));
    assert!(
        page.holds("document.querySelector('.menu [data-action=unit-yuan]').getAttribute('aria-pressed') === 'true'")
    );
    assert!(page.holds("new URLSearchParams(location.search).get('unit') === 'yuan'"));

    assert_eq!(page.texts(".menu .unit"), ["元", "万元"], "the total is less than one 亿元");

    page.set("unit-wan");
    says(&page, "main .number", "4,754.23");
    assert_eq!(amounts(&page), in_wan, "there and back changes nothing");
}

#[test]
fn a_unit_that_only_the_address_asks_for_is_shown_and_can_be_left() {
    let page = Visit::by_phone().query("unit=yi").open().ready();
    says(&page, "main .number", "0.475423");
    let first = |figure: &str| page.texts(&format!("#{figure} .amount"));
    assert_eq!(first("structure"), ["0.456006", "0.012028", "0.004911", "0.002478"]);
    assert_eq!(first("three-public")[..2], ["0.03750", "0.03654"]);
    assert_eq!(page.texts(".menu .unit[aria-pressed=true]"), ["亿元"]);
    page.set("unit-wan");
    says(&page, "main .number", "4,754.23");
    assert_eq!(page.texts(".menu .unit"), ["元", "万元"]);
}

#[test]
fn the_menu_opens_and_closes_by_finger_and_by_key_and_holds_the_field_for_files() {
    let page = Visit::at_desk().open().ready();
    page.set("large");
    page.wait("document.documentElement.dataset.text === 'large'");
    assert!(page.holds("document.querySelector('.menu').open"), "several things can be set");
    assert!(page.holds("document.querySelector('.menu label input[type=file]').labels.length === 1"));
    page.key(ESCAPE);
    page.wait("!document.querySelector('.menu').open && document.activeElement.matches('.menu > summary')");
    page.set("large");
    page.tap("h1");
    page.wait("!document.querySelector('.menu').open");
}

#[test]
fn the_bar_cuts_nothing_at_any_width_size_and_language() {
    let cut = "[...document.querySelectorAll('.toolbar > *, .toolbar summary')]
        .filter(e => { const box = e.getBoundingClientRect(); return box.left < 0 || box.right > innerWidth + .5; })
        .map(e => e.className + e.textContent)";
    // The brand's name is whole, or in a line that is not seen.
    let name = "(brand => (box => box.top >= brand.bottom - 1 || box.right <= brand.right + .5)(document.querySelector('.brand span').getBoundingClientRect()))(document.querySelector('.brand').getBoundingClientRect())";
    let page = Visit::at_desk().open().ready();
    for query in ["", "text=large", "lang=en", "lang=en&text=large"] {
        page.go(query);
        page.wait("document.documentElement.dataset.ready === 'true'");
        for width in [320, 360, 390, 768] {
            page.resize(width, 844, 1.0);
            page.wait(&format!("innerWidth === {width}"));
            assert_eq!(page.value(cut), serde_json::json!([]), "{query} at {width}");
            assert!(page.holds(name), "the name is cut: {query} at {width}");
            let ring = "document.querySelector('.brand i').getBoundingClientRect().right <= document.querySelector('.search').getBoundingClientRect().left";
            assert!(page.holds(ring), "the ring is covered: {query} at {width}");
        }
    }
}

#[test]
fn a_copied_link_shows_what_its_sender_saw() {
    let page = Visit::by_phone().open().ready();
    page.set("unit-yuan");
    page.set("lang");
    page.set("theme");
    page.set("large");
    page.wait("document.documentElement.dataset.text === 'large'");
    let link = page.value("location.search");
    let link = link.as_str().expect("a text").trim_start_matches('?');
    for choice in ["unit=yuan", "lang=en", "theme=dark", "text=large"] {
        assert!(link.contains(choice), "{link} says {choice}");
    }
    page.go(link);
    let page = page.ready();
    assert_eq!(page.text("main .number"), "47,542,300");
    assert_eq!(page.value("document.documentElement.lang"), "en");
    assert_eq!(page.style("body", "background-color"), "rgb(14, 21, 27)");
    assert_eq!(page.style("html", "font-size"), "20px");
}

#[test]
fn in_english_no_word_of_the_page_stays_chinese_but_the_documents_own() {
    let page = Visit::by_phone().query("lang=en").open().ready();
    assert_eq!(page.value("document.documentElement.lang"), "en");
    assert!(
        page.text("#structure figcaption").contains("4,560.06 wan yuan (95.9%)"),
        "{}",
        page.text("#structure figcaption")
    );
    assert!(page.text("#basic-project figcaption").contains("604.73 wan yuan more than"));
    assert!(page.text("#three-public figcaption").contains("15.40 wan yuan (−2.0%) less than last year"));
    assert!(page.text("#three-public .legend > .note").starts_with("Nothing is budgeted for 2 more: "));
    assert_eq!(left_in_chinese(&page, &[]), [""; 0]);
}

#[test]
fn in_english_what_is_opened_and_found_is_english_too() {
    let page = Visit::by_phone().query("lang=en").open().ready();
    page.go("lang=en&code=2010303&project=平鲁区政府会议室费用（2026年）&find=会议室&q=支出");
    let page = page.ready();
    page.wait("document.querySelector('.results a')");
    assert_eq!(left_in_chinese(&page, &["会议室", "支出"]), [""; 0]);
    page.go("lang=en&project=平鲁区机关食堂费用（2026年）&q=水");
    let page = page.ready();
    page.wait("document.querySelector('.results a')");
    assert_eq!(left_in_chinese(&page, &["水"]), [""; 0]);
}

#[test]
fn the_dark_theme_reaches_the_page_and_the_canvases() {
    let page = Visit::by_phone().open().ready();
    let light = page.series(0);
    page.set("theme");
    page.wait("getComputedStyle(document.body).backgroundColor === 'rgb(14, 21, 27)'");
    let dark = page.series(0);
    assert_ne!(light, dark);
    page.has_ink_where_the_scene_says("structure");
    page.set("theme");
    page.wait("getComputedStyle(document.body).backgroundColor !== 'rgb(14, 21, 27)'");
    assert_eq!(page.series(0), light);
    page.has_ink_where_the_scene_says("structure");

    page.go("theme=dark");
    let page = page.ready();
    assert_eq!(page.series(0), dark);
    for figure in ["structure", "basic-project", "three-public"] {
        page.has_ink_where_the_scene_says(figure);
    }
}

#[test]
fn a_browser_that_wishes_for_a_dark_page_gets_one_also_while_it_is_open() {
    if lacks(Need::Media) {
        return;
    }
    let page = Visit::by_phone().open().ready();
    let wish = |value: &str| {
        page.session.media("", &[("prefers-color-scheme", value)]);
        page.wait(&format!("matchMedia('(prefers-color-scheme: {value})').matches"));
    };
    wish("dark");
    page.wait("getComputedStyle(document.body).backgroundColor === 'rgb(14, 21, 27)'");
    page.has_ink_where_the_scene_says("structure");
    wish("light");
    page.wait("getComputedStyle(document.body).backgroundColor !== 'rgb(14, 21, 27)'");
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn large_text_is_large_and_every_control_a_fingers_width() {
    let page = Visit::by_phone().query("text=large").open().ready();
    // The word of a sign, which is read aloud only, has no size.
    let script = "[...document.querySelectorAll('body *')]
        .filter(e => e.offsetWidth && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => [e.textContent.trim().slice(0, 20), parseFloat(getComputedStyle(e).fontSize)])
        .filter(([, size]) => size && size < 16).map(String)";
    assert_eq!(page.value(script), serde_json::json!([]), "text that is still small");
    // Terms and links stand in sentences and in cells; everything else is a control of its own.
    let script = "[...document.querySelectorAll('button, summary, .button, input:not([type=file]), a')]
        .filter(e => e.offsetWidth && !e.matches('.term, figcaption a, p a, td a, th a'))
        .map(e => [e.tagName, e.className, e.textContent.trim().slice(0, 20), e.getBoundingClientRect().height])
        .filter(([, , , height]) => height < 43.9).map(String)";
    let small = "controls too small for a finger";
    assert_eq!(page.value(script), serde_json::json!([]), "{small}");
    // Where something is open: a drill, a project, what is found, a pinned tooltip.
    page.go("text=large&code=20103&project=平鲁区政府会议室费用（2026年）");
    let page = page.ready();
    page.tap("#three-public [data-entry='0'] .pick");
    page.wait("document.querySelector('#three-public .tooltip[data-pinned=true]')");
    assert_eq!(page.value(script), serde_json::json!([]), "{small} when all is open");
}

#[test]
fn a_figure_alone_is_that_figure_and_nothing_else() {
    let page = Visit::by_phone().query("figure=structure").open().ready();
    assert_eq!(page.texts("figure").len(), 1);
    assert!(page.text("figure#structure figcaption").contains("4,560.06 万元"));
    assert_eq!(page.text("body").matches("预算透视").count(), 0, "no head, no foot");
    assert!(page.holds("!document.querySelector('input') && document.querySelectorAll('h1').length === 1"));
    page.has_ink_where_the_scene_says("structure");
}
