//! What pages and elements leave behind when they go: nothing that is counted.

use serde_json::{Value, json};

use super::engines::{Need, lacks};
use super::page::Page;
use super::portal::{CALM, drawn, portal};
use super::visit::Visit;

/// How many documents, nodes and listeners the browser holds after it has taken away what nobody needs.
fn held(page: &Page) -> [u64; 3] {
    for _ in 0..3 {
        page.session.chrome("HeapProfiler.collectGarbage", &json!({}));
    }
    let counted = page.session.chrome("Memory.getDOMCounters", &json!({}));
    ["documents", "nodes", "jsEventListeners"].map(|name| counted[name].as_u64().expect("a number"))
}

#[test]
fn elements_that_come_and_go_leave_no_node_and_no_listener() {
    if lacks(Need::MemoryCounts) {
        return;
    }
    let page = drawn(portal(CALM));
    let round = "
        const done = arguments[arguments.length - 1];
        const one = document.createElement('budget-lens');
        one.setAttribute('figure', 'three-public');
        one.addEventListener('budget-lens:ready', () => setTimeout(() => { one.remove(); setTimeout(done, 50); }, 50));
        document.querySelector('#one').prepend(one);
        one.scrollIntoView();";
    let rounds = |count: usize| {
        for _ in 0..count {
            page.session.post("execute/async", &json!({"script": round, "args": []}));
        }
        held(&page)
    };
    let mut before = rounds(12);
    // The program keeps some things once they have come. A leak of one thing an element is twelve each time.
    let is_flat = (0..4).any(|_| {
        let after = rounds(12);
        let grown: Vec<_> = before.into_iter().zip(after).map(|(before, after)| after.saturating_sub(before)).collect();
        eprintln!("grown by {grown:?}");
        before = after;
        grown.into_iter().all(|grown| grown < 12)
    });
    assert!(is_flat, "each round of elements leaves something");
}

#[test]
fn fifteen_figures_on_a_phone_take_no_more_room_after_many_reloads() {
    if lacks(Need::MemoryCounts) {
        return;
    }
    let figures = ["structure", "three-public", "projects", "income", "change"];
    let elements: Vec<_> =
        figures.iter().cycle().take(12).map(|f| format!("<budget-lens figure={f}></budget-lens>")).collect();
    let frames: Vec<_> = figures.iter().take(3).map(|f| format!("<iframe src='./?figure={f}'></iframe>")).collect();
    let html = format!(
        "<!doctype html><meta name=viewport content='width=device-width'><title>门户</title><link rel=icon href=data:,>\
         <script type=module src=embed.js></script>{}{}",
        elements.concat(),
        frames.concat()
    );
    let page = Visit::by_phone().portal("calm.html", &html).open();
    let all = "[...document.querySelectorAll('iframe')].every((f) => f.contentDocument?.documentElement.dataset.ready)
        && [...document.querySelectorAll('budget-lens')].every((e) => { e.begin && !e.change && e.scrollIntoView(); return e.shadowRoot?.querySelector('[data-ready]'); })";
    let reloads = |count: usize| {
        for _ in 0..count {
            page.session.post("refresh", &json!({}));
            page.wait(all);
        }
        held(&page)
    };
    let [documents, nodes, listeners] = reloads(1);
    let after = reloads(6);
    assert!(
        after[0] <= documents && after[1] < nodes + nodes / 5 && after[2] < listeners + listeners / 5,
        "{documents} {nodes} {listeners} became {after:?}"
    );
    assert_eq!(page.value("document.querySelectorAll('budget-lens').length"), Value::from(12));
}
