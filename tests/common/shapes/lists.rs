//! Lines that most shapes print: by function, by economic item, the three public expenses.

use serde_json::{Value, json};

use super::ledger::{Entry, Pick, Year};
use super::sheet::{Column, Sheet, all, column};
use super::words::{ITEMS, THREE_PUBLIC, UNITS, function};

/// What the total line is called.
pub fn total() -> Value {
    json!({"name": "合计"})
}

/// A line for each function of these lengths, by its code.
pub fn by_function(sheet: &mut Sheet, lengths: &[usize], scope: Pick) {
    for code in sheet.press.ledger.functions(scope).into_iter().filter(|code| lengths.contains(&code.len())) {
        let fits = |entry: &Entry| scope(entry) && entry.function.starts_with(code);
        sheet.line(json!({"code": code, "name": function(code)}), fits);
    }
}

/// The same where no codes are printed: levels say what is under what.
pub fn by_level(sheet: &mut Sheet, lengths: &[usize], scope: Pick) {
    for code in sheet.press.ledger.functions(scope) {
        let Some(above) = lengths.iter().position(|length| *length == code.len()) else { continue };
        let fits = |entry: &Entry| scope(entry) && entry.function.starts_with(code);
        sheet.line(json!({"name": function(code), "level": above + 1}), fits);
    }
}

/// A line for each economic class and item: by its code, or by its key where no codes are printed.
pub fn by_item(sheet: &mut Sheet, is_coded: bool, scope: Pick) {
    for item in &ITEMS {
        let fits = |entry: &Entry| scope(entry) && entry.item.code.starts_with(item.code);
        if !sheet.press.ledger.any(fits) {
            continue;
        }
        let head = if is_coded {
            json!({"code": item.code, "name": item.name})
        } else {
            json!({"key": item.key, "name": item.name, "level": if item.is_class() { 1 } else { 2 }})
        };
        sheet.line(head, fits);
    }
}

/// The lines of the three public expenses, from a level on.
pub fn three_public(sheet: &mut Sheet, level: u8, scope: Pick) {
    for (key, name, depth, items) in THREE_PUBLIC {
        let head = json!({"key": key, "name": name, "level": level + depth - 1});
        sheet.line(head, |entry| scope(entry) && items.contains(&entry.item.key));
    }
}

/// Whether an entry is one of the three public expenses.
pub fn is_three_public(entry: &Entry) -> bool {
    THREE_PUBLIC.iter().any(|(.., items)| items.contains(&entry.item.key))
}

/// Whether an entry belongs to agency operating funds: what administrative bodies operate on.
pub fn is_agency_operating(entry: &Entry) -> bool {
    entry.unit == 0 && entry.is_operating() && entry.is_general() && !entry.carried
}

/// A block of lines for each unit, with a line of the unit above it.
pub fn by_unit(sheet: &mut Sheet, scope: Pick, lines: &dyn Fn(&mut Sheet, Pick)) {
    for (unit, name) in UNITS.iter().enumerate().take(sheet.press.ledger.units) {
        let of_unit = |entry: &Entry| entry.unit == unit && scope(entry);
        if sheet.press.ledger.any(of_unit) {
            sheet.line(json!({"name": name, "is": "unit", "level": 1, "role": "subtotal"}), of_unit);
            lines(sheet, &of_unit);
        }
    }
}

/// 合计, 基本支出, 项目支出.
pub fn basic_and_project<'a>() -> Vec<Column<'a>> {
    vec![
        all("total", "合计"),
        column("basic", "基本支出", Entry::is_basic),
        column("project", "项目支出", Entry::is_project),
    ]
}

/// 合计, 小计 with its 人员经费 and 公用经费, 项目支出.
pub fn divided<'a>() -> Vec<Column<'a>> {
    vec![
        all("total", "合计"),
        column("basic", "小计", Entry::is_basic).under("基本支出"),
        column("personnel", "人员经费", Entry::is_personnel).under("基本支出"),
        column("operating", "公用经费", Entry::is_operating).under("基本支出"),
        column("project", "项目支出", Entry::is_project),
    ]
}

/// 合计, 人员经费, 公用经费.
pub fn staff_and_operating<'a>() -> Vec<Column<'a>> {
    vec![
        all("total", "合计"),
        column("personnel", "人员经费", Entry::is_personnel),
        column("operating", "公用经费", Entry::is_operating),
    ]
}

/// Last year's amounts, and the change on them in amount and percent.
pub fn compared<'a>(last: (&str, &str), from: Year) -> [Column<'a>; 3] {
    [
        all(last.0, last.1).of(from),
        all("change", "增减额").change(Year::Budget, from),
        all("change-rate", "增减（%）").rate(Year::Budget, from),
    ]
}

/// The sum of them all, the three public expenses under their own, meetings and training.
pub fn with_meetings(sheet: &mut Sheet, scope: Pick) {
    let is = |entry: &Entry, key: &str| scope(entry) && entry.item.key == key;
    let all =
        |entry: &Entry| scope(entry) && (is_three_public(entry) || ["meetings", "training"].contains(&entry.item.key));
    sheet.line(json!({"key": "three-public-meetings-training", "name": "合计", "level": 1}), all);
    let head = json!({"key": "three-public", "name": "小计（“三公”经费）", "level": 1, "role": "total"});
    sheet.line(head, |entry| scope(entry) && is_three_public(entry));
    three_public(sheet, 2, scope);
    sheet.line(json!({"key": "meetings", "name": "会议费", "level": 1}), |entry| is(entry, "meetings"));
    sheet.line(json!({"key": "training", "name": "培训费", "level": 1}), |entry| is(entry, "training"));
}
