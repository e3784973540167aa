//! Files made to take all time or memory end soon and say so.

use crate::common::made::archive_writer::archive;
use crate::common::made::model::Model;
use crate::common::made::sheet_writer::{Sheet, ods, workbook, xls, xlsx};
use crate::common::made::text_writer::{document, docx, html};
use crate::common::regressions::beside;
use budget_lens::import::block::Content;
use budget_lens::import::{ImportOptions, Source, import, read};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Longer than any of these takes, even in a build that is not optimised.
const SOON: Duration = Duration::from_mins(1);

fn refused(bytes: Vec<u8>) -> String {
    let begun = Instant::now();
    let [zh, en] = read("a", bytes).expect_err("it is refused");
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    assert!(zh.ends_with('。') && en.ends_with('.'));
    zh
}

/// How many blocks are read.
fn count(bytes: Vec<u8>) -> usize {
    let begun = Instant::now();
    let (_, reading) = read("a", bytes).unwrap_or_else(|message| panic!("{message:?}"));
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    reading.blocks.len()
}

fn sheet(content: &str) -> Vec<u8> {
    workbook(&[("Sheet1".into(), content.into(), "visible")], "", &[0], &["收入"])
}

#[test]
fn a_file_that_is_too_large_is_not_opened() {
    assert!(refused(vec![b'1'; (32 << 20) + 1]).contains("超过 32 MB"));
}

#[test]
fn an_archive_that_unfolds_to_gigabytes_is_refused() {
    let blanks = vec![b' '; 80 << 20];
    let bomb = archive(&[("word/document.xml", &blanks)]);
    assert!(bomb.len() < 100_000);
    assert!(refused(bomb).contains("解压后超过"));
    let files: Vec<String> = (0..4_097).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|name| (name.as_str(), &b"-"[..])).collect();
    assert!(refused(archive(&files)).contains("超过 4096 个"));
}

#[test]
fn cells_far_apart_take_no_room_between_them() {
    let far = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>\
               </sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
    assert!(count(sheet(far)) <= 2);
    let apart =
        Sheet { name: "表".into(), cells: vec![(0, 0, "1.00".into()), (60_000, 20, "2.00".into())], merges: vec![] };
    assert_eq!(count(xls(&[apart])), 2);
    let repeated = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"Sheet1\">\
                    <table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">\
                    <text:p>1</text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    assert!(refused(archive(&[("mimetype", kind), ("content.xml", repeated.as_bytes())])).contains("500000 个单元格"));
}

#[test]
fn one_text_in_a_million_cells_is_refused() {
    let long = "长".repeat(30_000);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(2_000);
    let part = format!("<sheetData><row>{cells}</row></sheetData>");
    let bytes = workbook(&[("Sheet1".into(), part, "visible")], "", &[0], &[&long]);
    assert!(refused(bytes).contains("没有读"));
}

#[test]
fn entities_are_not_expanded_and_depth_is_bounded() {
    let entities = "<!DOCTYPE d [<!ENTITY a \"一二三四五六七八\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\
                    <w:document xmlns:w=\"w\"><w:p><w:r><w:t>甲&b;乙</w:t></w:r></w:p></w:document>";
    let (_, reading) = read("a", archive(&[("word/document.xml", entities.as_bytes())])).unwrap();
    assert_eq!(reading.blocks[0].content, Content::Paragraph("甲乙".into()));
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000);
    let ends = "</w:tc></w:tr></w:tbl>".repeat(5_000);
    assert!(refused(document(&format!("{deep}{ends}"), "")).contains("层次太深"));
    let page = format!("<html><p>甲</p>{}<p>乙</p>", "<table><tr><td>".repeat(50_000));
    assert!(count(page.into_bytes()) >= 2);
}

