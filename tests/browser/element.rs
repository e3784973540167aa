//! Figures as elements of somebody else's page: nothing comes in, nothing gets out, and they go without a trace.

use serde_json::{Value, json};

use super::page::Page;
use super::server::{self, Site};
use super::visit::{LATER, MODULE, Visit, budget, dist, module};

const CALM: &str = include_str!("portal/calm.html");
const STYLE: &str = include_str!("portal/portal.css");
const HOSTILE: &str = include_str!("portal/hostile.css");

/// What tests ask of the elements, by their number.
const ASK: &str = "
    window.lens = (i) => document.querySelectorAll('budget-lens')[i];
    window.inside = (i, selector) => lens(i).shadowRoot && lens(i).shadowRoot.querySelector(selector);
    window.drawn = (i) => !!inside(i, '.lens[data-ready] .whole a') && !!inside(i, 'figcaption a, .section');";

/// Another budget: receptions have a thousandth more.
fn other() -> String {
    budget().replace("375.00", "376.00")
}

fn portal(html: &str) -> Visit {
    let visit = Visit::at_desk().portal("calm.html", html).extra("portal.css", STYLE).extra("hostile.css", HOSTILE);
    visit.extra("other.json", other()).before(ASK)
}

/// The portal with its two elements drawn.
fn drawn(visit: Visit) -> Page {
    let page = visit.open();
    page.wait("window.drawn && drawn(0) && drawn(1)");
    page
}

/// The text of something in an element.
fn text(page: &Page, i: usize, selector: &str) -> String {
    let script = "const [i, selector] = arguments[0]; return inside(i, selector).textContent";
    page.run(script, json!([i, selector])).as_str().unwrap_or_default().into()
}

/// How everything in the elements looks: sizes, places, and what a reader sees of the style.
const LOOK: &str = "[0, 1].map((i) => [...lens(i).shadowRoot.querySelectorAll('.lens *')].map((element) => {
    const [box, around] = [element.getBoundingClientRect(), lens(i).getBoundingClientRect()];
    const style = getComputedStyle(element);
    const names = ['display', 'visibility', 'color', 'background-color', 'font-size', 'font-family', 'line-height', 'letter-spacing',
        'word-spacing', 'text-transform', 'text-align', 'text-indent', 'white-space', 'direction', 'cursor', 'box-sizing', 'z-index',
        'margin', 'padding', 'border', 'border-radius', 'transform', 'filter', '--ink', '--brand', '--rem', '--series-0', '--radius'];
    const place = [box.x - around.x, box.y - around.y, box.width, box.height].map((length) => Math.round(length * 4) / 4);
    return [element.tagName + '.' + element.className, ...place, ...names.map((name) => style.getPropertyValue(name))].join(' | ');
}))";

#[test]
fn on_the_worst_portal_elements_look_as_on_the_best() {
    let hostile = CALM.replace("portal.css", "hostile.css");
    let looks = [CALM, &hostile].map(|html| {
        let page = drawn(portal(html));
        assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
        assert!(text(&page, 1, "figcaption").contains("3,760,000"), "{}", text(&page, 1, "figcaption"));
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
        window.portal = () => JSON.stringify([document.title, location.href, history.length,
            [...document.documentElement.attributes].map((a) => a.name + a.value), document.querySelectorAll('link, style').length,
            [...document.body.children].length, ...[...document.querySelectorAll('h1, #stranger, table, td, button, main')].map((element) =>
                [...getComputedStyle(element)].filter((name) => !/block|height|origin|inset|bottom/.test(name))
                    .map((name) => name + getComputedStyle(element).getPropertyValue(name)))]);
        window.first = portal();
    })";
    let page = drawn(portal(CALM).before(watch));
    page.run("inside(0, '.pick.opens').click()", Value::Null);
    page.wait("inside(0, '.trail')");
    page.run("inside(1, '.term').click()", Value::Null);
    page.wait("inside(1, '#meaning')");
    assert_eq!(page.value("window.portal()"), page.value("window.first"));
    // The explanation stands in the element, below its term.
    let below = "inside(1, '#meaning').getBoundingClientRect().top - inside(1, '.term[aria-describedby]').getBoundingClientRect().bottom";
    assert!(page.value(below).as_f64().is_some_and(|gap| (0.0..20.0).contains(&gap)), "{}", page.value(below));
}

