//! Every number leads to its line in the official tables, and every term to its explanation.

use serde_json::json;

use super::gestures::{ENTER, ESCAPE, RIGHT};
use super::page::Page;
use super::visit::Visit;

impl Page {
    /// Waits until an element is in the window, below the toolbar, and nothing lies over it.
    #[track_caller]
    pub fn wait_in_view(&self, selector: &str) {
        let script = format!(
            "(() => {{
                const element = document.querySelector({selector}), box = element?.getBoundingClientRect();
                const bar = document.querySelector('.toolbar')?.getBoundingClientRect().bottom || 0;
                if (!box || box.top < bar || box.top + Math.min(box.height, 20) > innerHeight) return false;
                const there = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 4, box.top + Math.min(box.height, 20) / 2);
                return element.contains(there);
            }})()",
            selector = json!(selector)
        );
        self.wait(&script);
    }

    /// Waits until the line with this code or name is marked, and can be seen.
    #[track_caller]
    pub fn shows_line_of(&self, label: &str) {
        self.wait(&format!("document.querySelector('#tables tr[data-found]')?.id.endsWith('-{label}')"));
        self.wait_in_view("#tables tr[data-found] > th");
        assert_eq!(self.texts("[data-found]").len(), 1, "one place is marked");
    }
}

#[test]
fn a_number_in_a_list_a_table_and_a_tooltip_leads_to_its_line_and_back_returns() {
    let page = Visit::by_phone().open().ready();
    page.run("document.querySelector('#structure').scrollIntoView()", "");
    let before = page.value("scrollY").as_f64().expect("a number");
    page.tap("#structure [data-entry='1'] a.amount");
    page.shows_line_of("208");
    let hash = page.value("decodeURIComponent(location.hash)");
    assert_eq!(hash, "#表三-208");
    assert!(page.text("tr[data-found]").contains("120.28"), "the number is in the line");
    page.back();
    page.wait("location.hash === ''");
    page.wait(&format!("Math.abs(scrollY - {before}) < innerHeight"));

    page.tap("#basic-project .data summary");
    page.tap("#basic-project .data td a[href='#表三-201']");
    page.shows_line_of("201");

    let bar = page.scene("three-public").targets[2].1.centre();
    page.tap_chart("three-public", bar);
    page.wait("document.querySelector('#three-public .tooltip[data-pinned=true] a')");
    page.tap("#three-public .tooltip a");
    page.wait("document.querySelector('#tables tr[data-found]')?.id.startsWith('表十-')");
    page.wait_in_view("#tables tr[data-found] > th");
    assert!(page.text("tr[data-found]").contains("375.00"));
}

#[test]
fn a_link_to_a_line_opens_its_fold_and_marks_it() {
    let page = Visit::by_phone().open().ready();
    page.visit(&format!("{}#表三-2010303", page.address()));
    page.shows_line_of("2010303");
    assert_eq!(page.texts("#tables details[open]").len(), 1, "only its own table is open");
    // One table alone, and a line of another.
    page.visit(&format!("{}?table=表十#表三-208", page.address()));
    page.shows_line_of("208");
    // A place that is nowhere leads nowhere.
    page.visit(&format!("{}#表九十九-1", page.address()));
    assert_eq!(page.texts("[data-found]").len(), 0);
}

#[test]
fn another_place_in_the_address_of_the_open_page_is_gone_to_as_well() {
    let page = Visit::by_phone().open().ready();
    page.run("location.hash = arguments[0]", "#表十二-平鲁区机关食堂费用（2026年）");
    page.wait("document.querySelector('#tables tr[data-found]')?.id.startsWith('表十二-')");
    page.wait_in_view("#tables tr[data-found] > th");
}

#[test]
fn the_keyboard_follows_a_number_to_its_line_and_goes_on_from_there() {
    let page = Visit::at_desk().open().ready();
    page.run("document.querySelector('#three-public canvas').focus()", "");
    // One stop leads to the line, and the arrow key from its name past a mark to its number.
    page.tab_to("#three-public .entry .pick");
    page.key(RIGHT);
    if page.holds("document.activeElement.matches('.flag')") {
        page.key(RIGHT);
    }
    page.wait("document.activeElement.matches('#three-public a.amount')");
    page.key(ENTER);
    page.wait("document.querySelector('#tables tr[data-found]')?.id.startsWith('表十-')");
    page.wait_in_view("#tables tr[data-found] > th");
    page.tab_to("#tables *");
}

