//! Official files: dropped or chosen, read in a worker, shown with what was read as what, set right by the reader.

use serde_json::{Value, json};

use super::offline::{goes_away, wait_until_kept};
use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, document};
use crate::common::made::library::{COVER, EXPENDITURE, EXPENSES, drawn, pdf};
use crate::common::made::pdf_writer::Pdf;

/// A page whose content takes more memory than the program may have: 400 times a million blanks.
fn bomb() -> Vec<u8> {
    let mut million = Vec::with_capacity(1 << 16);
    // After a full flush nothing refers to what was before: the same bytes can follow as often as one likes.
    flate2::Compress::new(flate2::Compression::best(), false)
        .compress_vec(&vec![b' '; 1_000_000], &mut million, flate2::FlushCompress::Full)
        .expect("blanks can be compressed");
    let deflated = [b"\x78\x9C".to_vec(), million.repeat(400), b"\x03\x00".to_vec()].concat();
    let hexadecimal = deflated.iter().fold(String::new(), |text, byte| text + &format!("{byte:02X}"));
    let mut pdf = Pdf::default();
    let entries = "/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Filter [/ASCIIHexDecode /FlateDecode]";
    let form = pdf.stream(entries, &(hexadecimal + ">"));
    let mut page = drawn(COVER);
    page.external = format!("/Bomb {form} 0 R");
    page.draw("/Bomb Do");
    pdf.page(&page).bytes()
}

pub fn whole() -> Vec<u8> {
    pdf(&[COVER, EXPENDITURE, EXPENSES])
}

/// Waits until the budget of this file is shown with the report on it.
#[track_caller]
pub fn shows(page: &Page, name: &str) {
    page.wait(&format!("document.querySelector('.messages .file b')?.textContent === {}", json!(name)));
    page.wait("document.querySelector('#import')");
    page.wait("document.querySelector('main').getAttribute('aria-busy') === 'false'");
}

/// Chooses several files at once.
fn choose_all(page: &Page, files: &[&Temporary]) {
    let found = page.session.post("element", &json!({"using": "css selector", "value": "input[type=file]"}));
    let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str).expect("an id");
    let paths: Vec<_> = files.iter().map(|file| file.0.to_str().expect("UTF-8")).collect();
    page.session.post(&format!("element/{id}/value"), &json!({"text": paths.join("\n")}));
}

/// Sets a control of the report as a reader does.
pub fn set(page: &Page, name: &str, value: &str) {
    let script = "const [name, value] = arguments[0];
        const control = document.querySelector(`#import [data-official='${name}']`);
        control.value = value;
        control.dispatchEvent(new Event('change', {bubbles: true}))";
    page.run(script, json!([name, value]));
}

#[test]
fn a_dropped_pdf_gives_the_figures_and_says_what_was_read_as_what() {
    let page = Visit::by_phone().open().ready();
    let drop = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[0])], 'dropped.pdf'));
        for (const type of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: data}))";
    page.run(drop, whole());
    shows(&page, "dropped.pdf");
    assert_eq!(page.text("h1"), "图书馆");
    assert_eq!(page.text("main .number"), "120.50");
    assert!(page.text("#structure figcaption").contains("110.50 万元"), "{}", page.text("#structure figcaption"));
    page.has_no_blank_canvas();
    let said = page.text("#import");
    for part in ["dropped.pdf", "（3 页）", "表三 支出总表", "第 2 页", "1 个文件，2 张表，都读懂了"]
    {
        assert!(said.contains(part), "{said} says {part}");
    }
    assert_eq!(page.value("document.querySelector('#import [data-official=kind-0]').value"), "expenditure");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"), "nothing reaches beyond the phone");
    // The figures stand below, and what the reader has opened can be saved like any budget.
    page.tap("#import [data-action=share]");
    page.wait("document.querySelector('.sheet [data-take=json]')");
}

#[test]
fn two_files_at_once_are_one_document() {
    let page = Visit::at_desk().open().ready();
    let tables = Temporary::of("tables.pdf", pdf(&[COVER, EXPENDITURE]));
    let others = Temporary::of("others.pdf", pdf(&[EXPENSES]));
    choose_all(&page, &[&tables, &others]);
    shows(&page, "tables.pdf、others.pdf");
    assert_eq!(page.text("main .number"), "120.50");
    assert!(page.text("#import").contains("表四 “三公”经费支出表 others.pdf 第1页"), "{}", page.text("#import"));
}

