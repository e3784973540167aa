//! Which of a department's documents one is: the budget of a year, or its final account.

use crate::locale::Lang;

/// The budget of a year, or its final account (决算), which comes after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    /// The year.
    pub year: u16,
    /// Whether it is the final account.
    pub is_final: bool,
}

impl Edition {
    /// What it is called in addresses, as the page calls it: `2025`, or `2025-final`.
    pub fn id(self) -> String {
        self.year.to_string() + if self.is_final { "-final" } else { "" }
    }

    /// By which the newest comes last. An address without a year leads to a budget where the newest year has one: it stays where
    /// it is when the year's account is published.
    pub fn newest(self) -> (u16, bool) {
        (self.year, !self.is_final)
    }

    /// `预算` or `决算`.
    pub fn kind(self, lang: Lang) -> &'static str {
        if self.is_final { lang.tr("决算", "final account") } else { lang.tr("预算", "budget") }
    }
}
