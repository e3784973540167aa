//! The other statements in the section of a statement.

use crate::budget::{Field, Place, Stated, Statement};
use crate::check::checker::Checker;

/// The most statements that are looked at beside one: a section of more tells no better.
const MAX: usize = 40;

/// The other statements of the same section that state an amount, each with its place.
pub fn same_section<'b>(checker: &Checker<'b>, list: Stated, i: usize) -> Vec<(&'b Statement, Place)> {
    let budget = checker.budget;
    let all = if list == Stated::Procurement { &budget.procurement } else { &budget.statements };
    let Some(own) = all.get(i) else { return Vec::new() };
    let near = all.iter().enumerate().filter(|(other, statement)| *other != i && statement.section == own.section);
    let stated = near.map(|(other, statement)| (statement, Place::Statement(list, other, Field::Amount)));
    stated.filter(|(_, place)| checker.is_nonzero(*place)).take(MAX).collect()
}
