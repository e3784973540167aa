//! PDF → paragraphs and grids: tables however they are ruled, text however it is coded, and files that are none of this.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

#[path = "import/made.rs"]
mod made;

use budget_lens::import::block::{Content, Grid, Part};
use budget_lens::import::pdf::{Matter, Note, Reading, Refusal, read};
use budget_lens::words::Lang;
use made::pdf_writer::{PAGE, Page, Pdf};
use proptest::prelude::*;

const COLUMNS: [f32; 4] = [50.0, 250.0, 350.0, 450.0];
const ROWS: [f32; 5] = [300.0, 280.0, 260.0, 240.0, 220.0];

/// The texts of a table with two lines of heading.
fn words(page: &mut Page) -> &mut Page {
    page.text(60.0, 285.0, "项目").text(300.0, 285.0, "金额");
    page.text(260.0, 265.0, "合计").text(360.0, 265.0, "基本支出");
    page.text(60.0, 245.0, "教育支出").text(260.0, 245.0, "1,234.50").text(360.0, 245.0, "1,234.50");
    page.text(80.0, 225.0, "普通教育").text(260.0, 225.0, "0.00")
}

/// The table, whose first column has one heading over two lines, and whose amounts have one over two columns.
fn table() -> Page {
    let mut page = Page::new();
    for x in [COLUMNS[0], COLUMNS[1], COLUMNS[3]] {
        page.line((x, 300.0), (x, 220.0));
    }
    page.line((COLUMNS[2], 280.0), (COLUMNS[2], 220.0));
    page.line((COLUMNS[1], ROWS[1]), (COLUMNS[3], ROWS[1]));
    for y in [ROWS[0], ROWS[2], ROWS[3], ROWS[4]] {
        page.line((COLUMNS[0], y), (COLUMNS[3], y));
    }
    words(&mut page);
    page
}

fn reading(bytes: Vec<u8>) -> Reading {
    read("a.pdf", bytes).unwrap_or_else(|refusal| panic!("{}", refusal.say(Lang::En)))
}

fn paragraphs(reading: &Reading) -> Vec<&str> {
    let contents = reading.blocks.iter().map(|block| &block.content);
    contents.filter_map(|content| if let Content::Paragraph(text) = content { Some(&**text) } else { None }).collect()
}

fn grids(reading: &Reading) -> Vec<&Grid> {
    let contents = reading.blocks.iter().map(|block| &block.content);
    contents.filter_map(|content| if let Content::Grid(grid) = content { Some(grid) } else { None }).collect()
}

/// The only grid of a page, cell by cell.
fn cells(page: &Page) -> Vec<String> {
    let reading = reading(page.file());
    let [grid] = grids(&reading)[..] else { panic!("{:#?}", reading.blocks) };
    made::printed::cells(grid)
}

/// What every way of ruling that table gives.
const EXPECTED: [&str; 10] = [
    "0,0 2×1 项目",
    "0,1 1×2 金额",
    "1,1 合计",
    "1,2 基本支出",
    "2,0 教育支出",
    "2,1 1,234.50",
    "2,2 1,234.50",
    "3,0 +2 普通教育",
    "3,1 0.00",
    "3,2 ",
];

#[test]
fn a_ruled_table_gives_its_cells_with_their_spans_and_indents() {
    assert_eq!(cells(&table()), EXPECTED);
    let reading = reading(table().file());
    let grid = grids(&reading)[0];
    assert_eq!((grid.rows, grid.columns, &grid.edges[..]), (4, 3, &COLUMNS[..]));
}

