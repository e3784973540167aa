//! A stated amount is the table's.

use super::statements;
use super::subjects::amounts;
use crate::budget::{Field, Place};
use crate::budget::{Kind, Stated, column};
use crate::check::between::Money;
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::sheet::is_code;
use crate::check::ties::Ties;

/// Holds each stated amount against the table that prints it.
pub fn check(ties: &mut Ties, money: Money) {
    for (list, i, statement) in statements(ties) {
        let place = Place::Statement(list, i, Field::Amount);
        if statement.amount.is_none() {
            continue;
        }
        let ways = amounts(ties, &statement.subject);
        let doubt = doubt(ties, &statement.subject, money);
        if ties.any(Rule::StatedAmount, &[place], &ways, doubt).is_some() {
            continue;
        }
        // Nothing to hold it against; but that parts add up to it may still be checked.
        let is_procurement = list == Stated::Procurement && ties.sheet(Kind::Procurement).is_none();
        let why = if is_procurement { Why::NoTable(Kind::Procurement) } else { Why::NoNumber };
        ties.unchecked(Rule::StatedAmount, &[place], &[], why);
    }
}

/// Subjects whose amounts are those of one table, whatever other money there is.
const OF_ONE_TABLE: [&str; 6] = ["three-public", "overseas", "reception", "vehicle", "procurement", "agency-operating"];

/// Why an amount may be of other money than the tables print: of all funds where only the general public budget has a
/// table, or with the money of another year where a table is without it, or the other way round.
pub fn doubt(ties: &Ties, subject: &str, money: Money) -> Option<Why> {
    let is_split = subject == column::BASIC || subject == column::PROJECT || is_code(subject);
    let has = |kind| {
        let is_listed = is_code(subject) && !ties.cells(kind, subject, column::TOTAL).is_empty();
        is_listed || ties.sheet(kind).is_some_and(|sheet| sheet.column(subject).is_some())
    };
    if is_split && !(has(Kind::Expenditure) && has(Kind::GeneralPublic)) {
        return money.only_general_public().err();
    }
    let is_of_one_table = subject == column::PERSONNEL
        || subject == column::OPERATING
        || OF_ONE_TABLE.iter().any(|start| subject.starts_with(start));
    let is_all_there_is = (subject == "income" || subject == "expenditure") && ties.sheet(Kind::Balance).is_some();
    money.of_another_year().filter(|_| !is_of_one_table && !is_all_there_is)
}
