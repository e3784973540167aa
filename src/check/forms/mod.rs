//! Cross-checks of performance forms with the tables, and within themselves.

mod costs;
mod department;
mod funds;
mod goals;
mod projects;

use super::between::Money;
use super::checker::Checker;

/// Applies every rule about performance forms.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    department::check(checker, money);
    projects::check(checker);
    funds::check(checker);
    for project in 0..checker.budget.projects.len() {
        costs::check(checker, project);
    }
    goals::check(checker);
}
