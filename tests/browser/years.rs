//! Several years of one department: named by the address, or dropped together; one is shown, and its figures know the
//! others.

use std::fs;
use std::path::PathBuf;

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

/// The same budget as another department's.
pub fn of_another_department(budget: &str) -> String {
    let mut budget: Value = serde_json::from_str(budget).expect("JSON");
    budget["document"]["department"] = json!("平鲁区教育局");
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
    assert!(page.text("#years figcaption").starts_with("From 2024 to 2026, expenditure rose from"));
    page.session.post("url", &json!({"url": format!("{}?figure=years", page.address())}));
    page.wait("document.querySelector('#years')?.innerText.includes('只打开了一年的文件')");
}

#[test]
fn a_year_that_cannot_be_opened_is_told_and_the_others_are_shown() {
    let page = visit().lacking("2023.json").query("data=budget.json&data=2025.json&data=2023.json").open().ready();
    page.wait("document.querySelectorAll('#years .entry').length === 2");
    page.wait("document.querySelector('.messages').textContent.includes('另外 1 个文件没有打开')");
}

/// Publishes two years of the shipped budget, with these files beside them and the options that name them; returns the
/// folder whose `site` is the published one.
pub fn published(name: &str, beside: &[(&str, &str, String)]) -> PathBuf {
    let folder = temporary::folder(name);
    let mut command = program();
    command.arg("publish").arg("-o").arg(folder.join("site")).arg("--page").arg(dist());
    for (year, text) in [(2025, of_year(2025, "2719.99")), (2026, budget())] {
        fs::create_dir_all(folder.join(year.to_string())).unwrap();
        let path = folder.join(year.to_string()).join("centre.json");
        fs::write(&path, text).unwrap();
        command.arg(path);
    }
    for (option, file, text) in beside {
        fs::write(folder.join(file), text).unwrap();
        command.arg(option).arg(folder.join(file));
    }
    let output = command.arg("--allow-mismatch").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

#[test]
fn the_page_of_a_published_department_opens_its_other_years() {
    let folder = published("published-years", &[]);
    let page = Visit::by_phone().site(folder.join("site")).open();
    // Each year's page shows its own, and knows the other.
    for (year, other) in [(2025, 2026), (2026, 2025)] {
        page.session.post("url", &json!({"url": format!("{}{year}/centre/index.html", page.address())}));
        page.wait("document.querySelectorAll('#years .entry').length === 2");
        assert!(page.holds(&format!("{WHO}.startsWith('{year}')")));
        page.tap(&format!("#years .entry .pick[data-choose='year={other}']"));
        page.wait(&format!("{WHO}.startsWith('{other}')"));
        assert!(!page.text("main").contains("在发布以后换过"), "the other year is no file that was replaced");
        page.wait(&format!("document.querySelector('.portal-years .shown').textContent === '{other}'"));
    }
    // They stand in its HTML, and the program that takes over moves nothing that a reader sees.
    let site = folder.join("site");
    let watch = "window.seen = []; addEventListener('DOMContentLoaded', () => {
        const note = () => seen.push([document.querySelector('[data-place=years]')?.hidden, document.querySelector('#years figcaption')?.textContent]);
        note(); new MutationObserver(note).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['hidden']});
    })";
    let page = Visit::by_phone().site(site).before(watch).open();
    page.session.post("url", &json!({"url": format!("{}2026/centre/index.html", page.address())}));
    page.wait("document.querySelector('#years .entry .pick[data-choose]')");
    let seen = page.value("[...new Set(seen.map(JSON.stringify))].map(JSON.parse)");
    assert_eq!(seen.as_array().map(Vec::len), Some(1), "{seen}");
    assert_eq!(seen[0][0], false, "{seen}");
}

#[test]
fn last_years_own_amounts_stand_in_the_figures_and_lead_into_that_document() {
    let page = visit().query(THREE).open().ready();
    shows_years(&page);
    let last = "[...document.querySelectorAll('#structure table th, #structure table thead td')].some((cell) => cell.textContent === '2025 年的文件')";
    page.wait(last);
    // In the figure of the change the two documents differ, which is said there.
    page.wait("document.querySelector('#change, [data-place=change]').textContent.includes('两年的文件说法一致吗')");
    page.run("document.querySelector('#structure details.data').open = true", Value::Null);
    let total = "[...document.querySelectorAll('#structure table a')].find((link) => link.textContent === '2,719.99')";
    page.wait(&format!("{total}?.hash.includes('2025')"));
    page.run(&format!("{total}.click()"), Value::Null);
    page.wait(&format!("{WHO}.startsWith('2025')"));
}

