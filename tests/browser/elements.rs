//! Figures as elements of somebody else's page: they follow their attributes, come and go, and lead to the whole page.

use serde_json::{Value, json};

use super::portal::{CALM, drawn, portal, text};
use super::visit::{MODULE, SECOND_MODULE, dist, module};
use crate::common::server::{self, Site};

#[test]
fn two_elements_show_two_budgets_and_each_is_checked_by_itself() {
    let page = drawn(portal(CALM));
    page.run(
        "for (const i of [0, 1]) { lens(i).setAttribute('figure', 'checks'); lens(i).removeAttribute('unit'); }",
        Value::Null,
    );
    for i in 0..2 {
        page.wait(&format!("/^核对了/.test((inside({i}, '#checks figcaption') || {{}}).textContent)"));
    }
    let [first, second] = [0, 1].map(|i| text(&page, i, "#checks figcaption"));
    assert!(first.contains("有 10 处不符"), "{first}");
    assert!(!second.contains("有 10 处不符"), "{second}");
    // Neither forgets when the other is asked something.
    page.run("inside(0, '[data-choose=\"verdict=rounding\"]').click()", Value::Null);
    page.wait("inside(0, '.sections:not(.front) .finding .badge')?.textContent === '尾差'");
    page.run("lens(1).setAttribute('lang', 'en')", Value::Null);
    page.wait("/^Of 6/.test(inside(1, '#checks figcaption').textContent)");
    assert_eq!(text(&page, 0, "#checks figcaption"), first);
    assert_eq!(text(&page, 0, ".sections:not(.front) .finding .badge"), "尾差");
}

#[test]
fn an_element_follows_its_attributes() {
    let page = drawn(portal(CALM).lacking("none.json"));
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
    page.wait("inside(0, '.legend').textContent.includes('3,760,000')");
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
    assert!(text(&page, 1, ".legend").contains("3,750,000"), "{}", text(&page, 1, ".legend"));
}

#[test]
fn the_script_works_as_a_plain_script_too() {
    let page = drawn(portal(&CALM.replace("type=\"module\" ", "")));
    assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
}

#[test]
fn text_of_the_portal_that_calls_itself_a_script_does_not_say_where_the_program_lies() {
    let script = "<script type=\"module\" src=\"embed.js\"></script>";
    for tag in [script.into(), script.replace("type=\"module\" ", "")] {
        let posing = "<img name=\"currentScript\" src=\"elsewhere/embed.js\" alt=\"\">";
        let html = CALM.replace(script, "").replace("<main>", &[posing, &tag, "<main>"].concat());
        let page = drawn(portal(&html).extra("elsewhere/embed.js", ""));
        assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
    }
}

#[test]
fn what_comes_from_no_site_is_nobodys_also_on_a_page_without_an_address() {
    let inside = "<script src='embed.js'></script><budget-lens data='data:application/json,{}'></budget-lens>";
    let html = format!("<!doctype html><link rel='icon' href='data:,'><iframe srcdoc=\"{inside}\"></iframe>");
    let page = portal(&html).without_policy().open();
    let said = "document.querySelector('iframe').contentDocument?.querySelector('budget-lens')?.shadowRoot?.querySelector('[role=alert]')";
    page.wait(said);
    assert!(page.holds(&format!("{said}.textContent.includes('data-allow')")));
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
fn an_element_whose_rest_does_not_arrive_still_shows_its_figure_with_no_link_to_what_is_not_there() {
    let page = portal(CALM).lacking(&module(SECOND_MODULE)).open();
    page.wait("window.inside && inside(0, '.messages .alert') && inside(0, '.amount')");
    assert!(page.holds("!inside(0, '.card a')"));
    assert!(text(&page, 0, "figcaption").contains("4,560.06 万元"));
}
