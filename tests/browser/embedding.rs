//! Figures in frames: as high as what they show, and told so by nobody else.

use serde_json::{Value, json};

use super::page::Page;
use super::portal::{CALM, portal};
use super::visit::{Visit, dist};
use crate::common::server::{self, Site};

/// The portal, whose columns three and four hold frames.
fn frames() -> Visit {
    let heard = "window.heard = []; if (self === top) addEventListener('message', (event) => heard.push(event.data))";
    portal(CALM).before(heard)
}

/// How high a frame is, and what it shows.
fn heights(frame: &str) -> String {
    format!(
        "[{frame}.clientHeight, Math.ceil({frame}.contentDocument.querySelector('main').getBoundingClientRect().height)]"
    )
}

/// Waits until both frames are drawn and as high as what they show.
fn fit(page: &Page) {
    for i in 0..2 {
        let frame = format!("document.querySelectorAll('iframe')[{i}]");
        let ready = format!("{frame}.contentDocument.documentElement.dataset.ready === 'true'");
        let heights = heights(&frame);
        page.wait(&format!("{ready} && (([frame, shown]) => shown > 300 && frame === shown)({heights})"));
    }
}

const FRAME: &str = "document.querySelectorAll('iframe')[0]";

#[test]
fn a_frame_is_as_high_as_its_figure_also_when_a_table_opens_or_the_column_is_narrow() {
    let page = frames().open();
    fit(&page);
    let before = page.value(&heights(FRAME))[0].as_u64();
    let table = format!("{FRAME}.contentDocument.querySelector('details.data')");
    page.run(&format!("{table}.open = true"), Value::Null);
    page.wait(&format!("{FRAME}.clientHeight > {}", before.unwrap_or(0) + 100));
    fit(&page);
    page.run(&format!("{table}.open = false"), Value::Null);
    page.wait(&format!("{FRAME}.clientHeight === {}", before.unwrap_or(0)));
    page.run("document.querySelectorAll('.column').forEach((column) => column.style.width = '280px')", Value::Null);
    page.wait(&format!("{FRAME}.clientWidth === 280 && {FRAME}.clientHeight > {}", before.unwrap_or(0)));
    fit(&page);
    assert!(page.holds(
        "[...document.querySelectorAll('iframe')].every((f) => f.contentDocument.documentElement.scrollWidth <= 280)"
    ));
}

#[test]
fn a_frame_that_is_drawn_before_the_script_comes_is_made_as_high_as_its_figure_too() {
    let script = "<script type=\"module\" src=\"embed.js\"></script>\n";
    assert!(CALM.contains(script));
    let page = portal(&CALM.replace(script, "")).open();
    for i in 0..2 {
        page.wait(&format!("document.querySelectorAll('iframe')[{i}].contentDocument.documentElement.dataset.ready"));
    }
    assert_eq!(page.value(&format!("{FRAME}.clientHeight")), json!(150), "as frames are by themselves");
    page.run("document.head.append(Object.assign(document.createElement('script'), {src: 'embed.js'}))", Value::Null);
    fit(&page);
}

#[test]
fn a_frame_does_not_grow_by_itself_with_a_border_and_in_any_box() {
    let page = frames().open();
    fit(&page);
    let border = "const frame = document.querySelector('iframe');
        frame.style.cssText = 'border: 7px solid; padding: 3px; box-sizing: border-box; width: 500px'; heard.length = 0";
    page.run(border, Value::Null);
    let shown = format!("Math.ceil({FRAME}.contentDocument.querySelector('main').getBoundingClientRect().height)");
    page.wait(&format!("heard.length && {FRAME}.clientHeight - 6 === {shown}"));
    // Twenty frames later nothing more was said: no height was said twice.
    let script = "const done = arguments[arguments.length - 1]; let left = 20;
        const next = () => left-- ? requestAnimationFrame(next) : done(heard.map(({height}) => height)); next()";
    let said = page.session.post("execute/async", &json!({"script": script, "args": []}));
    let said: Vec<_> = said.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    assert!(said.len() < 6 && said.windows(2).all(|pair| pair[0] != pair[1]), "{said:?}");
}

#[test]
fn a_height_that_somebody_else_says_is_ignored() {
    let page = frames().open();
    fit(&page);
    let before = page.value(&heights(FRAME));
    // A frame of the same site that is no figure, and the portal itself.
    page.run(
        "const frame = document.createElement('iframe'); frame.src = 'portal.css'; frame.id = 'stranger';
         frame.onload = () => window.loaded = true; document.querySelector('main').append(frame)",
        Value::Null,
    );
    page.wait("window.loaded");
    let strange = page.value("document.querySelector('#stranger').offsetHeight");
    let say = "for (const message of arguments[0]) parent.postMessage(message, '*')";
    let of = |height: Value| json!({"type": "budget-lens:height", "height": height});
    page.run(say, json!([of(json!(444))]));
    page.session.post("frame", &json!({"id": 2}));
    page.run(say, json!([of(json!(444))]));
    page.session.post("frame", &json!({"id": null}));
    // A figure's own frame, with what no figure says.
    page.session.post("frame", &json!({"id": 0}));
    let wrong = json!([
        of(json!(39)), of(json!(20_001)), of(json!("444")), of(json!(null)), of(json!([444])),
        {"type": "height", "height": 444}, "budget-lens:height", null, 444
    ]);
    page.run(say, wrong);
    page.run("parent.postMessage({type: 'budget-lens:height', height: NaN}, '*')", Value::Null);
    page.session.post("frame", &json!({"id": null}));
    page.wait("heard.some((data) => data && Number.isNaN(data.height))");
    assert_eq!(page.value(&heights(FRAME)), before);
    assert_eq!(page.value("document.querySelector('#stranger').offsetHeight"), strange);
    // What it may say is heard: the test looks at the right frame.
    page.session.post("frame", &json!({"id": 0}));
    page.run(say, json!([of(json!(444))]));
    page.session.post("frame", &json!({"id": null}));
    page.wait(&format!("{FRAME}.clientHeight === 444"));
}

