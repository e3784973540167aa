//! The rules of the format that types cannot express: a table without a unit has the document's, and cells fit their
//! columns.

use super::reader::Reader;
use super::tree::{Kind, Value};
use super::{DiagnosticKind, MAX_COLUMNS};
use crate::budget::{Budget, Line, Role, Table};

/// Gives each table that names no unit the unit of the document.
pub fn inherit_unit(budget: &mut Budget, tree: &Value) {
    let tables = tree.field("tables");
    let unit = budget.document.unit;
    for (t, table) in budget.tables.iter_mut().enumerate() {
        let own = tables.and_then(|tables| tables.element(t)?.field("unit"));
        if matches!(own, None | Some(Value { kind: Kind::Null, .. })) {
            table.unit = unit;
        }
    }
}

/// Records an error for each rule that the budget breaks, and a note for lines that look like totals.
pub fn check(budget: &Budget, tree: &Value, reader: &mut Reader) {
    let tables = tree.field("tables");
    for (t, table) in budget.tables.iter().enumerate() {
        let at = tables.and_then(|tables| tables.element(t));
        let inside = |list: &str, i| at?.field(list)?.element(i);
        if table.columns.len() > MAX_COLUMNS {
            error(reader, at.and_then(|table| table.field("columns")), DiagnosticKind::TooWide);
            continue;
        }
        for (c, column) in table.columns.iter().enumerate() {
            if table.columns[..c].iter().any(|earlier| earlier.id == column.id) {
                let id = inside("columns", c).and_then(|column| column.field("id"));
                error(reader, id, DiagnosticKind::ColumnTwice(column.id.clone()));
            }
        }
        for (l, line) in table.lines.iter().enumerate() {
            if seems_total(line) {
                let place = inside("lines", l).map_or(0, |line| line.at);
                reader.warn(place, DiagnosticKind::LikeTotal(line.name.clone()));
            }
            cells(table, line, |name, id, kind| {
                let cell = inside("lines", l).and_then(|line| line.field(name)?.field(id));
                error(reader, cell, kind);
            });
        }
    }
}

/// Whether a line is named a total without being one by its role, so that it would be counted twice.
fn seems_total(line: &Line) -> bool {
    line.role == Role::Item && line.subject().is_none() && ["合计", "总计"].iter().any(|end| line.name.ends_with(end))
}

/// Calls `tell` for each cell of the line that fits no column of its table: with its list, its column and the problem.
fn cells(table: &Table, line: &Line, mut tell: impl FnMut(&str, &str, DiagnosticKind)) {
    let amounts = line.amounts.iter().map(|(id, _)| (id, false));
    let texts = line.texts.iter().map(|(id, _)| (id, true));
    for (id, is_text) in amounts.chain(texts) {
        let kind = match table.columns.iter().find(|column| column.id == id) {
            Some(column) if column.text == is_text => continue,
            Some(_) => DiagnosticKind::WrongColumn(id.into()),
            None => DiagnosticKind::NoColumn(id.into()),
        };
        tell(if is_text { "texts" } else { "amounts" }, id, kind);
    }
}

fn error(reader: &mut Reader, value: Option<&Value>, kind: DiagnosticKind) {
    reader.error(value.map_or(0, |value| value.at), kind);
}
