//! Performance forms against the tables, and against themselves.

mod costs;
mod department;
mod funds;
mod goals;
mod projects;

use super::between::Money;
use super::ties::Ties;

/// Every tie of the performance forms.
#[inline(never)]
pub fn check(ties: &mut Ties, money: Money) {
    department::check(ties, money);
    projects::check(ties);
    funds::check(ties);
    for project in 0..ties.budget.projects.len() {
        costs::check(ties, project);
    }
    goals::check(ties);
}
