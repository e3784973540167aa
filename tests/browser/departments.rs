//! A department of a district, whose page lies below the program's files: all that a page alone can do, it can do, too.

use serde_json::{Value, json};

use super::district::published;
use super::page::Page;
use super::sheet::CATCH;
use super::visit::Visit;

/// The page of the first department.
fn department(visit: Visit, query: &str) -> Page {
    let page = visit.open();
    page.session.post("url", &json!({"url": format!("{}a/index.html{query}", page.address())}));
    page.wait("document.documentElement.dataset.ready === 'true'");
    page
}

#[test]
fn what_a_portal_pastes_shows_the_departments_figure_and_leads_to_its_page() {
    let visit = Visit::at_desk().site(published("pasted")).without_policy().before(CATCH);
    let page = department(visit, "?unit=yuan");
    page.open_sheet("structure");
    page.tap("[data-take=embed]");
    page.tap("[data-take=form-element]");
    let snippet = format!(
        "<script type=\"module\" src=\"{0}embed.js\"></script>\n<budget-lens data=\"{0}a/budget.json\" figure=\"structure\" unit=\"yuan\"><a href=\"{0}a/index.html?figure=structure&amp;unit=yuan\">钱用在哪里？</a></budget-lens>",
        page.address()
    );
    page.wait(&format!("document.querySelector('#sheet-snippet').value === {}", json!(snippet)));
    let link = "document.querySelector('iframe')?.contentDocument?.querySelector('budget-lens')?.shadowRoot?.querySelector('.whole a')";
    page.wait(link);
    let link = page.value(&format!("{link}.href"));
    page.visit(link.as_str().unwrap_or_default());
    assert_eq!(page.copied(), format!("{}a/index.html?unit=yuan#structure", page.address()));
    assert!(page.text("h1").contains("安居局"));
}

#[test]
fn the_list_passes_nobody_on_to_a_page_that_is_none_of_its_departments() {
    let page = Visit::by_phone().site(published("passed")).open();
    for data in ["https://evil.example/a/budget.json", "//evil.example/budget.json", "javascript:alert(1)", "http://["]
    {
        page.go(&format!("data={data}"));
        page.wait("document.querySelector('.departments button')");
        assert_eq!(page.copied(), format!("{}?data={data}", page.address()));
    }
}

#[test]
fn a_departments_frame_becomes_as_high_as_its_figure() {
    let html = "<!doctype html><link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"embed.js\"></script>
        <iframe src=\"a/index.html?figure=structure\"></iframe><iframe src=\"b/?figure=structure\"></iframe>
        <iframe src=\"a/index.html\"></iframe>";
    let page = Visit::at_desk().site(published("framed")).portal("calm.html", html).open();
    for i in 0..2 {
        let frame = format!("document.querySelectorAll('iframe')[{i}]");
        page.wait(&format!(
            "{frame}.contentDocument.querySelector('main.lone[aria-busy=false]') && {frame}.clientHeight > 300"
        ));
    }
    assert_eq!(page.value("document.querySelectorAll('iframe')[2].clientHeight"), json!(150), "a whole page scrolls");
}

#[test]
fn a_departments_page_can_be_saved_as_one_file() {
    let page = department(Visit::by_phone().site(published("saved")).before(CATCH), "");
    page.wait("document.querySelector('#checks figcaption a, #checks [data-choose]')");
    page.open_sheet("");
    page.saved("page");
    let html = page.saved_text();
    assert!(html.contains("安居局") && html.contains("<style") && !html.contains("<script"));
}

#[test]
fn where_the_program_does_not_arrive_a_departments_page_hides_what_would_not_answer() {
    let visit = Visit::by_phone().site(published("still")).lacking(&super::visit::module(super::visit::MODULE)).open();
    visit.session.post("url", &json!({"url": format!("{}a/index.html", visit.address())}));
    visit.wait("document.querySelector('main [role=alert]')");
    visit.wait("[...document.styleSheets].some(sheet => /noscript\\.css$/.test(sheet.href))");
    assert_eq!(
        visit.run("return document.querySelectorAll('link[href$=\"a/noscript.css\"]').length", Value::Null),
        json!(0)
    );
}
