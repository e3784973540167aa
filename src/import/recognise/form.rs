//! Detects performance forms (绩效目标表), whose cells hold labels, words and targets, and copies them as they are printed.

use super::header::Header;
use super::join_pages::Found;
use super::lines::page;
use super::sheet::{Row, Sheet};
use crate::budget::{Column, Line, Table};

/// Words that only performance forms print in cells of their own.
const WORDS: [&str; 16] = [
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "指标性质",
    "指标内容",
    "指标名称",
    "度量单位",
    "绩效指标",
    "年度绩效指标",
    "产出指标",
    "效益指标",
    "成本指标",
    "满意度指标",
    "数量指标",
    "质量指标",
];

/// Whether a table is a performance form: by the words in its cells, or by its title where no column is one of amounts.
pub fn is_form(sheet: &Sheet, header: &Header, title: &str) -> bool {
    let begins = |text: &str| WORDS.iter().any(|word| text.starts_with(word));
    let words = sheet.rows.iter().flat_map(Row::texts).filter(|text| begins(text)).take(2).count();
    words > 1
        || is_titled(title) && !header.paths.iter().any(|path| path.last().is_some_and(|name| is_of_amounts(name)))
}

/// Whether a title is that of a performance form, or of a list of performance goals.
pub fn is_titled(title: &str) -> bool {
    ["绩效", "目标表", "申报表", "自评", "指标"].iter().any(|word| title.contains(word))
}

fn is_of_amounts(heading: &str) -> bool {
    heading == "金额" || heading.starts_with("预算数") || heading.starts_with("预算金额")
}

/// Writes a form as it is printed, cell by cell: labels stand in any column, so that no column has a heading, and an
/// amount among them is text.
pub fn fill(table: &mut Table, found: &Found) {
    let columns = found.sheet.columns();
    table.columns =
        (2..=columns).map(|column| Column { id: format!("c{column}"), text: true, ..Column::default() }).collect();
    table.lines = found.sheet.rows.iter().map(line).collect();
    for (line, row) in table.lines.iter_mut().zip(&found.sheet.rows) {
        line.page = page(&row.place).filter(|own| Some(*own) != table.page);
    }
}

fn line(row: &Row) -> Line {
    let mut boxes = row.slots.iter();
    let own = |slot: &super::sheet::Slot| if slot.starts { slot.text.clone() } else { String::new() };
    let mut line = Line { name: boxes.next().map(own).unwrap_or_default(), ..Line::default() };
    for (column, slot) in (2..).zip(boxes) {
        let text = own(slot);
        if !text.is_empty() {
            line.texts.push(&format!("c{column}"), text);
        }
    }
    line
}
