//! What differs from province to province: which tables, which columns, which unit, where the totals stand.

use budget_lens::money::Unit;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::TABLES;
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
#[allow(clippy::struct_excessive_bools)] // what a province decides is mostly one way or the other
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

fn style() -> impl Strategy<Value = Style> {
    let unit = prop_oneof![
        8 => Just((Unit::Wan, 2)),
        1 => Just((Unit::Yuan, 0)),
        1 => Just((Unit::Yuan, 2)),
        1 => Just((Unit::Thousand, 2)),
        1 => Just((Unit::Wan, 4)),
        1 => Just((Unit::Wan, 0)),
        1 => Just((Unit::Yi, 4)),
    ];
    let rarely = || prop::bool::weighted(0.2);
    let all: &[usize] = &[3, 5, 7];
    let lengths = select(vec![all, all, all, &[3, 7], &[7], &[3, 5], &[3]]);
    (unit, rarely(), rarely(), rarely(), rarely(), lengths).prop_map(
        |((unit, places), short, zeros, last, levels, lengths)| Style {
            print: Print { unit, places, short, zeros },
            totals_first: !last,
            codes: !levels,
            lengths,
        },
    )
}

/// Random templates.
pub fn template() -> impl Strategy<Value = Template> {
    use IncomeColumns::{Beside, Fiscal, Subtotal, Within};
    use SpendingColumns::{Divided, Funds, LastYear, Plain, Total};
    let flags = vec(any::<bool>(), 9);
    let text =
        (select(vec![(Unit::Wan, 2), (Unit::Wan, 2), (Unit::Wan, 0), (Unit::Yi, 2), (Unit::Yuan, 2)]), any::<bool>());
    let all = vec(style().prop_map(|style| (true, style)), TABLES);
    let some = vec((any::<bool>(), style()), TABLES);
    (
        prop_oneof![all, some],
        select(vec![Beside, Within, Fiscal, Subtotal]),
        select(vec![Plain, Plain, Divided, LastYear, Funds, Total]),
        flags,
        text,
        0..3_u32,
        vec(prop::bool::weighted(0.8), 60),
    )
        .prop_map(|(tables, income, spending, flags, ((unit, places), short), shares, statements)| Template {
            tables,
            income,
            spending,
            by_unit: flags[0],
            fund_tables_carried: flags[1],
            projects_carried: flags[2],
            balance_divided: flags[3],
            all_classes: flags[4],
            three_public_columns: flags[5],
            item_keys: flags[6],
            form_carried_apart: flags[7],
            projects_coded: flags[8],
            text: Print { unit, places, short, zeros: true },
            shares,
            statements,
        })
}
