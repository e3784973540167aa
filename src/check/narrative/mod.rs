//! The text against the tables, and against itself: amounts, shares, changes, rates, counts, parts.

mod amounts;
mod changes;
mod counts;
mod parts;
mod shares;
mod subjects;

use super::between::Money;
use super::ties::Ties;
use crate::budget::{Stated, Statement};

/// Every tie of the narrative.
pub fn check(ties: &mut Ties, money: Money) {
    amounts::check(ties, money);
    shares::check(ties, money);
    changes::check(ties);
    parts::check(ties, money);
    counts::check(ties);
}

/// The statements of both lists, each with where it stands.
fn statements<'b>(ties: &Ties<'b>) -> impl Iterator<Item = (Stated, usize, &'b Statement)> + use<'b> {
    let budget = ties.budget;
    let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
    lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(i, statement)| (list, i, statement)))
}
