//! What differs from province to province: which tables, which columns, which unit, where the totals stand.

use super::print::Print;

/// How one table is printed.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub print: Print,
    /// Whether the totals stand above what they sum up.
    pub totals_first: bool,
    /// Whether codes are printed; where not, there are levels.
    pub codes: bool,
    /// How long the codes of the levels are that it prints.
    pub lengths: &'static [usize],
}

/// The columns of income by function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncomeColumns {
    /// The total is this year's income; what was carried over stands beside it.
    Beside,
    /// The total holds what was carried over, too.
    Within,
    /// What the treasury appropriates has a subtotal of its own.
    Fiscal,
    /// This year's income has a subtotal of its own.
    Subtotal,
}

/// The columns of expenditure by function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpendingColumns {
    Plain,
    /// Basic expenditure is divided into staff and operating.
    Divided,
    /// Last year's budget and the change on it stand beside.
    LastYear,
    /// Divided a second time, by fund.
    Funds,
    /// Nothing but the total.
    Total,
}

/// A template.
#[derive(Debug, Clone)]
pub struct Template {
    /// Which of the tables it has, and how each is printed.
    pub tables: Vec<(bool, Style)>,
    pub income: IncomeColumns,
    pub spending: SpendingColumns,
    /// Whether tables are printed once a subordinate unit, with a subtotal each.
    pub by_unit: bool,
    /// Whether the tables of one fund hold what was carried over.
    pub fund_tables_carried: bool,
    /// Whether the project table holds what was carried over, too.
    pub projects_carried: bool,
    /// Whether the project table prints the projects' functions.
    pub projects_coded: bool,
    /// Whether the balances divide expenditure into this year's and carried over.
    pub balance_divided: bool,
    /// Whether classes without money are printed, too.
    pub all_classes: bool,
    /// Whether the three public expenses are columns, not lines.
    pub three_public_columns: bool,
    /// Whether economic items have keys where no codes are printed.
    pub item_keys: bool,
    /// Whether the department's form names what was carried over apart from the funds.
    pub form_carried_apart: bool,
    /// How the narrative prints amounts, and the places of its shares.
    pub text: Print,
    pub shares: u32,
    /// Which statements the narrative makes, by their place.
    pub statements: Vec<bool>,
}
