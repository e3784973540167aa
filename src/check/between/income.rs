//! What the tables of income print of each source: which are nothing, which are carried over, what is left.

use super::money::{ALL, Sources, sources};
use crate::budget::{Coordinates, Fund, Kind, Origin, Place, Role, Side};
use crate::check::sheet::Sheet;
use crate::check::ties::Ties;

/// The tables that say where the money comes from.
pub const TABLES: [Kind; 3] = [Kind::Balance, Kind::Income, Kind::Appropriation];

/// The sources that a table would print if there were something of them: one of appropriations says nothing of other
/// money, one of this year's income nothing of what was left.
pub fn told(sheet: &Sheet) -> Sources {
    let has_carried = || sheet.columns.iter().chain(&sheet.lines).any(|about| about.origin == Some(Origin::Carried));
    match sheet.table.kind {
        Some(Kind::Appropriation) => sources(Some(Fund::Appropriation), None),
        Some(Kind::Income) if !has_carried() => sources(None, Some(Origin::Current)),
        _ => ALL,
    }
}

/// Whether a balance prints something that is left for next year.
pub fn left(ties: &Ties) -> bool {
    let balances = ties.sheets.iter().filter(|sheet| sheet.is(Kind::Balance) || sheet.is(Kind::Appropriation));
    let mut lines = balances.flat_map(|sheet| (0..sheet.lines.len()).map(move |line| (sheet, line)));
    lines.any(|(sheet, line)| {
        let cell = |column| Place::Cell(sheet.index, line, column);
        sheet.lines[line].origin == Some(Origin::Left)
            && sheet.columns_of(None).any(|(column, _)| ties.is_something(cell(column)))
    })
}

/// The sources of each line of an income side, or of each column of an income table, that prints something; `None` where
/// it prints no income at all. Only what has no parts counts: 本年收入 is no source beside what it is the sum of.
pub fn printed(ties: &Ties, sheet: &Sheet) -> Option<Vec<Sources>> {
    let entries = if has_fund_columns(sheet) { by_column(ties, sheet) } else { by_line(ties, sheet) };
    let own = |(about, _): &(Coordinates, bool)| {
        // What is carried over is named as such.
        let is_left_over = matches!(about.fund, Some(Fund::UsedSurplus | Fund::AccountBalance));
        sources(about.fund, about.origin.or((!is_left_over).then_some(Origin::Current)))
    };
    (!entries.is_empty()).then(|| entries.iter().filter(|(_, is_something)| *is_something).map(own).collect())
}

/// Whether a table prints funds as columns.
fn has_fund_columns(sheet: &Sheet) -> bool {
    sheet.is(Kind::Income) && sheet.columns.iter().any(|column| column.is_money() && column.fund.is_some())
}

fn by_line(ties: &Ties, sheet: &Sheet) -> Vec<(Coordinates, bool)> {
    let side = if sheet.is(Kind::Income) { None } else { Some(Side::Income) };
    let columns: Vec<_> =
        sheet.columns_of(side).filter(|(c, _)| sheet.columns[*c].is_money_of_this_year()).map(|(c, _)| c).collect();
    let lines = sheet.table.lines.iter().enumerate();
    let own = lines.filter(|(i, line)| {
        line.side == side && line.role == Role::Item && sheet.tree.is_leaf(*i) && !sheet.lines[*i].of_which
    });
    // What stands under a fund is of that fund, whatever it is called.
    let about = |line: usize| {
        let above = std::iter::successors(sheet.tree.parent(line), |above| sheet.tree.parent(*above));
        above.fold(sheet.lines[line], |about, above| about.or(sheet.lines[above]))
    };
    let is_of_funds = |about: &Coordinates| about.fund.is_some() || about.origin.is_some();
    // Lines of an income table by function or by unit say nothing of funds.
    if side.is_none() && !sheet.lines.iter().any(is_of_funds) {
        return Vec::new();
    }
    own.filter(|(_, line)| line.code.is_none())
        .map(|(i, _)| {
            let is_something = columns.iter().any(|c| ties.is_something(Place::Cell(sheet.index, i, *c)));
            (about(i), is_something)
        })
        .collect()
}

