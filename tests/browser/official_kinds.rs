//! Official files of every kind that departments publish, by made ones: read, or called what they are.

use serde_json::json;

use super::official::shows;
use super::temporary::Temporary;
use super::visit::Visit;
use crate::common::made::archive_writer::archive;
use crate::common::made::library::{COVER, EXPENDITURE, EXPENSES, files, pdf};
use crate::common::made::model::Model;
use crate::common::made::pdf_writer::{self, Pdf};
use crate::common::made::sheet_writer::{Sheet, xlsx};
use crate::common::made::text_writer::{docx, html};

#[test]
fn a_dropped_docx_gives_the_figures() {
    let page = Visit::by_phone().open().ready();
    let (_, bytes) = files(EXPENDITURE).into_iter().find(|(name, _)| name.ends_with("docx")).expect("a DOCX");
    let drop = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[0])], '馆.docx'));
        for (const type of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: data}))";
    page.run(drop, bytes);
    shows(&page, "馆.docx");
    assert_eq!(page.text("main .number"), "120.50");
    let said = page.text("#import");
    assert!(said.contains("表三 支出总表 第5段") && !said.contains("页）"), "{said}");
}

#[test]
fn every_kind_that_is_read_gives_the_same_figures() {
    let page = Visit::by_phone().open().ready();
    let model = Model::of(&[COVER, EXPENDITURE, EXPENSES].join("\n"));
    let lying = ("网页.pdf", html(&model).into_bytes());
    for (name, bytes) in files(EXPENDITURE).into_iter().chain([lying]) {
        let file = Temporary::of(&["kind-", name].concat(), bytes);
        page.choose(&file.0);
        shows(&page, file.name());
        assert_eq!(page.text("h1"), "图书馆", "{name}");
        assert_eq!(page.text("main .number"), "120.50", "{name}");
        let said = page.text("#import");
        assert!(said.contains("2 张表，都读懂了"), "{name}: {said}");
    }
}

#[test]
fn what_is_no_departments_budget_is_shown_as_what_it_is() {
    let page = Visit::by_phone().open().ready();
    let final_account = Model::of(&["青石县图书馆2025年度部门决算", EXPENDITURE].join("\n"));
    let government = Model::of(
        "青石县2026年政府预算草案
        2026年全县一般公共预算支出表
        单位：万元
        科目编码 | 科目名称 | 预算数
        201 | 一般公共服务支出 | 110.50
        205 | 教育支出 | 10.00
         | 支出合计 | 120.50",
    );
    for (name, bytes, says) in [
        ("final.docx", docx(&final_account), "这是决算，不是预算。"),
        ("government.docx", docx(&government), "这是一级政府的预算，不是一个部门的预算"),
        ("government.xlsx", xlsx(&[Sheet::of(&government)]), "这是一级政府的预算，不是一个部门的预算"),
    ] {
        let file = Temporary::of(name, bytes);
        page.choose(&file.0);
        shows(&page, name);
        assert!(page.text("#import").contains(says), "{name}: {}", page.text("#import"));
    }
}

/// A page that is a picture.
fn scan() -> Vec<u8> {
    let mut pdf = Pdf::default();
    let number = pdf.stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0");
    let mut page = pdf_writer::Page::new();
    page.external = format!("/Scan {number} 0 R");
    page.draw("q 600 0 0 400 0 0 cm /Scan Do Q");
    pdf.page(&page).bytes()
}

/// A file of Word before 2007.
fn old_word() -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("memory can be written to");
    file.create_stream("/WordDocument").expect("memory can be written to");
    file.flush().expect("memory can be written to");
    file.into_inner().into_inner()
}

#[test]
fn what_is_not_read_is_called_what_it_is_with_what_to_do() {
    let page = Visit::by_phone().open().ready();
    let pictures = "<!DOCTYPE html><html><body><p>2026年部门预算<img src=\"a.png\"><img src=\"b.png\"></body></html>";
    for (name, bytes, says) in [
        ("old.doc", old_word(), "另存为 DOCX 或 PDF"),
        ("scan.pdf", scan(), "扫描"),
        ("pictures.html", pictures.into(), "图片上的数字读不出来"),
        ("notice.pdf", pdf(&["关于召开座谈会的通知"]), "没有找到预算表"),
        ("packed.zip", archive(&[("a.zip", &archive(&[("b.txt", b"")]))]), "压缩包"),
        ("layout.ofd", archive(&[("OFD.xml", b"<OFD/>")]), "OFD"),
        ("empty.csv", Vec::new(), "空"),
    ] {
        let file = Temporary::of(name, bytes);
        page.choose(&file.0);
        page.wait(&format!("document.querySelector('main [role=alert] h2')?.textContent.includes({})", json!(name)));
        let said = page.text("[role=alert]");
        assert!(said.contains(says), "{name}: {said}");
        assert_eq!(page.text("main .number"), "4,754.23", "{name}");
    }
}
