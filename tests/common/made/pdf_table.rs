//! A table that is drawn on a page of a PDF, which several tests rule, turn and break.

use super::pdf_writer::Page;

pub const COLUMNS: [f32; 4] = [50.0, 250.0, 350.0, 450.0];
pub const ROWS: [f32; 5] = [300.0, 280.0, 260.0, 240.0, 220.0];

/// The texts of a table with two lines of heading.
pub fn words(page: &mut Page) -> &mut Page {
    page.text(60.0, 285.0, "项目").text(300.0, 285.0, "金额");
    page.text(260.0, 265.0, "合计").text(360.0, 265.0, "基本支出");
    page.text(60.0, 245.0, "教育支出").text(260.0, 245.0, "1,234.50").text(360.0, 245.0, "1,234.50");
    page.text(80.0, 225.0, "普通教育").text(260.0, 225.0, "0.00")
}

/// The table, whose first column has one heading over two lines, and whose amounts have one over two columns.
pub fn table() -> Page {
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
