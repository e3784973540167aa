//! What can be taken away: links, pictures, numbers, the page itself, and what portals paste.

use serde_json::{Value, json};

use super::gestures::{ENTER, ESCAPE, TAB};
use super::page::Page;
use super::temporary::Temporary;
use super::visit::{Visit, budget, document, module};

/// How the name of the module begins that brings all this.
const SHARE: &str = "share-";
/// Catches what is saved, since a browser under test saves nothing; and what is copied.
const CATCH: &str = "window.files = [];
    const make = URL.createObjectURL;
    let last = null;
    URL.createObjectURL = blob => { last = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () { files.push({name: this.download, blob: last}); };
    if (navigator.clipboard) navigator.clipboard.writeText = async text => { window.copied = text; };";
/// What Chromium says where the strict policy refuses a frame.
const REFUSED: &str = "violates the following Content Security Policy directive";

/// Opens the sheet of a figure, or of the whole page.
#[track_caller]
fn open(page: &Page, figure: &str) {
    let place = if figure.is_empty() { ".footer".to_string() } else { format!("#{figure} .foot") };
    page.tap(&format!("{place} [data-action=share]"));
    page.wait("document.querySelector('.sheet[open] h2')");
}

/// Presses a button of the sheet, and waits for the file.
#[track_caller]
fn saved(page: &Page, take: &str) -> String {
    let before = page.value("files.length").as_u64().expect("a number");
    page.tap(&format!("[data-take={take}]"));
    page.wait(&format!("files.length === {}", before + 1));
    page.value("files[files.length - 1].name").as_str().unwrap_or_default().into()
}

/// The bytes of the file that was saved last, as text.
fn text(page: &Page) -> String {
    let text = page.value(
        "files[files.length - 1].blob.arrayBuffer().then(b => new TextDecoder('utf-8', {ignoreBOM: true}).decode(b))",
    );
    text.as_str().expect("text").into()
}

fn asks_for_the_part(page: &Page) -> usize {
    page.asked().iter().filter(|asked| asked.path.contains(SHARE)).count()
}

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
    open(&page, "structure");
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
    open(&page, "three-public");
    let link = page.value("document.querySelector('#sheet-link').value");
    assert_eq!(link, json!(format!("{}?unit=yi#three-public", page.address())));
}

#[test]
fn where_no_page_may_copy_the_link_is_selected_and_says_so() {
    let old = "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;";
    let page = Visit::by_phone().before(old).open().ready();
    open(&page, "structure");
    page.tap("[data-take=link]");
    page.wait("document.querySelector('.said')?.textContent.includes('长按')");
    assert!(page.holds("(f => f === document.activeElement && f.selectionEnd - f.selectionStart === f.value.length)(document.querySelector('#sheet-link'))"));
}

#[test]
fn the_system_s_own_sheet_is_offered_only_where_there_is_one() {
    let none = "Object.defineProperty(Navigator.prototype, 'share', {value: undefined, configurable: true})";
    let page = Visit::by_phone().before(none).open().ready();
    open(&page, "structure");
    assert_eq!(page.texts("[data-take=send]").len(), 0);
    drop(page);
    let one = "Object.defineProperty(Navigator.prototype, 'share', {value: async what => { window.sent = what; }, configurable: true})";
    let page = Visit::by_phone().before(one).open().ready();
    open(&page, "structure");
    page.tap("[data-take=send]");
    page.wait("window.sent");
    assert_eq!(page.value("sent.url"), page.value("document.querySelector('#sheet-link').value"));
}

