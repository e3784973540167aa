//! A page that the reader's browser has changed: translated it, or made its text larger, and that is then used.

use super::page::Page;
use super::visit::Visit;

/// What browsers that translate do: each text lies in two elements of its own, with other words.
const TRANSLATE: &str = "
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('script, style, font')) texts.push(walk.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        text.replaceWith(outer);
        outer.append(inner);
        inner.append('«' + text.data + '»');
    }
    return texts.length;";

fn translate(page: &Page) {
    assert!(page.run(TRANSLATE, "").as_u64() > Some(500), "there is much to translate");
}

#[test]
fn a_translated_page_is_drilled_and_changes_its_unit_and_its_language() {
    let page = Visit::by_phone().open().ready().checked();
    translate(&page);
    page.tap("#structure .pick[data-choose='code=20103']");
    page.wait("document.querySelector('#structure figcaption').textContent.includes('政府办公厅（室）及相关机构事务')");
    page.wait("document.querySelectorAll('#structure .entry').length === 2");
    translate_again(&page);
    page.tap("#structure .trail li:first-child button");
    page.wait("document.querySelectorAll('#structure .trail li').length === 0");
    page.set("unit-yuan");
    page.wait(
        "document.querySelector('#structure figcaption').textContent.includes('45,600,585')
        || /[0-9]{2},[0-9]{3},[0-9]{3}/.test(document.querySelector('#structure figcaption').textContent)",
    );
    translate_again(&page);
    page.set("lang");
    page.wait("document.documentElement.lang === 'en'");
    // No word of the other language is left over, and none stands twice: as in a page that was English from the start.
    let fresh = Visit::by_phone().query("lang=en&unit=yuan").open().ready().checked();
    for part in ["#structure", "#three-public", "#change", "#income", ".headline"] {
        page.wait(&format!("!document.querySelector('{part}').textContent.includes('比上年')"));
        let bare = |page: &Page| page.text(part).replace(['«', '»', ' '], "");
        assert_eq!(bare(&page), bare(&fresh), "{part}");
    }
    page.tap("#structure .legend .pick");
    page.has_no_blank_canvas();
}

fn translate_again(page: &Page) {
    page.run(TRANSLATE, "");
}

#[test]
fn text_that_a_browser_makes_larger_keeps_its_place() {
    let page = Visit::by_phone().open().ready().checked();
    // As by the settings of a browser, and as applications do that show pages.
    for larger in [
        "document.documentElement.style.fontSize = '130%'",
        "document.body.style.webkitTextSizeAdjust = document.body.style.textSizeAdjust = '130%'",
    ] {
        page.run(larger, "");
        page.wait("document.documentElement.scrollWidth <= innerWidth");
        let cut = "[...document.querySelectorAll('main p, main h1, main h2, figcaption, .toolbar *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth && getComputedStyle(e).overflowX !== 'visible' && !e.matches('input, .brand, .open, .panel')).map(e => e.className + e.textContent.slice(0, 20))";
        assert_eq!(page.value(cut), serde_json::json!([]), "{larger}");
    }
}
