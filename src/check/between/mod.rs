//! Between tables: what two of them print of the same money, by what it is about and never by which tables they are.

mod economic;
mod funds;
mod government;
mod income;
mod money;
mod of_which;
mod pairs;
mod projects;
mod series;
mod units;

use super::checker::Checker;
use super::finding::Why;
use super::rule::Rule;
use crate::budget::{Kind, Place};
pub use money::Money;
pub use series::{Codes, classes};

/// Every tie between tables.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    missing(checker);
    funds::check(checker, money);
    pairs::check(checker, money);
    economic::check(checker, money);
    projects::check(checker, money);
    of_which::check(checker);
}

/// The tables that tell more of each other; where one of two is missing, its twin cannot be held against it.
const TWINS: [(Rule, Kind, Kind); 7] = [
    (Rule::BalanceIncome, Kind::Balance, Kind::Income),
    (Rule::BalanceExpenditure, Kind::Balance, Kind::Expenditure),
    (Rule::IncomeExpenditure, Kind::Income, Kind::Expenditure),
    (Rule::Appropriation, Kind::Appropriation, Kind::Balance),
    (Rule::Appropriation, Kind::Appropriation, Kind::GeneralPublic),
    (Rule::GeneralPublic, Kind::GeneralPublic, Kind::Expenditure),
    (Rule::ProjectTotal, Kind::Projects, Kind::Expenditure),
];

/// Notes which ties cannot be checked because one of two tables is not there.
fn missing(checker: &mut Checker) {
    for (rule, one, other) in TWINS {
        for (there, missing) in [(one, other), (other, one)] {
            if let Some(index) = checker.indexed_table(there).map(|indexed| indexed.index)
                && checker.indexed_table(missing).is_none()
            {
                checker.unchecked(rule, &[Place::Table(index)], &[], Why::NoTable(missing));
            }
        }
    }
}
