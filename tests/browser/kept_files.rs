//! What the service worker keeps is what it is called, and the page says when it shows what was kept.

use super::offline::{goes_away, opens, wait_until_kept};
use super::page::Page;
use super::releases::{next_module, publish};
use super::temporary::Temporary;
use super::visit::{MODULE, PREFIX, THIRD_MODULE, Visit, dist, module};
use crate::common::server::Fault;

/// Puts a web page into the cache in the place of a file, as a worker of an earlier release may have kept it.
const SPOIL: &str = "
    const url = new URL(arguments[0], location.href).href;
    caches.keys().then(async (names) => {
        for (const name of names) {
            const cache = await caches.open(name);
            if (await cache.match(url)) await cache.put(url, new Response('<!doctype html>'));
        }
        window.spoilt = true;
    });";

/// Whether what is kept under a name is no web page; undefined until that is known.
fn is_kept_right(page: &Page, name: &str) -> bool {
    let look = "window.right = undefined;
        caches.match(new URL(arguments[0], location.href).href).then(async (found) => {
            window.right = !!found && !(await found.text()).startsWith('<!doctype'); });";
    page.run(look, name);
    page.wait("window.right !== undefined");
    page.holds("window.right")
}

#[test]
fn a_web_page_in_a_files_place_is_not_kept_and_the_worker_comes_when_the_host_is_whole() {
    let (new, _) = next_module();
    let page = Visit::by_phone().kept().expecting("").open().ready();
    wait_until_kept(&page, "budget.json");
    // The next release, in the middle of whose upload one file is another page, with status 200.
    page.server.change(|site| {
        publish(site, false);
        site.faults.insert(new.clone(), Fault::Html);
    });
    page.go("");
    page.wait("document.querySelector('main [role=alert]')?.textContent.includes('没有启动成功')");
    page.server.change(|site| site.faults.clear());
    opens(&page, "");
    let page = page.checked();
    assert_eq!(page.texts("[role=alert], .messages .alert").len(), 0, "nothing wrong was kept");
    wait_until_kept(&page, "budget.json");
    page.wait_until("the right file is kept", || is_kept_right(&page, &new));
    // The worker of before is gone, and what it kept with it.
    let settled = "navigator.serviceWorker.ready.then(own => { window.settled = !own.installing && !own.waiting && own.active.state === 'activated'; })";
    page.wait_until("one worker is left", || {
        page.value(settled);
        page.holds("window.settled")
    });
    wait_until_kept(&page, "budget.json");
    goes_away(&page);
    opens(&page, "");
    page.checked();
}

#[test]
fn a_wrong_file_in_the_cache_is_fetched_anew_and_replaced() {
    for begins in [MODULE, THIRD_MODULE] {
        let page = Visit::by_phone().kept().open().ready();
        wait_until_kept(&page, "budget.json");
        page.run(SPOIL, module(begins));
        page.wait("window.spoilt");
        opens(&page, "");
        let page = page.checked();
        assert_eq!(page.texts("[role=alert], .messages .alert").len(), 0, "{begins}");
        page.wait_until("the right file is kept", || is_kept_right(&page, &module(begins)));
    }
}

#[test]
fn the_script_that_starts_the_page_and_the_one_beside_it_are_never_kept_wrong() {
    let script = super::visit::script(MODULE);
    let page = Visit::by_phone().kept().expecting("").open().ready();
    wait_until_kept(&page, "budget.json");
    page.run(SPOIL, script.clone());
    page.wait("window.spoilt");
    opens(&page, "");
    let page = page.checked();
    page.wait_until("the right file is kept", || is_kept_right(&page, &script));
}

