//! Every kind of official file gives the same tables, and what is special to each is read as it is printed.

use crate::common::made::archive_writer::archive;
use crate::common::made::columns_writer::columns;
use crate::common::made::model::Model;
use crate::common::made::pdf_document::{Look, Ruled, pdf};
use crate::common::made::sheet_writer::{Sheet, ods, xls, xlsx};
use crate::common::made::text_writer::{csv, docx, html, tabs};
use budget_lens::import::{ImportOptions, Imported, Source, import, json};
use serde_json::Value;

/// A balance, a table by function whose codes have one column, one by economic class, one of projects.
const ONE_CODE: &str = "
    某市某区民政局2026年部门预算
    预算公开表1
    2026年预算收支总表
    部门名称：某市某区民政局
    单位：万元
    收入 | < | 支出 | < | <
    项目 | 预算数 | 项目 | 合计 | 上年结转
    一、一般公共预算拨款收入 | 182,506.59 | 一、一般公共服务支出 | 1,120.50 |
    二、政府性基金预算拨款收入 | | 二、外交支出 | |
     | | 三、社会保障和就业支出 | 181,386.09 | 0.00
    本年收入合计 | 182,506.59 | 本年支出合计 | 182,506.59 | 0.00
    收入总计 | 182,506.59 | 支出总计 | 182,506.59 | 0.00
    注：金额可能存在尾差
    预算公开表3
    2026年支出总表
    部门名称：某市某区民政局
    单位：万元
    科目编码 | 科目名称 | 2026年预算数 | < | <
    ^ | ^ | 合计 | 基本支出 | 项目支出
    合计 | | 182,506.59 | 1,120.50 | 181,386.09
    201 | 一般公共服务支出 | 1,120.50 | 1,120.50 |
    20138 | 市场监督管理事务 | 1,120.50 | 1,120.50 |
    2013801 | 行政运行 | 1,120.50 | 1,120.50 |
    208 | 社会保障和就业支出 | 181,386.09 | | 181,386.09";

/// Names are numbered and have no codes; a table has one row; a table has nothing; a project's reason is a sentence.
const NUMBERED: &str = "
    某市某研究所2026年单位预算
    附表1
    单位收支总体情况表
    金额单位：万元
    收入 | < | 支出 | <
    项目名称 | 预算数 | 项目名称 | 预算数
    一、财政拨款收入 | 1,300.00 | 一、科学技术支出 | 1,200.00
    二、事业收入 | 20.50 | 二、住房保障支出 | 120.50
    本年收入合计 | 1,320.50 | 本年支出合计 | 1,320.50
    收入总计 | 1,320.50 | 支出总计 | 1,320.50
    附表2
    一般公共预算支出情况表
    金额单位：万元
    支出功能分类科目 | 合计 | 基本支出 | 项目支出
    合计 | 1,300.00 | 1,000.00 | 300.00
    [206]科学技术支出 | 1,179.50 | 879.50 | 300.00
    [20602]基础研究 | 1,179.50 | 879.50 | 300.00
    [2060201]机构运行 | 879.50 | 879.50 |
    [2060204]实验室及相关设施 | 300.00 | | 300.00
    [221]住房保障支出 | 120.50 | 120.50 |
    [22102]住房改革支出 | 120.50 | 120.50 |
    [2210201]住房公积金 | 120.50 | 120.50 |
    附表3
    财政拨款“三公”经费支出表
    金额单位：万元
    项目 | 2025年预算数 | 2026年预算数
    合计 | 12.00 | 10.00
    1.因公出国（境）费用 | 2.00 | 1.00
    2.公务接待费 | 1.00 | 0.00
    3.公务用车购置及运行费 | 9.00 | 9.00
    其中：公务用车购置费 | 0.00 | 0.00
    公务用车运行维护费 | 9.00 | 9.00";

