//! A department's year as it really is, to the fen. Every number that a truthful document prints is a sum of these
//! entries, rounded.

use super::classification::{Fund, Item};

/// One payment: who spends it, on what, from which money.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The subordinate unit, counted from 0.
    pub unit: usize,
    /// The code of its function, seven digits.
    pub function: &'static str,
    /// What is bought or paid.
    pub item: Item,
    pub fund: Fund,
    /// Whether it is paid from what last year left over.
    pub carried: bool,
    pub spend: Spend,
    /// This year's fen, and last year's.
    pub fen: i64,
    pub last: i64,
    /// Which part of procurement it is, if it is.
    pub bought: Option<usize>,
}

/// What kind of expenditure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spend {
    /// Basic expenditure.
    Basic,
    /// A project, by its place in [`Ledger::projects`].
    Project(usize),
    /// Expenditure that the format has no word for (经营支出).
    Operations,
    /// What is left for next year (年终结转).
    Kept,
}

impl Entry {
    pub fn is_project(&self) -> bool {
        matches!(self.spend, Spend::Project(_))
    }

    pub fn is_basic(&self) -> bool {
        self.spend == Spend::Basic
    }
}

/// A project as it is.
#[derive(Debug, Clone)]
pub struct Project {
    pub name: String,
    /// Whether it is of other running costs (其他运转类).
    pub running: bool,
    /// Whether its form is published, and what the project costs in the years after this one.
    pub form: Option<i64>,
    /// How its cost indicators are written.
    pub cost: usize,
}

/// The whole year.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    pub units: usize,
    pub projects: Vec<Project>,
}

/// What is summed of an entry.
pub type Pick<'a> = &'a dyn Fn(&Entry) -> bool;

impl Ledger {
    /// This year's fen of the entries that fit.
    pub fn sum(&self, of: impl Fn(&Entry) -> bool) -> i128 {
        self.entries.iter().filter(|entry| of(entry)).map(|entry| i128::from(entry.fen)).sum()
    }

    /// Last year's.
    pub fn last(&self, of: impl Fn(&Entry) -> bool) -> i128 {
        self.entries.iter().filter(|entry| of(entry)).map(|entry| i128::from(entry.last)).sum()
    }

    /// The function that a project serves, if it is one.
    pub fn function_of(&self, project: usize) -> Option<&'static str> {
        let mut own = self.entries.iter().filter(|entry| entry.spend == Spend::Project(project));
        let first = own.next()?.function;
        own.all(|entry| entry.function == first).then_some(first)
    }

    /// The codes of every level of the entries that fit, parents first.
    pub fn codes(&self, of: impl Fn(&Entry) -> bool) -> Vec<&'static str> {
        let levels = |entry: &Entry| [&entry.function[..3], &entry.function[..5], entry.function];
        let mut codes: Vec<_> = self.entries.iter().filter(|entry| of(entry)).flat_map(levels).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}