#[test]
fn a_budget_file_among_official_ones_is_asked_to_come_alone() {
    let page = Visit::by_phone().open().ready();
    let tables = Temporary::of("beside.pdf", whole());
    let budget = Temporary::of("beside.json", document("bare.json"));
    choose_all(&page, &[&tables, &budget]);
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('单独打开')");
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn what_is_no_budget_is_refused_aloud_and_what_was_there_stays() {
    let page = Visit::by_phone().open().ready();
    for (name, bytes, says) in [
        ("cut.pdf", b"%PDF-1.7 and no more".to_vec(), "PDF"),
        ("cover.pdf", pdf(&[COVER]), "没有预算表"),
        ("bomb.pdf", bomb(), "内容太多"),
        ("picture.png", b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
    ] {
        let file = Temporary::of(name, bytes);
        page.choose(&file.0);
        page.wait(&format!("document.querySelector('main [role=alert] h2')?.textContent.includes('{name}')"));
        let said = page.text("[role=alert]");
        assert!(said.contains(says) && said.contains("页面上原来的内容没有变"), "{said}");
        assert_eq!(page.text("main .number"), "4,754.23");
        assert!(page.holds("document.querySelector('main').getAttribute('aria-busy') === 'false'"));
    }
    page.tap("[role=alert] [data-official=close]");
    page.wait("!document.querySelector('[role=alert]')");
    // The report stays with the budget that it is about, whatever is opened in vain.
    let file = Temporary::of("sound.pdf", whole());
    page.choose(&file.0);
    shows(&page, "sound.pdf");
    let cover = Temporary::of("cover2.pdf", pdf(&[COVER]));
    page.choose(&cover.0);
    page.wait("document.querySelector('main [role=alert]')");
    assert_eq!(page.text("h1"), "图书馆");
    assert_eq!(page.texts("#import").len(), 1);
    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('main .number')?.textContent === '4,754.23'");
    assert_eq!(page.texts("#import, [role=alert]").len(), 0);
}

#[test]
fn while_a_pdf_is_read_its_pages_are_counted() {
    const AT_PAGE_12: &str = "Worker.prototype.postMessage = function () {
        setTimeout(() => this.onmessage({data: [12, 40]}), 50);
    }";
    let page = Visit::by_phone().before(AT_PAGE_12).open().ready();
    let file = Temporary::of("long.pdf", whole());
    page.choose(&file.0);
    page.wait("document.querySelector('main .reading')?.textContent.includes('第 12 / 40 页')");
    assert!(page.holds("document.querySelector('main progress').position === 12 / 40"));
    page.tap("[data-official=cancel]");
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('已经取消')");
}

#[test]
fn the_worker_counts_the_pages_that_it_reads() {
    const HEARS: &str = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (...message) {
            this.addEventListener('message', event => (window.heard = window.heard || []).push(event.data));
            return post.apply(this, message);
        }";
    let page = Visit::by_phone().before(HEARS).open().ready();
    let file = Temporary::of("counted.pdf", whole());
    page.choose(&file.0);
    shows(&page, "counted.pdf");
    assert_eq!(
        page.value("window.heard.slice(0, -1)"),
        json!([[], [1, 3], [2, 3], [3, 3]]),
        "that it has begun, then each page"
    );
}

/// No worker hears what it is to do.
const DEAF: &str = "Worker.prototype.postMessage = () => {}";

#[test]
fn reading_can_be_cancelled() {
    let page = Visit::by_phone().before(DEAF).open().ready();
    let file = Temporary::of("cancelled.pdf", whole());
    page.choose(&file.0);
    page.wait("document.querySelector('main progress')");
    assert!(page.holds("document.querySelector('main').getAttribute('aria-busy') === 'true'"));
    // Another file ends the work on the one before; so does the reader.
    let other = Temporary::of("cancelled2.pdf", whole());
    page.choose(&other.0);
    page.wait("document.querySelector('main progress')");
    assert_eq!(page.texts("[role=alert]").len(), 0);
    page.tap("[data-official=cancel]");
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('已经取消')");
    assert!(page.holds("document.querySelector('main').getAttribute('aria-busy') === 'false'"));
    assert!(page.holds("!document.querySelector('main progress')"));
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn what_takes_too_long_is_ended() {
    const HASTE: &str = "const real = setTimeout;
        window.setTimeout = (then, after, ...rest) => real(then, after === 60000 ? 50 : after, ...rest);
        Worker.prototype.postMessage = () => {}";
    let page = Visit::by_phone().before(HASTE).open().ready();
    let file = Temporary::of("late.pdf", whole());
    page.choose(&file.0);
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('一分钟')");
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn where_the_program_does_not_arrive_it_is_said() {
    let name = super::visit::module("importer-");
    let page = Visit::by_phone().lacking(&name).open().ready();
    let file = Temporary::of("absent.pdf", whole());
    page.choose(&file.0);
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('没有载入')");
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn what_the_reader_sets_right_is_followed_at_once_and_can_be_saved() {
    let page = Visit::by_phone().open().ready();
    let file = Temporary::of("mended.pdf", whole());
    page.choose(&file.0);
    shows(&page, "mended.pdf");
    set(&page, "department", "白水县图书馆");
    page.wait("document.querySelector('h1').textContent === '白水县图书馆'");
    set(&page, "region", "白水县");
    page.wait("document.querySelector('h1').textContent === '图书馆'");
    set(&page, "year", "2025");
    page.wait("document.title.includes('2025')");
    set(&page, "unit-0", "元");
    page.wait("document.querySelector('#structure .source').textContent.includes('原表为元')");
    assert_eq!(page.texts("#import").len(), 1, "the report stays");
    assert_eq!(page.value("document.querySelector('#import [data-official=unit-0]').value"), "元");
    assert!(page.holds("document.querySelector('#import details').open === false"));
    // One amount, in the cell that the controls show: its table, column and line are chosen before.
    set(&page, "at-line", "1");
    page.wait("document.querySelector('#import [data-official=amount]').value === '110.50'");
    set(&page, "amount", "1,110.50");
    page.wait("document.querySelector('#structure tbody').textContent.includes('0.11105')");
    // What a column measures: then no table has a total.
    set(&page, "column", "reserve");
    page.wait("document.querySelector('#import [data-official=at-column]').value === 'reserve'");
    set(&page, "column", "total");
    page.wait("document.querySelector('#import [data-official=at-column]').value === 'total'");
    set(&page, "kind-1", "procurement");
    page.wait("!document.querySelector('figure#three-public')");
    set(&page, "kind-1", "three-public");
    page.wait("document.querySelector('figure#three-public')");
    // A year that is none changes nothing.
    set(&page, "year", "明年");
    assert!(page.holds("document.title.includes('2025')"));
    assert_eq!(page.texts("[role=alert]").len(), 0);
}

#[test]
fn a_number_leads_to_the_page_of_the_official_pdf() {
    let page = Visit::by_phone().open().ready();
    let long = EXPENDITURE.to_string() + "\n229 | 其他支出 | 0.00 | 0.00 |";
    // The same table goes on on the next page.
    let (above, below) = long.rsplit_once("\n    221").expect("a class");
    let file = Temporary::of("long-table.pdf", pdf(&[COVER, above, &["221", below].concat(), EXPENSES]));
    page.choose(&file.0);
    shows(&page, "long-table.pdf");
    page.wait("document.querySelector('[id=\"表三-221\"]')");
    let line = "document.querySelector('[id=\"表三-221\"] .leaf')";
    assert!(page.holds(&format!("{line}.textContent === '原文第 3 页'")));
    // It leads into the file that was opened, which has an address of this page alone.
    assert!(page.holds(&format!("/^blob:.*#page=3$/.test({line}.querySelector('a').href)")));
    assert!(page.text("[id='表三']").contains("单位：万元 · 原文第 2 页"), "{}", page.text("[id='表三']"));
    // Told where the reader goes, and not on each line.
    assert_eq!(page.style("[id='表三-229'] .leaf", "display"), "none");
    page.run("location.hash = arguments[0]", "表三-229");
    page.wait("document.querySelector('[id=\"表三-229\"][data-found]')");
    assert_eq!(page.style("[id='表三-229'] .leaf", "display"), "block");
    // Where the document is on the web, which nobody but the reader can say, the page leads there.
    set(&page, "url", "https://example.gov.cn/budget.pdf");
    page.wait(&format!("{line}.querySelector('a')?.href === 'https://example.gov.cn/budget.pdf#page=3'"));
    assert!(page.holds("document.querySelector('[id=\"表三\"] p a').rel === 'noopener'"));
    assert_eq!(page.texts("[role=alert]").len(), 0);
}

#[test]
fn places_are_told_in_english_where_the_page_is() {
    let page = Visit::by_phone().query("lang=en").open().ready();
    let words = EXPENDITURE.replace("30.50\n    221", "无\n    221");
    let tables = Temporary::of("english-1.pdf", pdf(&[COVER, &words]));
    let others = Temporary::of("english-2.pdf", pdf(&[EXPENSES]));
    choose_all(&page, &[&tables, &others]);
    page.wait("document.querySelector('#import')");
    let said = page.text("#import");
    assert!(said.contains("english-2.pdf, page 1") && said.contains("english-1.pdf, page 2"), "{said}");
    assert!(!said.contains('页'), "{said}");
}

#[test]
fn official_files_are_read_without_a_network_once_that_was_done_with_one() {
    let page = Visit::by_phone().kept().open().ready().checked();
    let file = Temporary::of("kept.pdf", whole());
    wait_until_kept(&page, "budget.json");
    page.choose(&file.0);
    shows(&page, "kept.pdf");
    let look = "const all = [...document.querySelectorAll('link[rel=importer]')].map(link => caches.match(link.href));
        Promise.all(all).then(found => window.readers = found.filter(one => one).length)";
    page.wait_until("what reads official files is kept", || {
        page.run(look, ());
        page.holds("window.readers === 2")
    });
    goes_away(&page);
    super::offline::opens(&page, "");
    page.choose(&file.0);
    shows(&page, "kept.pdf");
    assert_eq!(page.text("h1"), "图书馆");
}
