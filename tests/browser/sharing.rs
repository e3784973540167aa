//! What can be taken away: the sheet that offers it, and links.

use serde_json::{Value, json};

use super::gestures::{ENTER, ESCAPE, TAB};
use super::page::Page;
use super::sheet::CATCH;
use super::visit::Visit;

#[test]
fn a_copied_link_shows_exactly_what_its_sender_saw() {
    let query = "unit=yuan&lang=en&text=large&theme=dark&code=20103&sort=name";
    let page = Visit::by_phone().before(CATCH).query(query).open().ready();
    let seen = |page: &Page| {
        let answers = page.texts("#structure figcaption, #structure .trail li, #projects .entry .name");
        let dress = page.value("[document.documentElement.lang, document.documentElement.dataset.text, document.querySelector('#dark').media]");
        (answers, page.text(".units [aria-pressed=true]"), dress)
    };
    let before = (seen(&page), page.copied());
    page.open_sheet("structure");
    page.tap("[data-take=link]");
    page.wait("document.querySelector('.said:not(:empty)')");
    assert_eq!(page.text(".said:not(:empty)"), "Copied.");
    let link = page.value("copied").as_str().expect("it was copied").to_string();
    assert_eq!(page.value("document.querySelector('#sheet-link').value"), json!(link));
    assert!(link.starts_with(&page.address()) && link.ends_with("#structure"), "{link}");
    assert_eq!(page.copied(), before.1, "the sheet leaves the address alone");
    page.visit(&link);
    assert_eq!(seen(&page), before.0);
}

#[test]
fn a_figure_alone_links_to_the_whole_page_at_this_figure() {
    let page = Visit::by_phone().query("figure=three-public&unit=yi").open().ready();
    page.open_sheet("three-public");
    let link = page.value("document.querySelector('#sheet-link').value");
    assert_eq!(link, json!(format!("{}?unit=yi#three-public", page.address())));
}

#[test]
fn where_no_page_may_copy_the_link_is_selected_and_says_so() {
    let old = "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;";
    let page = Visit::by_phone().before(old).open().ready();
    page.open_sheet("structure");
    page.tap("[data-take=link]");
    page.wait("document.querySelector('.said')?.textContent.includes('长按')");
    assert!(page.holds("(f => f === document.activeElement && f.selectionEnd - f.selectionStart === f.value.length)(document.querySelector('#sheet-link'))"));
}

#[test]
fn the_system_s_own_sheet_is_offered_only_where_there_is_one() {
    let none = "Object.defineProperty(Navigator.prototype, 'share', {value: undefined, configurable: true})";
    let page = Visit::by_phone().before(none).open().ready();
    page.open_sheet("structure");
    assert_eq!(page.texts("[data-take=send]").len(), 0);
    drop(page);
    let one = "Object.defineProperty(Navigator.prototype, 'share', {value: async what => { window.sent = what; }, configurable: true})";
    let page = Visit::by_phone().before(one).open().ready();
    page.open_sheet("structure");
    assert!(page.holds("!document.querySelector('[data-take=png]').closest('details').open"), "the rest is folded");
    page.tap("[data-take=send]");
    page.wait("window.sent");
    assert_eq!(page.value("sent.url"), page.value("document.querySelector('#sheet-link').value"));
    assert_eq!(
        page.value("[sent.files || null, document.querySelectorAll('[data-take=send-picture]').length]"),
        json!([null, 0])
    );
}

#[test]
fn where_the_system_s_own_sheet_takes_pictures_the_link_goes_with_one() {
    let one = "for (const [name, value] of [['share', async what => { window.sent = what; }], ['canShare', what => what.files.length === 1]])
        Object.defineProperty(Navigator.prototype, name, {value, configurable: true})";
    let page = Visit::by_phone().before(one).open().ready();
    page.open_sheet("three-public");
    page.tap("[data-take=send-picture]");
    page.wait("window.sent");
    assert_eq!(page.value("sent.url"), page.value("document.querySelector('#sheet-link').value"));
    let file = page.value(
        "sent.files.map(file => [file.constructor.name, file.type, file.size > 20000, file.name.endsWith('.png')])",
    );
    assert_eq!(file, json!([["File", "image/png", true, true]]));
}

#[test]
fn the_sheet_holds_the_focus_and_gives_it_back() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('#income .foot [data-action=share]').focus()", Value::Null);
    page.key(ENTER);
    page.wait("document.querySelector('.sheet[open] h2')");
    let called =
        "document.getElementById(document.querySelector('.sheet').getAttribute('aria-labelledby')).textContent";
    assert_eq!(page.value(called), json!("分享 · 下载 · 嵌入"));
    let mut stops = Vec::new();
    for _ in 0..20 {
        page.key(TAB);
        assert!(page.holds("document.activeElement.closest('.sheet')"), "the focus is in the sheet");
        stops.push(page.value("document.activeElement.dataset.take || document.activeElement.id"));
    }
    assert!(stops.iter().filter(|stop| **stop == json!("close")).count() > 1, "it goes round: {stops:?}");
    page.key(ESCAPE);
    page.wait("!document.querySelector('.sheet')");
    assert!(page.holds("document.activeElement.matches('#income .foot [data-action=share]')"), "the focus is back");
    assert!(page.holds("getComputedStyle(document.documentElement).overflow !== 'hidden'"), "the page scrolls again");
}

#[test]
fn an_engine_without_dialogs_has_the_same_sheet() {
    let old = "delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close;";
    let page = Visit::by_phone().before(old).open().ready();
    page.open_sheet("structure");
    assert!(page.holds("document.querySelector('.sheet').matches('[role=dialog][aria-modal=true]')"));
    assert!(page.holds("document.elementFromPoint(200, 400).closest('.sheet')"), "it lies above the page");
    for _ in 0..12 {
        page.key(TAB);
        assert!(page.holds("document.activeElement.closest('.sheet')"));
    }
    page.key(ESCAPE);
    page.wait("!document.querySelector('.sheet')");
    assert!(page.holds("document.activeElement.matches('#structure .foot [data-action=share]')"));
}

#[test]
fn the_browsers_back_button_closes_the_sheet_and_nothing_else_is_strange() {
    let page = Visit::by_phone().open().ready();
    page.tap("#structure [data-choose='code=20103']");
    page.wait("location.search.includes('code=20103')");
    page.open_sheet("structure");
    page.back();
    page.wait("!document.querySelector('.sheet') && !location.search.includes('code')");
    page.open_sheet("structure");
    assert!(!page.holds("document.querySelector('#sheet-link').value.includes('code')"));
}

#[test]
fn whoever_is_quicker_than_the_program_gets_the_sheet_when_it_has_come() {
    let page = Visit::by_phone().open();
    // Before the program has begun, nothing is offered.
    page.wait("document.documentElement.hasAttribute('data-text') && document.querySelector('#structure .foot [data-action=share]')");
    page.run("document.querySelector('#structure .foot [data-action=share]').click()", Value::Null);
    page.wait("document.querySelector('.sheet[open] h2')");
}
