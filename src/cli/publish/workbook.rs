//! `tables.xlsx`: the official tables as a workbook, for those who open files with a spreadsheet program.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::budget::{Budget, Table};
use crate::export::csv;
use crate::money::Amount;

/// What the file is called.
pub const NAME: &str = "tables.xlsx";
/// The row of the headings; above it stand the table's title and its unit.
const HEAD: u32 = 2;
/// The most digits that a spreadsheet program keeps of a number: longer amounts are text, which keeps all.
const DIGITS: usize = 15;
/// The most characters of a sheet's name, and signs that it cannot have.
const LONG: usize = 31;
const UNFIT: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// How wide columns are, in characters: of codes, of names, of all others.
const WIDTHS: [u16; 3] = [12, 42, 16];

/// The bytes of the workbook, the same whenever they are made.
pub fn workbook(budget: &Budget) -> io::Result<Vec<u8>> {
    let mut book = Workbook::new();
    let mut made = || {
        let day = ExcelDateTime::from_ymd(budget.document.year.clamp(1900, 9999), 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        for (i, own) in budget.tables.iter().enumerate() {
            table(book.add_worksheet(), i, own)?;
        }
        if budget.tables.is_empty() {
            book.add_worksheet();
        }
        book.save_to_buffer()
    };
    made().map_err(|error: XlsxError| located(budget, &error))
}

/// What is wrong with a cell, which the library says of no file.
fn located(budget: &Budget, error: &XlsxError) -> io::Error {
    io::Error::other(
        [&budget.document.department, " ", &budget.edition(), " ", NAME, ": ", &error.to_string()].concat(),
    )
}

fn table(sheet: &mut Worksheet, i: usize, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(name(i, table))?.set_freeze_panes(HEAD + 1, 2)?;
    let bold = Format::new().set_bold();
    sheet.write_string_with_format(0, 0, cut([&table.number, " ", &table.title].concat().trim()), &bold)?;
    sheet.write_string(1, 0, ["单位：", table.unit.zh()].concat())?;
    for (column, heading) in (0..).zip(csv::headings(table)) {
        let [code, name, other] = WIDTHS;
        let width = match column {
            0 => code,
            1 => name,
            _ => other,
        };
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(HEAD, column, cut(&heading), &bold)?;
    }
    for (row, line) in (HEAD + 1..).zip(&table.lines) {
        sheet.write_string(row, 0, cut(line.code.as_deref().unwrap_or_default()))?;
        sheet.write_string(row, 1, cut(&line.printed()))?;
        for (at, column) in (2..).zip(&table.columns) {
            if column.text {
                sheet.write_string(row, at, cut(line.texts.get(&column.id).unwrap_or_default()))?;
            } else if let Some(amount) = line.amounts.get(&column.id) {
                number(sheet, row, at, amount)?;
            }
        }
    }
    Ok(())
}

/// Writes an amount as a number that shows the places that the document prints. A number of so few digits is the same
/// one again when the program shows them.
fn number(sheet: &mut Worksheet, row: u32, column: u16, amount: Amount) -> Result<(), XlsxError> {
    let text = amount.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    match text.parse::<f64>() {
        Ok(number) if digits <= DIGITS => {
            let shown = if places == 0 { String::from("#,##0") } else { ["#,##0.", &"0".repeat(places)].concat() };
            sheet.write_number_with_format(row, column, number, &Format::new().set_num_format(shown))?;
        }
        _ => {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}

/// The most that a cell holds of a text.
fn cut(text: &str) -> &str {
    const MOST: usize = 32_000;
    text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end])
}

/// The name of a table's sheet: its place in the document, and what it is about.
fn name(i: usize, table: &Table) -> String {
    let title = [&table.number, " ", &table.title].concat();
    let fit = title.chars().filter(|c| !UNFIT.contains(c) && !c.is_control());
    let name: String = format!("{:02} ", i + 1).chars().chain(fit).take(LONG).collect();
    name.trim().trim_end_matches('\'').into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Column, Document, Line};

    #[test]
    fn a_text_that_is_longer_than_a_cell_is_cut_wherever_it_stands() {
        let long = "长".repeat(40_000);
        let column = Column { id: "total".into(), name: long.clone(), ..Column::default() };
        let line = Line { name: long.clone(), ..Line::default() };
        let table =
            Table { number: long.clone(), title: long, columns: vec![column], lines: vec![line], ..Table::default() };
        assert!(workbook(&Budget { tables: vec![table], ..Budget::default() }).is_ok());
    }

    #[test]
    fn what_is_wrong_with_a_workbook_says_whose_it_is() {
        let document = Document { department: "甲局".into(), year: 2026, ..Document::default() };
        let budget = Budget { document, ..Budget::default() };
        let error = located(&budget, &XlsxError::RowColumnLimitError).to_string();
        assert!(error.starts_with("甲局 2026 tables.xlsx: "), "{error}");
    }

    #[test]
    fn a_sheets_name_is_one_that_spreadsheet_programs_take() {
        let titled = |title: &str| Table { number: "表一".into(), title: title.into(), ..Table::default() };
        assert_eq!(name(0, &titled("收支[总]表: a/b\\c*?")), "01 表一 收支总表 abc");
        assert_eq!(name(11, &titled(&"长".repeat(99))).chars().count(), LONG);
    }
}
