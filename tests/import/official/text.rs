//! The text that a reader gets who copies a published budget: titles, units, and the cells of each table between tabs.

use crate::common::made::model::Model;
use budget_lens::budget::{Budget, Column, Line, Role, Side, Table};
use std::fmt::Write as _;

/// A half or block of a table, or all of it.
type Part<'t> = (Option<Side>, Option<&'t str>);

/// A document that prints a budget's tables. The list of contents numbers them, and so does the corner of each second one.
pub fn printed(budget: &Budget) -> Model {
    let document = &budget.document;
    let mut text = format!("{}\n{}\n目录\n", document.department, document.title);
    for table in &budget.tables {
        writeln!(text, "{}{}.....{}", table.number, table.title, table.index + 3).unwrap();
    }
    for table in &budget.tables {
        if table.index % 2 == 0 {
            writeln!(text, "{}", table.number).unwrap();
        }
        writeln!(text, "{}\n部门名称：{}\n单位：{}", table.title, document.department, table.unit.zh()).unwrap();
        text += &drawn(table);
        if table.empty {
            text += "注：本表无数据\n";
        }
    }
    Model::of(&text)
}

/// A table as a drawing, its halves side by side.
fn drawn(table: &Table) -> String {
    let parts = parts(table);
    let headings = parts.iter().map(|part| heading(table, *part)).collect::<Vec<_>>();
    let height = headings.iter().flatten().map(Vec::len).max().unwrap_or(1);
    let paths: Vec<&Vec<String>> = headings.iter().flatten().collect();
    let mut rows: Vec<Vec<String>> = (0..height).map(|row| heading_row(&paths, row)).collect();
    let bodies: Vec<Vec<Vec<String>>> = parts.iter().map(|part| body(table, *part)).collect();
    for row in 0..bodies.iter().map(Vec::len).max().unwrap_or(0) {
        let blank = |at: usize| vec![String::new(); headings[at].len()];
        rows.push((0..parts.len()).flat_map(|at| bodies[at].get(row).cloned().unwrap_or_else(|| blank(at))).collect());
    }
    rows.iter().map(|row| row.join(" | ") + " \n").collect()
}

/// A row of a heading: what spans several columns is one cell, and so is what has nothing below it.
fn heading_row(paths: &[&Vec<String>], row: usize) -> Vec<String> {
    let spans = |at: usize| at > 0 && paths[at].len() > row + 1 && paths[at].get(..=row) == paths[at - 1].get(..=row);
    let is_last = |at: usize| paths[at].len() == row + 1;
    let cell = |at: usize| match paths[at].get(row) {
        Some(_) if spans(at) && !is_last(at - 1) => "<".into(),
        Some(text) => text.clone(),
        None => "^".into(),
    };
    (0..paths.len()).map(cell).collect()
}

/// The halves and blocks that columns or lines say: columns that say none are printed in each that has lines.
fn parts(table: &Table) -> Vec<Part<'_>> {
    let of_columns = table.columns.iter().map(|column| (column.side, column.block.as_deref()));
    let of_lines = table.lines.iter().map(|line| (line.side, line.block.as_deref()));
    let mut parts: Vec<Part> = Vec::new();
    for part in of_columns.chain(of_lines) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.len() > 1 {
        parts.retain(|part| lines(table, *part).next().is_some());
    }
    parts
}

fn columns<'t>(table: &'t Table, (side, block): Part<'t>) -> impl Iterator<Item = &'t Column> {
    let is_own = move |column: &&Column| {
        column.side.is_none_or(|own| Some(own) == side) && column.block.as_deref().is_none_or(|own| Some(own) == block)
    };
    let mut columns: Vec<&Column> = table.columns.iter().filter(is_own).collect();
    // Whatever order the others have: a line is named in front of its amounts.
    columns.sort_by_key(|column| !(column.text && column.name.contains("科目")));
    columns.into_iter()
}

fn lines<'t>(table: &'t Table, part: Part<'t>) -> impl Iterator<Item = &'t Line> {
    table.lines.iter().filter(move |line| (line.side, line.block.as_deref()) == part)
}

fn has_codes(table: &Table, part: Part) -> bool {
    lines(table, part).any(|line| line.code.is_some())
}

/// What is printed above each column of a part, the outermost first.
fn heading(table: &Table, part: Part) -> Vec<Vec<String>> {
    let over = match part.0 {
        Some(Side::Income) => vec!["收入".to_string()],
        Some(Side::Expenditure) => vec!["支出".to_string()],
        None => Vec::new(),
    };
    let under = |name: &str| over.iter().cloned().chain([name.to_string()]).collect::<Vec<_>>();
    let mut all = Vec::new();
    if has_codes(table, part) {
        all.push(under("科目编码"));
        all.push(under("科目名称"));
    } else {
        all.push(under("项目"));
    }
    all.extend(columns(table, part).map(|column| {
        let groups = column.group.iter().flat_map(|group| group.split('·')).map(String::from);
        let mut path = over.clone();
        path.extend(groups.filter(|group| !over.contains(group)));
        path.push(column.name.clone());
        path
    }));
    all
}

/// The rows of a part.
fn body(table: &Table, part: Part) -> Vec<Vec<String>> {
    let row = |line: &Line| {
        let mut cells = Vec::new();
        let name = line.printed();
        if has_codes(table, part) {
            // Where codes stand, a total stands in their column.
            let is_total = line.code.is_none() && line.role == Role::Total;
            cells.push(if is_total { name.clone() } else { line.code.clone().unwrap_or_default() });
            cells.push(if is_total { String::new() } else { name });
        } else {
            cells.push(name);
        }
        cells.extend(columns(table, part).map(|column| {
            let amount = line.amounts.get(&column.id).map(|amount| amount.decimal().to_string());
            amount.or_else(|| line.texts.get(&column.id).map(String::from)).unwrap_or_default()
        }));
        cells
    };
    lines(table, part).map(row).collect()
}
