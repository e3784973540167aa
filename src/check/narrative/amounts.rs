//! A stated amount is the table's.

use super::statements;
use super::subjects::amounts;
use crate::budget::{Kind, Stated};
use crate::check::finding::Why;
use crate::check::place::{Field, Place};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Holds each stated amount against the table that prints it.
pub fn check(ties: &mut Ties) {
    for (list, i, statement) in statements(ties) {
        let place = Place::Statement(list, i, Field::Amount);
        if statement.amount.is_none() {
            continue;
        }
        let ways = amounts(ties, &statement.subject);
        if ties.any(Rule::StatedAmount, &[place], &ways).is_some() {
            continue;
        }
        // Nothing to hold it against; but that parts add up to it may still be checked.
        let is_procurement = list == Stated::Procurement && ties.sheet(Kind::Procurement).is_none();
        let why = if is_procurement { Why::NoTable(Kind::Procurement) } else { Why::NoNumber };
        ties.unchecked(Rule::StatedAmount, &[place], &[], why);
    }
}
