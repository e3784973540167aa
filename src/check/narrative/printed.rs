//! The amounts that tables print of totals, funds, parts and expenses, found by their coordinates: the text speaks of
//! these, and each template prints them in another table, as a line or as a column.

use crate::budget::{Coordinates, Expense, Fund, Kind, Origin, Place, Role, Side};
use crate::check::checker::Checker;
use crate::check::indexed_table::{IndexedTable, is_code};

/// An amount of a total line, or of a line that is itself a fund, a part or an expense.
#[derive(Debug, Clone, Copy)]
pub struct Printed {
    /// The cell of the amount.
    pub place: Place,
    /// The indices of its table, line and column.
    pub at: (usize, usize, usize),
    /// What the amount is about.
    pub of: Coordinates,
    /// The kind of its table.
    pub kind: Option<Kind>,
    /// Whether the amount is income or expenditure.
    pub side: Option<Side>,
}

/// All such amounts of a document, in printed order; those of tables of unknown kind come last.
pub fn printed(checker: &Checker) -> Vec<Printed> {
    let (known, other): (Vec<_>, Vec<_>) =
        checker.indexed_tables.iter().partition(|indexed| !matches!(indexed.table.kind, None | Some(Kind::Other)));
    let other = other.into_iter().filter(|indexed| is_of_all(&indexed.table.title));
    known.into_iter().chain(other).flat_map(|indexed| of_sheet(indexed, checker.budget.document.year)).collect()
}

/// Whether a table of unknown kind is of all income or expenditure of its money, and not of what is bought or hired.
fn is_of_all(title: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    has(&["收入", "支出", "收支"]) && !has(&["采购", "购买", "三公", "机关运行", "绩效", "项目", "转移支付", "补助"])
}

fn of_sheet(indexed: &IndexedTable, year: u16) -> Vec<Printed> {
    let table = indexed.table;
    let of_table = table.coordinates(year).fund;
    let totals = [None, Some(Side::Income), Some(Side::Expenditure)].map(|side| indexed.total(side));
    let is_told = indexed.lines.iter().any(|about| about.origin == Some(Origin::Carried));
    let mut found = Vec::new();
    for (l, line) in table.lines.iter().enumerate() {
        let mut own = indexed.lines[l];
        let is_total = totals.contains(&Some(l)) || table.lines.len() == 1;
        // An economic item names no fund or part, and is not all that its table is of.
        let is_item = indexed.is(Kind::BasicEconomic) && line.role == Role::Item;
        let is_keyed = !is_item && line.key.as_deref().is_some_and(|key| !is_code(key));
        if !is_total && !is_keyed && own == Coordinates::default() {
            continue;
        }
        // Where money carried over is printed as well, the funds are of this year.
        if is_told && line.role == Role::Item && own.fund.is_some() && own.origin.is_none() {
            own.origin = Some(Origin::Current);
        }
        if is_total && own.expense.is_none() {
            own.expense = of_total(indexed);
        }
        for (c, column) in table.columns.iter().enumerate() {
            let of_side = line.side.is_none() || column.side.is_none() || column.side == line.side;
            let of_block = line.block.is_none() || column.block.is_none() || column.block == line.block;
            if !column.text && of_side && of_block && !indexed.columns[c].of_which {
                let of = own.or(indexed.columns[c]).or(indexed.about);
                let of = Coordinates { expense: indexed.columns[c].expense.or(of.expense), ..of };
                let of = Coordinates { fund: of.fund.or(of_table), ..of };
                // A table of one fund may have columns for others, which stay empty.
                if of_table.is_some_and(|fund| of.fund.is_some_and(|own| !is_within(own, fund))) {
                    continue;
                }
                let side = line.side.or_else(|| flow(indexed));
                found.push(Printed {
                    place: Place::Cell(indexed.index, l, c),
                    at: (indexed.index, l, c),
                    of,
                    kind: table.kind,
                    side,
                });
            }
        }
    }
    found
}

/// Whether one of two funds is the same as the other, or a part of it.
fn is_within(own: Fund, fund: Fund) -> bool {
    own == fund || own.parent() == Some(fund) || fund.parent() == Some(own)
}

/// The expense that the total line of a table of expenses adds up; `None` where meetings or agency operating funds
/// stand beside the three public expenses.
fn of_total(indexed: &IndexedTable) -> Option<Expense> {
    const OTHERS: [Expense; 4] = [Expense::Meetings, Expense::Training, Expense::ThreePublic, Expense::AgencyOperating];
    match indexed.table.kind {
        Some(Kind::AgencyOperating) => Some(Expense::AgencyOperating),
        Some(Kind::ThreePublic) => {
            let is_other = |about: &Coordinates| about.expense.is_some_and(|expense| OTHERS.contains(&expense));
            let is_mixed = indexed.lines.iter().chain(&indexed.columns).any(is_other);
            (!is_mixed).then_some(Expense::ThreePublic)
        }
        _ => None,
    }
}

/// Whether a whole table is of income or of expenditure.
fn flow(indexed: &IndexedTable) -> Option<Side> {
    match (indexed.table.flow.as_deref(), indexed.table.kind) {
        (Some("income"), _) | (None, Some(Kind::Income | Kind::FundIncome)) => Some(Side::Income),
        (None, Some(Kind::Balance | Kind::Appropriation | Kind::StateCapital)) => None,
        (None, Some(Kind::Other) | None) if !indexed.table.title.contains("支出") => None,
        _ => Some(Side::Expenditure),
    }
}

impl Printed {
    /// Whether the amount is all of some money of this year's budget, with what is carried over or without.
    pub fn is_plain(&self) -> bool {
        self.of.is_money_of_this_year()
            && self.of.is_plain()
            && !matches!(self.of.origin, Some(Origin::Carried | Origin::Left))
    }

    /// Whether the amount is all that is carried over of some money.
    pub fn is_carried(&self) -> bool {
        self.of.is_money_of_this_year() && self.of.is_plain() && self.of.origin == Some(Origin::Carried)
    }
}

/// The amounts side by side in one line, or one below the other in one column: the cells of each such row add up to
/// something.
pub fn rows<'p>(parts: impl Iterator<Item = &'p Printed>) -> Vec<Vec<Place>> {
    let mut sums: Vec<Vec<&Printed>> = Vec::new();
    for part in parts {
        let is_in_row = |other: &Printed| other.at.0 == part.at.0 && other.at.1 == part.at.1;
        let is_in_column = |other: &Printed| other.at.0 == part.at.0 && other.at.2 == part.at.2;
        let fits = |sum: &&mut Vec<&Printed>| {
            sum.iter().all(|other| is_in_row(other)) || sum.iter().all(|other| is_in_column(other))
        };
        match sums.iter_mut().find(fits) {
            Some(sum) => sum.push(part),
            None => sums.push(vec![part]),
        }
    }
    sums.into_iter().map(|sum| sum.into_iter().map(|part| part.place).collect()).collect()
}

/// The rows of several cells: a single part need not be all.
pub fn sums<'p>(parts: impl Iterator<Item = &'p Printed>) -> Vec<Vec<Place>> {
    rows(parts).into_iter().filter(|row| row.len() > 1).collect()
}
