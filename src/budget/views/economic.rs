//! The view of basic expenditure by economic classification: each item once, under its class.

use super::classes::{classes, each_code_once};
use super::columns::columns;
use super::{Made, blank, heading, is_unit, like, put};
use crate::budget::{Budget, Column, Kind, Line, Part, Place, Role, Table, column};
use crate::money::sort_by;

/// The classes of the economic classification of departments' expenditure (部门预算支出经济分类科目).
pub const CLASSES: [(&str, &str, &str); 10] = [
    ("301", "工资福利支出", "Wages and benefits"),
    ("302", "商品和服务支出", "Goods and services"),
    ("303", "对个人和家庭的补助", "Grants to individuals and households"),
    ("307", "债务利息及费用支出", "Interest and fees of debt"),
    ("309", "资本性支出（基本建设）", "Capital expenditure (construction)"),
    ("310", "资本性支出", "Capital expenditure"),
    ("311", "对企业补助（基本建设）", "Subsidies to enterprises (construction)"),
    ("312", "对企业补助", "Subsidies to enterprises"),
    ("313", "对社会保障基金补助", "Subsidies to social security funds"),
    ("399", "其他支出", "Other expenditure"),
];

/// The view of basic expenditure by economic classification, where its table repeats codes, prints items without their
/// classes, or is about all expenditure with a column for basic expenditure.
pub fn view(budget: &Budget) -> Option<Table> {
    of_tables(budget, &budget.named().collect::<Vec<_>>())
}

/// The view of basic expenditure by economic classification, from the given tables of the document.
pub fn of_tables(budget: &Budget, tables: &[&Table]) -> Option<Table> {
    let year = budget.document.year;
    let is_own = |table: &Table| {
        table.kind == Some(Kind::BasicEconomic)
            && !table.empty
            && table.lines.iter().any(|line| line.role == Role::Item)
    };
    if let Some(index) = tables.iter().position(|table| is_own(table)) {
        let table = tables[index];
        // A few codes among many names give no order to sort by.
        let items = || table.lines.iter().filter(|line| line.role == Role::Item && !is_unit(budget, line));
        let coded = items().filter(|line| economic(line).is_some()).count();
        let is_coded = coded > 0 && 2 * coded >= items().count();
        return match is_coded {
            true if is_plain(table) => None,
            true => make(table, index, year, column::TOTAL),
            false => without_units(budget, table, index),
        };
    }
    let printed = tables.iter().copied().enumerate().filter(|(_, table)| {
        let is_other = matches!(table.kind, None | Some(Kind::Other));
        is_other && !table.empty && table.lines.iter().filter(|line| economic(line).is_some()).count() > 1
    });
    let printed: Vec<_> = printed.collect();
    // A table of basic expenditure alone is preferred to a column of another table.
    let of_basic = printed.iter().filter(|(_, table)| table.coordinates(year).part == Some(Part::Basic));
    let of_basic = of_basic.map(|(index, table)| (*index, *table, column::TOTAL));
    let of_all = printed.iter().filter(|(_, table)| table.coordinates(year).part.is_none());
    let of_all = of_all.map(|(index, table)| (*index, *table, column::BASIC));
    of_basic.chain(of_all).find_map(|(index, table, whole)| make(table, index, year, whole))
}

/// The line's code in the economic classification, if it has one: from 301 to 39999, or longer.
fn economic(line: &Line) -> Option<&str> {
    let code = line.economic.as_deref().or(line.code.as_deref())?;
    let is_item =
        code.len() >= 3 && code.len() != 6 && code.starts_with('3') && code.bytes().all(|byte| byte.is_ascii_digit());
    is_item.then_some(code)
}

/// The line's code in the economic classification, if the line is an item.
fn item(line: &Line) -> Option<&str> {
    economic(line).filter(|_| line.role == Role::Item)
}