#[test]
fn blocks_come_in_the_order_of_reading_each_with_its_page() {
    let mut page = table();
    page.text(60.0, 100.0, "注：本表为预算数").text(250.0, 350.0, "收支总表");
    page.text(60.0, 320.0, "部门：某局").text(390.0, 320.0, "单位：万元");
    let mut pdf = Pdf::default();
    let reading = reading(pdf.page(Page::new().text(50.0, 300.0, "封面")).page(&page).bytes());
    assert_eq!(paragraphs(&reading), ["封面", "收支总表", "部门：某局  单位：万元", "注：本表为预算数"]);
    let places: Vec<_> = reading.blocks.iter().map(|block| block.place.part.clone()).collect();
    let (first, second) = (Part::Page(1), Part::Page(2));
    assert_eq!(places, [&first, &second, &second, &second, &second].map(Clone::clone));
    assert!(matches!(reading.blocks[3].content, Content::Grid(_)));
    assert_eq!((reading.pages, &*reading.blocks[0].place.file), (2, "a.pdf"));
}

/// Words in a table that is ruled by these operators.
fn ruled(operators: &str) -> Vec<String> {
    let mut page = Page::new();
    page.draw(operators).text(60.0, 225.0, "甲").text(260.0, 225.0, "1.00");
    page.text(60.0, 205.0, "乙").text(260.0, 205.0, "2.00");
    cells(&page)
}

#[test]
fn borders_are_lines_rectangles_or_thin_areas() {
    let two_by_two = ["0,0 甲", "0,1 1.00", "1,0 乙", "1,1 2.00"];
    let rectangles = "50 200 200 20 re 250 200 100 20 re 50 220 200 20 re 250 220 100 20 re S";
    let areas = "50 200 300 0.5 re 50 220 300 0.5 re 50 240 300 0.5 re f 50 200 0.5 40 re 250 200 0.5 40 re 350 200 0.5 40 re f";
    let path = "50 200 m 350 200 l 350 240 l 50 240 l s 50 220 m 350 220 l S 250 200 m 250 240 l S";
    let pieces: Vec<String> = (50..350).step_by(3).map(|x| format!("{x} 220 1 1 re")).collect();
    let dashed = format!("50 200 300 40 re S 250 200 m 250 240 l S {} f", pieces.join(" "));
    let scaled = "q 0.1 0 0 0.1 50 200 cm 0 0 m 3000 0 l 0 200 m 3000 200 l 0 400 m 3000 400 l S
                  0 0 m 0 400 l 2000 0 m 2000 400 l 3000 0 m 3000 400 l S Q";
    for operators in [rectangles, areas, path, &dashed, scaled] {
        assert_eq!(ruled(operators), two_by_two, "{operators}");
    }
}

#[test]
fn a_table_without_outer_borders_has_its_outer_cells() {
    let open = "50 220 m 350 220 l S 250 200 m 250 240 l S";
    assert_eq!(ruled(open), ["0,0 甲", "0,1 1.00", "1,0 乙", "1,1 2.00"]);
}

#[test]
fn a_row_that_goes_on_over_the_page_keeps_the_columns_that_nothing_crosses() {
    // Left of 250 no line runs across.
    let open = "50 200 m 50 240 l 150 200 m 150 240 l 250 200 m 250 240 l 350 200 m 350 240 l S
                250 200 m 350 200 l 250 220 m 350 220 l 250 240 m 350 240 l S";
    assert_eq!(ruled(open), ["0,0 2×1 甲乙", "0,1 2×1 ", "0,2 1.00", "1,2 2.00"]);
}

#[test]
fn a_table_that_is_ruled_only_from_left_to_right_has_the_columns_of_its_texts() {
    let mut page = Page::new();
    for y in [300.0, 260.0, 200.0] {
        page.line((50.0, y), (450.0, y));
    }
    page.text(60.0, 285.0, "项目").text(270.0, 285.0, "本年一般公共预算拨款合计金额");
    page.text(250.0, 265.0, "合计").text(380.0, 265.0, "基本支出");
    page.text(60.0, 245.0, "教育支出").text(250.0, 245.0, "1,234.50").text(390.0, 245.0, "1,234.50");
    page.text(80.0, 225.0, "普通教育").text(260.0, 225.0, "0.00").text(60.0, 205.0, "合计");
    page.text(60.0, 180.0, "说明：无");
    let expected = [
        "0,0 项目",
        "0,1 1×2 本年一般公共预算拨款合计金额",
        "1,0 ",
        "1,1 合计",
        "1,2 基本支出",
        "2,0 教育支出",
        "2,1 1,234.50",
        "2,2 1,234.50",
        "3,0 +2 普通教育",
        "3,1 0.00",
        "3,2 ",
        "4,0 合计",
        "4,1 ",
        "4,2 ",
    ];
    assert_eq!(cells(&page), expected);
    // Text that is underlined is text.
    let mut page = Page::new();
    for y in [300.0, 280.0, 260.0, 240.0] {
        page.line((50.0, y), (450.0, y)).text(60.0, y + 5.0, "情况说明");
    }
    assert_eq!(paragraphs(&reading(page.file())), ["情况说明"; 4]);
}