#[test]
fn without_a_network_the_page_says_that_it_is_kept_and_of_when_in_the_readers_language() {
    let page = Visit::by_phone().kept().open().ready();
    wait_until_kept(&page, "budget.json");
    opens(&page, "");
    let mut page = page.checked();
    assert_eq!(page.texts(".kept").len(), 0, "what comes from the host is not called kept");
    goes_away(&page);
    opens(&page, "");
    page.wait("document.querySelector('.kept')");
    let today = page.value("new Date().toLocaleDateString('zh-CN', {year: 'numeric', month: 'long', day: 'numeric'})");
    let said = page.text(".kept");
    assert!(said.contains("连不上网站") && said.contains(today.as_str().unwrap_or_default()), "{said}");
    // English names were not kept, since nobody has asked for them.
    page.expected.push("english.txt");
    page.missing.push("english.txt".into());
    page.run("document.querySelector('.who [data-action=lang]').click()", ());
    page.wait("/kept on .* 20/.test(document.querySelector('.kept').textContent)");
    opens(&page, "?figure=structure");
    page.wait("document.querySelector('.lone .kept')");
    page.server.change(|site| site.away = false);
    page.missing.push(String::new());
    opens(&page, "");
    page = page.checked();
    assert_eq!(page.texts(".kept").len(), 0);
}

#[test]
fn a_host_that_does_not_answer_is_not_waited_for_where_something_is_kept() {
    let worker = std::fs::read_to_string(dist().join("service-worker.js")).expect("the worker is built");
    // With what stands around it, for the digests in the worker's file names may have the same characters.
    assert_eq!(worker.matches(",2e4,").count(), 1, "the time that it waits");
    let page = Visit::by_phone().kept().extra("service-worker.js", worker.replace(",2e4,", ",200,")).open().ready();
    wait_until_kept(&page, "budget.json");
    page.server.change(|site| site.faults = [("budget.json".into(), Fault::Silent)].into());
    opens(&page, "");
    page.wait("document.querySelector('.kept')");
    assert_eq!(page.text("main .number"), "4,754.23");
}

#[test]
fn a_page_whose_release_is_gone_asks_to_be_reloaded_and_has_a_button_for_that() {
    let third = module(THIRD_MODULE);
    let mut page = Visit::by_phone().impatient().expecting("").open();
    page.missing.extend([third.clone(), super::visit::script("boot-"), module(MODULE)]);
    // The page of before comes, and then the next release is published over it.
    page.server.change(|site| site.faults = [(third.clone(), Fault::Silent)].into());
    page.go("unit=yuan");
    page.wait("location.search.includes('yuan')");
    page.wait_until("the third module is asked for", || page.asked().iter().any(|asked| asked.path.ends_with(&third)));
    page.server.change(|site| {
        publish(site, false);
        site.faults.clear();
        site.hidden.push(third.clone());
    });
    page.wait("document.querySelector('main > [role=alert]')?.textContent.includes('网页已更新，请刷新')");
    assert!(page.holds("!document.querySelector('.messages .alert')?.offsetHeight"), "the network is not blamed");
    let before = page.asked().len();
    page.server.change(|site| site.hidden.retain(|name| *name != third));
    page.run("document.querySelector('main > [role=alert] button').click()", ());
    page.wait_until("the page is asked for anew", || {
        page.asked()[before..].iter().any(|asked| asked.path.starts_with(&format!("{PREFIX}?unit=yuan")))
    });
    page.wait("document.querySelector('#checks figcaption')?.textContent.startsWith('核对了')");
}

#[test]
fn an_official_file_on_a_page_whose_release_is_gone_waits_for_the_reload_and_the_network_is_not_blamed() {
    let readers = [super::visit::script("reader-"), module("importer-")];
    let mut page = Visit::by_phone().expecting("").open().ready().checked();
    page.missing.extend(readers.clone());
    page.server.change(|site| site.hidden.extend(readers.clone()));
    let file = Temporary::of("budget.csv", "项目,金额\n合计,1.00\n");
    page.choose(&file.0);
    page.wait("document.querySelector('.official-files [role=alert]')?.textContent.includes('请检查网络')");
    page.server.change(|site| publish(site, false));
    page.choose(&file.0);
    page.wait("document.querySelector('.official-files [role=alert]')?.textContent.includes('网页已更新，请刷新')");
    page.run("document.querySelector('[data-official=reload]').click()", ());
    page.wait("!document.querySelector('.official-files [role=alert]') && document.documentElement.dataset.ready");
}