#[test]
fn the_picture_is_sharp_has_ink_and_is_the_one_that_is_shown() {
    let page = Visit::by_phone().before(CATCH).query("theme=dark").open().ready();
    for figure in ["structure", "three-public", "projects", "checks"] {
        open(&page, figure);
        let shown = page.value("document.querySelector('.sheet img.picture').src");
        assert!(shown.as_str().unwrap_or_default().starts_with("data:image/png;base64,"), "{figure}");
        assert!(page.text(".sheet").contains("长按图片"));
        let name = saved(&page, "png");
        assert!(name.contains("-2026-") && name.ends_with("png"), "{name}");
        let look = "return (async () => {
            const {blob} = files[files.length - 1];
            const image = await createImageBitmap(blob);
            const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
            canvas.drawImage(image, 0, 0);
            const {data} = canvas.getImageData(0, 0, image.width, image.height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
            return {width: image.width, height: image.height, type: blob.type, colours: colours.size, paper: [...data.slice(0, 4)]};
        })()";
        let look = page.run(look, Value::Null);
        assert_eq!((look["width"].as_u64(), look["type"].as_str()), (Some(1_280), Some("image/png")), "{figure}");
        assert!(look["height"].as_u64() > Some(500) && look["colours"].as_u64() > Some(50), "{figure}: {look}");
        assert_eq!(look["paper"], json!([255, 255, 255, 255]), "{figure} is light whatever the page is");
        page.tap("[data-take=close]");
        page.wait("!document.querySelector('.sheet')");
    }
}

#[test]
fn the_drawing_is_well_formed_and_has_the_words() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    open(&page, "structure");
    assert!(saved(&page, "svg").ends_with("-2026-钱用在哪里.svg"));
    let parsed = page.run("return (d => [d.documentElement.tagName, d.documentElement.textContent])(new DOMParser().parseFromString(arguments[0], 'image/svg+xml'))", text(&page));
    assert_eq!(parsed[0], "svg");
    let words = parsed[1].as_str().expect("text");
    for word in ["钱用在哪里？", "一般公共服务支出", "4,560.06", "95.92%", "表三", "预算透视"] {
        assert!(words.contains(word), "{word} is not in {words}");
    }
}

#[test]
fn a_figures_numbers_read_back_as_the_same_numbers() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    open(&page, "structure");
    let name = saved(&page, "csv");
    assert!(name.ends_with("-2026-钱用在哪里.csv"), "{name}");
    let csv = text(&page);
    let rows: Vec<_> = csv.trim_start_matches('\u{feff}').lines().map(String::from).collect();
    let shown = "[...document.querySelectorAll('#structure .data tr')].map(row => [...row.cells].map(c => c.textContent.trim().replace(/,/g, '')).join(','))";
    assert_eq!(json!(rows), page.value(shown));
    assert!(csv.starts_with('\u{feff}'), "Excel needs the mark");
}

#[test]
fn every_official_table_can_be_saved() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    open(&page, "tables");
    let tables = page.texts("[data-take^=table-]");
    assert_eq!(tables.len(), 13);
    let name = saved(&page, "table-2");
    assert!(name.contains("表三"), "{name}");
    let csv = text(&page);
    assert!(csv.contains("科目编码,项目,") && csv.contains("4754.23") && csv.contains("\r\n20103,"), "{csv}");
}

#[test]
fn the_budget_is_saved_byte_for_byte_also_a_readers_own() {
    let page = Visit::by_phone().before(CATCH).open().ready();
    open(&page, "structure");
    assert!(saved(&page, "json").ends_with("-2026-部门预算.json"));
    assert_eq!(text(&page), budget());
    page.tap("[data-take=close]");

    let own = [b"\xEF\xBB\xBF", &document("bare.json")[..]].concat();
    let file = Temporary::of("shared.json", &own);
    page.choose(&file.0);
    page.wait("document.querySelector('h1')?.textContent === '局'");
    let before = page.asked().len();
    open(&page, "structure");
    saved(&page, "json");
    assert_eq!(text(&page).into_bytes(), own);
    assert!(page.text(".sheet").contains("没有链接能打开它"));
    assert_eq!(page.texts("[data-take=link], [data-take=embed]").len(), 0, "no site has this file");
    assert_eq!(page.asked().len(), before, "the file stays on the reader's machine");
}