/// The parts of codes have a column each; the total stands last; the unit is another one.
const CODE_IN_PARTS: &str = "
    2026年预算单位支出预算总表
    编制单位：某县图书馆 单位：元
    项目 | < | < | < | 支出预算 | < | <
    功能分类科目编码 | < | < | 功能分类科目名称 | 合计 | 基本支出 | 项目支出
    类 | 款 | 项 | ^ | ^ | ^ | ^
    207 | | | 文化旅游体育与传媒支出 | 6,100.00 | 5,000.00 | 1,100.00
    207 | 01 | | 文化和旅游 | 6,100.00 | 5,000.00 | 1,100.00
    207 | 01 | 04 | 图书馆 | 6,100.00 | 5,000.00 | 1,100.00
    合计 | < | < | < | 6,100.00 | 5,000.00 | 1,100.00
    2026年项目支出预算表
    编制单位：某县图书馆 单位：元
    项目名称 | 单位名称 | 合计 | 财政拨款 | 单位资金
    设备购置 | 某县图书馆 | 1,000.00 | 1,000.00 |
    维修 & 养护 | 某县图书馆 | 100.00 | | 100.00
    合计 | | 1,100.00 | 1,000.00 | 100.00";

fn imported(files: Vec<(&str, Vec<u8>)>) -> Imported {
    let sources = files.into_iter().map(|(name, bytes)| Source { name: name.into(), bytes }).collect();
    import(sources, &ImportOptions::default()).unwrap_or_else(|refused| panic!("{refused:?}"))
}

fn refused(name: &str, bytes: &[u8]) -> String {
    let sources = vec![Source { name: name.into(), bytes: bytes.to_vec() }];
    let refused = import(sources, &ImportOptions::default()).expect_err("nothing is read");
    let [zh, en] = &refused[0].message;
    assert!(zh.ends_with('。') && en.ends_with('.') && en.is_ascii(), "{zh} {en}");
    zh.clone()
}

/// The budget's tables, without the pages that they stand on: only some kinds of files have any.
fn tables(imported: &Imported) -> Value {
    let mut budget: Value = serde_json::from_str(&json(&imported.budget)).unwrap();
    for table in budget["tables"].as_array_mut().unwrap() {
        table.as_object_mut().unwrap().remove("page");
        for line in table["lines"].as_array_mut().unwrap() {
            line.as_object_mut().unwrap().remove("page");
        }
    }
    budget["tables"].take()
}

#[test]
fn every_kind_of_file_gives_the_same_tables() {
    for (drawing, count) in [(ONE_CODE, 2), (CODE_IN_PARTS, 2), (NUMBERED, 3)] {
        let model = Model::of(drawing);
        let expected = imported(vec![("a.docx", docx(&model))]);
        assert_eq!(expected.report.tables.len(), count);
        assert!(expected.report.tables.iter().all(|table| table.kind.is_some()), "{:#?}", expected.report.tables);
        assert!(expected.report.unread.is_empty(), "{:#?}", expected.report.unread);
        let sheet = [Sheet::of(&model)];
        let (gb, _, _) = encoding_rs::GB18030.encode(Box::leak(csv(&model).into_boxed_str()));
        let files = [
            ("a.xlsx", "xlsx", xlsx(&sheet)),
            ("a.ods", "ods", ods(&sheet)),
            ("a.xls", "xls", xls(&sheet)),
            ("a.html", "html", html(&model).into_bytes()),
            ("a.csv", "csv", csv(&model).into_bytes()),
            ("a.csv", "csv", gb.to_vec()),
            ("a.txt", "text", tabs(&model).into_bytes()),
            ("a.txt", "text", columns(&model).into_bytes()),
            ("a.pdf", "pdf", pdf(&model, Look { font: "Song", ruled: Ruled::Lines, turned: 2, rows: 9 })),
            ("a.pdf", "pdf", pdf(&model, Look { font: "Gbk", ruled: Ruled::Areas, turned: 3, rows: 12 })),
            ("a.pdf", "pdf", pdf(&model, Look { font: "Ucs2", ruled: Ruled::Rectangles, turned: 2, rows: 15 })),
            // Names lie.
            ("a.pdf", "html", html(&model).into_bytes()),
            ("a.xls", "html", html(&model).into_bytes()),
            ("a.xls", "text", tabs(&model).into_bytes()),
        ];
        for (name, kind, bytes) in files {
            let imported = imported(vec![(name, bytes)]);
            assert_eq!(imported.report.files[0].kind, kind);
            assert!(kind != "pdf" || imported.report.files[0].pages > 1, "no table goes on over a page");
            assert_eq!(tables(&imported), tables(&expected), "{name} as {kind}");
            assert_eq!(imported.budget.document.department, expected.budget.document.department);
        }
    }
}

