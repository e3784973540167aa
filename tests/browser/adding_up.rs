//! Does an official file add up? As whoever writes it asks the page before it is published.

use serde_json::Value;

use super::official::shows;
use super::page::Page;
use super::temporary::Temporary;
use super::visit::Visit;
use crate::common::made::library::{COVER, EXPENDITURE, EXPENSES, pdf};
use crate::common::made::model::Model;
use crate::common::made::text_writer::docx;

/// The library's budget with a sentence on its expenditure.
fn written(basic: &str) -> Vec<u8> {
    let narrative = "第三部分 2026年部门预算情况说明
        一、支出预算情况说明
        2026年支出预算120.50万元，其中：基本支出BASIC万元，项目支出30.50万元。";
    docx(&Model::of(&[COVER, EXPENDITURE, EXPENSES, &narrative.replace("BASIC", basic)].join("\n")))
}

/// Waits for the report on the file of this name; the answer is what the file's own report says of it.
fn checked(page: &Page, name: &str) -> String {
    shows(page, name);
    page.wait("document.querySelector('#import .answer + .answer')");
    page.text("#import .answer + .answer")
}

#[test]
fn a_slip_in_the_text_is_shown_with_its_paragraph_and_gone_once_it_is_mended() {
    let page = Visit::by_phone().open().ready();
    let slip = Temporary::of("slip.docx", written("91.00"));
    page.choose(&slip.0);
    let said = checked(&page, slip.name());
    assert!(said.contains("处不符") && !said.contains("没有一处"), "{said}");
    page.wait("document.querySelector('#checks .finding')?.textContent.includes('91.00')");
    let finding = page.text("#checks .finding");
    for part in ["90.00", "原文第5段", "原文第12段"] {
        assert!(finding.contains(part), "{finding} says {part}");
    }
    page.run("window.print = () => window.alone = document.querySelector('[data-alone]')?.dataset.place", Value::Null);
    page.tap("#import [data-official=print]");
    page.wait("window.alone === 'checks'");
    assert_eq!(page.parameter("findings"), "all");
    let mended = Temporary::of("mended.docx", written("90.00"));
    page.choose(&mended.0);
    let said = checked(&page, mended.name());
    assert!(said.contains("全部相符"), "{said}");
    page.wait("!document.querySelector('#checks .finding [data-verdict=mismatch]')");
}

#[test]
fn a_finding_leads_to_the_page_of_the_readers_own_pdf() {
    let page = Visit::by_phone().open().ready();
    let slip = Temporary::of("slip.pdf", pdf(&[COVER, &EXPENDITURE.replace("120.50", "121.50"), EXPENSES]));
    page.choose(&slip.0);
    assert!(checked(&page, slip.name()).contains("不符"));
    page.wait("document.querySelector('#checks .finding a[target=_blank]')");
    let address = page.value("document.querySelector('#checks .finding a[target=_blank]').href");
    let address = address.as_str().unwrap_or_default();
    assert!(address.starts_with("blob:") && address.ends_with("#page=2"), "{address}");
}

#[test]
fn the_checks_can_stand_before_all_other_figures() {
    let first = |page: &Page| page.value("document.querySelector('.cards').firstElementChild.dataset.place");
    let page = Visit::at_desk().query("first=checks").open().checked();
    assert_eq!(first(&page), "checks");
    let file = Temporary::of("first.pdf", pdf(&[COVER, EXPENDITURE, EXPENSES]));
    page.choose(&file.0);
    checked(&page, file.name());
    assert_eq!(first(&page), "checks");
    let switch = "#import [data-choose^='first=']";
    page.tap(switch);
    page.wait("document.querySelector('.cards').firstElementChild.dataset.place === 'projects'");
    assert!(page.holds("document.querySelector('[data-place=checks]').nextElementSibling.dataset.place === 'profile'"));
    assert!(page.parameter("first").is_null());
    page.tap(switch);
    page.wait("document.querySelector('.cards').firstElementChild.dataset.place === 'checks'");
    assert_eq!(page.parameter("first"), "checks");
}
