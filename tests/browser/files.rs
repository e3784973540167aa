//! A reader's own file: chosen, dropped, mended, left again. Nothing of it is sent anywhere.

use serde_json::{Value, json};

use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, budget, document};

/// Waits until the reader's own file is shown.
fn shows_file(page: &Page, name: &str) {
    page.wait(&format!("document.querySelector('.messages .file b')?.textContent === {}", json!(name)));
    page.wait("document.querySelector('main').getAttribute('aria-busy') === 'false'");
}

#[test]
fn a_chosen_file_is_shown_named_and_left_again() {
    let page = Visit::by_phone().open().ready().checked();
    let before = page.asked().len();
    let file = Temporary::of("chosen.json", document("bare.json"));
    page.choose(&file.0);
    shows_file(&page, "chosen.json");
    assert_eq!(page.text("h1"), "局");
    assert!(page.text("#structure figcaption").contains("0.000001 亿元（100%）"));
    assert_eq!(page.text("#three-public tbody tr:last-child td"), "−0.5");
    assert_eq!(page.texts("[role=alert]").len(), 0);
    assert_eq!(page.asked().len(), before, "the file stays on the reader's machine");

    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('main .number')?.textContent === '4,754.23'");
    assert_eq!(page.texts(".messages .file").len(), 0);
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn what_is_odd_about_a_file_is_open_for_whoever_opened_it() {
    let odd = budget().replacen("\"document\": {", "\"weather\": 1, \"document\": {", 1);
    let page = Visit::by_phone().extra("odd.json", odd.as_bytes()).query("data=odd.json").open().ready();
    page.wait("document.querySelector('.messages .notice')");
    assert!(page.holds("!document.querySelector('.messages .notice').open"), "a reader can do nothing about it");
    let file = Temporary::of("mine.json", odd);
    page.choose(&file.0);
    shows_file(&page, "mine.json");
    page.wait("document.querySelector('.messages .notice')?.open");
    assert!(page.text(".messages .notice").contains("格式里没有字段 \"weather\""));
}

#[test]
fn a_dropped_file_is_announced_and_shown() {
    let page = Visit::at_desk().open().ready();
    let text = String::from_utf8(document("bare.json")).expect("UTF-8");
    let drag = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'dropped.json'));
        window.drag = type => !document.body.dispatchEvent(
            new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: data}));";
    page.run(drag, text);
    assert!(page.holds("drag('dragover')"), "the page takes files");
    page.wait("document.querySelector('main .drop')?.textContent === '松手打开这个文件'");
    assert!(page.holds("drag('drop')"), "the browser must not open it in the page's place");
    shows_file(&page, "dropped.json");
    assert_eq!(page.text("h1"), "局");
    assert_eq!(page.texts(".drop").len(), 0);
}

#[test]
fn of_several_budgets_dropped_at_once_the_page_says_which_it_shows() {
    let page = Visit::at_desk().open().ready();
    let text = String::from_utf8(document("bare.json")).expect("UTF-8");
    let drop = "const data = new DataTransfer();
        for (const name of ['one.json', 'two.json', 'three.json']) data.items.add(new File([arguments[0]], name));
        document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))";
    page.run(drop, text);
    shows_file(&page, "one.json");
    let told = "[...document.querySelectorAll('.messages .file')].map((line) => line.textContent).join()";
    page.wait(&format!("{told}.includes('另外 2 个文件没有打开')"));
    // What is no longer true is no longer said.
    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('main .number')?.textContent === '4,754.23'");
    assert_eq!(page.value(told), json!(""));
}

#[test]
fn an_address_with_no_name_behind_data_opens_the_pages_own_budget() {
    let page = Visit::by_phone().query("data=").open().ready();
    assert_eq!(page.text("main .number"), "4,754.23");
    assert_eq!(page.texts("[role=alert]").len(), 0);
}

#[test]
fn the_way_back_leads_to_the_file_that_the_address_names() {
    let page = Visit::by_phone().extra("other.json", document("bare.json")).query("data=other.json").open().ready();
    assert_eq!(page.text("h1"), "局");
    let file = Temporary::of("own.json", budget());
    page.choose(&file.0);
    shows_file(&page, "own.json");
    assert_eq!(page.text("main .number"), "4,754.23");
    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('h1')?.textContent === '局'");
}

#[test]
fn a_mended_file_can_be_chosen_again_under_its_name() {
    let page = Visit::by_phone().open().ready();
    let file = Temporary::of("mended.json", "{");
    page.choose(&file.0);
    page.wait("document.querySelector('[role=alert]')");
    std::fs::write(&file.0, document("bare.json")).expect("it can be written again");
    page.choose(&file.0);
    shows_file(&page, "mended.json");
    page.wait("!document.querySelector('[role=alert]')");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let page = Visit::by_phone().open().ready();
    let file = Temporary::of("marked.json", [b"\xEF\xBB\xBF", &document("bare.json")[..]].concat());
    page.choose(&file.0);
    shows_file(&page, "marked.json");
    assert_eq!(page.texts("[role=alert]").len(), 0);
}

#[test]
fn another_budget_shows_what_its_document_lacks() {
    let mut lacking: Value = serde_json::from_slice(&document("bare.json")).expect("JSON");
    lacking["tables"].as_array_mut().expect("a list").remove(1);
    let page = Visit::by_phone().open().ready();
    let file = Temporary::of("lacking.json", lacking.to_string());
    page.choose(&file.0);
    shows_file(&page, "lacking.json");
    assert_eq!(page.texts("#structure figcaption, #basic-project figcaption").len(), 2);
    assert!(!page.holds("document.querySelector('figure#three-public')"));
    assert!(page.text("#three-public").contains("没有“三公”经费表"));
    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('figure#three-public')");
    page.wait("document.querySelector('#three-public canvas')?.width > 600");
    page.has_ink_where_the_scene_says("three-public");
}

#[test]
fn markup_in_names_is_text_wherever_it_is_shown() {
    const IMAGE: &str = "<img src=x onerror=alert(1)>局";
    const SCRIPT: &str = "<script>alert(1)</script>支出";
    let mut evil: Value = serde_json::from_slice(&document("bare.json")).expect("JSON");
    evil["document"]["department"] = IMAGE.into();
    evil["tables"][0]["title"] = IMAGE.into();
    evil["tables"][0]["lines"][0]["name"] = SCRIPT.into();
    evil["tables"][0]["lines"][0]["note"] = IMAGE.into();
    let page = Visit::by_phone().open().ready();
    let name = "<img src=x onerror=alert(1)>.json";
    let file = Temporary::of(name, evil.to_string());
    page.choose(&file.0);
    shows_file(&page, name);
    assert_eq!(page.text("h1"), IMAGE);
    assert!(page.text("#structure .entry .name").starts_with(SCRIPT));
    assert_eq!(page.text("#structure tbody th"), SCRIPT);
    assert!(page.text("#structure .source").contains(IMAGE));
    let first = page.scene("structure").targets[0].1.centre();
    page.tap_chart("structure", first);
    page.wait(&format!("document.querySelector('#structure .tooltip').textContent.includes({})", json!(SCRIPT)));

    let broken = Temporary::of("<b onclick=alert(2)>.json", evil.to_string().replace("0.000001", SCRIPT));
    page.choose(&broken.0);
    page.wait("document.querySelector('[role=alert] pre')");
    assert!(page.text("[role=alert] h2").contains(broken.name()));
    assert!(page.text("[role=alert] li").contains("<script>"));
    // A dialog would have stopped this test at its next command.
    assert!(page.holds("!document.querySelector('main script, main img, main b[onclick], .footer img')"));
}
