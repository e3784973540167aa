//! The view of income by fund, with each fund once: never a sum beside its parts.

mod sources;
mod stated;

use self::sources::{Source, arrange, leaves};
use self::stated::stated;
use super::{Made, bare, blank, heading, like, sum};
use crate::budget::{Budget, Column, Coordinates, Kind, Line, Origin, Place, Quantity, Role, Side, Table, column};

/// The view of income by fund, where the printed table has sums beside their parts, or has the funds as lines.
pub fn view(budget: &Budget) -> Option<Table> {
    let year = budget.document.year;
    let position = |kind| budget.named().position(|table| table.kind == Some(kind) && !table.empty);
    let income = position(Kind::Income);
    if let Some(index) = income.filter(|index| has_funds(budget.named_at(*index), year)) {
        return by_column(budget.named_at(index), index, year);
    }
    let in_lines = income.filter(|index| {
        let table = budget.named_at(*index);
        table.columns.iter().filter(|column| is_whole(column, table, year)).count() == 1
    });
    match in_lines.or_else(|| position(Kind::Balance)) {
        Some(index) => by_line(budget.named_at(index), index, year),
        None => income.is_none().then(|| stated(budget))?,
    }
}

/// Whether the columns of a table are funds.
fn has_funds(table: &Table, year: u16) -> bool {
    table.columns.iter().any(|column| {
        let about = column.coordinates(table, year);
        !column.text
            && about.is_money_of_this_year()
            && about.is_plain()
            && (about.fund.is_some() || about.origin.is_some())
    })
}

/// Whether a column is of all money of this year.
fn is_whole(column: &Column, table: &Table, year: u16) -> bool {
    let about = column.coordinates(table, year);
    !column.text && about.is_money_of_this_year() && !about.without
}

/// What a fund's column is called; money carried over says so in its name, even where its heading is only the fund's.
fn named(column: &Column, about: &Coordinates) -> String {
    let name = heading(column);
    let is_said = ["结转", "结余"].iter().any(|word| name.contains(word));
    if about.origin != Some(Origin::Carried) || about.fund.is_none() || is_said {
        name
    } else {
        ["上年结转的", &name].concat()
    }
}

/// The view of a table that has the funds as columns; `None` where the table is plain.
fn by_column(table: &Table, index: usize, year: u16) -> Option<Table> {
    let summed = table.over_units(index);
    let total = table.total_line();
    let amount = |id: &str| match total {
        Some(total) => total.amounts.get(id),
        None => sum(table.first_level().map(|line| line.amounts.get(id))),
    };
    let mut sources: Vec<Source> = Vec::new();
    let mut whole = None;
    for printed in table.columns.iter().filter(|column| !column.text && column.side != Some(Side::Expenditure)) {
        let about = printed.coordinates(table, year);
        if about.quantity != Quantity::Amount || about.time.before > 0 {
            continue;
        }
        let is_whole = if table.has_column(column::TOTAL) { printed.id == column::TOTAL } else { about.is_plain() };
        if is_whole && about.fund.is_none() && about.origin.is_none() {
            whole = whole.or(Some(amount(&printed.id)));
            continue;
        }
        sources.push(Source {
            id: printed.id.clone(),
            name: named(printed, &about),
            is_aside: false,
            about,
            amount: amount(&printed.id),
            parent: None,
        });
    }
    for source in &mut sources {
        // An amount that nobody knows the meaning of enters no sum; a blank does no harm.
        let is_unknown = source.about.unknown && source.amount.is_some_and(|amount| !amount.decimal().is_zero());
        source.is_aside = source.about.of_which || source.about.without || is_unknown;
    }
    if sources.iter().all(|source| source.is_aside) {
        return None;
    }
    arrange(&mut sources);
    let leaves = leaves(&sources, whole.flatten());
    // Last year, changes and rates are no funds.
    let is_fund = |column: &&Column| {
        let is_sum = [column::TOTAL, "current-year", "current-income", "income", column::LAST_YEAR];
        !column.text && !is_sum.contains(&column.id.as_str())
    };
    let is_plain = leaves.len() == table.columns.iter().filter(is_fund).count();
    let is_named = leaves
        .iter()
        .all(|&i| table.columns.iter().any(|column| column.id == sources[i].id && column.name == sources[i].name));
    // A unit above classes is the sum of them; where there are units alone, they are the lines.
    let is_unit = |line: &Line| line.is.as_deref() == Some("unit");
    let is_class = |line: &Line| line.role == Role::Item && !is_unit(line);
    let has_units = table.lines.iter().any(is_unit) && table.lines.iter().any(is_class);
    if is_plain && is_named && table.has_column(column::TOTAL) && (summed.is_some() || !has_units) {
        return summed;
    }
    let mut view = like(table, Kind::Income);
    view.columns = table.columns.iter().filter(|column| column.id == column::TOTAL).cloned().collect();
    view.columns.extend(leaves.iter().map(|&i| Column {
        id: sources[i].id.clone(),
        name: sources[i].name.clone(),
        ..Column::default()
    }));
    view.lines = if let Some(summed) = summed {
        view.made = summed.made;
        summed.lines
    } else {
        let tree = table.tree();
        let own = |line: usize| {
            let above = std::iter::successors(tree.parent(line), |above| tree.parent(*above));
            let level = 1 + above.filter(|above| !is_unit(&table.lines[*above])).count();
            let level = if has_units { u8::try_from(level).ok() } else { table.lines[line].level };
            Line { level, ..table.lines[line].about(table, index, line) }
        };
        (0..table.lines.len()).filter(|&line| !(has_units && is_unit(&table.lines[line]))).map(own).collect()
    };
    if !table.has_column(column::TOTAL) {
        view.columns.insert(0, Column { id: column::TOTAL.into(), name: "合计".into(), ..Column::default() });
        view.made.push(Made::Funds);
        for line in &mut view.lines {
            *line.amounts.entry(column::TOTAL) = sum(leaves.iter().map(|&i| line.amounts.get(&sources[i].id)));
        }
    }
    Some(view)
}

