//! Controls to correct one column's meaning or one amount of a budget that was read from official files.

use super::alert::folded;
use super::node::{Element, el};
use super::official::{SETS, labelled, select};
use crate::budget::english;
use crate::budget::vocabulary::COLUMNS;
use crate::locale::{Lang, Locale};

/// The names of the controls that select what is to be corrected: the table, the column, the line.
pub const AT: [&str; 3] = ["at-table", "at-column", "at-line"];
/// The name of the control that sets what the column measures.
pub const COLUMN: &str = "column";
/// The name of the control that sets the amount.
pub const AMOUNT: &str = "amount";

/// The cell of a table that is selected for correction, and the other columns and lines of its table.
#[derive(Debug, Clone, Default)]
pub struct Correction {
    /// The table, by its place among the tables.
    pub table: usize,
    /// The column, by its id.
    pub column: String,
    /// The line, by its place in the table.
    pub line: usize,
    /// The table's columns of amounts: their ids and headings.
    pub columns: Vec<(String, String)>,
    /// The names of the table's lines.
    pub lines: Vec<String>,
    /// The amount in the cell; empty for a blank cell.
    pub amount: String,
}

/// The controls for the cell; `tables` are the tables' titles.
pub fn correction(cell: &Correction, tables: &[String], locale: Locale) -> Element {
    let numbered = |i: usize, text: &str| (i.to_string(), text.to_string());
    let tables: Vec<_> = tables.iter().enumerate().map(|(i, title)| numbered(i, title)).collect();
    let lines: Vec<_> = cell.lines.iter().enumerate().map(|(i, name)| numbered(i, name)).collect();
    let [at_table, at_column, at_line] = AT;
    let amount =
        el("input").class("find").attr("type", "text").attr("inputmode", "decimal").attr("autocomplete", "off");
    let amount = amount.attr(SETS, AMOUNT).attr("value", &cell.amount);
    let fields = [
        select(at_table, locale.tr("哪张表", "Table"), &tables, &cell.table.to_string()),
        select(at_column, locale.tr("哪一栏", "Column"), &cell.columns, &cell.column),
        select(COLUMN, locale.tr("是什么", "Means"), &meanings(cell, locale), &cell.column),
        select(at_line, locale.tr("哪一行", "Line"), &lines, &cell.line.to_string()),
        labelled(locale.tr("金额", "Amount"), amount),
    ];
    let summary = locale.tr("改一栏的意思，或者一个金额", "Set a column's meaning or an amount right");
    folded(summary, el("div").class("fields cell").children(fields))
}

/// The meanings that the column can be given: its present one, and all that no other column of the table has.
fn meanings(cell: &Correction, locale: Locale) -> Vec<(String, String)> {
    let is_other = |id: &str| id != cell.column && cell.columns.iter().any(|(other, _)| other == id);
    let known = COLUMNS.iter().filter(|(id, _)| !is_other(id)).map(|(id, names)| {
        let zh = names.first().unwrap_or(id);
        let own = || id.replace('-', " ");
        let name = if locale.lang == Lang::Zh { zh.to_string() } else { english(id).map_or_else(own, Into::into) };
        (id.to_string(), name)
    });
    let is_known = COLUMNS.iter().any(|(id, _)| *id == cell.column);
    let own = (!is_known).then(|| (cell.column.clone(), locale.tr("照标题理解", "As its heading says").to_string()));
    own.into_iter().chain(known).collect()
}
