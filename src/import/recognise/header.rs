//! Finds the header rows of a table, and what is printed above each column.

use super::sheet::{Row, Sheet, Slot};
use super::words::{Number, is_code, mark, number};

/// The most rows that a heading has.
const ROWS: usize = 6;
/// The names of lines that are printed sums.
pub const TOTALS: [&str; 4] = ["合计", "总计", "小计", "共计"];

/// A table's heading.
#[derive(Debug, Clone)]
pub struct Header {
    /// What is printed above each column, the outermost first; what spans all columns is left out.
    pub paths: Vec<Vec<String>>,
    /// The first row of the body.
    pub body: usize,
}

impl Header {
    /// The heading of a table.
    pub fn of(sheet: &Sheet) -> Self {
        let columns = sheet.columns();
        let mut paths: Vec<Vec<String>> = vec![Vec::new(); columns];
        let mut body = 0;
        for row in sheet.rows.iter().take(ROWS) {
            if is_index(row) {
                body += 1;
                continue;
            }
            if body > 0 && (begins_body(row, &paths) || has_long_number(row)) || has_amount(row) {
                break;
            }
            for (path, slot) in paths.iter_mut().zip(&row.slots) {
                let spans_all = slot.columns == columns && columns > 1;
                if !slot.text.is_empty() && !spans_all && path.last() != Some(&slot.text) {
                    path.push(slot.text.clone());
                }
            }
            body += 1;
        }
        Header { paths, body }
    }
}

/// Whether a row is a line of the table, and no more of its heading.
fn begins_body(row: &Row, paths: &[Vec<String>]) -> bool {
    let Some(first) = row.slots.iter().find(|slot| slot.starts && !slot.text.is_empty()) else { return false };
    let is_line = is_code(&first.text) || mark(&first.text).1.is_some() || first.text.starts_with("其中");
    if is_line {
        return true;
    }
    // A part of the heading above continues in this row, or has its parts here: 合计 is one of them then.
    let goes_on = row.slots.iter().any(|slot| slot.from_above && !slot.text.is_empty());
    if goes_on {
        return false;
    }
    if TOTALS.contains(&first.text.as_str()) && row.texts().count() == 1 {
        return true;
    }
    // Once each column has a heading of its own, what follows is a line; but a heading may have its parts below.
    let has_own = |(path, slot): (&Vec<String>, &Slot)| !path.is_empty() && slot.columns <= 1;
    let is_grouped = paths.windows(2).any(|two| !two[0].is_empty() && two[0] == two[1]);
    !is_grouped && paths.iter().zip(&row.slots).all(has_own)
}

/// Whether an amount is printed in a row: digits that are no year and no small number.
fn has_amount(row: &Row) -> bool {
    row.slots.iter().filter(|slot| slot.starts).any(|slot| {
        let is_amount = matches!(number(&slot.text), Number::Amount(..));
        is_amount && (slot.text.contains(['.', ',']) || slot.text == "0")
    })
}

/// Whether a row has a number that is no year and no column number: whole yuan have neither decimals nor commas.
fn has_long_number(row: &Row) -> bool {
    row.texts().any(|text| text.len() > 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a row only numbers the columns: `1 2 3`, `栏次 1 2=3+4`, `**`.
fn is_index(row: &Row) -> bool {
    let is_number = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '=' | '+' | '-' | '*' | '(' | ')' | '（' | '）' | '＝' | '＋'))
            && (text.len() < 3 || text.contains(['=', '+', '*', '＝']))
    };
    let is_word = |text: &str| {
        matches!(text, "栏次" | "栏目" | "行次" | "序号" | "甲" | "乙" | "丙")
            || text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let texts: Vec<&str> = row.texts().collect();
    let numbers = texts.iter().filter(|text| is_number(text)).count();
    numbers >= 2 && texts.iter().all(|text| is_number(text) || is_word(text))
}
