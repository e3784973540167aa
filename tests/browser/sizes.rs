//! How much of a figure a portal has beside its own text: all of it, its chart, its number; so many rows.

use serde_json::{Value, json};

use super::engines::{Need, lacks};
use super::portal::{CALM, portal};
use super::visit::Visit;

/// What is seen of an element's parts, each by its selector.
const SEEN: &str = "
    window.seen = (i, ...selectors) => selectors.map((selector) => {
        const found = inside(i, selector);
        return !!found && found.getClientRects().length > 0;
    });";

/// The portal with this as its first element; nothing else is on it.
fn column(element: &str) -> Visit {
    let (before, rest) = CALM.split_once("<div class=\"column\" id=\"one\">").expect("the first column");
    let (_, after) = rest.split_once("<div class=\"column\" id=\"four\">").expect("the last column");
    let (_, after) = after.split_once("</div>").expect("its end");
    portal(&[before, "<div class=\"column\" id=\"one\">", element, "</div>", after].concat()).before(SEEN)
}

#[test]
fn an_element_shows_as_much_of_its_figure_as_its_portal_wants() {
    let page = column("<budget-lens figure=\"three-public\"></budget-lens>").open();
    page.wait("window.drawn && drawn(0)");
    let parts = "seen(0, 'figcaption', '.body', '.data', '.foot .source, .source', '.whole a')";
    assert_eq!(page.value(parts), json!([true, true, true, true, true]));
    let whole = page.value("lens(0).clientHeight").as_u64();
    page.run("lens(0).setAttribute('detail', 'chart')", Value::Null);
    page.wait(&format!("JSON.stringify({parts}) === '[true,true,false,true,true]'"));
    let chart = page.value("lens(0).clientHeight").as_u64();
    page.run("lens(0).setAttribute('detail', 'number')", Value::Null);
    page.wait(&format!("JSON.stringify({parts}) === '[true,false,false,true,true]'"));
    let number = page.value("lens(0).clientHeight").as_u64();
    assert!(whole > chart && chart > number && number < Some(400), "{whole:?} {chart:?} {number:?}");
}

#[test]
fn a_list_has_as_many_rows_as_its_portal_wants_until_more_are_asked_for() {
    let page = column("<budget-lens figure=\"projects\" detail=\"chart\" rows=\"3\"></budget-lens>").open();
    page.wait("window.drawn && drawn(0)");
    let rows = "lens(0).shadowRoot.querySelectorAll('.entries > .entry').length";
    page.wait(&format!("{rows} === 3"));
    page.run("lens(0).setAttribute('rows', '5')", Value::Null);
    page.wait(&format!("{rows} === 5"));
    page.run("inside(0, '[data-action=more]').click()", Value::Null);
    page.wait(&format!("{rows} === 25"));
    page.run("lens(0).setAttribute('rows', 'all')", Value::Null);
    page.wait(&format!("{rows} === 25"));
}

#[test]
fn the_first_lines_alone_are_a_figure_too_and_lead_to_the_whole_page() {
    let page = column("<budget-lens figure=\"summary\" theme=\"dark\"></budget-lens>").open();
    page.wait("window.drawn && inside(0, '.lens[data-ready] .whole a') && inside(0, '.first .amount')");
    assert_eq!(page.value("inside(0, '.total').textContent"), json!("4,754 万元"));
    assert!(page.holds("inside(0, '.head h1') && !inside(0, '.card') && !inside(0, '.toolbar')"));
    let links = "[...lens(0).shadowRoot.querySelectorAll('a')]";
    assert!(page.holds(&format!("{links}.length > 5 && {links}.every(({{target}}) => target === '_blank')")));
    // What the column looks like is no wish of who goes on to the page.
    assert!(page.holds(&format!("{links}.every(({{href}}) => !/theme=|figure=|detail=/.test(href))")));
    page.run("lens(0).setAttribute('detail', 'number')", Value::Null);
    page.wait("seen(0, '.first .years')[0] && !seen(0, '.largest')[0] && !seen(0, '.facts')[0]");
}

#[test]
fn a_figure_is_light_in_a_light_portal_and_follows_a_portal_that_can_be_dark() {
    if lacks(Need::Media) {
        return;
    }
    let page = column("<budget-lens figure=\"structure\"></budget-lens>").open();
    page.session.media("", &[("prefers-color-scheme", "dark")]);
    page.wait("window.drawn && drawn(0)");
    let ground = "getComputedStyle(inside(0, '.lone')).backgroundColor";
    page.wait(&format!("{ground} === 'rgb(255, 255, 255)'"));
    page.run("lens(0).setAttribute('theme', 'auto')", Value::Null);
    page.wait(&format!("{ground} === 'rgb(22, 32, 42)'"));
    page.run("lens(0).setAttribute('theme', 'light')", Value::Null);
    page.wait(&format!("{ground} === 'rgb(255, 255, 255)'"));
    // A portal with both themes says so.
    page.run("lens(0).style.colorScheme = 'light dark'; lens(0).removeAttribute('theme')", Value::Null);
    page.wait(&format!("{ground} === 'rgb(22, 32, 42)'"));
}

#[test]
fn a_frame_is_light_too_unless_its_address_says_otherwise_and_shows_as_much_as_that_asks_for() {
    if lacks(Need::Media) {
        return;
    }
    let frame = |query: &str| format!("<iframe src=\"./?figure=three-public{query}\" title=\"三公\"></iframe>");
    let page = column(&[frame("&detail=number"), frame("&theme=auto")].concat()).open();
    page.session.media("", &[("prefers-color-scheme", "dark")]);
    let inside = |i: usize| format!("document.querySelectorAll('iframe')[{i}].contentDocument");
    for (i, ground) in [(0, "rgb(255, 255, 255)"), (1, "rgb(22, 32, 42)")] {
        let inside = inside(i);
        page.wait(&format!("{inside}.documentElement.dataset.ready === 'true'"));
        page.wait(&format!("getComputedStyle({inside}.querySelector('.lone')).backgroundColor === '{ground}'"));
    }
    let heights = "[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";
    page.wait(&format!("(([number, all]) => number > 100 && number < 400 && all > number)({heights})"));
    assert!(page.holds(&format!("!{}.querySelector('.body').getClientRects().length", inside(0))));
}
