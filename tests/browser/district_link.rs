//! The link to a district's list as somebody sees it: what is sought and how it is sorted stand in the address.

use serde_json::Value;

use super::district::published;
use super::page::Page;
use super::visit::Visit;

/// The list, once its scripts have run.
fn list(name: &str, visit: Visit) -> Page {
    let page = visit.site(published(name)).open();
    page.wait("document.querySelector('.departments button')");
    page
}

/// The names of the rows that are seen.
const SEEN: &str = "[...document.querySelectorAll('.departments tbody tr')].filter(r => r.offsetHeight).map(r => r.querySelector('a').textContent).join()";
/// Which column the list is sorted by, and how.
const SORTED: &str = "[...document.querySelectorAll('.departments [aria-sort]')].map(h => h.dataset.key + h.getAttribute('aria-sort')).join()";

#[test]
fn a_link_opens_the_list_as_its_sender_saw_it() {
    let copied = "window.copied = ''; if (navigator.clipboard) navigator.clipboard.writeText = async text => { window.copied = text; };";
    let page = list("link", Visit::by_phone().query("text=large").before(copied));
    assert!(page.holds("location.search === '?text=large' && !location.hash"), "nothing is chosen");
    page.tap(".departments thead th:nth-child(1) button");
    page.tap(".departments thead th:nth-child(1) button");
    page.tap(".seek input");
    page.write("局");
    page.wait(&format!("{SEEN} === '财政局,安居局'"));
    page.wait("location.search === '?text=large&find=%E5%B1%80&sort=-name' && location.hash === '#list-2026'");
    page.tap(".seek [data-copied]");
    page.wait("document.querySelector('.seek .said').textContent === '已复制。'");
    assert_eq!(page.value("window.copied"), page.value("location.href"));
    page.run("document.querySelector('.seek input').blur()", Value::Null);
    page.go("text=large&find=%E5%B1%80&sort=-name");
    page.wait(&format!("document.querySelector('.departments button') && {SEEN} === '财政局,安居局'"));
    assert_eq!(page.value(SORTED), "namedescending");
    assert_eq!(page.value("document.querySelector('.seek input').value"), "局");
    // What is as it stands without a script is not said.
    page.tap(".departments thead th:nth-child(2) button");
    page.run("document.querySelector('.seek input').value = ''", Value::Null);
    page.tap(".seek input");
    page.write(" ");
    page.wait(&format!("location.search === '?text=large' && {SORTED} === 'totaldescending'"));
}

#[test]
fn where_a_page_may_not_copy_the_link_is_selected() {
    let old = "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;";
    let page = list("link-old", Visit::by_phone().query("sort=no-such&find=%20").before(old));
    assert_eq!(page.value(SORTED), "totaldescending", "an address that says nothing changes nothing");
    assert_eq!(page.value(SEEN).as_str().map(|seen| seen.split(',').count()), Some(3));
    page.tap(".seek [data-copied]");
    page.wait("document.querySelector('.seek .said').textContent.includes('长按')");
    assert!(page.holds("document.activeElement.readOnly && document.activeElement.value.endsWith('#list-2026')"));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    page.tap(".seek [data-copied]");
    page.wait("document.querySelectorAll('.seek input').length === 2");
}
