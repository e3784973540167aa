//! Departments that are ticked in a district's list, and the way to the figure that compares them.

use serde_json::Value;

use super::district::published;
use super::page::Page;
use super::visit::Visit;

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
