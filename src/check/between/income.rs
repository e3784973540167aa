//! Finds in the tables of income which sources of money are empty, what is carried over, and what is left for next
//! year.

use super::money::{ALL, SourceSet, sources};
use crate::budget::{Coordinates, Fund, Kind, Origin, Place, Role, Side};
use crate::check::checker::Checker;
use crate::check::indexed_table::IndexedTable;

/// The tables that say where the money comes from.
pub const TABLES: [Kind; 3] = [Kind::Balance, Kind::Income, Kind::Appropriation];

/// The sources that a table would print if there were money of them: a table of appropriations tells nothing of other
/// money, and one of this year's income nothing of money carried over.
pub fn told(indexed: &IndexedTable) -> SourceSet {
    let has_carried =
        || indexed.columns.iter().chain(&indexed.lines).any(|about| about.origin == Some(Origin::Carried));
    match indexed.table.kind {
        Some(Kind::Appropriation) => sources(Some(Fund::Appropriation), None),
        Some(Kind::Income) if !has_carried() => sources(None, Some(Origin::Current)),
        _ => ALL,
    }
}

/// Whether a balance prints money that is left for next year.
pub fn left(checker: &Checker) -> bool {
    let balances =
        checker.indexed_tables.iter().filter(|indexed| indexed.is(Kind::Balance) || indexed.is(Kind::Appropriation));
    let mut lines = balances.flat_map(|indexed| (0..indexed.lines.len()).map(move |line| (indexed, line)));
    lines.any(|(indexed, line)| {
        let cell = |column| Place::Cell(indexed.index, line, column);
        indexed.lines[line].origin == Some(Origin::Left)
            && indexed.columns_of(None).any(|(column, _)| checker.is_nonzero(cell(column)))
    })
}

/// The sources of each line of an income side, or of each column of an income table, that prints something; `None`
/// where the table prints no income at all. Only sources without parts count: 本年收入 is no source beside its parts.
pub fn printed(checker: &Checker, indexed: &IndexedTable) -> Option<Vec<SourceSet>> {
    let entries = if has_fund_columns(indexed) { by_column(checker, indexed) } else { by_line(checker, indexed) };
    let own = |(about, _): &(Coordinates, bool)| {
        // Money that is carried over is named as such.
        let is_left_over = matches!(about.fund, Some(Fund::UsedSurplus | Fund::AccountBalance));
        sources(about.fund, about.origin.or((!is_left_over).then_some(Origin::Current)))
    };
    (!entries.is_empty()).then(|| entries.iter().filter(|(_, is_nonzero)| *is_nonzero).map(own).collect())
}

/// Whether a table prints funds as columns.
fn has_fund_columns(indexed: &IndexedTable) -> bool {
    indexed.is(Kind::Income) && indexed.columns.iter().any(|column| column.is_money() && column.fund.is_some())
}

fn by_line(checker: &Checker, indexed: &IndexedTable) -> Vec<(Coordinates, bool)> {
    let side = if indexed.is(Kind::Income) { None } else { Some(Side::Income) };
    let columns: Vec<_> =
        indexed.columns_of(side).filter(|(c, _)| indexed.columns[*c].is_money_of_this_year()).map(|(c, _)| c).collect();
    let lines = indexed.table.lines.iter().enumerate();
    let own = lines.filter(|(i, line)| {
        line.side == side && line.role == Role::Item && indexed.tree.is_leaf(*i) && !indexed.lines[*i].of_which
    });
    // Lines under a fund are of that fund, whatever they are called.
    let about = |line: usize| {
        let above = std::iter::successors(indexed.tree.parent(line), |above| indexed.tree.parent(*above));
        above.fold(indexed.lines[line], |about, above| about.or(indexed.lines[above]))
    };
    let is_of_funds = |about: &Coordinates| about.fund.is_some() || about.origin.is_some();
    // Lines of an income table by function or by unit tell nothing of funds.
    if side.is_none() && !indexed.lines.iter().any(is_of_funds) {
        return Vec::new();
    }
    own.filter(|(_, line)| line.code.is_none())
        .map(|(i, _)| {
            let is_nonzero = columns.iter().any(|c| checker.is_nonzero(Place::Cell(indexed.index, i, *c)));
            (about(i), is_nonzero)
        })
        .collect()
}