#[test]
fn a_saved_page_has_every_number_without_a_network_and_without_a_script() {
    let page = Visit::by_phone().before(CATCH).open().ready().checked();
    open(&page, "");
    let name = saved(&page, "page");
    assert!(name.ends_with("-2026-部门预算.html"), "{name}");
    let file = Temporary::of("saved-page.html", text(&page));
    let from = page.address();
    page.session.post("url", &json!({"url": format!("file://{}", file.0.display())}));
    assert!(page.holds("document.scripts.length === 0 && performance.getEntriesByType('resource').length === 0"));
    let line = page.text(".messages .file");
    assert!(line.contains("保存的网页") && line.contains(&from), "{line}");
    let words = page.value("document.body.textContent").as_str().expect("text").to_string();
    let budget: Value = serde_json::from_str(&budget()).expect("JSON");
    let mut amounts = 0;
    for table in budget["tables"].as_array().expect("a list") {
        for line in table["lines"].as_array().expect("a list") {
            for amount in line["amounts"].as_object().into_iter().flat_map(|cells| cells.values()) {
                let Some(amount) = amount.as_str() else { continue };
                let (whole, rest) = amount.split_once('.').unwrap_or((amount, ""));
                let digits: Vec<_> = whole.trim_start_matches('-').chars().rev().collect();
                let groups: Vec<String> = digits.chunks(3).map(|group| group.iter().collect()).collect();
                let whole: String = groups.join(",").chars().rev().collect();
                assert!(words.contains(&format!("{whole}.{rest}")), "{amount} is not in the saved page");
                amounts += 1;
            }
        }
    }
    assert!(amounts > 200, "only {amounts} amounts were looked for");
    assert!(page.holds("document.querySelectorAll('figure .chart svg').length >= 10"), "drawings");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the phone");
    assert!(
        page.holds("[...document.querySelectorAll('[data-action=share]')].every(b => !b.offsetHeight)"),
        "no dead buttons"
    );
}

#[test]
fn a_readers_own_file_is_saved_as_a_page_too() {
    let page = Visit::by_phone().before(CATCH).query("lang=en").open().ready().checked();
    let own = Temporary::of("own-page.json", document("bare.json"));
    page.choose(&own.0);
    page.wait("document.querySelector('#checks figcaption').textContent.includes('24 places')");
    open(&page, "");
    saved(&page, "page");
    let html = text(&page);
    assert!(html.contains("saved on") && html.contains(own.name()) && html.contains("lang=\"en\""));
    assert!(!html.contains("<script") && !html.contains("4,560.06"));
}

#[test]
fn a_portal_gets_three_ways_to_show_a_figure_and_sees_them_in_its_column() {
    let page = Visit::at_desk().without_policy().before(CATCH).query("lang=en&code=201").open().ready();
    let address = page.address();
    open(&page, "structure");
    assert_eq!(page.texts("iframe").len(), 0, "nothing is shown before it is wanted");
    page.tap("[data-take=embed]");
    let drawn = |width: u32| {
        page.wait(&format!(
            "(f => f?.clientWidth === {width} && f.contentDocument?.documentElement.dataset.ready && \
             f.clientHeight === Math.ceil(f.contentDocument.querySelector('main').getBoundingClientRect().height))(document.querySelector('iframe'))"
        ));
        let height = page.value("document.querySelector('iframe').clientHeight");
        page.wait(&format!("document.querySelector('#sheet-snippet').value.includes('height=\"{height}\"')"));
        height.as_u64().expect("a height")
    };
    let usual = drawn(375);
    let snippet = page.value("document.querySelector('#sheet-snippet').value");
    let frame = format!(
        "<iframe src=\"{address}?figure=structure&amp;lang=en&amp;code=201\" title=\"What is the money for?\" width=\"100%\" height=\"{usual}\" loading=\"lazy\" frameborder=\"0\"></iframe>"
    );
    assert_eq!(snippet, json!(frame));
    page.tap("[data-take=snippet]");
    page.wait("window.copied");
    assert_eq!(page.value("copied"), json!(frame));
    page.tap("[data-take=width-280]");
    let narrow = drawn(280);
    assert!(narrow > usual, "{narrow} in a narrow column, {usual} in a wider one");
    page.tap("[data-take=width-700]");
    assert!(drawn(700) < narrow);

    page.tap("[data-take=form-sizing]");
    let script = format!("<script type=\"module\" src=\"{address}embed.js\"></script>");
    page.wait(&format!("document.querySelector('#sheet-snippet').value.startsWith({})", json!(script)));
    assert_eq!(page.texts("iframe[src]").len(), 1, "the preview stays");
}