#[test]
fn a_frame_is_no_table_and_a_table_in_a_cell_is_one() {
    let mut page = Page::new();
    page.draw("20 20 560 360 re S").text(60.0, 350.0, "概况");
    assert_eq!(paragraphs(&reading(page.file())), ["概况"]);
    page.draw("300 20 m 300 380 l S").lattice(&[50.0, 100.0, 150.0], &[240.0, 220.0]).text(60.0, 225.0, "内");
    let reading = reading(page.file());
    let texts = |grid: &Grid| grid.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    assert_eq!(grids(&reading).into_iter().map(texts).collect::<Vec<_>>(), [["概况", ""], ["内", ""]]);
}

#[test]
fn a_page_that_is_turned_reads_as_one_that_is_not() {
    let mut turned = table();
    // Its text runs up the paper, and the viewer turns the paper.
    let (width, height) = PAGE;
    turned.entries = format!("/MediaBox [0 0 {height} {width}] /Rotate 90");
    let up = "0 1 -1 0 400 0 cm";
    let mut page = Page::new();
    page.entries = turned.entries.clone();
    page.draw(up);
    words(page.draw("50 220 m 50 300 l 250 220 m 250 300 l 450 220 m 450 300 l 350 220 m 350 280 l S"))
        .draw("50 300 m 450 300 l 250 280 m 450 280 l 50 260 m 450 260 l 50 240 m 450 240 l 50 220 m 450 220 l S");
    assert_eq!(cells(&page), EXPECTED);
    // Or nobody turns it.
    page.entries = format!("/MediaBox [0 0 {height} {width}]");
    assert_eq!(cells(&page), EXPECTED);
}

#[test]
fn what_is_printed_twice_or_beside_the_page_is_read_once_or_not() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "预算11").text(50.4, 300.3, "预算11");
    page.text(700.0, 300.0, "右").text(50.0, -20.0, "下").text(50.0, 450.0, "上");
    assert_eq!(paragraphs(&reading(page.file())), ["预算11"]);
}

#[test]
fn what_is_clipped_away_is_not_read_but_no_number_is_cut() {
    let mut page = Page::new();
    page.lattice(&[50.0, 100.0, 200.0], &[240.0, 220.0]);
    page.draw("q 50 220 50 20 re W n").text(55.0, 225.0, "123,456,789.00").text(55.0, 205.0, "下一页").draw("Q");
    assert_eq!(cells(&page), ["0,0 123,456,789.00", "0,1 "]);
    assert_eq!(paragraphs(&reading(page.file())), [""; 0]);
}

#[test]
fn watermarks_and_hidden_text_are_not_read() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "收入");
    page.draw("q 0.7 0.7 -0.7 0.7 0 0 cm").text(300.0, 0.0, "公开").draw("Q");
    page.draw("3 Tr").text(50.0, 200.0, "隐藏");
    assert_eq!(paragraphs(&reading(page.file())), ["收入"]);
}