fn by_column(checker: &Checker, indexed: &IndexedTable) -> Vec<(Coordinates, bool)> {
    let total = indexed.total(None);
    let lines: Vec<usize> = match total {
        Some(total) => vec![total],
        None => (0..indexed.lines.len()).collect(),
    };
    let is_source = |c: &usize| {
        let about = indexed.columns[*c];
        about.is_money_of_this_year() && !about.of_which && (about.fund.is_some() || about.origin.is_some())
    };
    let columns: Vec<usize> = (0..indexed.columns.len()).filter(is_source).collect();
    let own = |column: usize| sources(indexed.columns[column].fund, indexed.columns[column].origin);
    // A column beside its parts is their sum, or else a source of its own.
    let has_parts = |column: &usize| {
        let is_part = |other: &&usize| own(**other) != own(*column) && own(**other) & !own(*column) == 0;
        let parts: Vec<usize> = columns.iter().filter(is_part).copied().collect();
        let cell = |line: usize, column: usize| Place::Cell(indexed.index, line, column);
        let adds_up = |line: &usize| {
            let parts: Vec<_> = parts.iter().map(|part| cell(*line, *part)).collect();
            checker.fits(&[cell(*line, *column)], &parts)
        };
        !parts.is_empty() && lines.iter().all(adds_up)
    };
    let leaves = columns.iter().filter(|column| !has_parts(column));
    leaves
        .map(|column| {
            let is_nonzero = lines.iter().any(|line| checker.is_nonzero(Place::Cell(indexed.index, *line, *column)));
            (indexed.columns[*column], is_nonzero)
        })
        .collect()
}

/// Whether a table prints 单位资金 beside its kinds, and not as their sum.
pub fn own_apart(checker: &Checker, indexed: &IndexedTable) -> bool {
    let place = |of_fund: &dyn Fn(Fund) -> bool| -> Vec<Place> {
        let is_own = |about: &Coordinates| about.is_money_of_this_year() && about.fund.is_some_and(of_fund);
        let is_now = |about: &Coordinates| is_own(about) && about.origin != Some(Origin::Carried) && !about.of_which;
        if has_fund_columns(indexed) {
            let Some(total) = indexed.total(None) else { return Vec::new() };
            let own = (0..indexed.columns.len()).filter(|c| is_now(&indexed.columns[*c]));
            return own.map(|column| Place::Cell(indexed.index, total, column)).collect();
        }
        let own = (0..indexed.lines.len()).filter(|line| is_now(&indexed.lines[*line]));
        own.filter_map(|line| indexed.main(line)).collect()
    };
    let own = place(&|fund| fund == Fund::OwnFunds);
    let kinds = place(&|fund| fund.parent() == Some(Fund::OwnFunds));
    own.len() == 1 && !kinds.is_empty() && !checker.fits(&own, &kinds)
}

/// The sources that are known not to be carried over: where the balance and that of appropriations carry over the same
/// amount, none of it is of other funds.
pub fn uncarried(checker: &Checker) -> SourceSet {
    let carried = |kind| checker.indexed_table(kind).and_then(|indexed| whole_carried(checker, indexed));
    match (carried(Kind::Balance), carried(Kind::Appropriation)) {
        (Some(all), Some(fiscal)) if checker.fits(&[all], &[fiscal]) => {
            sources(None, Some(Origin::Carried)) & !sources(Some(Fund::Appropriation), Some(Origin::Carried))
        }
        _ => 0,
    }
}

/// The place where a balance prints all money carried over.
fn whole_carried(checker: &Checker, indexed: &IndexedTable) -> Option<Place> {
    let lines = indexed.table.lines.iter().enumerate();
    let is_it = |(i, line): &(usize, &crate::budget::Line)| {
        line.side == Some(Side::Income)
            && indexed.lines[*i].origin == Some(Origin::Carried)
            && indexed.tree.parent(*i).is_none()
    };
    let mut own = lines.filter(is_it).filter_map(|(i, _)| indexed.main(i)).filter(|place| checker.is_nonzero(*place));
    let first = own.next()?;
    own.next().is_none().then_some(first)
}
