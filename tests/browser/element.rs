//! Figures as elements of somebody else's page: no style comes in, and none gets out.

use serde_json::{Value, json};

use super::portal::{CALM, STYLE, drawn, portal, text};

/// How everything in the elements looks: sizes, places, and what a reader sees of the style.
const LOOK: &str = "[0, 1].map((i) => [...lens(i).shadowRoot.querySelectorAll('.lens *')].map((element) => {
    const [box, around] = [element.getBoundingClientRect(), lens(i).getBoundingClientRect()];
    const style = getComputedStyle(element);
    const names = ['display', 'visibility', 'color', 'background-color', 'font-size', 'font-family', 'line-height', 'letter-spacing',
        'word-spacing', 'text-transform', 'text-align', 'text-indent', 'white-space', 'direction', 'cursor', 'box-sizing', 'z-index',
        'margin', 'padding', 'border', 'border-radius', 'transform', 'filter', '--ink', '--brand', '--rem', '--series-0', '--radius'];
    const seen = box.width && box.height;
    const place = [box.x - around.x, box.y - around.y, box.width, box.height].map((length) => seen && Math.round(length * 4) / 4);
    return [element.tagName + '.' + element.className, ...place, ...names.map((name) => style.getPropertyValue(name))].join(' | ');
}))";

#[test]
fn on_the_worst_portal_elements_look_as_on_the_best() {
    let hostile = CALM.replace("portal.css", "hostile.css");
    let looks = [CALM, &hostile].map(|html| {
        let page = drawn(portal(html));
        assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
        assert!(text(&page, 1, ".legend").contains("3,760,000"), "{}", text(&page, 1, ".legend"));
        // The marks of the checks come last.
        page.wait("inside(0, '.flag') && inside(1, '.flag')");
        let look = page.value(LOOK);
        (look, page.value("getComputedStyle(document.querySelector('#stranger')).letterSpacing"))
    });
    assert_ne!(looks[0].1, looks[1].1, "the second portal is another");
    for i in 0..2 {
        let of = |look: &Value| look[i].as_array().cloned().unwrap_or_default();
        let (calm, hostile) = (of(&looks[0].0), of(&looks[1].0));
        assert!(calm.len() > 40 && calm.len() == hostile.len(), "{} elements, {}", calm.len(), hostile.len());
        for (calm, hostile) in calm.iter().zip(&hostile) {
            assert_eq!(calm, hostile);
        }
    }
}

#[test]
fn the_portal_keeps_its_style_title_address_and_history() {
    let watch = "addEventListener('DOMContentLoaded', () => {
        window.portal = () => [document.title, location.href, history.length,
            [...document.documentElement.attributes].map((a) => a.name + a.value), document.querySelectorAll('link, style').length,
            [...document.body.children].length, ...[...document.querySelectorAll('h1, #stranger, table, td, button, main')].map((element) =>
                [...getComputedStyle(element)].filter((name) => !/block|height|origin|inset|bottom|inline-size|^width/.test(name))
                    .map((name) => name + ' ' + getComputedStyle(element).getPropertyValue(name)))];
        window.first = portal();
    })";
    let page = drawn(portal(CALM).before(watch));
    page.run("inside(0, '.pick.opens').click()", Value::Null);
    page.wait("inside(0, '.trail')");
    page.run("inside(1, '.term').click()", Value::Null);
    page.wait("inside(1, '#meaning')");
    let changed = "((now) => now.flat().filter((text, i) => text !== first.flat()[i]))(portal())";
    assert_eq!(page.value(changed), json!([]));
    // The explanation stands in the element, below its term.
    let below = "inside(1, '#meaning').getBoundingClientRect().top - inside(1, '.term[aria-describedby]').getBoundingClientRect().bottom";
    assert!(page.value(below).as_f64().is_some_and(|gap| (0.0..20.0).contains(&gap)), "{}", page.value(below));
}

#[test]
fn an_element_has_the_layout_of_its_column() {
    let page = drawn(portal(CALM));
    let fits = "inside(0, '.lens').scrollWidth <= lens(0).clientWidth && inside(0, 'canvas').clientWidth < lens(0).clientWidth";
    // The numbers stand beside the names; the list beside the drawing, or below.
    let beside = |a: &str, b: &str| {
        format!(
            "inside(0, '{a}').getBoundingClientRect().top < inside(0, '{b}').getBoundingClientRect().bottom - 1 && inside(0, '{b}').getBoundingClientRect().top < inside(0, '{a}').getBoundingClientRect().bottom - 1"
        )
    };
    for (width, number, list) in [(280, true, false), (700, true, false), (1100, true, true)] {
        page.run("document.querySelector('#one').style.width = arguments[0] + 'px'", json!(width));
        page.wait(&format!("lens(0).clientWidth === {width} && {fits}"));
        page.wait(&format!("({}) === {number}", beside(".pick", ".amount")));
        page.wait(&format!("({}) === {list}", beside(".drawn", ".legend")));
        page.wait("Math.abs(inside(0, 'canvas').width - inside(0, 'canvas').clientWidth * devicePixelRatio) < 2");
    }
}

#[test]
fn a_portal_restyles_elements_by_their_own_custom_properties_only() {
    let html = CALM
        .replace("id=\"one\"", "id=\"one\" class=\"restyled\"")
        .replace("class=\"column\" id=\"one\" ", "id=\"one\" ");
    let style = [STYLE, "#one { width: 700px; --ink: red; --card: red; --budget-lens-card: #102030; --budget-lens-ink: #fafafa;
        --budget-lens-series-0: rgb(200, 10, 20); --budget-lens-radius: 3px; --budget-lens-font: monospace; --budget-lens-size: 20px; }"];
    let page = drawn(portal(&html).extra("portal.css", style.concat()));
    let style = |selector: &str, name: &str| {
        page.run(
            "const [s, n] = arguments[0]; return getComputedStyle(inside(0, s)).getPropertyValue(n)",
            json!([selector, name]),
        )
    };
    assert_eq!(style(".lone", "background-color"), "rgb(16, 32, 48)");
    assert_eq!(style(".lone", "border-radius"), "3px");
    assert_eq!(style("figcaption", "color"), "rgb(250, 250, 250)");
    assert_eq!(style("figcaption", "font-family"), "monospace");
    assert_eq!(style("figcaption", "font-size"), "22.5px");
    let painted = "(() => { const c = inside(0, 'canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, 30).data;
        for (let i = 0; i < d.length; i += 4) if (d[i] === 200 && d[i + 1] === 10 && d[i + 2] === 20) return true; })()";
    assert!(page.holds(painted), "the chart has the portal's colour");
}
