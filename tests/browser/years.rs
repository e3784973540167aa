//! Several years of one department: named by the address, or dropped together; one is shown, and its figures know the
//! others.

use std::fs;

use serde_json::{Value, json};

use super::page::Page;
use super::visit::{Visit, budget, dist, document};
use crate::common::program::program;
use crate::common::temporary;

/// The shipped budget as another year's, with another total of its expenditure table.
pub fn of_year(year: u16, total: &str) -> String {
    let mut budget: Value = serde_json::from_str(&budget()).expect("JSON");
    budget["document"]["year"] = json!(year);
    let tables = budget["tables"].as_array_mut().expect("a list");
    for table in tables.iter_mut().filter(|table| ["表一", "表三"].contains(&table["number"].as_str().unwrap_or("")))
    {
        for line in table["lines"].as_array_mut().expect("a list") {
            if line["role"] == "total" {
                line["amounts"]["total"] = json!(total);
            }
        }
    }
    budget.to_string()
}

const THREE: &str = "data=budget.json&data=2025.json&data=2024.json";

fn visit() -> Visit {
    Visit::by_phone().extra("2025.json", of_year(2025, "2719.99")).extra("2024.json", of_year(2024, "2500.00"))
}

/// Waits until the figure of the years is there.
#[track_caller]
fn shows_years(page: &Page) {
    page.wait("document.querySelectorAll('#years .entry').length === 3");
}

const WHO: &str = "document.querySelector('.who').textContent";

#[test]
fn the_address_names_several_years_and_each_number_leads_into_its_document_and_back() {
    let page = visit().query(THREE).open().ready();
    shows_years(&page);
    assert_eq!(
        page.text("#years figcaption"),
        "从 2024 年到 2026 年，支出由 2,500.00 万元增到 4,754.23 万元（+90.2%）。"
    );
    page.has_no_blank_canvas();
    page.wait("document.querySelector('.contents, #contents li [href=\"#years\"]').getClientRects().length > 0");
    assert!(page.holds(&format!("{WHO}.startsWith('2026')")));
    page.tap("#years .entry:first-child a.amount");
    page.wait(&format!("{WHO}.startsWith('2024')"));
    page.wait("document.querySelector('[data-found]')?.id.startsWith('表三-')");
    assert_eq!(page.parameter("year"), "2024");
    assert_eq!(page.text("main .number"), "2,500");
    page.run("history.back()", Value::Null);
    page.wait(&format!("{WHO}.startsWith('2026')"));
    // Such an address can be sent to somebody.
    page.visit(&format!("{}?{THREE}#2025/表三", page.address()));
    page.wait(&format!("{WHO}.startsWith('2025')"));
    page.wait("document.querySelector('[id=\"表三\"]').getBoundingClientRect().top < innerHeight");
    assert_eq!(page.texts("#gone").len(), 0);
}

#[test]
fn a_class_that_is_drilled_into_and_a_year_that_is_chosen_are_followed() {
    let page = visit().query(THREE).open().ready();
    shows_years(&page);
    page.tap("#structure .pick[data-choose='code=20103']");
    page.wait("document.querySelector('#years figcaption').textContent.includes('政府办公厅')");
    page.tap("#years .entry:nth-child(2) .pick");
    page.wait(&format!("{WHO}.startsWith('2025')"));
    page.wait("document.querySelector('#years figcaption').textContent.includes('政府办公厅')");
}

#[test]
fn years_dropped_together_are_opened_together_and_are_not_mixed_with_another_department() {
    let page = Visit::at_desk().open().ready();
    let drop = "const data = new DataTransfer();
        for (const [i, text] of arguments[0].entries()) data.items.add(new File([text], i + '.json'));
        document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))";
    let other = String::from_utf8(document("bare.json")).expect("UTF-8");
    page.run(drop, json!([of_year(2024, "2500.00"), budget(), other, of_year(2025, "2719.99")]));
    shows_years(&page);
    page.wait(&format!("{WHO}.startsWith('2026')"));
    assert_eq!(page.text(".messages .file b"), "1.json");
    page.tap("#years .entry:first-child .pick");
    page.wait("document.querySelector('.messages .file b').textContent === '0.json'");
    page.tap(".messages [data-action=back]");
    page.wait("document.querySelector('#years').hidden");
}

#[test]
fn the_figure_stands_alone_in_either_language_and_says_where_there_is_one_year_only() {
    let page = visit().query("data=budget.json&data=2025.json&data=2024.json&figure=years&lang=en").open().ready();
    shows_years(&page);
    assert!(page.text("#years figcaption").starts_with("From 2024 to 2026, expenditure rises from"));
    page.session.post("url", &json!({"url": format!("{}?figure=years", page.address())}));
    page.wait("document.querySelector('#years')?.innerText.includes('只打开了一年的文件')");
}

#[test]
fn a_year_that_cannot_be_opened_is_told_and_the_others_are_shown() {
    let page = visit().lacking("2023.json").query("data=budget.json&data=2025.json&data=2023.json").open().ready();
    page.wait("document.querySelectorAll('#years .entry').length === 2");
    page.wait("document.querySelector('.messages').textContent.includes('另外 1 个文件没有打开')");
}

#[test]
fn the_page_of_a_published_department_opens_its_other_years() {
    let folder = temporary::folder("published-years");
    let mut command = program();
    command.arg("publish").arg("-o").arg(folder.join("site")).arg("--page").arg(dist());
    for (year, text) in [(2025, of_year(2025, "2719.99")), (2026, budget())] {
        fs::create_dir_all(folder.join(year.to_string())).unwrap();
        let path = folder.join(year.to_string()).join("centre.json");
        fs::write(&path, text).unwrap();
        command.arg(path);
    }
    let output = command.arg("--allow-mismatch").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = Visit::by_phone().site(folder.join("site")).open();
    // Each year's page shows its own, and knows the other.
    for (year, other) in [(2025, 2026), (2026, 2025)] {
        page.session.post("url", &json!({"url": format!("{}{year}/centre/index.html", page.address())}));
        page.wait("document.querySelectorAll('#years .entry').length === 2");
        assert!(page.holds(&format!("{WHO}.startsWith('{year}')")));
        page.tap(&format!("#years .entry .pick[data-choose='year={other}']"));
        page.wait(&format!("{WHO}.startsWith('{other}')"));
    }
}

#[test]
fn departments_are_compared_and_a_tap_opens_one_of_them() {
    let mut other: Value = serde_json::from_str(&budget()).expect("JSON");
    other["document"]["department"] = json!("平鲁区教育局");
    let visit = Visit::by_phone().extra("education.json", other.to_string());
    let page = visit.query("data=budget.json&data=education.json").open().ready();
    page.wait("document.querySelectorAll('#compare .entry').length === 2");
    page.has_no_blank_canvas();
    assert!(page.text("#compare figcaption").starts_with("2 个部门里，"));
    assert!(page.holds("document.querySelector('#years').hidden"), "one year of each");
    page.tap("#compare [data-choose='measure=three-public']");
    page.wait("document.querySelector('#compare [data-choose=\"measure=each\"]')");
    page.tap("#compare [data-choose='measure=each']");
    page.wait("document.querySelector('#compare').textContent.includes('÷ 在编人员')");
    page.tap("#compare .entry .pick[data-choose^='year=']");
    page.wait("document.querySelector('h1').textContent.includes('教育局')");
    page.wait("document.querySelectorAll('#compare .entry').length === 2");
    page.run("history.back()", Value::Null);
    page.wait("document.querySelector('h1').textContent.includes('服务中心')");
}
