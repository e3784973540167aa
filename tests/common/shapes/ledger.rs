//! A department's two years as they really are, to the fen. Every number that a truthful document prints is a sum of
//! these entries, rounded by itself.

use super::words::Item;

/// Where money comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fund {
    GeneralPublic,
    Government,
    StateCapital,
    FiscalAccount,
    Institution,
    Business,
    SuperiorGrants,
    Subordinate,
    Other,
    UsedSurplus,
}

impl Fund {
    /// What the treasury appropriates.
    pub const FISCAL: [Fund; 3] = [Fund::GeneralPublic, Fund::Government, Fund::StateCapital];
    /// The unit's own money.
    pub const OWN: [Fund; 5] =
        [Fund::Institution, Fund::Business, Fund::SuperiorGrants, Fund::Subordinate, Fund::Other];

    /// The id of its column and line, and what it is called.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Fund::GeneralPublic => ("general-public", "一般公共预算拨款收入"),
            Fund::Government => ("government-fund", "政府性基金预算拨款收入"),
            Fund::StateCapital => ("state-capital", "国有资本经营预算拨款收入"),
            Fund::FiscalAccount => ("fiscal-account", "财政专户管理资金收入"),
            Fund::Institution => ("institution-income", "事业收入"),
            Fund::Business => ("business-income", "事业单位经营收入"),
            Fund::SuperiorGrants => ("superior-grants", "上级补助收入"),
            Fund::Subordinate => ("subordinate-income", "附属单位上缴收入"),
            Fund::Other => ("other-income", "其他收入"),
            Fund::UsedSurplus => ("used-surplus", "使用非财政拨款结余"),
        }
    }

    pub fn is_fiscal(self) -> bool {
        Fund::FISCAL.contains(&self)
    }

    pub fn is_own(self) -> bool {
        Fund::OWN.contains(&self)
    }
}

/// What kind of expenditure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Basic,
    /// A project, by its place in [`Ledger::projects`].
    Project(usize),
    Reserve,
    Business,
    ToSuperior,
    ToSubordinate,
    /// Received, and left for next year.
    Left,
}

/// A state of one of the two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    Budget,
    Adjusted,
    Final,
    LastBudget,
    LastActual,
}

/// One payment: who spends it, on what, from which money.
#[allow(clippy::struct_excessive_bools)] // a payment is many things or not
#[derive(Debug, Clone)]
pub struct Entry {
    /// The subordinate unit, counted from 0; the first is an administrative body.
    pub unit: usize,
    /// The code of its function, seven digits.
    pub function: &'static str,
    /// What is bought or paid.
    pub item: &'static Item,
    pub fund: Fund,
    /// Whether it is paid from what last year left over.
    pub carried: bool,
    pub part: Part,
    /// Whether it builds something (基建), and whether it is of a special programme (专项资金).
    pub construction: bool,
    pub special: bool,
    /// Which part of procurement it is, if it is; and whether a small firm shall have it.
    pub bought: Option<usize>,
    pub small_firm: bool,
    /// Its fen in each [`Year`].
    pub fen: [i64; 5],
}

impl Entry {
    pub fn is_basic(&self) -> bool {
        self.part == Part::Basic
    }

    pub fn is_project(&self) -> bool {
        matches!(self.part, Part::Project(_))
    }

    /// Whether it is spent, not left for next year.
    pub fn is_spent(&self) -> bool {
        self.part != Part::Left
    }

    pub fn is_personnel(&self) -> bool {
        self.is_basic() && self.item.is_personnel()
    }

    pub fn is_operating(&self) -> bool {
        self.is_basic() && !self.item.is_personnel()
    }

    /// Whether it is spent of what the treasury appropriates.
    pub fn is_fiscal(&self) -> bool {
        self.fund.is_fiscal() && self.is_spent()
    }

    /// Whether it is spent of the general public budget.
    pub fn is_general(&self) -> bool {
        self.fund == Fund::GeneralPublic && self.is_spent()
    }

    /// Its code by the government's economic classification.
    pub fn government(&self) -> &'static str {
        if self.unit == 0 { self.item.government.0 } else { self.item.government.1 }
    }
}

/// A project as it is.
#[derive(Debug, Clone)]
pub struct Project {
    pub name: String,
    pub unit: usize,
    /// Whether it is of other running costs (其他运转类).
    pub running: bool,
}

/// Both years.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    pub units: usize,
    pub projects: Vec<Project>,
}

/// Which entries are summed.
pub type Pick<'a> = &'a dyn Fn(&Entry) -> bool;

impl Ledger {
    /// The fen of the entries that fit.
    pub fn sum(&self, year: Year, of: impl Fn(&Entry) -> bool) -> i128 {
        self.entries.iter().filter(|entry| of(entry)).map(|entry| i128::from(entry.fen[year as usize])).sum()
    }

    /// Whether there is such money at all.
    pub fn any(&self, of: impl Fn(&Entry) -> bool) -> bool {
        self.entries.iter().any(of)
    }

    /// The codes by function of every level of the entries that fit, parents first.
    pub fn functions(&self, of: impl Fn(&Entry) -> bool) -> Vec<&'static str> {
        let levels = |entry: &Entry| [&entry.function[..3], &entry.function[..5], entry.function];
        let mut codes: Vec<_> = self.entries.iter().filter(|entry| of(entry)).flat_map(levels).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}
