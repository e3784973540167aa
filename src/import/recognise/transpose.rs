//! Transposes a table with a row for each year and a column for each expense: each expense becomes a line, with the
//! years side by side.
//!
//! Most templates print the three public expenses as lines; where they are columns and the rows are last year's budget,
//! this year's and the change, a row alone says nothing of what its numbers are.

use super::ids::id;
use super::keys::expense;
use crate::budget::{Column, Kind, Line, Role, Table};

/// Transposes a table of the three public expenses whose rows are years.
pub fn turn(table: &mut Table, year: u16) {
    let Some(turned) = turned(table, year) else { return };
    (table.columns, table.lines) = turned;
}

fn turned(table: &Table, year: u16) -> Option<(Vec<Column>, Vec<Line>)> {
    let is_of_year = |text: &str| text.ends_with('年') && text.starts_with("20") || text.contains("增减");
    let is_years = |column: &&Column| {
        let texts: Vec<&str> = table.lines.iter().filter_map(|line| line.texts.get(&column.id)).collect();
        column.text && texts.len() == table.lines.len() && texts.iter().all(|text| is_of_year(text))
    };
    let years = table.columns.iter().find(is_years)?;
    let amounts: Vec<&Column> = table.columns.iter().filter(|column| !column.text).collect();
    let is_one_unit = table.lines.iter().skip(1).all(|line| line.name.is_empty());
    let is_grouped = amounts.iter().all(|column| column.group.is_some());
    if table.kind != Some(Kind::ThreePublic) || table.lines.len() < 2 || !is_one_unit || !is_grouped {
        return None;
    }
    let own = table.lines[0].name.clone();
    let mut columns = vec![Column { id: "unit".into(), name: "预算单位".into(), text: true, ..Column::default() }];
    let mut lines: Vec<(&str, Line)> = Vec::new();
    for printed in &table.lines {
        let label = printed.texts.get(&years.id)?;
        for column in &amounts {
            let group = column.group.as_deref()?;
            let mut turned = Column { name: column.name.clone(), group: Some(label.into()), ..Column::default() };
            let known = columns.iter().find(|other| other.name == turned.name && other.group == turned.group);
            let place = if let Some(known) = known {
                known.id.clone()
            } else {
                let known = id(&turned, table, year, |id| columns.iter().all(|other| other.id != id));
                turned.id = known.unwrap_or_else(|| format!("c{}", columns.len() + 1));
                columns.push(turned.clone());
                turned.id
            };
            let at = lines.iter().position(|(other, _)| *other == group).unwrap_or_else(|| {
                lines.push((group, line(group, table)));
                lines.len() - 1
            });
            let amount = printed.amounts.find(&column.id).copied().flatten();
            if amount.is_some() && lines[at].1.amounts.find(&place).is_none() {
                lines[at].1.amounts.push(&place, amount);
            }
        }
    }
    if let Some((_, first)) = lines.first_mut().filter(|_| !own.is_empty()) {
        first.texts.push("unit", own);
    }
    Some((columns, lines.into_iter().map(|(_, line)| line).collect()))
}

/// The line of an expense by its heading: `公务用车购置及运行维护费·小计` is all of that expense, and the headings beside it are
/// below it.
fn line(heading: &str, table: &Table) -> Line {
    let parts: Vec<&str> = heading.split('·').collect();
    let names: Vec<&str> = match parts[..] {
        [ref whole @ .., "小计" | "合计"] if !whole.is_empty() => whole.to_vec(),
        _ => parts,
    };
    let name = names.last().copied().unwrap_or_default();
    let is_total = ["总计", "合计"].contains(&name);
    let mut line = Line {
        name: name.into(),
        role: if is_total { Role::Total } else { Role::Item },
        level: if is_total { None } else { u8::try_from(names.len()).ok() },
        ..Line::default()
    };
    line.key = if is_total { Some("three-public".into()) } else { expense(&line, table).map(Into::into) };
    line
}