#[test]
fn a_table_may_have_a_sheet_or_a_file_of_its_own() {
    let whole = Model::of(ONE_CODE);
    let (first, second) = whole.0.split_at(7);
    let parts = [Model(first.to_vec()), Model(second.to_vec())];
    let expected = tables(&imported(vec![("a.xlsx", xlsx(&[Sheet::of(&whole)]))]));
    let mut sheets = parts.each_ref().map(Sheet::of);
    sheets[1].name = "表三".into();
    for bytes in [xlsx(&sheets), ods(&sheets), xls(&sheets)] {
        assert_eq!(tables(&imported(vec![("a", bytes)])), expected);
    }
    let [one, two] = parts.each_ref().map(|part| xlsx(&[Sheet::of(part)]));
    assert_eq!(tables(&imported(vec![("1.xlsx", one.clone()), ("2.xlsx", two.clone())])), expected);
    let archived = archive(&[("预算/2.xlsx", &two), ("预算/1.xlsx", &one), ("__MACOSX/预算/._1.xlsx", b"-")]);
    let imported = imported(vec![("某局.zip", archived)]);
    assert_eq!(tables(&imported), expected);
    let names: Vec<_> = imported.report.files.iter().map(|file| (file.name.as_str(), file.kind)).collect();
    assert_eq!(names, [("1.xlsx", "xlsx"), ("2.xlsx", "xlsx")]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_beside_those_that_can() {
    let good = docx(&Model::of(ONE_CODE));
    let imported = imported(vec![("附图.png", b"\x89PNG\r\n".to_vec()), ("a.docx", good)]);
    assert_eq!(imported.report.unread[0].place.to_string(), "附图.png");
    assert!(imported.report.unread[0].message[0].starts_with("这是图片"));
    assert_eq!(imported.report.tables.len(), 2);
}

#[test]
fn what_is_not_read_says_what_it_is_and_what_to_do() {
    let compound = |stream: &str| {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap();
        file.flush().unwrap();
        file.into_inner().into_inner()
    };
    let word = compound("/WordDocument");
    let book = compound("/Book");
    let locked = compound("/EncryptedPackage");
    let other = compound("/Contents");
    let ofd = archive(&[("OFD.xml", b"<OFD/>")]);
    let odt = archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    let binary = archive(&[("xl/workbook.bin", b"-")]);
    let nested = archive(&[("a.zip", &archive(&[("a.txt", b"-")]))]);
    let pictures = "<html><body><p>2026年部门预算</p><img src='data:image/png;base64,AAAA'></body></html>";
    let cases: [(&str, &[u8], &str); 20] = [
        ("a.doc", &word, "这是旧版 Word"),
        ("a.xls", &book, "这是 Excel 95"),
        ("a.xlsx", &locked, "文件有密码"),
        ("a.et", &other, "这是其他办公文件"),
        ("a.pptx", &archive(&[("ppt/presentation.xml", b"<a/>")]), "这是其他办公文件"),
        ("a.pdf", b"<!DOCTYPE html><html><body>404</body></html>", "这是网页，里面没有预算表"),
        ("a.txt", "关于召开座谈会的通知，2026年".as_bytes(), "没有找到预算表。请打开"),
        ("a.ofd", &ofd, "这是 OFD"),
        ("a.odt", &odt, "这是 OpenDocument 文本"),
        ("a.xlsb", &binary, "这是 Excel 95 以前的工作簿或二进制工作簿"),
        ("a.zip", &nested, "压缩包里还有压缩包"),
        ("a.zip", &archive(&[]), "压缩包里没有能读的文件"),
        ("a.rar", b"Rar!\x1A\x07\x01\x00", "这是 RAR"),
        ("a.jpg", b"\xFF\xD8\xFF\xE0", "这是图片"),
        ("a.doc", b"{\\rtf1 }", "这是 RTF"),
        ("a.xls", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", "这是 MHT"),
        ("a.html", pictures.as_bytes(), "文件里没有表格"),
        ("a.bin", b"\x01\x02\0\0", "认不出这是什么文件"),
        ("a.txt", b"", "文件是空的"),
        ("a.xlsx", b"PK\x03\x04 cut", "文件已损坏"),
    ];
    for (name, bytes, expected) in cases {
        let said = refused(name, bytes);
        assert!(said.starts_with(expected), "{name}: {said}");
    }
}
