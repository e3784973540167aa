//! What was kept, when the host publishes another release, half of one, or takes out the line that keeps the page.

use serde_json::json;
use sha2::{Digest, Sha256};

use super::offline::{goes_away, opens, wait_until_kept};
use super::page::Page;
use super::visit::{MODULE, Visit, dist, module, script};
use crate::common::server::Site;

/// The version of the next release.
const NEXT: &str = "0123456789abcdef";

fn built(name: &str) -> String {
    std::fs::read_to_string(dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A file of the next release: its name, which is made of its bytes, and these.
fn next(begins: &str, bytes: Vec<u8>, ends: &str) -> (String, Vec<u8>) {
    let digest = format!("{:x}", Sha256::digest(&bytes));
    (format!("{begins}{}.{ends}", &digest[..NEXT.len()]), bytes)
}

/// The module of the next release: a section more, which nobody reads.
pub fn next_module() -> (String, Vec<u8>) {
    let bytes = std::fs::read(dist().join(module(MODULE))).expect("the module is built");
    next(MODULE, [&bytes[..], b"\0\x05\x04next"].concat(), "wasm")
}

/// The script that starts the page of the next release.
fn next_boot() -> (String, Vec<u8>) {
    next("boot-", (built(&script("boot-")) + "/* next */").into(), "js")
}

/// Whether the page is the next release's.
fn is_next(page: &Page) -> bool {
    page.holds(&format!("document.querySelector('script[src=\"{}\"]')", next_boot().0))
}

/// Publishes the next release: its page, its scripts, and unless it is `half` of one its module; none of the old.
pub fn publish(site: &mut Site, half: bool) {
    let (old_module, old_boot) = (module(MODULE), script("boot-"));
    let ((new_module, bytes), (new_boot, boot)) = (next_module(), next_boot());
    let renamed = |name: &str| built(name).replace(&old_module, &new_module).replace(&old_boot, &new_boot);
    let worker = renamed("service-worker.js");
    let is_digest = |part: &&str| part.len() == NEXT.len() && part.chars().all(|c| c.is_ascii_hexdigit());
    let version = worker.split('"').find(is_digest).expect("the worker has a version");
    site.extra.insert("service-worker.js".into(), worker.replace(version, NEXT).into());
    site.extra.insert("index.html".into(), renamed("index.html").into());
    site.extra.insert(new_boot, boot);
    if !half {
        site.extra.insert(new_module, bytes);
    }
    site.hidden.extend([old_module, old_boot]);
}

/// The names of what is kept, and the folders of the workers.
fn record(page: &Page) -> (Vec<String>, Vec<String>) {
    let look = "window.record = null;
        Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then(([names, all]) => window.record = [names, all.map(r => r.scope)])";
    page.run(look, ());
    page.wait("window.record");
    let list = |i: usize| serde_json::from_value(page.value(&format!("window.record[{i}]"))).expect("a list of texts");
    (list(0), list(1))
}

#[test]
fn the_next_release_takes_over_and_nothing_of_the_old_one_is_left() {
    let page = Visit::by_phone().kept().open().ready();
    wait_until_kept(&page, "budget.json");
    let (before, _) = record(&page);
    page.server.change(|site| publish(site, false));
    opens(&page, "");
    assert!(is_next(&page), "the new page is shown at once");
    page.wait_until("only the new release is kept", || {
        let (names, _) = record(&page);
        names.len() == before.len() && names.iter().any(|name| name.contains(NEXT))
    });
    wait_until_kept(&page, "budget.json");
    goes_away(&page);
    opens(&page, "");
    assert!(is_next(&page));
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn half_a_release_does_not_take_away_what_was_kept_and_the_rest_of_it_mends_the_page() {
    let mut page = Visit::by_phone().kept().expecting("404").open().ready();
    wait_until_kept(&page, "budget.json");
    page.missing.push(next_module().0);
    page.server.change(|site| publish(site, true));
    page.go("");
    page.wait("document.querySelector('[role=alert]')?.textContent.includes('没有启动成功')");
    goes_away(&page);
    opens(&page, "");
    assert!(!is_next(&page), "the release before stands, whole");
    assert_eq!(page.text("main .number"), "4,754.23");
    page.server.change(|site| {
        publish(site, false);
        site.away = false;
    });
    opens(&page, "");
    assert!(is_next(&page));
}

#[test]
fn a_host_that_takes_out_the_line_ends_the_keeping_and_what_was_kept_is_gone() {
    let page = Visit::by_phone().kept().open().ready();
    wait_until_kept(&page, "budget.json");
    page.run("caches.open('a portal of the same host').then(() => window.opened = true)", ());
    page.wait("window.opened");
    let with = built("index.html");
    let without = with.replace("<link rel=\"service-worker\" href=\"service-worker.js\">", "");
    assert_ne!(with, without, "the page has the line");
    page.server.change(|site| drop(site.extra.insert("index.html".into(), without.into())));
    opens(&page, "");
    let others = (vec!["a portal of the same host".to_string()], Vec::new());
    page.wait_until("nothing of the page's is kept", || record(&page) == others);
    // No worker stands between the page and its host any more, and none comes back.
    opens(&page, "");
    let page = page.checked();
    assert_eq!(page.value("navigator.serviceWorker.controller"), json!(null));
    assert_eq!(record(&page), others);
}

#[test]
fn in_a_frame_the_page_is_a_guest_and_keeps_nothing() {
    let portal = "<!doctype html><title>门户</title><link rel=icon href=data:,><iframe src=budget.html></iframe>";
    let site = Visit::at_desk().kept().without_policy().extra("index.html", portal);
    let page = site.extra("budget.html", built("index.html")).open();
    let inside = "document.querySelector('iframe').contentDocument";
    page.wait(&format!("{inside}.documentElement.dataset.ready === 'true'"));
    page.wait(&format!("!/^正在核对/.test({inside}.querySelector('#checks figcaption')?.textContent ?? '正在核对')"));
    assert_eq!(record(&page), (Vec::new(), Vec::new()));
    assert!(!page.asked().iter().any(|asked| asked.path.ends_with("service-worker.js")));
}
