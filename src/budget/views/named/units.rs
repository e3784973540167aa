//! Finds the lines that are units (who spends) among classes and items (what for).

use std::cell::LazyCell;

use crate::budget::views::{is_same, sum};
use crate::budget::{Kind, Line, Role, Side, Table, Tree, column, is_code};
use crate::money::{Amount, Money};

/// The lines that are units though the file does not say so: those with a code of no class, or the sum of the classes
/// that follow them.
pub fn meant(table: &Table) -> Vec<usize> {
    let is_by_class =
        matches!(table.kind, Some(Kind::Expenditure | Kind::GeneralPublic | Kind::Income | Kind::BasicEconomic));
    let is_free = |line: &Line| {
        line.role == Role::Item && !line.is_blank() && line.is.is_none() && line.side != Some(Side::Income)
    };
    if !is_by_class || table.lines.iter().all(|line| !is_free(line) || is_class(line)) {
        return Vec::new();
    }
    let free: Vec<_> =
        (0..table.lines.len()).filter(|&i| is_free(&table.lines[i]) && !is_class(&table.lines[i])).collect();
    let classes = table.lines.iter().filter(|line| line.role == Role::Item && is_class(line)).count();
    if classes > 0 && classes >= free.len() {
        let tree = LazyCell::new(|| table.tree());
        let ends = free.iter().copied().skip(1).chain([table.lines.len()]);
        let is_unit =
            |(i, next): &(usize, usize)| is_numbered(&table.lines[*i]) || is_sum(table, &tree, *i, *i + 1..*next);
        return free.iter().copied().zip(ends).filter(is_unit).map(|(i, _)| i).collect();
    }
    // Among items without codes, lines with a code are units; so is a line that equals the total if the others together
    // do, too; and so are the lines above classes and their items.
    let tree = table.tree();
    let is_deep = table.kind == Some(Kind::BasicEconomic) && free.iter().any(|&i| tree.depth(i) > 1);
    let is_unit = |i: &usize| {
        is_numbered(&table.lines[*i])
            || is_deep && tree.depth(*i) == 0
            || Some(i) == free.first() && is_all(table, &tree, *i)
    };
    free.iter().copied().filter(is_unit).collect()
}

/// Whether a line's code is one of the functional or economic classification: of three, five or seven digits.
fn is_class(line: &Line) -> bool {
    let code = [&line.function, &line.economic, &line.code, &line.key].into_iter().find_map(|code| code.as_deref());
    code.is_some_and(|code| is_code(code) && code.len() % 2 == 1 && code.len() > 2 && code.starts_with(['2', '3', '5']))
}

/// Whether a line has a number of any kind as its code.
fn is_numbered(line: &Line) -> bool {
    line.code.as_deref().is_some_and(is_code)
}

/// Whether a line is the sum of the outermost of these lines, except for rounding.
fn is_sum(table: &Table, tree: &Tree, line: usize, others: impl Iterator<Item = usize>) -> bool {
    let is_outer = |other: &usize| tree.parent(*other).is_none_or(|above| above == line);
    let ours = sum(others.filter(is_outer).map(|other| amount(table, other)));
    is_equal(table, ours, amount(table, line))
}

/// Whether a line equals the printed total, and the outermost lines beside it together do, too.
fn is_all(table: &Table, tree: &Tree, line: usize) -> bool {
    let total = table.total_line().and_then(|total| total.amounts.get(column::TOTAL));
    let beside = (0..table.lines.len()).filter(|other| *other != line && tree.parent(*other).is_none());
    is_equal(table, amount(table, line), total) && is_equal(table, sum(beside.map(|other| amount(table, other))), total)
}

/// The total amount of a line, if the line is an item.
fn amount(table: &Table, line: usize) -> Option<Amount> {
    Some(&table.lines[line]).filter(|line| line.role == Role::Item)?.amounts.get(column::TOTAL)
}

fn is_equal(table: &Table, one: Option<Amount>, other: Option<Amount>) -> bool {
    one.zip(other).is_some_and(|(one, other)| is_same(Money::new(one, table.unit), Money::new(other, table.unit)))
}