#[test]
fn an_element_is_tried_out_in_a_page_of_its_own_also_under_a_strict_policy() {
    let stub = "customElements.define('budget-lens', class extends HTMLElement { connectedCallback() {
        this.style.display = 'block'; this.style.height = '123px';
        this.textContent = this.getAttribute('figure') + ' ' + this.getAttribute('data'); } })";
    let page = Visit::at_desk().expecting(REFUSED).extra("embed.js", stub).open().ready();
    open(&page, "income");
    page.tap("[data-take=embed]");
    page.wait("document.querySelector('.preview img')");
    page.tap("[data-take=form-element]");
    let snippet = format!(
        "<script type=\"module\" src=\"{0}embed.js\"></script>\n<budget-lens data=\"{0}budget.json\" figure=\"income\"></budget-lens>",
        page.address()
    );
    page.wait(&format!("document.querySelector('#sheet-snippet').value === {}", json!(snippet)));
    let shown = format!("income {}budget.json", page.address());
    page.wait(&format!(
        "document.querySelector('iframe')?.contentDocument?.querySelector('budget-lens')?.textContent === {}",
        json!(shown)
    ));
    page.wait("document.querySelector('iframe').clientHeight === 123");
}

#[test]
fn where_the_policy_refuses_frames_a_sentence_says_what_it_takes_and_the_picture_stands_there() {
    let page = Visit::by_phone().expecting(REFUSED).open().ready();
    open(&page, "structure");
    page.tap("[data-take=embed]");
    page.wait("document.querySelector('.preview img.picture')");
    assert!(page.text(".preview").contains("frame-src 'self'"));
    assert_eq!(page.texts(".preview iframe").len(), 0);
    assert!(page.holds("document.querySelector('#sheet-snippet').value.includes('<iframe')"), "the code is there");
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
    open(&page, "structure");
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
    page.tap("#structure [data-choose='code=201']");
    page.wait("location.search.includes('code=201')");
    open(&page, "structure");
    page.back();
    page.wait("!document.querySelector('.sheet') && !location.search.includes('code')");
    open(&page, "structure");
    assert!(!page.holds("document.querySelector('#sheet-link').value.includes('code')"));
}

#[test]
fn the_part_comes_when_it_is_wanted_and_once() {
    let page = Visit::by_phone().open().ready().checked();
    assert_eq!(asks_for_the_part(&page), 0);
    for figure in ["structure", "", "three-public"] {
        open(&page, figure);
        page.tap("[data-take=close]");
        page.wait("!document.querySelector('.sheet')");
        assert_eq!(asks_for_the_part(&page), 1);
    }
    assert_eq!(page.texts("#sharing").len(), 0, "nothing is awaited any more");
}

#[test]
fn a_part_that_did_not_come_is_told_and_asked_for_again() {
    let page = Visit::by_phone().lacking(&module(SHARE)).open().ready().checked();
    for times in 1..3 {
        page.tap("#structure .foot [data-action=share]");
        page.wait("document.querySelector('#sharing[role=alert]')?.textContent.includes('再点一次')");
        page.wait_until("the part is asked for", || asks_for_the_part(&page) == times);
    }
    page.tap("#sharing");
    page.wait("!document.querySelector('#sharing')");
    assert_eq!(page.texts(".sheet").len(), 0);
}

#[test]
fn whoever_is_quicker_than_the_program_gets_the_sheet_when_it_has_come() {
    let page = Visit::by_phone().open();
    page.wait("document.querySelector('#structure .foot [data-action=share]')");
    page.run("document.querySelector('#structure .foot [data-action=share]').click()", Value::Null);
    page.wait("document.querySelector('.sheet[open] h2')");
}

#[test]
fn a_file_that_the_browser_refuses_is_told() {
    let refuses = "URL.createObjectURL = () => { throw new Error('no'); }";
    let page = Visit::by_phone().before(refuses).open().ready();
    open(&page, "structure");
    page.tap("[data-take=csv]");
    page.wait("[...document.querySelectorAll('.said')].some(said => said.textContent.includes('没有保存成功'))");
}

#[test]
fn the_page_is_printed_without_the_sheet() {
    let page = Visit::by_phone()
        .before("window.print = () => { window.printed = !document.querySelector('.sheet'); }")
        .open()
        .ready();
    open(&page, "");
    page.tap("[data-take=print]");
    page.wait("window.printed === true");
}