#[test]
fn all_years_have_english_names_for_a_reader_of_english() {
    // The shipped budget without the English names of its lines, which the list then gives.
    let unnamed = |text: &str| {
        let mut budget: Value = serde_json::from_str(text).expect("JSON");
        for table in budget["tables"].as_array_mut().expect("a list") {
            for line in table["lines"].as_array_mut().expect("a list") {
                line.as_object_mut().expect("a line").remove("name_en");
            }
        }
        budget.to_string()
    };
    let visit = Visit::by_phone().extra("this.json", unnamed(&budget()));
    let visit = visit.extra("2025.json", unnamed(&of_year(2025, "2719.99")));
    let page = visit.query("data=this.json&data=2025.json&lang=en").open().ready();
    page.wait("document.querySelector('#structure').textContent.includes('eneral public services')");
    page.tap("#structure .pick[data-choose='code=20103']");
    page.wait("/expenditure|affairs|office/i.test(document.querySelector('#years figcaption')?.textContent)");
    page.wait("!/\\p{Script=Han}/u.test(document.querySelector('#years figcaption').textContent)");
    page.tap("#years .entry .pick[data-choose='year=2025']");
    page.wait(&format!("{WHO}.includes('2025')"));
    page.wait("!/一般公共服务|政府办公厅/.test(document.querySelector('#structure').textContent)");
}

#[test]
fn an_element_shows_the_years_of_the_files_that_it_names_and_its_neighbour_its_own() {
    let other = |year: u16, total: &str| of_another_department(&of_year(year, total));
    let element = |files: &str| format!("<budget-lens figure=\"years\" data=\"{files}\"></budget-lens>");
    let statistics = super::statistics::statistics().to_string();
    let html = super::portal::CALM
        .replace(
            "<budget-lens figure=\"structure\"></budget-lens>",
            &element("budget.json 2025.json\n 2024.json\" stats=\"statistics.json"),
        )
        .replace(
            "<budget-lens figure=\"three-public\" data=\"other.json\" theme=\"dark\" unit=\"yuan\"></budget-lens>",
            &element("e2025.json e2024.json"),
        );
    let visit = super::portal::portal(&html)
        .extra("2025.json", of_year(2025, "2719.99"))
        .extra("2024.json", of_year(2024, "2500.00"));
    let page = visit
        .extra("statistics.json", statistics)
        .extra("e2025.json", other(2025, "700.00"))
        .extra("e2024.json", other(2024, "800.00"))
        .open();
    let entries = |i: usize, count: usize| {
        format!(
            "window.inside && inside({i}, '#years') && lens({i}).shadowRoot.querySelectorAll('#years .entry').length === {count}"
        )
    };
    page.wait(&entries(0, 3));
    page.wait(&entries(1, 2));
    assert!(super::portal::text(&page, 0, "#years figcaption").contains("2,500.00 万元增到 4,754.23 万元"));
    assert!(super::portal::text(&page, 1, "#years figcaption").contains("800.00 万元减到 700.00 万元"));
    // Statistics are of the element that names them.
    page.wait("inside(0, '#years [data-choose=\"per=inhabitant\"]')");
    assert!(page.holds("!inside(1, '#years [data-choose=\"per=inhabitant\"]')"));
    // Choosing a year in one leaves the other as it is; other files in the attribute are shown in its place.
    page.run("inside(0, \"#years .pick[data-choose='year=2024']\").click()", Value::Null);
    page.wait("inside(0, '#years .pick[data-choose=\"year=2026\"]')");
    page.wait(&entries(1, 2));
    page.run("lens(1).setAttribute('data', 'budget.json 2025.json')", Value::Null);
    page.wait("inside(1, '#years figcaption')?.textContent.includes('4,754.23')");
    page.wait(&entries(0, 3));
    // So are other statistics.
    page.run("lens(1).setAttribute('stats', 'statistics.json')", Value::Null);
    page.wait("inside(1, '#years [data-choose=\"per=inhabitant\"]')");
}

#[test]
fn departments_are_compared_and_a_tap_opens_one_of_them() {
    let visit = Visit::by_phone().extra("education.json", of_another_department(&budget()));
    let page = visit.query("data=budget.json&data=education.json").open().ready();
    page.wait("document.querySelectorAll('#compare .entry').length === 2");
    page.has_no_blank_canvas();
    assert!(page.text("#compare figcaption").starts_with("2 个部门的支出一样多："));
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

#[test]
fn projects_of_a_kind_are_compared_by_the_words_that_a_reader_chooses_or_types() {
    let visit = Visit::by_phone().extra("education.json", of_another_department(&budget()));
    let page = visit.query("data=budget.json&data=education.json&figure=compare&measure=projects").open().ready();
    page.wait("document.querySelectorAll('#compare .entry').length === 2");
    page.wait("document.querySelector('#compare [data-choose=\"find=\"]').getClientRects().length > 0");
    page.run(
        "const field = document.querySelector('#compare [data-find=find]'); field.value = '物业';
         field.dispatchEvent(new Event('input', {bubbles: true}))",
        Value::Null,
    );
    page.wait("document.querySelector('#compare figcaption').textContent.includes('名称含“物业”的项目的金额')");
    assert_eq!(page.parameter("find"), "物业");
    page.wait("document.querySelector('#compare').textContent.includes('按项目名称里的字找')");
    // Each project leads to its line in its own document.
    page.run("document.querySelectorAll('#compare details').forEach((fold) => { fold.open = true; })", Value::Null);
    page.wait("[...document.querySelectorAll('#compare .section table a')].some((link) => decodeURI(link.href).includes('教育局'))");
}