#[test]
fn two_elements_show_two_budgets_and_each_is_checked_by_itself() {
    let page = drawn(portal(CALM));
    page.run(
        "for (const i of [0, 1]) { lens(i).setAttribute('figure', 'checks'); lens(i).removeAttribute('unit'); }",
        Value::Null,
    );
    for i in 0..2 {
        page.wait(&format!("/^应当对上/.test((inside({i}, '#checks figcaption') || {{}}).textContent)"));
    }
    let [first, second] = [0, 1].map(|i| text(&page, i, "#checks figcaption"));
    assert!(first.contains("有 10 处不符"), "{first}");
    assert!(!second.contains("有 10 处不符"), "{second}");
    // Neither forgets when the other is asked something.
    page.run("inside(0, '[data-choose=\"verdict=rounding\"]').click()", Value::Null);
    page.wait("inside(0, '.badge').textContent === '尾差'");
    page.run("lens(1).setAttribute('lang', 'en')", Value::Null);
    page.wait("/^Of 6/.test(inside(1, '#checks figcaption').textContent)");
    assert_eq!(text(&page, 0, "#checks figcaption"), first);
    assert_eq!(text(&page, 0, ".badge"), "尾差");
}

#[test]
fn an_element_follows_its_attributes() {
    let page = drawn(portal(CALM));
    let set = |name: &str, value: &str| page.run("lens(0).setAttribute(...arguments[0])", json!([name, value]));
    set("unit", "yuan");
    page.wait("inside(0, 'figcaption').textContent.includes('45,600,600 元')");
    set("lang", "en-GB");
    page.wait("inside(0, 'figcaption').textContent.includes('45,600,600 yuan')");
    set("theme", "dark");
    page.wait("getComputedStyle(inside(0, '.lone')).backgroundColor === 'rgb(22, 32, 42)'");
    set("text", "large");
    page.wait("getComputedStyle(inside(0, 'figcaption')).fontSize === '22.5px'");
    set("code", "208");
    page.wait("inside(0, '.trail')");
    set("figure", "three-public");
    page.wait("inside(0, '#three-public figcaption')");
    set("data", "other.json");
    page.wait("inside(0, 'figcaption').textContent.includes('3,760,000')");
    set("data", "none.json");
    page.wait("inside(0, '[role=alert]')");
    set("figure", "none");
    page.run("lens(0).removeAttribute('data')", Value::Null);
    page.wait("/There is no figure called/.test((inside(0, '.whole [role=alert]') || {}).textContent)");
    assert_eq!(page.value("lens(0).shadowRoot.querySelectorAll('figure').length"), json!(0));
    page.run("lens(0).removeAttribute('figure')", Value::Null);
    page.wait("inside(0, '#structure figcaption')");
}

/// Counts what is registered outside the elements, and observers.
const COUNT: &str = "
    window.live = {listeners: 0, observers: 0};
    window.queries = [];
    for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const real = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (...rest) {
            if (this === window || this === document || !this) live.listeners += step;
            return real.apply(this, rest);
        };
    }
    const Real = ResizeObserver;
    window.ResizeObserver = class extends Real {
        observe(...rest) { live.observers += 1; super.observe(...rest); }
        disconnect() { live.observers -= 1; super.disconnect(); }
    };
    const match = window.matchMedia;
    window.matchMedia = (query) => { const made = match.call(window, query); queries.push(made); return made; };";

#[test]
fn an_element_that_is_taken_away_leaves_nothing_behind_and_works_again_when_it_is_put_back() {
    let page = drawn(portal(CALM).before(COUNT));
    // In the column beside it goes on as it was.
    page.run("inside(0, '.pick.opens').click()", Value::Null);
    page.wait("inside(0, '.trail')");
    page.run("window.kept = lens(0); document.querySelector('#two').prepend(kept)", Value::Null);
    page.wait("kept.shadowRoot.querySelector('.trail')");
    assert!(page.value("live.observers").as_u64().is_some_and(|count| count >= 2), "{}", page.value("live"));
    // An element that is taken away while its budget is on its way must not wake up either.
    page.run("kept.setAttribute('data', 'other.json'); document.querySelectorAll('budget-lens').forEach((element) => element.remove())", Value::Null);
    page.wait("live.observers === 0");
    assert_eq!(page.value("queries.filter((query) => query.onchange).length"), json!(0));
    let listeners = page.value("live.listeners");
    page.run("document.querySelector('#one').append(kept)", Value::Null);
    page.wait("drawn(0)");
    assert!(!page.holds("inside(0, '.trail')"), "it begins anew");
    page.run("inside(0, '.pick.opens').click()", Value::Null);
    page.wait("inside(0, '.trail')");
    page.run("kept.setAttribute('lang', 'en')", Value::Null);
    page.wait("inside(0, '.whole a').textContent === 'Open the whole page'");
    page.run("kept.remove()", Value::Null);
    page.wait("live.observers === 0");
    assert_eq!(page.value("live.listeners"), listeners);
}

