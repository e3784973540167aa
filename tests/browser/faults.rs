//! Each file of the page fails in each way that hosts and networks know: what is there can be read, what does not work
//! is not offered, and a sentence says so, before the reader has to guess.

use serde_json::{Value, json};

use budget_lens::export::document::{MANIFEST, Manifest};

use super::engines::{Need, lacks};
use super::page::Page;
use super::portal::{CALM, portal};
use super::temporary::Temporary;
use super::visit::{Visit, dist};
use crate::common::server::Fault;

const ALL: [Fault; 5] = [Fault::Error, Fault::Cut, Fault::Empty, Fault::Html, Fault::Silent];

/// What the page waits for a long time comes a hundred times as soon.
const HASTE: &str = "
    const real = window.setTimeout;
    window.setTimeout = (run, time, ...rest) => real(run, time >= 10000 ? time / 100 : time, ...rest);";

/// What a reader sees of a selector's elements; of the styles that show something after a long time, what they show then.
const SEEN: &str = "
    const [selector, now] = arguments[0];
    if (!now) for (const one of document.getAnimations()) if (/late|slow/.test(one.animationName)) one.finish();
    const isSeen = (e) => e.getClientRects().length && getComputedStyle(e).visibility === 'visible';
    return [...document.querySelectorAll(selector)].filter(isSeen).map((e) => e.innerText).join(' ')";

