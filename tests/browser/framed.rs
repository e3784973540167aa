//! A portal's frames: they leave its history alone, and are as high as their figure whenever they come to be seen.

use serde_json::{Value, json};

use super::page::Page;
use super::visit::Visit;

/// A portal with one frame; its address says what is shown in it.
fn portal(query: &str) -> Visit {
    let html = format!(
        "<!doctype html><title>门户</title><link rel=icon href=data:,><script type=module src=embed.js></script>\
         <iframe src='./{query}' width=390 height=900></iframe>"
    );
    Visit::at_desk().portal("calm.html", &html)
}

/// Opens the portal and looks into its frame, once that is drawn.
fn inside(visit: Visit) -> Page {
    let page = visit.open();
    page.session.post("frame", &json!({"id": 0}));
    page.wait("document.documentElement.dataset.ready === 'true' && document.querySelector('.pick.opens')");
    page
}

/// How long the browser's history is, which all frames share.
fn length(page: &Page) -> Value {
    page.value("history.length")
}

#[test]
fn what_is_chosen_in_a_frame_is_no_step_of_the_portals_way_back_and_the_trail_leads_back_in_it() {
    let page = inside(portal("?figure=structure"));
    let before = length(&page);
    page.run("document.querySelector('#structure .pick.opens').click()", Value::Null);
    page.wait("document.querySelector('#structure .trail')");
    let here = page.copied();
    assert!(here.contains("code=201"), "{here}");
    page.run("document.querySelector('#structure .pick.opens').click()", Value::Null);
    page.wait(&format!("location.href !== {}", json!(here)));
    assert_eq!(length(&page), before);
    page.run("document.querySelector('#structure .trail [data-choose]').click()", Value::Null);
    page.wait("!document.querySelector('#structure .trail')");
    assert_eq!(length(&page), before);
    // One step back leaves the portal.
    page.session.post("frame", &json!({"id": null}));
    page.session.post("back", &json!({}));
    page.wait("!document.querySelector('iframe')");
    page.session.post("forward", &json!({}));
}

#[test]
fn in_the_whole_page_in_a_frame_a_link_is_undone_by_its_button_and_not_by_the_portals_way_back() {
    let page = inside(portal(""));
    let before = length(&page);
    page.run("scrollTo(0, 0); document.querySelector('.further').open = true", Value::Null);
    page.run("document.querySelector('.headline .number a').click()", Value::Null);
    page.wait("document.querySelector('#return') && document.querySelector('tr[data-found]')");
    assert!(page.copied().contains('#'), "{}", page.copied());
    assert_eq!(length(&page), before);
    page.run("document.querySelector('#return').click()", Value::Null);
    page.wait("!document.querySelector('#return') && scrollY === 0 && !location.hash");
    assert_eq!(length(&page), before);
    page.session.post("frame", &json!({"id": null}));
}

#[test]
fn a_frame_that_is_hidden_at_first_is_as_high_as_its_figure_when_it_is_seen() {
    for (hidden, shown) in [
        ("<div id=box style='display: none'>", "box.style.display = arguments[0] ? '' : 'none'"),
        ("<details id=box><summary>图</summary>", "box.open = arguments[0]"),
        ("<div id=box style='height: 0; overflow: hidden'>", "box.style.height = arguments[0] ? '' : '0'"),
    ] {
        let html = format!(
            "<!doctype html><title>门户</title><link rel=icon href=data:,><script type=module src=embed.js></script>\
             {hidden}<iframe src='./?figure=structure' width=390></iframe><budget-lens figure=structure></budget-lens>"
        );
        let page = Visit::at_desk().without_policy().portal("calm.html", &html).without_policy().open();
        // Where browsers draw nothing at all, a figure waits.
        page.wait("document.querySelector('iframe').contentDocument?.documentElement.hasAttribute('data-text')");
        let heights = "(([frame, figure, element]) => frame > 300 && frame === figure && element > 300)([
            document.querySelector('iframe').clientHeight,
            Math.ceil(document.querySelector('iframe').contentDocument.querySelector('main').getBoundingClientRect().height),
            document.querySelector('budget-lens').offsetHeight])";
        for visible in [true, false, true] {
            page.run(&format!("const box = document.getElementById('box'); {shown}"), visible);
            if visible {
                page.wait(heights);
                page.wait("document.querySelector('budget-lens').shadowRoot.querySelector('canvas').clientWidth > 200");
            }
        }
    }
}

#[test]
fn a_frame_shows_the_portals_page_at_the_corners_of_its_figure() {
    let page = inside(portal("?figure=structure"));
    let behind = "['html', 'body'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)";
    assert_eq!(page.value(behind), json!(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]));
    page.session.post("frame", &json!({"id": null}));
}
