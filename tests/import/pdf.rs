//! PDF → grids: tables however they are ruled and turned, and what is printed in their cells.

use crate::common::made::pdf_reading::{grids, paragraphs, reading};
use crate::common::made::pdf_table::{COLUMNS, table, words};
use crate::common::made::pdf_writer::{PAGE, Page, Pdf};
use budget_lens::import::block::{Content, Grid, Part};

/// The only grid of a page, cell by cell.
fn cells(page: &Page) -> Vec<String> {
    let reading = reading(page.file());
    let [grid] = grids(&reading)[..] else { panic!("{:#?}", reading.blocks) };
    crate::common::made::printed::cells(grid)
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
fn what_is_clipped_away_is_not_read_but_no_number_is_cut() {
    let mut page = Page::new();
    page.lattice(&[50.0, 100.0, 200.0], &[240.0, 220.0]);
    page.draw("q 50 220 50 20 re W n").text(55.0, 225.0, "123,456,789.00").text(55.0, 205.0, "下一页").draw("Q");
    assert_eq!(cells(&page), ["0,0 123,456,789.00", "0,1 "]);
    assert_eq!(paragraphs(&reading(page.file())), [""; 0]);
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