#[test]
fn a_term_opens_its_explanation_where_it_stands_and_closes_again() {
    let page = Visit::by_phone().open().ready();
    let term = "#basic-project .term";
    page.tap(term);
    page.wait("document.querySelector('#meaning')");
    assert!(page.text("#meaning").chars().count() > 10, "{}", page.text("#meaning"));
    let foot = "(box => box.left === 0 && box.right === innerWidth && Math.abs(box.bottom - innerHeight) < 1)(document.querySelector('#meaning').getBoundingClientRect())";
    assert!(page.holds(foot), "on a phone it lies at the foot of the screen");
    page.tap("#meaning .shut");
    page.wait("!document.querySelector('#meaning')");
    page.tap(term);
    page.wait("document.querySelector('#meaning')");
    page.tap(term);
    page.wait("!document.querySelector('#meaning')");
    page.tap(term);
    page.wait("document.querySelector('#meaning')");
    page.key(ESCAPE);
    page.wait("!document.querySelector('#meaning')");
    page.tap(term);
    page.wait("document.querySelector('#meaning')");
    page.tap("#basic-project .source");
    page.wait("!document.querySelector('#meaning')");

    // By keyboard.
    page.run("document.querySelector('#basic-project .term').focus()", "");
    page.key(ENTER);
    page.wait("document.querySelector('#meaning')");
    page.key(ESCAPE);
    page.wait("!document.querySelector('#meaning')");
}

#[test]
fn at_a_desk_the_explanation_stands_below_its_term() {
    let page = Visit::at_desk().open().ready();
    page.tap("#basic-project .term");
    page.wait("document.querySelector('#meaning')");
    let place = "(() => {
        const [bubble, term] = ['#meaning', '#basic-project .term'].map(s => document.querySelector(s).getBoundingClientRect());
        return bubble.left >= 0 && bubble.right <= innerWidth && bubble.top >= term.top && bubble.top - term.bottom < 30;
    })()";
    assert!(page.holds(place), "it stands below its term, on the screen");
}

#[test]
fn a_landing_shows_the_headings_and_the_number_that_is_meant_and_a_way_back() {
    let page = Visit::by_phone().open().ready();
    page.run("document.querySelector('#basic-project').scrollIntoView()", "");
    page.tap("#basic-project a.amount");
    page.wait("document.querySelector('#tables tr[data-found]')");
    page.wait_in_view("#tables tr[data-found] > [data-meant]");
    page.wait_in_view("#tables details[open] thead th:last-child");
    let (link, cell) = ("#basic-project a.amount", "#tables [data-meant]");
    assert_eq!(page.text(link), page.text(cell), "it is the number that was touched");
    assert!(page.holds("document.querySelector('tr[data-found] > th').getBoundingClientRect().right <= document.querySelector('[data-meant]').getBoundingClientRect().left + 1"));
    page.tap("#return");
    page.wait("location.hash === '' && !document.querySelector('#return')");
}

#[test]
fn an_address_of_a_figure_shows_its_question_without_a_frame() {
    let page = Visit::by_phone().open().ready();
    page.visit(&format!("{}#three-public", page.address()));
    page.wait("document.querySelector('#three-public[data-found=calm]')");
    page.wait_in_view("[data-place='three-public'] .question");
    assert_eq!(page.style("#three-public", "outline-style"), "none");
    assert_eq!(page.texts("#return").len(), 0, "there is nothing to go back to");
}

#[test]
fn a_table_is_asked_for_alone_by_its_name_and_a_project_is_gone_to() {
    let page = Visit::by_phone().query("table=表六").open().ready();
    assert_eq!(page.texts("figure").len(), 1);
    assert!(page.text("#tables figcaption").starts_with("表六照原样列在这里"));
    page.visit(&format!("{}?project=平鲁区机关食堂费用（2026年）#projects", page.address()));
    page.wait("document.querySelector('section#project[data-found]')");
    page.wait_in_view("section#project h3");
}

#[test]
fn an_address_of_something_that_is_gone_says_so() {
    let page = Visit::by_phone().open().ready();
    for (address, told) in [
        ("#表九十九-1", "“表九十九-1”"),
        ("?project=灯笼墙九号#projects", "“灯笼墙九号”"),
        ("?table=表九十九#tables", "“表九十九”"),
        ("?lang=en#no-such-figure", "There is no “no-such-figure” in this budget"),
    ] {
        page.visit(&format!("{}{address}", page.address()));
        page.wait(&format!("document.querySelector('#gone')?.textContent.includes('{told}')"));
        assert_eq!(page.texts("[role=alert]").len(), 0, "it is no fault of the page's");
    }
    page.tap(".toolbar a[href='#contents']");
    page.wait("!document.querySelector('#gone')");
}

#[test]
fn a_later_figure_alone_has_its_controls_and_keeps_to_itself() {
    let page = Visit::by_phone().query("figure=projects").open().ready();
    assert_eq!(page.texts("figure").len(), 1);
    page.tap("#projects [data-choose='sort=name']");
    page.wait("document.querySelector('#projects .entry .name').textContent.startsWith('2026年')");
    assert_eq!(page.parameter("figure"), "projects");
    page.visit(&page.copied());
    assert!(page.text("#projects .entry .name").starts_with("2026年"));
    assert_eq!((page.texts("figure").len(), page.texts("h1").len()), (1, 1));
}

#[test]
fn a_number_in_a_sentence_leads_to_its_line() {
    let page = Visit::by_phone().open().ready();
    let link = "#structure figcaption a";
    assert_eq!(page.text(link), "4,560.06");
    page.tap(link);
    page.wait("document.querySelector('[data-found]')?.id === '表三-201'");
}