#[test]
fn an_element_has_the_layout_of_its_column() {
    let page = drawn(portal(CALM));
    let fits = "inside(0, '.lens').scrollWidth <= lens(0).clientWidth && inside(0, 'canvas').clientWidth < lens(0).clientWidth";
    // The numbers stand beside the names, or below; the list beside the drawing, or below.
    let beside = |a: &str, b: &str| {
        format!(
            "inside(0, '{a}').getBoundingClientRect().top < inside(0, '{b}').getBoundingClientRect().bottom - 1 && inside(0, '{b}').getBoundingClientRect().top < inside(0, '{a}').getBoundingClientRect().bottom - 1"
        )
    };
    for (width, number, list) in [(280, false, false), (700, true, false), (1100, true, true)] {
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

#[test]
fn a_number_of_an_element_opens_its_line_on_the_whole_page_and_the_portal_stays() {
    let page = drawn(portal(CALM));
    let here = page.copied();
    page.run("inside(0, 'a.amount').click()", Value::Null);
    page.wait_until("a second window", || page.windows().len() == 2);
    assert_eq!(page.copied(), here);
    assert_eq!(page.value("history.length"), json!(2), "the browser's first page, and this one");
    page.look_at_window(1);
    page.wait("document.querySelector('h1') && document.querySelector('tr[data-found]')");
    assert!(page.copied().starts_with(&(page.address() + "?")) || page.copied().starts_with(&(page.address() + "#")));
}

#[test]
fn an_element_shows_the_files_of_another_site_only_where_the_portal_allows_it() {
    let other = Site { shared: true, ..Site::of(dist()) };
    let other = format!("http://{}", server::start("127.0.0.1:0", other).expect("a free port").address);
    let html = CALM.replace("other.json", &format!("{other}/budget.json"));
    let page = portal(&html).without_policy().open();
    page.wait("window.inside && inside(1, '[role=alert]')");
    let said = text(&page, 1, "[role=alert]");
    assert!(said.contains("data-allow"), "{said}");
    drop(page);
    let html = html.replace("<script ", &format!("<script data-allow=\"https://example.gov.cn {other}\" "));
    let page = drawn(portal(&html).without_policy().asking(&other));
    assert!(text(&page, 1, "figcaption").contains("3,750,000"), "{}", text(&page, 1, "figcaption"));
}

#[test]
fn the_script_works_as_a_plain_script_too() {
    let page = drawn(portal(&CALM.replace("type=\"module\" ", "")));
    assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
}

#[test]
fn a_program_that_does_not_arrive_is_said_in_the_elements_place() {
    let html = CALM.replace("<budget-lens figure=\"structure\">", "<budget-lens lang=\"en\">");
    let page = portal(&html).lacking(&module(MODULE)).expecting("budget-lens:").open();
    page.wait("window.inside && inside(0, '[role=alert]') && inside(1, '[role=alert]')");
    assert!(text(&page, 0, "[role=alert]").contains("did not arrive"));
    assert!(text(&page, 1, "[role=alert]").contains("没有载入"));
    assert_eq!(page.value("inside(0, '[role=alert] a').href"), json!(page.address()));
}

#[test]
fn an_element_whose_second_part_does_not_arrive_still_shows_its_figure_and_does_not_move_the_portal() {
    let page = portal(CALM).lacking(&module(LATER)).open();
    page.wait("window.inside && inside(0, '.messages .alert') && inside(0, 'a.amount')");
    let here = page.copied();
    page.run("inside(0, 'a.amount').click()", Value::Null);
    assert_eq!(page.copied(), here);
    assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
}
