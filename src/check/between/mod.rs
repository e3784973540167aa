//! Cross-checks between tables: what two of them print of the same money, matched by coordinates and not by fixed pairs
//! of tables.

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
use super::finding::Reason;
use super::rule::Rule;
use crate::budget::{Kind, Place};
pub use money::Money;

/// Applies every rule between tables.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    missing(checker);
    funds::check(checker, money);
    pairs::check(checker, money);
    economic::check(checker, money);
    projects::check(checker, money);
    of_which::check(checker);
}

/// Pairs of tables that are cross-checked; where one of the two is missing, the other cannot be.
const TWINS: [(Rule, Kind, Kind); 7] = [
    (Rule::BalanceIncome, Kind::Balance, Kind::Income),
    (Rule::BalanceExpenditure, Kind::Balance, Kind::Expenditure),
    (Rule::IncomeExpenditure, Kind::Income, Kind::Expenditure),
    (Rule::Appropriation, Kind::Appropriation, Kind::Balance),
    (Rule::Appropriation, Kind::Appropriation, Kind::GeneralPublic),
    (Rule::GeneralPublic, Kind::GeneralPublic, Kind::Expenditure),
    (Rule::ProjectTotal, Kind::Projects, Kind::Expenditure),
];

/// Records which cross-checks are impossible because one of two tables is not there.
fn missing(checker: &mut Checker) {
    for (rule, one, other) in TWINS {
        for (there, missing) in [(one, other), (other, one)] {
            if let Some(index) = checker.indexed_table(there).map(|indexed| indexed.index)
                && checker.indexed_table(missing).is_none()
            {
                checker.unchecked(rule, &[Place::Table(index)], &[], Reason::NoTable(missing));
            }
        }
    }
}
