//! Writes the template's sheets into a workbook that looks like the published tables in Excel and WPS, and prints on
//! A4.

use std::io;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::sheets::{Column, Sheet};
use crate::locale::Lang;

/// The first row of a table's headings; above it stand its number, its title and its unit.
const HEAD: u32 = 3;
/// How wide columns are, in characters: of codes, of amounts, of names.
const WIDTHS: [u16; 3] = [12, 16, 42];
/// A4 by its number in the format.
const A4: u8 = 9;

/// The bytes of a workbook with a cover and these sheets. What stands on the cover for whoever fills it in is said in their
/// language; the tables are Chinese as they are published.
pub fn workbook(sheets: &[Sheet], lang: Lang) -> io::Result<Vec<u8>> {
    let mut book = Workbook::new();
    let mut made = || {
        // The same bytes whenever it is made.
        let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        cover(book.add_worksheet(), lang)?;
        for (number, sheet) in sheets.iter().enumerate() {
            table(book.add_worksheet(), number, sheet)?;
        }
        book.save_to_buffer()
    };
    made().map_err(|error: XlsxError| io::Error::other(error.to_string()))
}

/// Whose budget it is, and what to do: the reader of workbooks takes each row as a line.
fn cover(sheet: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name("封面")?.set_column_width(0, 14)?.set_column_width(1, 60)?;
    let label = Format::new().set_bold();
    let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Left);
    for (row, name) in (0..).zip(["部门名称：", "年度：", "地区："]) {
        sheet.write_string_with_format(row, 0, name, &label)?.write_blank(row, 1, &cell)?;
    }
    let what = [
        (
            "1. 在上面填部门名称、年度（如 2026）和地区，在各张表里填金额。没有的空着；款、项和项目自己加行，写上编码和名称；用不到的行可以删。整张表没有数的，在表下面写“本表无数据”。",
            "1. Fill in the department, the year (such as 2026) and the region above, and the amounts in each table. Leave \
             blank what there is not; add lines for groups, items and projects with their codes and names; delete lines \
             that are not needed. Below a table without numbers write 本表无数据.",
        ),
        (
            "2. 金额都按每张表右上角写的单位填。用元的，把“万元”改成“元”。",
            "2. Amounts are in the unit that each table says above its right edge. For yuan write 元 in place of 万元.",
        ),
        (
            "3. 保存以后，把文件拖到预算透视的页面上，或者用 budget-lens check 核对。文件不上传。",
            "3. Save it, and drop the file onto the page of Budget Lens, or check it with budget-lens check. It is not \
             uploaded.",
        ),
    ];
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, (zh, en)) in (4..).zip(what) {
        sheet.merge_range(row, 0, row, 1, lang.tr(zh, en), &text)?.set_row_height(row, 64)?;
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, number: usize, own: &Sheet) -> Result<(), XlsxError> {
    let title = own.kind.name().0;
    let last = column(own.columns.len() - 1);
    sheet.set_name(title)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (at, own) in (0..).zip(&own.columns) {
        let [code, amount, name] = WIDTHS;
        let width = if own.is_amount {
            amount
        } else if own.name.ends_with("编码") {
            code
        } else {
            name
        };
        sheet.set_column_width(at, width)?;
    }
    let centred = Format::new().set_bold().set_align(FormatAlign::Center);
    sheet.write_string(0, 0, ["表", DIGITS[number]].concat())?;
    sheet.merge_range(1, 0, 1, last, title, &centred.clone().set_font_size(14))?;
    sheet.write_string_with_format(2, last, "单位：万元", &Format::new().set_align(FormatAlign::Right))?;
    let body = HEAD + headings(sheet, &own.columns, &centred.set_border(FormatBorder::Thin).set_text_wrap())?;
    sheet.set_freeze_panes(body, 0)?.set_repeat_rows(HEAD, body - 1)?;
    let amount = Format::new().set_border(FormatBorder::Thin).set_num_format("#,##0.00");
    let blank = std::iter::repeat_n(&[][..], own.blank);
    for (row, line) in (body..).zip(own.lines.iter().map(Vec::as_slice).chain(blank)) {
        let mut words = line.iter();
        for (at, column) in (0..).zip(&own.columns) {
            let own = if column.is_amount { None } else { words.next().filter(|own| !own.text.is_empty()) };
            // A code is a text: nothing may take it for an amount.
            let format = Format::new().set_border(FormatBorder::Thin).set_num_format("@");
            match own {
                Some(own) => sheet.write_string_with_format(row, at, &own.text, &format.set_indent(own.indent))?,
                None => sheet.write_blank(row, at, if column.is_amount { &amount } else { &format })?,
            };
        }
    }
    Ok(())
}

/// The numbers of tables as they are printed.
const DIGITS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/// Writes the headings, and tells how many rows they have.
fn headings(sheet: &mut Worksheet, columns: &[Column], format: &Format) -> Result<u32, XlsxError> {
    if columns.iter().all(|column| column.group.is_none()) {
        for (at, own) in (0..).zip(columns) {
            sheet.write_string_with_format(HEAD, at, &own.name, format)?;
        }
        return Ok(1);
    }
    let mut first = 0;
    for group in columns.chunk_by(|one, other| one.group == other.group) {
        let last = first + group.len();
        sheet.merge_range(HEAD, column(first), HEAD, column(last - 1), group[0].group.unwrap_or_default(), format)?;
        for (at, own) in (first..).zip(group) {
            sheet.write_string_with_format(HEAD + 1, column(at), &own.name, format)?;
        }
        first = last;
    }
    Ok(2)
}

/// A column by its number; no table has as many as would not fit.
fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
