//! A small library's budget as an official file of every kind that is read.

use super::archive_writer::archive;
use super::model::{Drawn, Model, Piece};
use super::pdf_writer::{self, Pdf};
use super::sheet_writer::{Sheet, ods, xls, xlsx};
use super::text_writer::{csv, docx, html, tabs};

pub const COVER: &str = "青石县图书馆2026年部门预算";

pub const EXPENDITURE: &str = "
    表三
    支出总表
    单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
     | 合计 | 120.50 | 90.00 | 30.50
    207 | 文化旅游体育与传媒支出 | 110.50 | 80.00 | 30.50
    221 | 住房保障支出 | 10.00 | 10.00 | ";

pub const EXPENSES: &str = "
    表四
    “三公”经费支出表
    单位：万元
    序号 | 项目 | 预算数 | 上年预算数 | 备注
    1 | 因公出国（境）费 | 0.00 | 0.00 |
    2 | 公务接待费 | 1.20 | 1.20 |
    3 | 公务用车购置及运行费 | 3.00 | 3.00 |
     | 合计 | 4.20 | 4.20 | ";

/// A PDF with a page for each of these drawings, whose tables are ruled, have five columns and no spans.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut pdf = Pdf::default();
    for page in pages {
        pdf.page(&drawn(page));
    }
    pdf.bytes()
}

/// The page of a drawing.
pub fn drawn(drawing: &str) -> pdf_writer::Page {
    let mut page = pdf_writer::Page::new();
    let mut y = 380.0;
    for piece in Model::of(drawing).0 {
        match piece {
            Piece::Line(text) => {
                page.text(60.0, y, &text);
                y -= 20.0;
            }
            Piece::Table(table) => y = ruled(&mut page, &table, y),
        }
    }
    page
}

/// Draws a table below this height; the answer is where it ends.
fn ruled(page: &mut pdf_writer::Page, table: &Drawn, top: f32) -> f32 {
    const COLUMNS: [f32; 6] = [30.0, 100.0, 260.0, 360.0, 460.0, 560.0];
    let mut lines = vec![top];
    for row in 0..table.rows {
        let y = lines[row];
        for cell in table.cells.iter().filter(|cell| cell.row == row && !cell.text.is_empty()) {
            page.text(COLUMNS[cell.column] + 5.0, y - 15.0, &cell.text);
        }
        lines.push(y - 20.0);
    }
    page.lattice(&COLUMNS, &lines);
    lines[table.rows]
}

/// The whole budget, a file of each kind, with the file's name.
pub fn files(expenditure: &str) -> Vec<(&'static str, Vec<u8>)> {
    let model = Model::of(&[COVER, expenditure, EXPENSES].join("\n"));
    let sheet = [Sheet::of(&model)];
    let parts: [(&str, &[u8]); 2] = [("1.pdf", &pdf(&[COVER, expenditure])), ("2.pdf", &pdf(&[EXPENSES]))];
    vec![
        ("馆.pdf", pdf(&[COVER, expenditure, EXPENSES])),
        ("馆.docx", docx(&model)),
        ("馆.xlsx", xlsx(&sheet)),
        ("馆.xls", xls(&sheet)),
        ("馆.ods", ods(&sheet)),
        ("馆.html", html(&model).into_bytes()),
        ("馆.csv", csv(&model).into_bytes()),
        ("馆.txt", tabs(&model).into_bytes()),
        ("馆.zip", archive(&parts)),
    ]
}