#[test]
fn many_sheets_many_columns_and_long_lines_are_bounded() {
    let sheets: Vec<_> = (0..1_000).map(|number| (number.to_string(), "<sheetData/>".to_string(), "visible")).collect();
    assert!(refused(workbook(&sheets, "", &[0], &[])).contains("没有读"));
    let wide =
        format!("<sheetData>{}</sheetData>", format!("<row>{}</row>", "<c><v>1</v></c>".repeat(10_000)).repeat(2));
    let (_, reading) = read("a", sheet(&wide)).unwrap();
    assert!(reading.unread[0].message[0].contains("只读了一部分"));
    for text in [
        "1\t".repeat(8 << 20),
        "1,".repeat(8 << 20),
        "a  ".repeat(8 << 20),
        "1\t2\n".repeat(4 << 20),
        "\n".repeat(8 << 20),
    ] {
        let begun = Instant::now();
        let _ = read("a", text.into_bytes());
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    }
    let spans = "<tr><td colspan=100000000 rowspan=100000000>甲<td>乙".repeat(1_000);
    assert!(count(format!("<table>{spans}</table>").into_bytes()) < 3);
}

#[test]
fn a_table_of_thousands_of_lines_takes_no_longer_for_each_of_them() {
    let line = |at: usize| match at % 4 {
        0 => format!("本年收入\t{at}.00\t其中：（一）支出{at}\t{at}.00"),
        1 => format!("（一）项目{at}\t{at}.00\t1.支出{at}\t{at}.00"),
        2 => format!("合计\t{at}.00\t其中：支出{at}\t{at}.00"),
        _ => format!("一、项目{at}\t{at}.00\t支出{at}\t{at}.00"),
    };
    let lines: Vec<String> = (0..20_000).map(line).collect();
    let text = format!("某局2026年部门预算\n收支总表\n单位：万元\n项目\t预算数\t项目\t预算数\n{}", lines.join("\n"));
    let begun = Instant::now();
    let source = Source { name: "a.txt".into(), bytes: text.into_bytes() };
    assert_eq!(import(vec![source], &ImportOptions::default()).unwrap().budget.tables[0].lines.len(), 40_000);
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn a_cell_of_a_text_may_claim_any_width() {
    let cell = |width: &str| {
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{width}\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>")
    };
    let row = |before: &str| {
        let skipped = format!("<w:trPr><w:gridBefore w:val=\"{before}\"/></w:trPr>");
        format!("<w:tr>{skipped}{}{}</w:tr>", cell("18446744073709551615"), cell("4000000000"))
    };
    let body = format!("<w:tbl>{}{}</w:tbl>", row("9999999999"), row("1").repeat(1_000));
    let begun = Instant::now();
    let _ = read("a", document(&body, ""));
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn macros_and_links_are_never_followed() {
    let part = "<sheetData><row><c><f>[1]Sheet1!A1</f><v>7</v></c><c><v>8</v></c></row><row><c><v>9</v></c><c><v>1</v></c></row></sheetData>";
    let mut files = vec![("xl/vbaProject.bin", &b"\0"[..]), ("xl/externalLinks/externalLink1.xml", &b"<a"[..])];
    let names = "<workbook><sheets><sheet name=\"Sheet1\"/></sheets></workbook>";
    let worksheet = format!("<worksheet>{part}</worksheet>");
    files.extend([("xl/workbook.xml", names.as_bytes()), ("xl/worksheets/sheet1.xml", worksheet.as_bytes())]);
    assert_eq!(count(archive(&files)), 1);
}

/// One file of each kind.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let model = Model::of("支出表\n项目 | 金额 | <\n^ | 合计 | 基本\n甲 | 1,000.00 | 1.00\n乙 | 2.00 | 3.00");
    let sheets = [Sheet::of(&model)];
    vec![xlsx(&sheets), ods(&sheets), xls(&sheets), docx(&model), html(&model).into_bytes()]
});

proptest! {
    #![proptest_config(beside(ProptestConfig::with_cases(300)))]

    #[test]
    fn broken_files_are_read_or_refused(
        kind in 0..5_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = FILES[kind].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        let _ = read("a", bytes);
    }
}
