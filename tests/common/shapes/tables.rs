//! Tables that many shapes print in the same way.

use serde_json::{Value, json};

use super::ledger::{Entry, Part, Pick};
use super::lists::{self, by_function, by_item, by_level, is_three_public, total};
use super::press::Press;
use super::sheet::{Column, Sheet, all};
use super::words::PROCUREMENT;

/// A table's kind and title.
pub type Named<'a> = (&'a str, &'a str);

/// By function: classes, divisions and items, or some of these.
pub fn functions<'a>(press: &'a Press, named: Named, columns: Vec<Column<'a>>, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, columns);
    let lines = if press.habits.codes { by_function } else { by_level };
    sheet.total(total(), scope, |sheet| lines(sheet, press.habits.lengths, scope));
    sheet.table(named.0, named.1)
}

/// By economic item: classes and items.
pub fn items<'a>(press: &'a Press, named: Named, columns: Vec<Column<'a>>, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, columns);
    sheet.total(total(), scope, |sheet| by_item(sheet, true, scope));
    sheet.table(named.0, named.1)
}

/// The three public expenses as lines.
pub fn three_public<'a>(press: &'a Press, title: &str, columns: Vec<Column<'a>>, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, columns);
    let head = json!({"key": "three-public", "name": "合计"});
    let all = |entry: &Entry| scope(entry) && is_three_public(entry);
    sheet.total(head, all, |sheet| lists::three_public(sheet, 1, scope));
    sheet.table("three-public", title)
}

/// The projects that there is money for, without what they are of.
pub fn projects<'a>(press: &'a Press, named: Named, columns: Vec<Column<'a>>, scope: Pick) -> Value {
    let mut sheet = Sheet::new(press, columns);
    sheet.total(total(), scope, |sheet| {
        for (i, project) in press.ledger.projects.iter().enumerate() {
            let own = |entry: &Entry| entry.part == Part::Project(i) && scope(entry);
            if press.ledger.any(own) {
                sheet.line(json!({"name": project.name}), own);
            }
        }
    });
    sheet.table(named.0, named.1)
}

/// Procurement by its parts.
pub fn procurement(press: &Press, title: &str) -> Value {
    let mut sheet = Sheet::new(press, [all("total", "金额")]);
    sheet.total(
        json!({"key": "procurement", "name": "合计"}),
        |entry| entry.bought.is_some(),
        |sheet| {
            for (i, (key, name)) in PROCUREMENT.into_iter().enumerate() {
                sheet.line(json!({"key": key, "name": name}), |entry| entry.bought == Some(i));
            }
        },
    );
    sheet.table("procurement", title)
}
