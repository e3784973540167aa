//! The page is as wide as its window, whatever stands in it: it never scrolls sideways.

use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, document};

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

/// What reaches beyond the window, and in which: anything but a table in its own scrolling box.
fn too_wide(page: &Page, what: &str) -> Vec<String> {
    let mut found = Vec::new();
    for width in WIDTHS {
        page.resize(width, 900, 1.0);
        page.wait("[...document.querySelectorAll('figure canvas')].every(c => !c.clientWidth || c.width === c.clientWidth && c.clientWidth === c.parentElement.clientWidth)");
        let wide = format!(
            "document.documentElement.scrollWidth <= {width} ? '' : [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > {width} + 0.5 && !e.closest('.scroll'))
                .map(e => `${{e.tagName}}.${{e.className}} ${{e.textContent.slice(0, 30)}}`).join() || '?'"
        );
        let wide = page.value(&wide);
        if wide != "" {
            found.push(format!("{what}, {width} pixels wide: {wide}"));
        }
    }
    found
}

/// Opens a document in both text sizes and in English, and unfolds every table.
#[track_caller]
fn document_fits(file: &'static str) {
    let documents = Visit::at_desk().extra("odd.json", document("odd.json")).extra("bare.json", document("bare.json"));
    let mut page = documents.open();
    let mut found = Vec::new();
    for choice in ["", "text=large", "lang=en&text=large"] {
        let query = if file.is_empty() { choice.to_string() } else { format!("data={file}&{choice}") };
        page.go(&query);
        page = page.ready();
        page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })", "");
        found.extend(too_wide(&page, &query));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_official_document_fits_every_screen() {
    document_fits("");
}

#[test]
fn forty_classes_with_endless_names_fit_every_screen() {
    document_fits("odd.json");
}

#[test]
fn the_smallest_document_fits_every_screen() {
    document_fits("bare.json");
}

#[test]
fn an_alert_about_an_endless_name_fits_a_phone() {
    let page = Visit::by_phone().open().ready();
    let name = "e".repeat(200) + ".json";
    let file = Temporary::of(&name, "{\"format\": \"".to_string() + &"x".repeat(500) + "\"}");
    page.choose(&file.0);
    page.wait("document.querySelector('[role=alert]')");
    page.run("document.querySelector('[role=alert] details').open = true", "");
    assert!(page.holds("document.documentElement.scrollWidth <= 390 && innerWidth === 390"));
}

#[test]
fn a_prerendered_page_fits_every_screen() {
    let page = Visit::at_desk().before("delete window.WebAssembly").open();
    page.wait("document.querySelector('[role=alert]')");
    assert_eq!(too_wide(&page, "prerendered"), [""; 0]);
}

/// Cards that have half a desk without another card beside them, or beside a question that has no card.
const ALONE: &str = "{
    const places = [...document.querySelectorAll('.cards > .place')].filter(e => e.firstElementChild);
    const box = e => e.getBoundingClientRect(), whole = box(document.querySelector('.cards')).width;
    const beside = e => places.find(other => other !== e && Math.abs(box(other).top - box(e).top) < 1);
    const lacks = e => e.querySelector(':scope > .lacking');
    window.alone = () => places.filter(e => box(e).width < whole * .6)
        .filter(e => !beside(e) || lacks(e) || lacks(beside(e))).map(e => e.dataset.place);
}";

#[test]
fn no_card_stands_beside_an_empty_half_of_a_desk() {
    let documents = Visit::at_desk().extra("odd.json", document("odd.json")).extra("bare.json", document("bare.json"));
    let mut page = documents.open();
    for query in ["", "data=odd.json", "data=bare.json"] {
        page.go(query);
        page = page.ready();
        page.run(ALONE, "");
        assert_eq!(page.value("alone()"), serde_json::json!([]), "{query}");
    }
}
