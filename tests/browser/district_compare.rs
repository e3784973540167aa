//! Departments that are ticked in a district's list, and the way to the figure that compares them.

use serde_json::{Value, json};

use super::district::published;
use super::page::Page;
use super::visit::Visit;
use super::years;

/// The list, once its boxes are there.
fn list(name: &str, visit: Visit) -> Page {
    let page = visit.site(published(name)).open();
    page.wait("document.querySelector('.departments .choose input')");
    page
}

/// The box of a department, called as screen readers call it.
fn a_box(name: &str) -> String {
    format!(".choose input[aria-label='比较{name}']")
}

const STATUS: &str = "document.querySelector('.compare [role=status]').textContent";
const COUNT: &str = "document.querySelectorAll('.choose input:checked').length";

#[test]
fn departments_that_are_ticked_are_compared_in_the_page_of_the_first() {
    let page = list("compare", Visit::by_phone().query("text=large"));
    assert!(page.holds("document.querySelector('.compare').hidden"), "nothing is chosen");
    page.tap(&a_box("财政局"));
    page.wait(&format!("{STATUS}.startsWith('已选 1 个')"));
    assert!(page.holds("document.querySelector('.compare a').hidden"), "one alone is compared with nothing");
    // What is chosen stays while the list is searched, and when the page is opened again.
    page.tap(".seek input");
    page.write("档案");
    page.wait("document.querySelector('.seek [role=status]').textContent === '1 / 3 个'");
    page.tap(&a_box("档案馆"));
    page.go("text=large");
    page.wait(&format!("document.querySelector('.choose') && {COUNT} === 2 && {STATUS} === '已选 2 个'"));
    assert_eq!(page.text(".compare a"), "比较这 2 个部门");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    assert!(page.holds("[...document.querySelectorAll('.choose, .compare .button')].every(e => e.offsetHeight >= 44 && e.offsetWidth >= 44)"));
    page.tap(".compare a");
    page.wait("document.querySelectorAll('#compare .entry').length === 2");
    assert_eq!(
        page.copied(),
        format!("{}b/index.html?data=budget.json&data=..%2Fc.a%2Fbudget.json&text=large#compare", page.address())
    );
    let figure = page.text("#compare");
    assert!(figure.contains("财政局") && figure.contains("档案馆"), "{figure}");
}

#[test]
fn escape_and_the_button_end_the_choice_and_the_focus_stays_in_the_list() {
    let page = list("compare-keys", Visit::at_desk());
    let space = format!("document.querySelector(\"{}\").focus()", a_box("安居局"));
    page.run(&space, Value::Null);
    assert!(page.holds("document.activeElement.matches('.choose input')"), "a key reaches it");
    page.run("document.activeElement.click()", Value::Null);
    page.wait(&format!("{COUNT} === 1"));
    let escape = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))";
    page.run(escape, Value::Null);
    page.wait(&format!("{COUNT} === 0 && document.querySelector('.compare').hidden"));
    page.tap(&a_box("财政局"));
    page.tap(&a_box("安居局"));
    page.wait(&format!("{COUNT} === 2"));
    page.tap(".compare button");
    page.wait(&format!("{COUNT} === 0 && document.activeElement.matches('.choose input')"));
}

#[test]
fn a_budget_and_its_final_account_lead_to_what_was_spent() {
    let mut account: Value = serde_json::from_str(&years::of_year(2026, "4500.00")).expect("JSON");
    account["document"]["stage"] = json!("final");
    // An argument of its own is another file to publish.
    let folder = years::published("accounts", &[("--verbose", "centre-account.json", account.to_string())]);
    let page = Visit::by_phone().site(folder.join("site")).open();
    page.wait("document.querySelectorAll('.departments .choose input').length === 3");
    page.run("document.querySelectorAll('#year-2026 .choose input, #year-2026-final .choose input').forEach(box => box.click())", Value::Null);
    page.wait(&format!("{COUNT} === 2"));
    assert_eq!(page.text(".compare a"), "看这 2 份文件");
    page.tap(".compare a");
    page.wait("document.querySelector('#years')?.textContent.includes('2026 年的钱花完了吗？')");
    // Who opens the budget's own page finds the account there, too.
    page.session.post("url", &json!({"url": format!("{}2026/centre/index.html", page.address())}));
    page.wait("document.querySelector('#years')?.textContent.includes('决算是预算的')");
    let years = "[...document.querySelectorAll('.portal-years > *')].map(one => one.innerText)";
    assert_eq!(page.value(years), json!(["2025", "2026", "2026 决算"]));
}