#[test]
fn fonts_give_their_characters_however_they_are_coded() {
    let mut page = Page::new();
    page.text(50.0, 350.0, "⽀出⻚⻔");
    page.show(50.0, 330.0, "Gbk", "D6A7B3F631322E35").show(50.0, 310.0, "Ucs2", "652F51FA0031");
    page.show(50.0, 290.0, "Helvetica", "312C3233342E353096").show(50.0, 270.0, "Named", "4142414380");
    let reading = reading(page.file());
    assert_eq!(paragraphs(&reading), ["支出页门", "支出12.5", "支出1", "1,234.50–", "1.1万Ä"]);
    assert!(reading.notes.is_empty(), "{:?}", reading.notes);
}

#[test]
fn text_is_moved_as_its_operators_say() {
    let mut page = Page::new();
    page.draw("BT /Song 10 Tf 20 TL 50 300 Td <4E00> Tj T* <4E8C> Tj 0 -20 TD <4E09> Tj <56DB> '");
    page.draw("1 0 0 1 50 200 Tm [<4E94> -3000 <516D>] TJ 3 Tc <4E034E03> Tj ET");
    assert_eq!(paragraphs(&reading(page.file())), ["一", "二", "三", "四", "五  六七七"]);
}

#[test]
fn blanks_are_told_from_distances() {
    let mut page = Page::new();
    page.text(50.0, 300.0, "合").text(65.0, 300.0, "计").text(120.0, 300.0, "万元");
    page.text(50.0, 280.0, "Budget").text(84.0, 280.0, "Lens").text(150.0, 280.0, "1 2");
    assert_eq!(paragraphs(&reading(page.file())), ["合计  万元", "Budget Lens  1 2"]);
}

#[test]
fn lines_of_a_cell_are_one_text() {
    let mut page = Page::new();
    page.lattice(&[50.0, 150.0, 250.0, 350.0], &[240.0, 200.0]);
    page.text(60.0, 225.0, "一般公共")
        .text(60.0, 210.0, "预算")
        .text(160.0, 225.0, "1,234,")
        .text(160.0, 210.0, "567.00");
    page.text(260.0, 225.0, "12.00").text(260.0, 210.0, "3.00");
    assert_eq!(cells(&page), ["0,0 一般公共预算", "0,1 1,234,567.00", "0,2 12.00 3.00"]);
}

#[test]
fn forms_are_read_in_their_place_and_one_in_itself_ends() {
    let mut pdf = Pdf::default();
    let mut inner = Page::new();
    inner.text(0.0, 0.0, "表");
    let own = "/Matrix [1 0 0 1 50 300] /Resources << /Font << /Other 5 0 R >> >>";
    let inner = pdf.stream(&format!("/Subtype /Form {own}"), "BT /Other 10 Tf <88684E00> Tj ET");
    let outer = pdf.stream("/Subtype /Form", "q /Inner Do Q /Outer Do");
    let mut page = Page::new();
    page.external = format!("/Inner {inner} 0 R /Outer {outer} 0 R");
    page.draw("/Outer Do").text(50.0, 200.0, "尾");
    let reading = reading(pdf.page(&page).bytes());
    assert_eq!(paragraphs(&reading), ["表一", "尾"]);
}

#[test]
fn a_page_that_never_ends_is_cut_off_and_said() {
    let mut pdf = Pdf::default();
    let twenty = "/Again Do ".repeat(20);
    let number = pdf.stream("/Subtype /Form", &twenty);
    let mut page = Page::new();
    page.external = format!("/Again {number} 0 R");
    page.text(50.0, 200.0, "首").draw("/Again Do");
    let reading = reading(pdf.page(&page).page(Page::new().text(50.0, 200.0, "次页")).bytes());
    assert_eq!(paragraphs(&reading), ["首", "次页"]);
    assert_eq!(reading.notes, [Note { page: 1, matter: Matter::CutOff }]);
}

/// A page that is one picture.
fn scan(pdf: &mut Pdf) -> Page {
    let number = pdf.stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0");
    let mut page = Page::new();
    page.external = format!("/Scan {number} 0 R");
    page.draw("q 600 0 0 400 0 0 cm /Scan Do Q").text(300.0, 20.0, "7");
    page
}