fn is_plain(table: &Table) -> bool {
    let items = || table.lines.iter().filter(|line| line.role == Role::Item);
    let mut codes: Vec<_> = items().filter_map(economic).collect();
    let is_sorted = codes.is_sorted();
    sort_by(&mut codes, Ord::cmp);
    let is_blank =
        |line: &Line| economic(line).is_some_and(|code| code.len() == 3) && line.amounts.get(column::TOTAL).is_none();
    is_sorted
        && codes.len() == items().count()
        && codes.windows(2).all(|pair| pair[0] != pair[1])
        && codes.iter().all(|code| code.len() == 3 || code.len() == 5 && codes.binary_search(&&code[..3]).is_ok())
        && !items().any(is_blank)
        && !items()
            .any(|line| line.level.is_some_and(|level| (level == 1) != (economic(line).map(str::len) == Some(3))))
        && table.has_column(column::TOTAL)
}

/// The view of a table that prints its items by name, without the units that it prints them for.
fn without_units(budget: &Budget, table: &Table, index: usize) -> Option<Table> {
    let units: Vec<_> = table.lines.iter().map(|line| is_unit(budget, line)).collect();
    let is_item = |i: usize| table.lines[i].role == Role::Item && !units[i];
    // Where the table begins with the department's line as its total, all the others are a level lower.
    let has_units = units.contains(&true) || table.first_level().next().is_none();
    // Where nothing but units is left, the table tells what each unit spends.
    if !has_units || !(0..units.len()).any(is_item) {
        return None;
    }
    let tree = table.tree();
    let mut view = like(table, Kind::BasicEconomic);
    view.columns.clone_from(&table.columns);
    for i in (0..units.len()).filter(|&i| table.lines[i].role != Role::Subtotal && !units[i]) {
        let above = std::iter::successors(tree.parent(i), |above| tree.parent(*above)).filter(|above| !units[*above]);
        let level = u8::try_from(above.count() + 1).ok();
        view.lines.push(Line { level, ..table.lines[i].about(table, index, i) });
    }
    Some(view)
}

/// Makes the view; `whole` is the id of the column with basic expenditure.
fn make(table: &Table, index: usize, year: u16, whole: &str) -> Option<Table> {
    let columns: Vec<_> = columns(table, year)
        .into_iter()
        .filter_map(|(id, at)| {
            let id = match id.as_str() {
                own if own == whole => column::TOTAL,
                column::PERSONNEL => column::PERSONNEL,
                column::OPERATING => column::OPERATING,
                _ => return None,
            };
            Some((id, at))
        })
        .collect();
    columns.iter().find(|(id, _)| *id == column::TOTAL)?;
    let mut view = like(table, Kind::BasicEconomic);
    let copy = |i: usize, line: &mut Line| {
        for (id, at) in &columns {
            if let Some(amount) = table.lines[i].amounts.get(&table.columns[*at].id) {
                put(line, id, amount, Some(Place::Cell(index, i, *at)));
            }
        }
    };
    let (mut lines, is_summed) = each_code_once(table, &item, &|i, _, line| copy(i, line));
    if is_summed {
        view.made.push(Made::Repeated);
    }
    let known: Vec<Line> = CLASSES
        .iter()
        .map(|(code, zh, en)| Line { code: Some((*code).into()), name_en: Some((*en).into()), ..blank(zh, Role::Item) })
        .collect();
    classes(&mut lines, &mut view, |code| known.iter().find(|line| line.code.as_deref() == Some(code)).cloned());
    let codes: Vec<_> = lines.iter().filter_map(|line| line.code.clone()).collect();
    for line in &mut lines {
        let code = line.code.as_deref().unwrap_or_default();
        let above =
            (3..code.len()).filter(|length| codes.binary_search_by(|own| own.as_str().cmp(&code[..*length])).is_ok());
        line.level = u8::try_from(above.count() + 1).ok();
    }
    if let Some(i) = table.lines.iter().position(|line| line.role == Role::Total) {
        let mut total = blank(&table.lines[i].name, Role::Total);
        copy(i, &mut total);
        lines.push(total);
    }
    view.columns = columns
        .iter()
        .map(|(id, at)| Column { id: (*id).into(), name: heading(&table.columns[*at]), ..Column::default() })
        .collect();
    view.part = Some(column::BASIC.into());
    view.lines = lines;
    Some(view)
}