#[test]
fn a_figure_that_stands_in_no_frame_tells_nobody_its_height() {
    let heard = "window.heard = []; addEventListener('message', (event) => heard.push(event.data))";
    let page = Visit::by_phone().before(heard).query("figure=structure").open().ready();
    page.wait("document.querySelector('.whole a')");
    page.wait("document.querySelector('#structure .foot')");
    assert_eq!(page.value("heard"), json!([]));
}

#[test]
fn a_figure_alone_says_whose_it_is_and_leads_to_the_whole_page() {
    let page = Visit::by_phone().query("figure=structure&unit=yi").open().ready();
    page.wait("document.querySelector('.whole a')");
    let whose = page.text(".whole");
    assert!(["直属机关事务服务中心", "2026 年", "平鲁区"].iter().all(|part| whose.contains(part)), "{whose}");
    let link = "(({href, target, rel}) => [href, target, rel])(document.querySelector('.whole a'))";
    let expected = format!("{}?unit=yi#structure", page.address());
    assert_eq!(page.value(link), json!([expected, "_blank", "noopener"]));
    // Whatever else the address says, the links stay on the page's own path.
    let away =
        "[...document.querySelectorAll('main a')].filter((a) => !a.href.startsWith(location.href.split('?')[0]))";
    assert_eq!(page.value(&format!("{away}.length")), json!(0));
    page.tap(".whole a");
    page.wait_until("a second window", || page.windows().len() == 2);
    page.look_at_window(1);
    page.wait("document.querySelector('h1') && location.hash === '#structure'");
}

/// Another site that lets its budget be read by all, and where it is.
fn elsewhere() -> String {
    let site = Site { shared: true, ..Site::of(dist()) };
    format!("http://{}", server::start("127.0.0.1:0", site).expect("a free port").address)
}

/// The page as a host publishes it that lets files of another site be shown, and names it in both places.
fn allowing(origin: &str) -> String {
    let page = std::fs::read_to_string(dist().join("index.html")).expect("the page");
    let meta = format!("<meta name=\"budget-lens:allow\" content=\"https://example.gov.cn {origin}\">");
    page.replace("connect-src 'self'", &format!("connect-src 'self' {origin}")).replace("<title>", &(meta + "<title>"))
}

#[test]
fn a_budget_of_another_site_is_shown_where_the_host_allows_that_site_and_nowhere_else() {
    let other = elsewhere();
    let third = elsewhere();
    let visit = Visit::by_phone().without_policy().extra("index.html", allowing(&other)).asking(&other);
    let away = [("here.json", &other), ("there.json", &third)];
    let visit = away.into_iter().fold(visit, |visit, (name, to)| visit.moved(name, &format!("{to}/budget.json")));
    // The page's own policy does not let it follow to the third.
    let page = visit.expecting("Content Security Policy").expecting("Fetch API cannot load").open().ready();
    page.go(&format!("data={other}/budget.json"));
    let page = page.ready();
    assert!(page.text("#structure figcaption").contains("4,560.06 万元"));
    assert_eq!(page.texts("[role=alert]").len(), 0);
    page.go("data=here.json");
    let page = page.ready();
    assert_eq!(page.texts("[role=alert]").len(), 0, "nor does it matter who led there");
    // One that it does not name, also where an address tries to be one that it does.
    for address in
        [format!("{third}/budget.json"), format!("{}@127.0.0.1:9/budget.json", other.replace("http", "https"))]
    {
        page.go(&format!("data={address}"));
        page.wait("document.querySelector('main [role=alert]')");
        let said = page.text("main [role=alert]");
        assert!(said.contains("只能指向本网站自己的文件") && said.contains("budget-lens:allow"), "{address}: {said}");
    }
    page.go("data=there.json");
    page.wait("document.querySelector('main [role=alert]')");
}

#[test]
fn a_redirect_to_a_site_that_is_not_allowed_shows_nothing_of_it() {
    let other = elsewhere();
    let html = std::fs::read_to_string(dist().join("index.html")).expect("the page");
    let html = html.replace("connect-src 'self'", "connect-src *");
    let visit = Visit::by_phone().without_policy().extra("index.html", html).asking(&other);
    let page = visit.moved("away.json", &format!("{other}/budget.json")).query("data=away.json").open();
    page.wait("document.querySelector('main [role=alert]')");
    assert!(page.text("main [role=alert]").contains("只能指向本网站自己的文件"));
    assert_eq!(page.texts("main figure").len(), 0);
}
