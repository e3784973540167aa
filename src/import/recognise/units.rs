//! Finds the unit of each table's amounts. One document may print some tables in 元 and others in 万元, and a table that
//! does not say its unit is then off by ten thousand in one of the two readings.

use super::header::Header;
use super::join_pages::Found;
use super::words::unit;
use crate::budget::{Line, Role, Table};
use crate::money::{Money, Unit, sort_by};

/// The unit that a table states: above it, or in its headings, as 预算数（万元）.
pub fn said(found: &Found) -> Option<Unit> {
    found.title.unit.or_else(|| {
        let header = Header::of(&found.sheet);
        // What one thing costs may be in another unit.
        let headings = header.paths.iter().flatten().filter(|heading| !heading.contains("单价"));
        let mut units = headings.filter_map(|heading| unit(heading));
        let first = units.next()?;
        units.all(|other| other == first).then_some(first)
    })
}

/// Finds the unit of each table that states none: the one of the document's units in which its totals are those of
/// other tables. `said` has the unit that each table states; returned are the tables whose present unit does not fit,
/// with the one that does.
pub fn by_totals(tables: &[Table], said: &[Option<Unit>]) -> Vec<(usize, Unit)> {
    let mut units: Vec<Unit> = said.iter().flatten().copied().collect();
    sort_by(&mut units, |one, other| one.exponent().cmp(&other.exponent()));
    units.dedup();
    let known = tables.iter().zip(said).filter_map(|(table, said)| Some((table, (*said)?)));
    let known: Vec<Money> = known.flat_map(|(table, unit)| totals(table, unit)).collect();
    let unsaid = tables.iter().enumerate().filter(|(at, _)| said[*at].is_none());
    unsaid
        .filter_map(|(at, table)| {
            let fits = |unit: &&Unit| totals(table, **unit).any(|total| known.contains(&total));
            let mut fitting = units.iter().filter(fits);
            let only = fitting.next().filter(|_| fitting.next().is_none())?;
            (*only != table.unit).then_some((at, *only))
        })
        .collect()
}

/// The totals of a table that are not zero, as money.
fn totals(table: &Table, unit: Unit) -> impl Iterator<Item = Money> {
    let totals = table.lines.iter().filter(|line: &&Line| line.role == Role::Total);
    let amounts = totals.flat_map(|line| line.amounts.iter()).filter_map(|(_, amount)| *amount);
    amounts.filter(|amount| !amount.decimal().is_zero()).map(move |amount| Money::new(amount, unit))
}
