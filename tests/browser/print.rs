//! The page on paper: all of it, in the colours of paper, and the screen as before afterwards.

use serde_json::{Value, json};

use super::driver::Session;
use super::engines::{Need, lacks};
use super::page::Page;
use super::pdf::sheets;
use super::visit::{Visit, whole_page};

/// What the page looks like while the browser prints it: noted after the page has heard of it.
const WATCH: &str = "{
    const note = () => [...document.querySelectorAll('figure canvas')].map(c => [c.width, c.clientWidth]);
    addEventListener('beforeprint', () => Promise.resolve().then(() => {
        const dark = matchMedia(document.getElementById('dark').media).matches;
        window.printed = {canvases: note(), closed: document.querySelectorAll('details:not([open])').length, dark};
    }));
}";

impl Page {
    /// How many pages there are on paper.
    fn print(&self) -> usize {
        sheets(self.session.print().as_str().expect("a text")).len()
    }

    fn folds_and_canvases(&self) -> Value {
        self.value(
            "[[...document.querySelectorAll('details')].map(d => d.open), [...document.querySelectorAll('canvas')].filter(c => c.clientWidth).map(c => c.width)]",
        )
    }
}

#[test]
fn on_paper_everything_is_open_and_the_screen_is_as_it_was_afterwards() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::by_phone().open().ready().checked();
    page.run(WATCH, Value::Null);
    page.run("document.querySelector('#structure details').open = true", Value::Null);
    let before = page.folds_and_canvases();
    let pages = page.print();
    assert!((15..60).contains(&pages), "{pages} pages");
    assert_eq!(page.value("printed.closed"), 0);
    // 184 mm of paper, each pixel as three.
    assert!(
        page.holds("printed.canvases.length > 8 && printed.canvases.every(([w, css]) => css === 695 && w === 2085)")
    );
    page.wait("[...document.querySelectorAll('canvas')].every(c => c.clientWidth < 390)");
    page.wait("!document.documentElement.hasAttribute('data-print') && !document.querySelector('[data-opened]')");
    page.wait_until("the screen as it was", || page.folds_and_canvases() == before);
    page.has_ink_where_the_scene_says("structure");
}

/// What stands among the cards in print.
const ON_PAPER: &str = "[...document.querySelectorAll('.cards > *')].filter(e => e.getClientRects().length)
    .map(e => e.dataset.place)";

#[test]
fn a_figure_is_printed_alone_from_its_own_sheet() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::by_phone().open().ready().checked();
    page.run("window.print = () => window.asked = true", Value::Null);
    page.run("addEventListener('beforeprint', () => Promise.resolve().then(() => window.folds = document.querySelectorAll('#checks details:not([open])').length))", Value::Null);
    page.open_sheet("checks");
    page.tap("[data-take=print]");
    page.wait("window.asked && !document.querySelector('dialog[open]')");
    page.session.media("print", &[]);
    assert_eq!(page.value(ON_PAPER), json!(["checks"]));
    assert!(page.holds("document.querySelector('h1').getClientRects().length"), "whose budget it is stands above");
    page.session.media("", &[]);
    let pages = page.print();
    assert!((1..15).contains(&pages), "{pages} pages");
    assert_eq!(page.value("window.folds"), 0);
    page.wait("!document.querySelector('[data-alone]')");
}

/// What the pages of paper say of themselves while they are made.
const FOOT: &str = "addEventListener('beforeprint', () => Promise.resolve().then(() => {
    window.foot = getComputedStyle(document.documentElement).getPropertyValue('--foot');
}));";

#[test]
fn a_summary_has_two_pages_with_every_answer_and_the_page_is_whole_again_afterwards() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::by_phone().open().ready().checked();
    page.run(FOOT, Value::Null);
    page.run("window.print = () => window.asked = true", Value::Null);
    page.open_sheet("");
    page.tap("[data-take=print-summary]");
    page.wait("window.asked && !document.querySelector('dialog[open]')");
    page.session.media("print", &[]);
    let seen = "(all => [...document.querySelectorAll(all)].filter(e => e.getClientRects().length).map(e => e.closest('.place').dataset.place))";
    let answers = page.value(&format!("{seen}('figcaption')"));
    let asked = ["projects", "change", "three-public", "structure", "economic", "checks", "profile"];
    assert_eq!(answers, json!(asked));
    let rows = page.value(&format!("{seen}('#projects .entry, #projects table')"));
    assert_eq!(rows, json!(vec!["projects"; 5]), "the largest rows, and no table");
    assert!(page.holds("[...document.querySelectorAll('#checks .finding h3')].some(e => e.getClientRects().length)"));
    page.session.media("", &[]);
    assert_eq!(page.print(), 2);
    let foot = page.value("window.foot").as_str().unwrap_or_default().to_string();
    for part in ["直属机关事务服务中心", "2026 年部门预算", &page.address(), "打印于 20"] {
        assert!(foot.contains(part), "{part} is not in {foot}");
    }
    page.wait("!document.documentElement.hasAttribute('data-paper')");
    assert!(page.holds("!document.documentElement.style.getPropertyValue('--foot')"));
    assert!((15..50).contains(&page.print()), "all of it, and no page for each figure");
}

#[test]
fn nothing_that_wants_a_finger_is_on_paper() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::by_phone().open().ready();
    page.wait("document.querySelector('.foot > .link') && document.querySelector('.footer .button')");
    page.session.media("print", &[]);
    let seen = "[...document.querySelectorAll('.foot > .link, .toolbar, .footer, .find, .units')].filter(e => e.getClientRects().length).length";
    assert_eq!(page.value(seen), 0);
}

#[test]
fn paper_is_light_whatever_the_theme_and_the_theme_comes_back() {
    if lacks(Need::Paper) {
        return;
    }
    let page = Visit::at_desk().query("theme=dark").open().ready().checked();
    page.run(WATCH, Value::Null);
    let dark = page.series(1);
    page.print();
    assert!(page.holds("printed.dark === false"));
    page.wait_until("the dark theme", || page.series(1) == dark);
    page.wait("[...document.querySelectorAll('canvas')].every(c => c.width === c.clientWidth)");
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn the_complete_page_prints_without_a_script() {
    if lacks(Need::Paper) {
        return;
    }
    let visit = Visit::by_phone().extra("index.html", whole_page()).expecting("preloaded using link preload");
    let page = visit.open_in(Session::forbid_scripts);
    let pages = page.print();
    assert!((15..60).contains(&pages), "{pages} pages");
    page.session.media("print", &[]);
    let seen = "[...document.querySelectorAll('#static details table')].filter(e => e.getClientRects().length).length";
    assert_eq!(page.value(seen), page.value("document.querySelectorAll('#static details table').length"));
    assert!(page.holds("!document.querySelector('.toolbar').getClientRects().length"));
}
