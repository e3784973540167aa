//! Finds a printed number of one year's document in another year's: the same line and column of the same table.

use crate::budget::{Budget, Kind, Line, Place, column, plain};
use crate::money::Money;

/// The amount that another document prints in the place of this one: in its only table of the same kind, in the column
/// with the same id, in the only line with the same code, key and name. What was renamed or stands there twice is none.
pub fn counterpart(place: Place, budget: &Budget, other: &Budget) -> Option<(Money, Place)> {
    let Place::Cell(table, line, column) = place else { return None };
    let table = budget.tables.get(table).map(|_| budget.named_at(table))?;
    let (line, column) = (table.lines.get(line)?, table.columns.get(column)?);
    // Projects begin and end, and goals are no amounts; a table of any other kind may be another table next year.
    let kind = table.kind.filter(|kind| !matches!(kind, Kind::Projects | Kind::Performance | Kind::Other))?;
    let theirs = only(other.named().filter(|table| table.kind == Some(kind)))?;
    let columns = theirs.columns.iter().filter(|own| own.id == column.id);
    let same = only(columns)?;
    if column.id != column::TOTAL && plain(&same.name) != plain(&column.name) {
        return None;
    }
    only(table.lines.iter().filter(|own| is_same(own, line)))?;
    let found = only(theirs.lines.iter().filter(|own| is_same(own, line)))?;
    Some((theirs.money(found, &same.id)?, theirs.cell(found, &same.id)))
}

/// Whether two lines are called the same, in front of whatever number.
fn is_same(one: &Line, other: &Line) -> bool {
    let is_alike = one.code == other.code && one.key == other.key && one.block == other.block;
    let is_alike = is_alike && (one.side, one.role) == (other.side, other.role);
    is_alike && plain(one.name.trim()) == plain(other.name.trim())
}

/// The only one of several, if there is one and no more.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