/// What comes of a file that fails.
enum Outcome {
    /// The page's own sentence after a long time.
    Late,
    /// An alert in which this stands.
    Alert(&'static str),
    /// A message of the program's in which this stands.
    Message(&'static str),
    /// The page is whole without it.
    Whole,
    /// An official file is refused with this.
    Refused(&'static str),
    /// The figure of an element does not come, which is said in its place.
    Element,
    /// It is not for the page: readers open it by themselves, or it is for pages without scripts.
    Apart,
}

/// What has to come of each file. A new file has to be named here.
fn outcome(manifest: &Manifest, name: &str, fault: Fault) -> Outcome {
    let is = |own: &String| own == name;
    let is_silent = fault == Fault::Silent;
    match name {
        _ if is(&manifest.boot) => Outcome::Late,
        _ if is(&manifest.glue) || is(&manifest.module) || name == "budget.json" && is_silent => {
            if is_silent {
                Outcome::Late
            } else {
                Outcome::Alert("没有启动成功")
            }
        }
        "budget.json" => Outcome::Alert("budget.json"),
        _ if manifest.second.iter().any(is) => Outcome::Message("其余的图没有载入"),
        _ if manifest.third.iter().any(is) => Outcome::Message("核对和分享没有载入"),
        _ if is(&manifest.reader) || is(&manifest.importer) => {
            // A script in which there is nothing never answers either.
            let is_silent = is_silent || is(&manifest.reader) && fault == Fault::Empty;
            Outcome::Refused(if is_silent { "还没有载完" } else { "没有载入" })
        }
        _ if is(&manifest.element) || name == "embed.js" => Outcome::Element,
        // A browser shows nothing at all before its styles have come or failed.
        _ if is(&manifest.page) && is_silent => Outcome::Apart,
        _ if is(&manifest.page) || is(&manifest.register) || is(&manifest.element_dark) => Outcome::Whole,
        _ if is(&manifest.print) => Outcome::Whole,
        "dark.css" | "service-worker.js" | "failure.js" => Outcome::Whole,
        // Who needs aids or English names fetches these.
        _ if ["aids-", "element-contrast-"].iter().any(|begins| name.starts_with(begins)) || name == "english.txt" => {
            Outcome::Apart
        }
        "noscript.css" | "licences.txt" | "icon.svg" | "touch-icon.png" | "template.xlsx" => Outcome::Apart,
        _ => panic!("nobody says what a reader is told when {name} fails"),
    }
}

fn seen(page: &Page, selector: &str, now: bool) -> String {
    page.run(SEEN, json!([selector, now])).as_str().unwrap_or_default().into()
}

#[track_caller]
fn wait_to_see(page: &Page, selector: &str, what: &str, name: &str, fault: Fault) {
    page.wait_until(&format!("{name} {fault:?}: {what:?} in {selector}"), || {
        seen(page, selector, false).contains(what)
    });
}

/// Opens the page anew with this file failing in this way.
fn open(page: &Page, name: &str, fault: Fault, visit: usize) {
    page.server.change(|site| site.faults = [(name.to_string(), fault)].into());
    page.go(&format!("visit={visit}"));
    let arrived = format!("location.search.includes('visit={visit}') && document.querySelector('main')");
    page.wait(&arrived);
}

fn visited() -> Page {
    Visit::by_phone().impatient().before(HASTE).expecting("").open()
}

fn manifest() -> Manifest {
    Manifest::read(&dist().join(MANIFEST)).expect("the build has a list of its files")
}

/// Goes through all files that fail in one way.
fn each_file(fault: Fault) {
    let (mut page, manifest) = (visited(), manifest());
    let files = manifest.files.iter().cloned().chain(["budget.json".to_string()]);
    for (visit, name) in files.enumerate() {
        page.missing.push(name.clone());
        let expected = outcome(&manifest, &name, fault);
        if matches!(expected, Outcome::Refused(_) | Outcome::Element | Outcome::Apart) {
            continue;
        }
        open(&page, &name, fault, visit);
        match expected {
            Outcome::Late => {
                assert_eq!(seen(&page, ".late", true), "", "{name} {fault:?}: not at once");
                wait_to_see(&page, ".late", "还没有载完", &name, fault);
                // Nothing looks as if it answered before the program has begun, and everything can be read.
                let begun = page.holds("document.documentElement.hasAttribute('data-text')");
                let offered = seen(&page, "#static [data-action], #static .menu, #static .search", true);
                assert!(offered.is_empty() || begun && name == "budget.json", "{name}: {offered}");
                assert!(seen(&page, "#structure figcaption", true).contains("4,560.06"), "{name} {fault:?}");
            }
            Outcome::Alert(what) => wait_to_see(&page, "main [role=alert]", what, &name, fault),
            Outcome::Message(what) => wait_to_see(&page, ".messages .alert", what, &name, fault),
            _ => {
                page.wait("document.documentElement.dataset.ready === 'true'");
                assert_eq!(seen(&page, "[role=alert], .alert, .late", false), "", "{name} {fault:?}");
                assert!(seen(&page, "#structure figcaption", true).contains("4,560.06"), "{name} {fault:?}");
            }
        }
    }
}

#[test]
fn a_file_that_the_host_has_an_error_for_is_said_to_be_missing() {
    each_file(Fault::Error);
}

#[test]
fn a_file_that_is_cut_off_is_said_to_be_missing() {
    each_file(Fault::Cut);
}

#[test]
fn a_file_that_is_empty_is_said_to_be_missing() {
    each_file(Fault::Empty);
}

#[test]
fn a_file_in_whose_place_a_web_page_comes_is_said_to_be_missing() {
    each_file(Fault::Html);
}

#[test]
fn a_file_that_never_comes_is_not_waited_for_for_ever() {
    each_file(Fault::Silent);
}

#[test]
fn official_files_are_refused_in_words_where_their_reader_fails() {
    let (mut page, manifest) = (visited(), manifest());
    let file = Temporary::of("budget.csv", "项目,金额\n合计,1.00\n");
    for (visit, (fault, name)) in
        ALL.into_iter().flat_map(|fault| [(fault, &manifest.reader), (fault, &manifest.importer)]).enumerate()
    {
        let Outcome::Refused(what) = outcome(&manifest, name, fault) else { panic!("{name} is the reader's") };
        page.missing.push(name.clone());
        open(&page, name, fault, visit);
        page.wait("document.documentElement.dataset.ready === 'true'");
        page.choose(&file.0);
        wait_to_see(&page, ".official-files [role=alert]", what, name, fault);
    }
}

#[test]
fn an_element_whose_files_fail_says_so_or_leaves_what_the_portal_has_put_into_it() {
    let manifest = manifest();
    let html = CALM.replace(
        "<budget-lens figure=\"structure\">",
        "<budget-lens figure=\"structure\"><a href=\"./\">钱用在哪里？</a>",
    );
    for fault in ALL {
        let mut page = portal(&html).impatient().before(HASTE).expecting("").open();
        let files = [&manifest.glue, &manifest.module, &manifest.element, &"embed.js".to_string()].map(String::clone);
        page.missing.extend(files.clone());
        for name in &files {
            page.server.change(|site| site.faults = [(name.clone(), fault)].into());
            page.run("window.isOld = true", Value::Null);
            page.session.post("refresh", &json!({}));
            page.wait("!window.isOld && document.querySelector('budget-lens')");
            if name == "embed.js" {
                page.wait_until("what stands in it", || seen(&page, "budget-lens a", true).contains("钱用在哪里"));
            } else {
                let said = "window.inside && inside(0, '[role=alert]')?.textContent.includes('没有载入')";
                // Browsers take some styles for sound in which there is nothing: then the figure is there without them.
                let drawn = format!("{said} || window.inside && inside(0, 'figcaption')");
                page.wait(if *name == manifest.element { &drawn } else { said });
            }
        }
    }
}

#[test]
fn where_the_network_fails_the_page_has_a_sentence_of_its_own_for_the_script_that_would_say_it() {
    let (mut page, manifest) = (visited(), manifest());
    page.missing.extend([manifest.module.clone(), "failure.js".into()]);
    page.server
        .change(|site| site.faults = [manifest.module, "failure.js".into()].map(|name| (name, Fault::Cut)).into());
    page.go("visit=0");
    page.wait_until("the sentence, at once", || seen(&page, ".late", true).contains("请检查网络后刷新"));
}

#[test]
fn a_frame_that_may_not_run_the_page_s_scripts_shows_a_figure_that_offers_nothing() {
    let html = "<!doctype html><title>门户</title><link rel=icon href=data:,>\
        <iframe sandbox='allow-scripts' src='./?figure=structure' width=390 height=800></iframe>";
    let page = Visit::by_phone().portal("calm.html", html).expecting("").open();
    page.session.post("frame", &json!({"id": 0}));
    page.wait_until("the sentence", || seen(&page, ".late", false).contains("还没有载完"));
    assert_eq!(seen(&page, "[data-action], .menu, .search", true), "");
    page.session.post("frame", &json!({"id": null}));
}

#[test]
fn on_a_slow_network_controls_are_offered_when_they_work_and_nothing_is_called_missing() {
    if lacks(Need::SlowNetwork) {
        return;
    }
    let page = Visit::by_phone().impatient().open();
    let slow = json!({"offline": false, "latency": 300, "downloadThroughput": 60_000, "uploadThroughput": 60_000});
    page.session.chrome("Network.setCacheDisabled", &json!({"cacheDisabled": true}));
    page.session.chrome("Network.emulateNetworkConditions", &slow);
    page.go("visit=1");
    page.wait("location.search.includes('visit=1') && document.querySelector('main')");
    let share = "document.querySelector('.toolbar [data-action=share]')";
    let state = format!("[document.documentElement.hasAttribute('data-text'), getComputedStyle({share}).visibility]");
    page.wait(&format!("String({state}) === 'false,hidden'"));
    let place = page.value(&format!("{share}.getBoundingClientRect().toJSON()"));
    page.wait("document.documentElement.hasAttribute('data-text')");
    assert_eq!(page.value(&state)[1], json!("visible"));
    assert_eq!(page.value(&format!("{share}.getBoundingClientRect().toJSON()")), place, "nothing has moved");
    let page = page.ready();
    assert_eq!(page.run(SEEN, json!(["[role=alert], .alert, .late", true])), Value::from(""));
}
