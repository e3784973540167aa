//! What is kept of each budget while all are published: its row of the list.

use super::department::unit;
use crate::budget::Budget;
use crate::figure::{Overview, overview};
use crate::words::{Lang, Words};

/// A budget as the list has it.
pub struct Row {
    /// Which department.
    pub department: String,
    /// The place that it serves.
    pub region: Option<String>,
    /// Which year.
    pub year: u16,
    /// When it was published, if the document says so.
    pub published: Option<String>,
    /// Its numbers.
    pub numbers: Overview,
    /// By which its file is known to be the one that was checked.
    pub digest: u64,
}

impl Row {
    /// The row of a budget.
    pub fn of(budget: &Budget, digest: u64, lang: Lang) -> Row {
        let document = &budget.document;
        let region = document.region.as_deref().map(|zh| lang.name(zh, document.region_en.as_deref()));
        Row {
            department: lang.name(&document.department, document.department_en.as_deref()).into(),
            region: region.map(String::from),
            year: document.year,
            published: document.published.clone(),
            numbers: overview(budget, Words { lang, unit: unit(budget) }),
            digest,
        }
    }
}