fn by_column(ties: &Ties, sheet: &Sheet) -> Vec<(Coordinates, bool)> {
    let total = sheet.total(None);
    let lines: Vec<usize> = match total {
        Some(total) => vec![total],
        None => (0..sheet.lines.len()).collect(),
    };
    let is_source = |c: &usize| {
        let about = sheet.columns[*c];
        about.is_money_of_this_year() && !about.of_which && (about.fund.is_some() || about.origin.is_some())
    };
    let columns: Vec<usize> = (0..sheet.columns.len()).filter(is_source).collect();
    let own = |column: usize| sources(sheet.columns[column].fund, sheet.columns[column].origin);
    // What is printed beside its parts is their sum, or else something of its own.
    let has_parts = |column: &usize| {
        let is_part = |other: &&usize| own(**other) != own(*column) && own(**other) & !own(*column) == 0;
        let parts: Vec<usize> = columns.iter().filter(is_part).copied().collect();
        let cell = |line: usize, column: usize| Place::Cell(sheet.index, line, column);
        let adds_up = |line: &usize| {
            let parts: Vec<_> = parts.iter().map(|part| cell(*line, *part)).collect();
            ties.fits(&[cell(*line, *column)], &parts)
        };
        !parts.is_empty() && lines.iter().all(adds_up)
    };
    let leaves = columns.iter().filter(|column| !has_parts(column));
    leaves
        .map(|column| {
            let is_something = lines.iter().any(|line| ties.is_something(Place::Cell(sheet.index, *line, *column)));
            (sheet.columns[*column], is_something)
        })
        .collect()
}

/// Whether a table prints 单位资金 beside its kinds, and as something else than their sum.
pub fn own_apart(ties: &Ties, sheet: &Sheet) -> bool {
    let place = |of_fund: &dyn Fn(Fund) -> bool| -> Vec<Place> {
        let is_own = |about: &Coordinates| about.is_money_of_this_year() && about.fund.is_some_and(of_fund);
        let is_now = |about: &Coordinates| is_own(about) && about.origin != Some(Origin::Carried) && !about.of_which;
        if has_fund_columns(sheet) {
            let Some(total) = sheet.total(None) else { return Vec::new() };
            let own = (0..sheet.columns.len()).filter(|c| is_now(&sheet.columns[*c]));
            return own.map(|column| Place::Cell(sheet.index, total, column)).collect();
        }
        let own = (0..sheet.lines.len()).filter(|line| is_now(&sheet.lines[*line]));
        own.filter_map(|line| sheet.main(line)).collect()
    };
    let own = place(&|fund| fund == Fund::OwnFunds);
    let kinds = place(&|fund| fund.parent() == Some(Fund::OwnFunds));
    own.len() == 1 && !kinds.is_empty() && !ties.fits(&own, &kinds)
}

/// What is known not to be carried over: where the balance and that of appropriations carry over the same amount, none of
/// it is of other funds.
pub fn uncarried(ties: &Ties) -> Sources {
    let carried = |kind| ties.sheet(kind).and_then(|sheet| whole_carried(ties, sheet));
    match (carried(Kind::Balance), carried(Kind::Appropriation)) {
        (Some(all), Some(fiscal)) if ties.fits(&[all], &[fiscal]) => {
            sources(None, Some(Origin::Carried)) & !sources(Some(Fund::Appropriation), Some(Origin::Carried))
        }
        _ => 0,
    }
}

/// Where a balance prints all that is carried over.
fn whole_carried(ties: &Ties, sheet: &Sheet) -> Option<Place> {
    let lines = sheet.table.lines.iter().enumerate();
    let is_it = |(i, line): &(usize, &crate::budget::Line)| {
        line.side == Some(Side::Income)
            && sheet.lines[*i].origin == Some(Origin::Carried)
            && sheet.tree.parent(*i).is_none()
    };
    let mut own = lines.filter(is_it).filter_map(|(i, _)| sheet.main(i)).filter(|place| ties.is_something(*place));
    let first = own.next()?;
    own.next().is_none().then_some(first)
}
