//! Fills in the format's words where the tables of a file have other words, or none.
//!
//! Figures ask for a table by its kind, for a column by its id and for a total by its role. A file may lack these
//! words, or use others: then the title, the heading and the name say the same, and are read as the checks read them.
//! Each line and column keeps its index, so that every number is still found where it is printed.

pub mod keys;
mod kinds;
mod names;
pub mod roles;
mod units;

use std::borrow::Cow;

use crate::budget::heading::{id_of, of_id};
use crate::budget::{Budget, Cells, Column, Coordinates, Document, Origin, Phase, Quantity, Side, Table, Time, column};
use crate::money::sort_by;

/// The tables of the document that lack words of the format, with those words filled in.
pub fn tables(budget: &Budget) -> Vec<Table> {
    let document = &budget.document;
    let mut tables: Vec<Cow<Table>> = budget.tables.iter().map(Cow::Borrowed).collect();
    for table in &mut tables {
        call(table);
    }
    for (table, kind) in kinds::meant(&tables, document.year) {
        tables[table].to_mut().kind = Some(kind);
    }
    let class_of = keys::class_of(&budget.tables);
    let heads = roles::heads(&tables);
    let meant = |table: &Cow<Table>| {
        let roles = roles::meant(table, document, &heads);
        (roles, keys::meant(table, &class_of, document.year), columns(table, document))
    };
    let meant: Vec<_> = tables.iter().map(meant).collect();
    for (table, (roles, keys, columns)) in tables.iter_mut().zip(meant) {
        for (line, role) in roles {
            table.to_mut().lines[line].role = role;
        }
        for (line, key) in keys {
            table.to_mut().lines[line].key = Some(key.into());
        }
        for (column, id, phase) in columns {
            let table = table.to_mut();
            rename(table, column, id);
            table.columns[column].phase = phase.map(|phase| phase.id().into());
        }
        for unit in units::meant(table) {
            table.to_mut().lines[unit].is = Some("unit".into());
        }
    }
    let owned = |table| if let Cow::Owned(table) = table { Some(table) } else { None };
    tables.into_iter().filter_map(owned).collect()
}

/// Cleans the names of a table's lines and columns of numbers, units and spaces that are only printed around them.
fn call(table: &mut Cow<Table>) {
    for l in 0..table.lines.len() {
        if let Some(name) = names::of_line(&table.lines[l].name) {
            table.to_mut().lines[l].name = name;
        }
    }
    for c in 0..table.columns.len() {
        if let Some(name) = names::of_column(&table.columns[c].name) {
            table.to_mut().columns[c].name = name;
        }
    }
}

/// The columns without an id of the format, each with the id that its heading means, if no other column has that, and
/// with the phase of the year's budget that it prints.
fn columns(table: &Table, document: &Document) -> Vec<(usize, &'static str, Option<Phase>)> {
    // An id that says the phase alone is read together with its heading.
    let is_state = |about: Coordinates| Coordinates { time: Time::default(), ..about } == Coordinates::default();
    let says = |id: &str| of_id(id).is_some_and(|about| about.time.phase.is_none() || !is_state(about));
    let is_known = |column: &Column| column.text || says(&column.id);
    if table.columns.iter().all(is_known) {
        return Vec::new();
    }
    let stage = if document.stage.as_deref() == Some("final") { Phase::Final } else { Phase::Budget };
    let unknown = amounts(table, document.year).into_iter().enumerate();
    let mut unknown: Vec<_> =
        unknown.filter_map(|(i, about)| Some((i, about.filter(|_| !is_known(&table.columns[i]))?))).collect();
    // Columns of the document's own phase of the budget come before the others.
    sort_by(&mut unknown, |(_, one), (_, other)| {
        let is_other = |about: &Coordinates| about.time.phase.is_some_and(|phase| phase != stage);
        is_other(one).cmp(&is_other(other))
    });
    let mut found: Vec<(usize, &'static str, Option<Phase>)> = Vec::new();
    for (i, about) in unknown {
        let id = meant(&about, table.columns[i].side);
        if let Some(id) = id.filter(|id| !table.has_column(id) && !found.iter().any(|(_, other, _)| other == id)) {
            found.push((i, id, about.time.phase));
        }
    }
    found
}

/// The coordinates of each column among the others of its table; `None` where it prints no plain amounts. Left out is
/// what the whole table is about (基本支出 in one of basic expenditure), a heading that stands alone, and 当年 without
/// 上年结转.
pub fn amounts(table: &Table, year: u16) -> Vec<Option<Coordinates>> {
    let whole = table.coordinates(year);
    let all: Vec<_> = table.columns.iter().map(|column| column.coordinates(table, year)).collect();
    // Whether a column with such coordinates prints an amount other than zero.
    let is_nonzero = |is: &dyn Fn(&Coordinates) -> bool| {
        let columns = table.columns.iter().zip(&all).filter(|(_, about)| is(about)).map(|(column, _)| &column.id);
        let mut amounts = columns.flat_map(|id| table.lines.iter().filter_map(|line| line.amounts.get(id)));
        amounts.any(|amount| !amount.decimal().is_zero())
    };
    let about = |(i, column): (usize, &Column)| {
        let others = || {
            let beside = table.columns.iter().zip(&all).enumerate().filter(move |(j, (other, _))| {
                *j != i && !other.text && other.side == column.side && other.block == column.block
            });
            beside.map(|(_, (_, other))| other)
        };
        let is_whole = |other: &Coordinates| {
            other.is_money_of_this_year() && other.fund.is_none() && other.part.is_none() && other.origin.is_none()
        };
        let own = all[i];
        let is_year = own.origin == Some(Origin::Current)
            && !others().any(is_whole)
            && !is_nonzero(&|about| about.origin == Some(Origin::Carried));
        let about = Coordinates {
            fund: own.fund.filter(|_| own.fund != whole.fund),
            part: own.part.filter(|_| own.part != whole.part),
            origin: own.origin.filter(|_| own.origin != whole.origin && !is_year),
            unknown: own.unknown && others().next().is_some(),
            flow: None,
            base: None,
            ..own
        };
        let is_amount = !column.text && about.quantity == Quantity::Amount && about.expense.is_none();
        (is_amount && about.is_plain()).then_some(about)
    };
    table.columns.iter().enumerate().map(about).collect()
}

/// The format's id for a column with these coordinates, on this side of the table.
fn meant(about: &Coordinates, side: Option<Side>) -> Option<&'static str> {
    let now = Coordinates { time: Time::default(), ..*about };
    let is_whole = now == Coordinates::default();
    match about.time.before {
        0 if is_whole && side == Some(Side::Income) => Some("income"),
        0 => id_of(&now),
        1 if is_whole => Some(column::LAST_YEAR),
        _ => None,
    }
}

/// Changes the id of a column, in each of its cells as well.
fn rename(table: &mut Table, i: usize, id: &str) {
    let own = std::mem::replace(&mut table.columns[i].id, id.into());
    for line in &mut table.lines {
        let mut cells = Cells::default();
        for (column, amount) in line.amounts.iter() {
            cells.push(if column == own { id } else { column }, *amount);
        }
        line.amounts = cells;
    }
}
