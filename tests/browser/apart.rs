//! Large budgets are checked off the page's own thread; where that cannot be, the page does it itself.

use super::page::Page;
use super::visit::{Visit, budget, script};

/// How the name of the worker's script begins.
const CHECKER: &str = "checker-";

/// Notes of what kind a worker's report is.
pub const HEAR: &str = "const add = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (name, heard) {
        if (name === 'message') add.call(this, name, event => { window.report = typeof event.data; });
        add.call(this, name, heard);
    };";

/// The official budget, and so much space behind it that it counts as large: its findings are known.
pub fn large() -> Vec<u8> {
    let mut text = budget().into_bytes();
    text.resize(text.len() + (1 << 20), b' ');
    text
}

/// What the figure says of the budget beside the page, which is not large. To be asked before another browser is open:
/// there are two for all tests.
fn said() -> String {
    let page = Visit::by_phone().open().ready().checked();
    assert!(!asks_for_the_checker(&page), "a small budget needs no worker");
    page.text("#checks figcaption")
}

fn asks_for_the_checker(page: &Page) -> bool {
    page.asked().iter().any(|asked| asked.path.contains(CHECKER))
}

#[test]
fn a_large_budget_is_checked_by_a_worker_which_says_the_same_and_breaks_no_policy() {
    let said = said();
    let watch = "addEventListener('securitypolicyviolation', e => (window.broken ||= []).push(e.violatedDirective))";
    let page =
        Visit::by_phone().before(watch).before(HEAR).extra("large.json", large()).query("data=large.json").open();
    let page = page.ready().checked();
    assert_eq!(page.value("window.report"), "string", "the report is the worker's, and not the page's own");
    assert!(asks_for_the_checker(&page), "a worker is asked for");
    assert_eq!(page.text("#checks figcaption"), said);
    assert_eq!(page.value("window.broken || []"), serde_json::json!([]));
}

#[test]
fn where_there_are_no_workers_the_page_checks_a_large_budget_itself() {
    let said = said();
    let visit = Visit::by_phone().before("delete window.Worker").extra("large.json", large());
    let page = visit.query("data=large.json").open().ready().checked();
    assert!(!asks_for_the_checker(&page));
    assert_eq!(page.text("#checks figcaption"), said);
}

#[test]
fn where_the_workers_script_does_not_arrive_the_page_checks_a_large_budget_itself() {
    let said = said();
    let visit = Visit::by_phone().lacking(&script(CHECKER)).extra("large.json", large());
    let page = visit.query("data=large.json").open().ready().checked();
    assert!(asks_for_the_checker(&page));
    assert_eq!(page.text("#checks figcaption"), said);
}