#[test]
fn a_picture_of_a_page_is_said_and_never_read() {
    let mut pdf = Pdf::default();
    let page = scan(&mut pdf);
    pdf.page(&page);
    assert_eq!(read("a.pdf", pdf.bytes()).unwrap_err(), Refusal::Scan);
    let mut recognised = page.clone();
    recognised.draw("3 Tr").text(50.0, 200.0, &"收入".repeat(12));
    let reading = reading(pdf.page(&table()).page(&recognised).bytes());
    let note = |page, matter| Note { page, matter };
    assert_eq!(reading.notes, [note(1, Matter::Picture), note(3, Matter::Recognised)]);
    assert_eq!(reading.notes[0].say(Lang::Zh), "第 1 页是图片，没有文字，没有读。");
    assert!(reading.blocks.iter().all(|block| block.place.part == Part::Page(2)));
}

#[test]
fn a_font_without_a_table_of_characters_is_said() {
    let mut page = Page::new();
    page.show(50.0, 300.0, "Mute", &"4E00".repeat(30));
    assert_eq!(read("a.pdf", page.file()).unwrap_err(), Refusal::NoCharacters);
    // A few in a page of others are marked.
    let mut page = table();
    page.text(50.0, 150.0, &"说明".repeat(20)).text(60.0, 120.0, "第").show(70.0, 120.0, "Mute", "4E00");
    let reading = reading(page.file());
    assert_eq!(reading.notes, [Note { page: 1, matter: Matter::Unknown(1) }]);
    assert_eq!(paragraphs(&reading).last(), Some(&"第\u{FFFD}"));
}

#[test]
fn what_is_no_readable_pdf_is_refused_with_its_reason() {
    let refusal = |bytes: Vec<u8>| read("a.pdf", bytes).unwrap_err();
    assert_eq!(refusal(b"<!doctype html><title>404</title>".to_vec()), Refusal::NotPdf);
    assert_eq!(refusal(b"%PDF-1.7\nnothing".to_vec()), Refusal::Damaged);
    assert_eq!(refusal(Page::new().file()), Refusal::NoText);
    let mut long = Pdf::default();
    for _ in 0..1_001 {
        long.page(&Page::new());
    }
    assert_eq!(refusal(long.bytes()), Refusal::TooManyPages(1_001));
    let mut locked = Pdf::default();
    let (owner, user) = ("11".repeat(32), "22".repeat(32));
    locked.trailer =
        format!("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <{owner}> /U <{user}> >>");
    assert_eq!(refusal(locked.page(&table()).bytes()), Refusal::Password);
}

#[test]
fn every_refusal_says_in_both_languages_what_to_do() {
    for refusal in [Refusal::NotPdf, Refusal::Damaged, Refusal::Password, Refusal::TooManyPages(2_000), Refusal::Scan] {
        let (zh, en) = (refusal.say(Lang::Zh), refusal.say(Lang::En));
        assert!(zh.ends_with('。') && en.ends_with('.') && !(zh + &en).contains(['{', '…']), "{refusal:?}");
    }
    assert!(Refusal::TooManyPages(2_000).say(Lang::Zh).contains("2000 页，最多能读 1000 页"));
}

#[test]
fn a_file_without_its_end_or_with_other_bytes_before_it_is_read() {
    let whole = table().file();
    let end = whole.windows(4).position(|window| window == b"xref").unwrap();
    for bytes in [whole[..end].to_vec(), [b"\r\njunk\r\n", &whole[..]].concat()] {
        assert_eq!(grids(&reading(bytes)).len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_crashes(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let mut pdf = Pdf::default();
        let form = pdf.stream("/Subtype /Form /Matrix [1 0 0 1 5 5]", "10 10 200 20 re S");
        let mut page = table();
        page.external = format!("/Form {form} 0 R");
        page.draw("q /Form Do Q").show(50.0, 100.0, "Gbk", "D6A7B3F6").show(50.0, 80.0, "Named", "4142");
        let mut bytes = pdf.page(&page).bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("a.pdf", bytes[..=cut.index(bytes.len())].to_vec());
        let _ = read("a.pdf", bytes);
    }
}