/// The most sources of income that are put beside each other: as many as a table may have columns.
const MAX_SOURCES: usize = 256;

/// The view of a table that has the funds as lines: of income with one column of amounts, or of a balance's income
/// side.
fn by_line(table: &Table, index: usize, year: u16) -> Option<Table> {
    let is_balance = table.kind == Some(Kind::Balance);
    let is_income = |line: &Line| if is_balance { line.side == Some(Side::Income) } else { true };
    let at = table
        .columns
        .iter()
        .position(|column| (column.side == Some(Side::Income)) == is_balance && is_whole(column, table, year))?;
    let id = &table.columns[at].id;
    let tree = table.tree();
    let mut sources: Vec<Source> = Vec::new();
    let mut lines = Vec::new();
    let is_source = |line: &Line| is_income(line) && line.role == Role::Item && !line.is_blank();
    for (i, line) in table.lines.iter().enumerate().filter(|(_, line)| is_source(line)) {
        let mut about = line.coordinates(table, year);
        about.of_which |= line.is_of_which();
        // 非财政拨款资金结余 below 其中 is singled out as well.
        sources.push(Source {
            id: line.subject().map_or_else(|| ["line-", &(i + 1).to_string()].concat(), String::from),
            name: bare(&line.name).into(),
            is_aside: about.of_which,
            about,
            amount: line.amounts.get(id),
            parent: tree.parent(i),
        });
        lines.push(i);
    }
    if sources.len() > MAX_SOURCES {
        return None;
    }
    for i in 0..sources.len() {
        let above = sources[i].parent.and_then(|line| lines.binary_search(&line).ok());
        sources[i].parent = above;
        // What stands under a line with 其中 is part of that line, and left out with it.
        sources[i].is_aside |= above.is_some_and(|above| sources[above].is_aside);
    }
    let total = table.lines.iter().position(|line| is_income(line) && line.role == Role::Total);
    let whole = total.and_then(|line| table.lines[line].amounts.get(id));
    let leaves = leaves(&sources, whole);
    // A balance whose funds are its outermost lines is read as it is printed.
    if is_balance && leaves.len() == sources.len() {
        return None;
    }
    let mut view = like(table, Kind::Income);
    let mut own = blank(total.map_or("", |line| &table.lines[line].name), Role::Total);
    view.columns.push(Column { id: column::TOTAL.into(), name: heading(&table.columns[at]), ..Column::default() });
    if let Some((line, whole)) = total.zip(whole) {
        super::put(&mut own, column::TOTAL, whole, Some(Place::Cell(index, line, at)));
    } else {
        view.made.push(Made::Funds);
        *own.amounts.entry(column::TOTAL) = sum(leaves.iter().map(|&i| sources[i].amount));
    }
    let called = |i: usize| {
        let source = &sources[i];
        let is_alone = leaves.iter().filter(|&&other| sources[other].name == source.name).count() < 2;
        match source.parent.filter(|_| !is_alone) {
            // 经常性资金 may stand under several funds, and is told apart by theirs.
            Some(above) => [&sources[above].name, "（", &source.name, "）"].concat(),
            None => source.name.clone(),
        }
    };
    for &i in &leaves {
        let source = &sources[i];
        let mut id = source.id.clone();
        while view.columns.iter().any(|column| column.id == id) {
            id.push('-');
        }
        if let Some(amount) = source.amount {
            super::put(&mut own, &id, amount, Some(Place::Cell(index, lines[i], at)));
        }
        view.columns.push(Column { id, name: called(i), ..Column::default() });
    }
    view.lines.push(own);
    Some(view)
}
