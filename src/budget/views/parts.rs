//! The view of all expenditure by its parts (基本支出, 项目支出 and others), where the table by function does not print
//! them.

use super::columns::columns;
use super::narrative::{by_part, finish, line, of};
use super::{blank, covers, heading, like, put, sum};
use crate::budget::{Budget, Column, Kind, Line, Part, Place, Role, Side, Table, column};
use crate::money::Money;

/// The parts of all expenditure, from the total line of a table, from lines of a table, or from the narrative.
pub fn view(budget: &Budget) -> Option<Table> {
    let chosen = [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance].into_iter().find_map(|kind| {
        budget
            .table(kind)
            .filter(|table| !table.empty && table.first_level().any(|line| line.side != Some(Side::Income)))
    });
    let is_told = chosen.is_some_and(|table| {
        let total = table.total_line().and_then(|line| table.money(line, column::TOTAL));
        [column::BASIC, column::PROJECT].iter().all(|id| table.has_column(id))
            && (total.is_none() || covers(budget, total))
    });
    if is_told {
        return None;
    }
    let tables = || budget.named().enumerate().filter(|(_, table)| is_of_all(table, budget.document.year));
    let as_columns = tables().find_map(|(index, table)| by_column(budget, table, index));
    as_columns.or_else(|| tables().find_map(|(index, table)| by_line(budget, table, index))).or_else(|| by_part(budget))
}

/// Whether a table may be about all expenditure.
fn is_of_all(table: &Table, year: u16) -> bool {
    let is_spending = matches!(
        table.kind,
        None | Some(Kind::Other | Kind::Expenditure | Kind::Balance | Kind::GeneralPublic | Kind::Appropriation)
    );
    is_spending && !table.empty && table.coordinates(year).part.is_none()
}

fn by_column(budget: &Budget, table: &Table, index: usize) -> Option<Table> {
    let columns = columns(table, budget.document.year);
    let line = table.lines.iter().position(|line| line.role == Role::Total && line.side != Some(Side::Income))?;
    let cell = |id: &str| {
        let (_, at) = columns.iter().find(|(own, _)| own == id)?;
        table.lines[line].amounts.get(&table.columns[*at].id)
    };
    let whole = Money::new(cell(column::TOTAL)?, table.unit);
    let basic = cell(column::BASIC).or_else(|| sum([cell(column::PERSONNEL), cell(column::OPERATING)]));
    if !covers(budget, Some(whole)) || basic.is_none() && cell(column::PROJECT).is_none() {
        return None;
    }
    let mut view = like(table, Kind::Other);
    let mut own = blank(&table.lines[line].name, Role::Total);
    for (id, at) in &columns {
        if let Some(amount) = table.lines[line].amounts.get(&table.columns[*at].id) {
            put(&mut own, id, amount, Some(Place::Cell(index, line, *at)));
        }
        view.columns.push(Column { id: id.clone(), name: heading(&table.columns[*at]), ..Column::default() });
    }
    Some(finish(view, own, basic))
}

/// The view of parts that are printed as lines, 基本支出 and 项目支出 among them, in a balance or in a table of their
/// own.
fn by_line(budget: &Budget, table: &Table, index: usize) -> Option<Table> {
    let year = budget.document.year;
    let spent = |line: &&Line| line.side != Some(Side::Income);
    let total = table.lines.iter().filter(spent).find(|line| line.role == Role::Total)?;
    let (_, at) = columns(table, year).into_iter().find(|(id, _)| id == column::TOTAL)?;
    let id = &table.columns[at].id;
    if !covers(budget, table.money(total, id)) {
        return None;
    }
    let mut view = like(table, Kind::Other);
    let mut own = blank(&total.name, Role::Total);
    for (i, line) in table.lines.iter().enumerate().filter(|(_, line)| spent(line) && line.role != Role::Subtotal) {
        let is_total = std::ptr::eq(line, total);
        let part = crate::budget::heading::of_words(&line.name, year, false).part;
        let part = line.coordinates(table, year).part.or(part.filter(|_| line.code.is_none()));
        let id_of = match part {
            _ if is_total => column::TOTAL,
            Some(Part::Basic) => column::BASIC,
            Some(Part::Personnel) => column::PERSONNEL,
            Some(Part::Operating) => column::OPERATING,
            Some(Part::Project) => column::PROJECT,
            Some(Part::Reserve) => "reserve",
            Some(Part::Business) => "business",
            Some(Part::ToSuperior) => "to-superior",
            Some(Part::ToSubordinate) => "to-subordinate",
            _ => continue,
        };
        if view.has_column(id_of) {
            continue;
        }
        if let Some(amount) = line.amounts.get(id) {
            put(&mut own, id_of, amount, Some(Place::Cell(index, i, at)));
        }
        view.columns.push(Column { id: id_of.into(), name: line.name.clone(), ..Column::default() });
    }
    let basic = own
        .amounts
        .get(column::BASIC)
        .or_else(|| sum([column::PERSONNEL, column::OPERATING].map(|id| own.amounts.get(id))));
    (basic.is_some() && view.has_column(column::PROJECT)).then_some(())?;
    Some(finish(view, own, basic))
}

/// The view of basic expenditure by personnel and operating funds as the narrative states it, where no table prints
/// both.
pub fn basic(budget: &Budget) -> Option<Table> {
    let both = [column::PERSONNEL, column::OPERATING];
    let is_printed = |table: &Table| !table.empty && both.iter().all(|id| table.has_column(id));
    if budget.views().iter().chain(budget.named()).chain(budget.parts()).any(is_printed) {
        return None;
    }
    let [personnel, operating] = both.map(|id| of(budget, id));
    let (mut view, own) = line(budget, Kind::Other, &[(both[0], personnel?), (both[1], operating?)])?;
    view.lines.push(own);
    Some(view)
}
