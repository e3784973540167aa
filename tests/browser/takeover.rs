//! The live page takes the place of what came with the HTML, and nobody who reads it notices.

use serde_json::{Value, json};

use super::driver::Session;
use super::engines::{Need, lacks};
use super::page::Page;
use super::temporary::Temporary;
use super::visit::{MODULE, SECOND_MODULE, Visit, module, slim_page, whole_page};

/// The program comes when the test lets it: what compiles it waits for `go`.
const HOLD: &str = "{
    const let_go = new Promise(go => { window.go = go; });
    for (const name of ['compile', 'compileStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (source) => { await let_go; return real.call(WebAssembly, source); };
    }
}";
/// Notes each time that something moves on the page, and what.
const WATCH: &str = "{
    window.moved = [];
    const name = (source) => `${source.node?.nodeName} ${source.node?.className || source.node?.textContent?.slice(0, 20)}`;
    new PerformanceObserver(list => list.getEntries().forEach(entry => moved.push([entry.value, ...entry.sources.map(name)])))
        .observe({type: 'layout-shift', buffered: true});
}";
/// Windows of phones.
const PHONES: [(u32, u32); 2] = [(390, 844), (360, 740)];
/// A desk's window.
const DESK: [(u32, u32); 1] = [(1280, 1000)];

fn whole() -> Visit {
    Visit::by_phone().extra("index.html", whole_page())
}

/// Waits until nothing more comes: the program is there and the numbers are checked.
#[track_caller]
fn complete(page: &Page) {
    page.wait("document.documentElement.dataset.ready === 'true'");
    page.wait("document.querySelectorAll('.card .chart svg').length === 0");
    page.wait("document.querySelector('#checks .pick')");
    page.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))", Value::Null);
}

/// Opens the page in each window, at its top and in its middle, and lets the program come only then.
#[track_caller]
fn nothing_moves(visit: Visit, windows: &[(u32, u32)]) {
    let page = visit.before(HOLD).before(WATCH).open();
    for &(width, height) in windows {
        page.resize(width, height, 2.0);
        for part in [0.0, 0.5] {
            page.go("");
            page.wait("document.querySelector('#static .drawing')");
            let seen = "const top = document.documentElement.scrollHeight * arguments[0];
                scrollTo(0, top);
                window.seen = [...document.querySelectorAll('figcaption')].find(e => e.getBoundingClientRect().top > 70);
                window.figure = seen.closest('figure').id;
                return seen.getBoundingClientRect().top";
            let before = page.run(seen, part);
            page.run("go()", Value::Null);
            complete(&page);
            let after = page.value("document.querySelector(`#${figure} figcaption`).getBoundingClientRect().top");
            let at = format!("{width} × {height}, from {part}");
            assert_eq!(before, after, "what was read has moved: {at}");
            assert_eq!(page.value("moved"), json!([]), "{at}");
            page.has_no_blank_canvas();
        }
    }
}

#[test]
fn nothing_moves_on_the_page_as_it_is_shipped() {
    nothing_moves(Visit::by_phone(), &PHONES);
    nothing_moves(Visit::at_desk(), &DESK);
}

#[test]
fn nothing_moves_on_the_complete_page() {
    nothing_moves(whole(), &PHONES);
    nothing_moves(Visit::at_desk().extra("index.html", whole_page()), &DESK);
}

#[test]
fn nothing_moves_on_the_page_as_it_is_published() {
    nothing_moves(Visit::by_phone().extra("index.html", slim_page()), &PHONES);
    nothing_moves(Visit::at_desk().extra("index.html", slim_page()), &DESK);
}

#[test]
fn without_a_program_a_number_of_the_published_page_leads_to_its_line_on_the_complete_one() {
    let visit = Visit::by_phone().extra("index.html", slim_page()).extra("whole.html", whole_page());
    let page = visit.lacking(&module(MODULE)).open();
    page.wait("document.querySelector('#static .drawing')");
    page.run("document.querySelector('#structure a[href*=\"表三\"]').click()", Value::Null);
    page.wait("location.pathname.endsWith('whole.html') && document.querySelector(':target')");
    page.wait("document.querySelector(':target').checkVisibility()");
    page.run("document.querySelector('[href=\"#projects\"]').click()", Value::Null);
    page.wait("location.hash === '#projects'");
}

