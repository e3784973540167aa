//! How often canvases are drawn, which is what readers wait for: counts, where `make bench` measures times.
//!
//! Once a change of what is shown would be enough. What is drawn more often today stands in the tables as the most that it
//! may be: whoever spares a drawing lowers the number.

use std::collections::BTreeMap;

use budget_lens::scene::Point;
use serde_json::Value;

use super::page::Page;
use super::portal::{CALM, drawn, portal};
use super::visit::{Visit, slim_page};

/// Counts each figure's drawings: what is drawn after its canvas was given a size, which clears it. And the frames since
/// anything was drawn.
const COUNT: &str = "{
    Object.assign(window, {drawings: {}, still: 0});
    const cleared = new WeakSet(), context = CanvasRenderingContext2D.prototype;
    const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
    Object.defineProperty(HTMLCanvasElement.prototype, 'width', {...own, set(width) { cleared.add(this); own.set.call(this, width); }});
    for (const name of ['fill', 'stroke', 'fillRect', 'fillText']) {
        const call = context[name];
        context[name] = function (...words) {
            const figure = this.canvas.closest('figure');
            if (figure && cleared.delete(this.canvas)) window.drawings[figure.id] = (window.drawings[figure.id] || 0) + 1;
            if (figure) window.still = 0;
            return call.apply(this, words);
        };
    }
    const frame = () => { window.still++; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
}";
/// Without a drawing for so many frames, nothing is going to be drawn.
const STILL: &str = "still > 20";

/// Whether the last module of the program has arrived.
const ALL_HERE: &str = "performance.getEntriesByType('resource').some(({name}) => name.includes('/third-'))";

/// How a page is opened, and the most drawings of any chart.
type Opening = (&'static str, fn() -> Visit, u64);
/// What a reader does, the most drawings of the chart that it is about, and of each other one.
type Change = (&'static str, fn(&Page), u64, u64);

/// While a page opens, until all of the program is there and all is checked.
const OPENING: [Opening; 3] =
    [("on a phone", Visit::by_phone, 1), ("at a desk", Visit::at_desk, 1), ("published, on a phone", published, 2)];
/// The most drawings of each chart of a portal's elements.
const ELEMENT: u64 = 3;
/// What a reader does then.
const CHANGES: [Change; 7] = [
    ("a tap on a chart", |page| page.tap_chart("structure", Point { x: 20.0, y: 20.0 }), 1, 0),
    ("a class is opened", |page| page.tap("#structure .pick"), 2, 1),
    ("another unit", |page| page.set("unit-yuan"), 1, 1),
    ("larger text", |page| page.set("large"), 2, 2),
    ("a dark page", |page| page.set("theme"), 1, 1),
    ("the other language", |page| page.set("lang"), 1, 1),
    ("the phone is turned", |page| page.resize(844, 390, 3.0), 1, 1),
];

fn published() -> Visit {
    Visit::by_phone().extra("index.html", slim_page())
}

/// How often each figure was drawn until nothing is drawn any more; counting begins anew.
#[track_caller]
fn count(page: &Page) -> BTreeMap<String, u64> {
    page.wait(STILL);
    let counted = page.run("const all = drawings; window.drawings = {}; return all", Value::Null);
    serde_json::from_value(counted).expect("numbers by figures")
}

/// Opens a page and waits until nothing is missing any more.
fn whole(visit: Visit) -> Page {
    let page = visit.before(COUNT).open().ready().checked();
    page.wait(ALL_HERE);
    page
}

/// The drawings that are more than this.
fn beyond(counted: &BTreeMap<String, u64>, most: u64) -> Vec<(&String, &u64)> {
    counted.iter().filter(|(_, drawings)| **drawings > most).collect()
}

#[test]
fn a_page_that_opens_draws_no_chart_more_often_than_the_table_says() {
    for (how, visit, most) in OPENING {
        let counted = count(&whole(visit()));
        println!("{how}: {counted:?}");
        assert!(counted.len() > 7, "{how}: {counted:?}");
        assert_eq!(beyond(&counted, most), [], "{how}, {most} at most");
    }
}

#[test]
fn an_element_draws_its_chart_no_more_often_than_the_table_says() {
    let page = drawn(portal(CALM).before(COUNT));
    page.wait(ALL_HERE);
    let counted = count(&page);
    assert_eq!(counted.len(), 2, "{counted:?}");
    assert_eq!(beyond(&counted, ELEMENT), [], "{ELEMENT} at most");
}

#[test]
fn a_change_draws_what_it_changes_and_no_chart_more_often_than_the_table_says() {
    let page = whole(Visit::by_phone());
    count(&page);
    for (what, change, own, others) in CHANGES {
        change(&page);
        // Not before the first drawing of what has changed: then until nothing is drawn any more.
        page.wait("drawings.structure > 0");
        let mut counted = count(&page);
        println!("{what}: {counted:?}");
        let of_it = counted.remove("structure").unwrap_or_default();
        assert!(of_it <= own, "{what}: its own chart is drawn {of_it} times, {own} at most");
        assert_eq!(beyond(&counted, others), [], "{what}, {others} at most");
    }
}
