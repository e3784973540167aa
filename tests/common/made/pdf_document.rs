//! A writer of documents as PDF: ruled tables that go on over pages, each with the heading again.

use super::model::{Cell, Drawn, Model, Piece};
use super::pdf_writer::{Page, Pdf};

/// How tables are ruled.
#[derive(Debug, Clone, Copy)]
pub enum Ruled {
    /// By lines over their whole width and height.
    Lines,
    /// By an area as thin as a line on each side of each cell, as spreadsheets print.
    Areas,
    /// By a rectangle around each cell.
    Rectangles,
}

/// How a document looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The font, which says how its text is coded: `Song`, `Gbk` or `Ucs2`.
    pub font: &'static str,
    pub ruled: Ruled,
    /// Every so many pages one is turned, as wide tables are.
    pub turned: usize,
    /// How many rows a page has room for.
    pub rows: usize,
}

/// The page's height; it is as wide as its widest table.
const TOP: f32 = 560.0;
const SIZE: f32 = 10.0;
const HIGH: f32 = 18.0;
const LEFT: f32 = 50.0;

/// A document of these pieces.
pub fn pdf(model: &Model, look: Look) -> Vec<u8> {
    let mut writer = Writer { look, pdf: Pdf::default(), page: Page::new(), row: 0, pages: 0 };
    for piece in &model.0 {
        match piece {
            Piece::Line(text) => writer.line(text),
            Piece::Table(table) => writer.table(table),
        }
    }
    writer.end_page();
    writer.pdf.bytes()
}

struct Writer {
    look: Look,
    pdf: Pdf,
    page: Page,
    row: usize,
    pages: usize,
}

impl Writer {
    fn line(&mut self, text: &str) {
        if self.row + 3 > self.look.rows {
            self.end_page();
        }
        self.show(LEFT, self.baseline(), text);
        self.row += 1;
    }

    fn table(&mut self, table: &Drawn) {
        let has_amount = |row: usize| table.cells.iter().any(|cell| cell.row == row && cell.text.contains('.'));
        let heading = (0..table.rows).position(has_amount).unwrap_or(table.rows);
        let edges = self.edges(table);
        self.rows(table, 0..heading, &edges);
        for row in heading..table.rows {
            if self.row >= self.look.rows {
                self.end_page();
                self.rows(table, 0..heading, &edges);
            }
            self.rows(table, row..row + 1, &edges);
        }
        self.row += 1;
    }

    /// Where columns begin, and the last one ends: they are as wide as their widest text, those that spans share more.
    fn edges(&self, table: &Drawn) -> Vec<f32> {
        let mut widths = vec![30.0_f32; table.columns];
        for cell in &table.cells {
            #[allow(clippy::cast_precision_loss)] // a table has a handful of columns
            let share = (self.width(&cell.text) + 8.0) / cell.columns as f32;
            for width in &mut widths[cell.column..cell.column + cell.columns] {
                *width = width.max(share);
            }
        }
        let mut edges = vec![LEFT];
        edges.extend(widths.iter().scan(LEFT, |edge, width| {
            *edge += width;
            Some(*edge)
        }));
        edges
    }

    fn rows(&mut self, table: &Drawn, rows: std::ops::Range<usize>, edges: &[f32]) {
        for cell in table.cells.iter().filter(|cell| rows.contains(&cell.row)) {
            self.cell(cell, cell.row - rows.start, edges);
        }
        self.row += rows.len();
    }

    fn cell(&mut self, cell: &Cell, row: usize, edges: &[f32]) {
        #[allow(clippy::cast_precision_loss)] // a page has a handful of rows
        let (down, high) = (row as f32 * HIGH, cell.rows as f32 * HIGH);
        let (left, right) = (edges[cell.column], edges[cell.column + cell.columns]);
        let top = self.baseline() + 13.0 - down;
        let bottom = top - high;
        match self.look.ruled {
            Ruled::Lines => {
                self.page.line((left, top), (right, top)).line((left, bottom), (right, bottom));
                self.page.line((left, top), (left, bottom)).line((right, top), (right, bottom));
            }
            Ruled::Areas => {
                let (wide, high) = (right - left, top - bottom);
                self.page.draw(&format!("{left} {top} {wide} 0.5 re {left} {bottom} {wide} 0.5 re f"));
                self.page.draw(&format!("{left} {bottom} 0.5 {high} re {right} {bottom} 0.5 {high} re f"));
            }
            Ruled::Rectangles => {
                self.page.draw(&format!("{left} {bottom} {} {} re S", right - left, top - bottom));
            }
        }
        // Amounts stand to the right.
        let is_amount = cell.text.contains('.') && !cell.text.contains(|c: char| c.is_alphabetic());
        let x = if is_amount { right - 3.0 - self.width(&cell.text) } else { left + 3.0 };
        self.show(x, bottom + (top - bottom) / 2.0 - 4.0, &cell.text);
    }

    fn baseline(&self) -> f32 {
        #[allow(clippy::cast_precision_loss)] // a page has a handful of rows
        let down = self.row as f32 * HIGH;
        TOP - down
    }

    fn show(&mut self, x: f32, y: f32, text: &str) {
        if !text.is_empty() {
            let codes: Vec<String> = self.codes(text).iter().map(|byte| format!("{byte:02X}")).collect();
            self.page.show(x, y, self.look.font, &codes.concat());
        }
    }

    fn codes(&self, text: &str) -> Vec<u8> {
        match self.look.font {
            "Gbk" => encoding_rs::GBK.encode(text).0.into_owned(),
            _ => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }

    /// How wide a text is: digits are half as wide as characters, where the font has widths of their own for them.
    fn width(&self, text: &str) -> f32 {
        let is_narrow = |c: char| c.is_ascii() && self.look.font != "Ucs2";
        text.chars().map(|c| if is_narrow(c) { SIZE / 2.0 } else { SIZE }).sum()
    }

    fn end_page(&mut self) {
        self.pages += 1;
        let number = format!("- {} -", self.pages);
        self.show(400.0, 20.0, &number);
        let mut page = Page::new();
        if self.pages.is_multiple_of(self.look.turned) {
            // Its text runs up the paper, and the viewer turns the paper.
            page.entries = "/MediaBox [0 0 595 842] /Rotate 90".into();
            page.draw("0 1 -1 0 595 0 cm");
        } else {
            page.entries = "/MediaBox [0 0 842 595]".into();
        }
        page.append(&std::mem::take(&mut self.page));
        self.pdf.page(&page);
        self.row = 0;
    }
}