#[test]
fn an_open_table_and_the_focus_stay_where_they_are() {
    let page = whole().before(HOLD).open();
    page.wait("document.querySelector('#static .footer')");
    let open = "window.table = document.querySelector('#three-public details.data');
        table.open = true;
        window.link = table.querySelector('a');
        link.focus();
        scrollTo(0, 1500);";
    page.run(open, Value::Null);
    page.run("go()", Value::Null);
    complete(&page);
    assert!(page.holds("table.isConnected && table.open && document.querySelectorAll('details[open]').length === 1"));
    assert!(page.holds("document.activeElement === link && scrollY === 1500"));
}

#[test]
fn every_figure_is_read_without_a_script_and_what_cannot_work_is_not_seen() {
    if lacks(Need::NoScripts) {
        return;
    }
    let page = whole().open_in(Session::forbid_scripts);
    assert_eq!(page.texts("figure figcaption").len(), 15);
    let seen = "[...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length).length";
    let count = |selector: &str| page.run(&format!("return {seen}"), selector);
    assert_eq!(count("input, .units, [data-action], .asks"), 0);
    assert_eq!(count(".drawing"), count(".chart"), "one drawing a chart");
    assert_eq!(count(".questions a"), 15);
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

#[test]
fn a_drawing_follows_the_theme_before_any_script() {
    if lacks(Need::Media) {
        return;
    }
    let page = Visit::by_phone().before(HOLD).open_in(|session| session.media("", &[("prefers-color-scheme", "dark")]));
    page.wait("document.querySelector('#static .drawing')");
    let [red, green, blue, _] = page.series_of(".drawing", 1);
    assert_eq!(page.style("#structure .drawing .s1", "fill"), format!("rgb({red}, {green}, {blue})"));
    assert_eq!([red, green, blue], [0xe7, 0xb0, 0x45], "the dark theme's");
    page.run("go()", Value::Null);
    page.wait("document.documentElement.dataset.ready === 'true'");
}

#[test]
fn what_the_address_asks_otherwise_does_not_stand_there_first() {
    let page = whole().before(HOLD).query("lang=en").open();
    page.wait("document.querySelector('#static').hidden");
    page.run("go()", Value::Null);
    let page = page.ready();
    assert!(page.text("#structure figcaption").starts_with("4,560.06"));
    assert_eq!(page.value("document.querySelectorAll('main').length"), 1);
    page.go("figure=income");
    page.run("go()", Value::Null);
    page.wait("document.documentElement.dataset.ready === 'true'");
    assert_eq!(page.value("[...document.querySelectorAll('figure')].map(f => f.id)"), json!(["income"]));
}

#[test]
fn another_unit_takes_the_place_of_the_printed_one() {
    let page = whole().query("unit=yuan").open().ready();
    complete(&page);
    assert!(page.text("#structure figcaption").contains("45,600,600"));
    assert_eq!(page.text(".head .number"), "47,542,300");
}

#[test]
fn a_budget_that_cannot_be_opened_leaves_the_complete_page() {
    let page = whole().extra("budget.json", "{").open();
    page.wait("document.querySelector('.messages [role=alert] h2')");
    assert!(page.text("[role=alert]").contains("下面是生成网页时的数字"));
    assert_eq!(page.texts("figure figcaption").len(), 15);
    assert!(page.holds("document.querySelectorAll('.card .drawing').length > 14"));
    assert_eq!(page.value("document.querySelector('main').getAttribute('aria-busy')"), "false");
}

#[test]
fn a_file_of_the_readers_own_takes_the_place_of_all_that_stood_there() {
    let page = whole().extra("budget.json", "{").open();
    page.wait("document.querySelector('.messages [role=alert] h2')");
    let file = Temporary::of("takeover-own.json", super::visit::document("bare.json"));
    page.choose(&file.0);
    page.wait("document.querySelectorAll('.drawing').length === 0");
    assert!(!page.holds("document.body.innerText.includes('4,560.06')"));
}

#[test]
fn without_the_rest_of_the_program_the_complete_page_stays_below_its_first_figures() {
    let page = whole().lacking(&module(SECOND_MODULE)).open().ready();
    page.wait("document.querySelector('.messages .alert')");
    assert_eq!(page.texts("figure figcaption").len(), 15);
    page.wait("document.querySelectorAll('canvas').length === 3");
    page.has_ink_where_the_scene_says("three-public");
}
