//! Between tables: what two of them print of the same money. By kind, code and column, never by position.

mod economic;
mod funds;
mod functions;
mod projects;

use super::finding::Why;
use super::place::Place;
use super::rule::Rule;
use super::sheet::{FUNDS, GENERAL_PUBLIC, INCOME};
use super::ties::Ties;
use super::within::across::total_includes_carry_over;
use crate::budget::{Kind, Side, column};

/// Every tie between tables.
pub fn check(ties: &mut Ties) {
    let money = Money::of(ties);
    funds::check(ties);
    functions::check(ties, money);
    economic::check(ties);
    projects::check(ties, money);
}

/// What money the document is about.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    /// Whose it is.
    whose: Whose,
    /// Whether something is carried over from last year.
    carried: bool,
    /// Whether something is left for next year.
    left: bool,
}

/// Whose the money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// No table says it.
    Unknown,
    /// All of the general public budget.
    Public,
    /// All of the treasury's, in several of its funds.
    Fiscal,
    /// Some of other funds.
    Mixed,
}

impl Money {
    fn of(ties: &Ties) -> Self {
        let some = |place: &Place| ties.is_something(*place);
        let fund = |id: &&str| {
            let lines = [Kind::Balance, Kind::Appropriation].map(|kind| ties.cells(kind, id, INCOME)).concat();
            let total = ties.total(Kind::Income, None, id);
            lines.iter().chain(&total).any(some)
        };
        let whose = match () {
            () if ties.sheet(Kind::Balance).is_none() && ties.sheet(Kind::Income).is_none() => Whose::Unknown,
            () if FUNDS[3..].iter().any(fund) => Whose::Mixed,
            () if FUNDS[1..].iter().any(fund) => Whose::Fiscal,
            () => Whose::Public,
        };
        let any = |kind, key: &str, column: &str| ties.cells(kind, key, column).iter().any(some);
        let total = ties.total(Kind::Income, None, column::CARRY_OVER);
        let carried_projects = ties.total(Kind::CarriedProjects, None, column::TOTAL);
        let balances = [Kind::Balance, Kind::Appropriation];
        Money {
            whose,
            carried: any(Kind::Balance, column::CARRY_OVER, INCOME)
                || any(Kind::Appropriation, "appropriation-carry-over", INCOME)
                || total.iter().chain(&carried_projects).any(some),
            left: balances.into_iter().any(|kind| any(kind, "year-end-carry-over", column::TOTAL)),
        }
    }

    /// Whether all money is the general public budget's of this year, so that a table of that holds all there is;
    /// otherwise why it need not.
    pub fn only_general_public(self) -> Result<(), Why> {
        match self {
            Money { whose: Whose::Unknown, .. } => Err(Why::NoTable(Kind::Balance)),
            Money { whose: Whose::Public, carried: false, left: false } => Ok(()),
            _ => Err(Why::OtherFunds),
        }
    }

    /// Whether all money is the treasury's.
    pub fn only_fiscal(self) -> Result<(), Why> {
        match self.whose {
            Whose::Unknown => Err(Why::NoTable(Kind::Balance)),
            Whose::Public | Whose::Fiscal => Ok(()),
            Whose::Mixed => Err(Why::OtherFunds),
        }
    }
}

/// The income of a year in the income table's total line: its columns that add up to all there is.
pub fn income_columns(ties: &Ties) -> Vec<&'static str> {
    let sheet = ties.sheet(Kind::Income);
    match sheet.map(|sheet| total_includes_carry_over(ties, sheet)) {
        Some(false) => vec![column::TOTAL, column::CARRY_OVER],
        _ => vec![column::TOTAL],
    }
}

/// Notes a tie that cannot be checked because one of two tables is not there; `true` if both are.
pub fn both(ties: &mut Ties, rule: Rule, one: Kind, other: Kind) -> bool {
    for (there, missing) in [(one, other), (other, one)] {
        if let Some(index) = ties.sheet(there).map(|sheet| sheet.index)
            && ties.sheet(missing).is_none()
        {
            ties.unchecked(rule, &[Place::Table(index)], &[], Why::NoTable(missing));
            return false;
        }
    }
    ties.sheet(one).is_some()
}

/// The expenditure side of a table.
pub const SPENT: Option<Side> = Some(Side::Expenditure);
/// The income side.
pub const RECEIVED: Option<Side> = Some(Side::Income);
/// The fund's key and column id.
pub const PUBLIC: &str = GENERAL_PUBLIC;
