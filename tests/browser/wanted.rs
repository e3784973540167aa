//! The third module comes when it is wanted, and a reader who saves data and only reads goes without it.

use serde_json::Value;

use super::page::Page;

use super::visit::{SECOND_MODULE, Visit, module};

/// A browser whose reader saves data.
const SAVES: &str = "Object.defineProperty(Navigator.prototype, 'connection', {value: {saveData: true}})";
/// So many frames without anything to do are longer than a page takes that asks by itself.
const WAITED: &str = "(window.begun = window.begun || performance.now()) < performance.now() - 4000";

fn asks_for_third(page: &Page) -> bool {
    page.asked().iter().any(|asked| asked.path.contains("/third-"))
}

/// A page at rest, whose reader saves data and has only looked at it.
fn looked_at() -> Page {
    let page = Visit::by_phone().before(SAVES).open();
    page.wait("document.documentElement.dataset.ready === 'true'");
    page.wait(WAITED);
    assert!(!asks_for_third(&page), "who only reads goes without it");
    page
}

#[test]
fn who_saves_data_gets_the_checks_by_the_first_touch() {
    let page = looked_at();
    page.run(
        "document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))",
        Value::Null,
    );
    page.checked();
}

#[test]
fn who_saves_data_gets_the_checks_by_coming_near_their_card() {
    let page = looked_at();
    page.run("document.querySelector('[data-place=checks]').scrollIntoView()", Value::Null);
    page.wait_until("the third module is asked for", || asks_for_third(&page));
}

#[test]
fn where_the_page_shows_something_else_than_its_html_the_checks_come_by_themselves() {
    let page = Visit::by_phone().before(SAVES).query("lang=en").open();
    page.wait_until("the third module is asked for", || asks_for_third(&page));
}

#[test]
fn a_figure_in_a_frame_waits_for_a_touch_or_the_idle_page() {
    let page = Visit::by_phone().before(SAVES).query("figure=structure").open();
    page.wait("document.documentElement.dataset.ready === 'true'");
    page.wait(WAITED);
    assert!(!asks_for_third(&page), "a portal's page may have many such frames");
    page.run("document.dispatchEvent(new PointerEvent('pointerdown'))", Value::Null);
    page.wait_until("the third module is asked for", || asks_for_third(&page));
}

#[test]
fn three_charts_answer_before_the_second_module_is_there() {
    let page = Visit::by_phone().lacking(&module(SECOND_MODULE)).open();
    for figure in ["change", "three-public", "structure"] {
        page.wait(&format!("document.querySelector('#{figure} canvas')?.width > 300"));
        assert!(page.holds(&format!("document.querySelector('[data-place={figure}] .source')")), "the words stand");
    }
}
