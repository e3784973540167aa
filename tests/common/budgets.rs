//! Budgets, read as the product reads them.

use budget_lens::budget::Budget;
use budget_lens::load;

use super::repository;

/// The budget that this is the text of.
pub fn read(json: impl AsRef<[u8]>) -> Budget {
    let json = json.as_ref();
    load::read(json).unwrap_or_else(|faults| panic!("{faults:#?}\n{}", String::from_utf8_lossy(json))).budget
}

/// The budget in this file of the repository.
pub fn of(file: &str) -> Budget {
    read(repository::text(file))
}

/// The budget that is shipped with the page.
pub fn official() -> Budget {
    of("budget.json")
}
