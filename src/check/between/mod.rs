//! Between tables: what two of them print of the same money. By kind, code and column, never by position.

mod economic;
mod funds;
mod functions;
mod projects;

use super::finding::Why;
use super::rule::Rule;
use super::sheet::{GENERAL_PUBLIC, INCOME, is_additive};
use super::ties::Ties;
use super::within::across::total_includes_carry_over;
use crate::budget::Place;
use crate::budget::{Column, Kind, Role, Side, column};

/// Every tie between tables.
pub fn check(ties: &mut Ties, money: Money) {
    funds::check(ties, money);
    functions::check(ties, money);
    economic::check(ties, money);
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
    /// As the document's tables of income say.
    pub fn of(ties: &Ties) -> Self {
        let some = |place: &Place| ties.is_something(*place);
        let any = |kind, key: &str, column: &str| ties.cells(kind, key, column).iter().any(some);
        let funds: Vec<Fund> = by_line(ties).into_iter().chain(by_column(ties)).collect();
        let has = |fund| funds.contains(&fund);
        let whose = match () {
            () if ties.sheet(Kind::Balance).is_none() && ties.sheet(Kind::Income).is_none() => Whose::Unknown,
            () if has(Fund::Other) => Whose::Mixed,
            () if has(Fund::Fiscal) => Whose::Fiscal,
            () => Whose::Public,
        };
        let balances = [Kind::Balance, Kind::Appropriation];
        let carried_projects = ties.total(Kind::CarriedProjects, None, column::TOTAL);
        Money {
            whose,
            carried: has(Fund::Carried)
                || any(Kind::Appropriation, "appropriation-carry-over", INCOME)
                || carried_projects.iter().any(some),
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

    /// Whether some of it is of another year: then an amount may be meant with it or without.
    pub fn of_another_year(self) -> Option<Why> {
        match self {
            Money { whose: Whose::Unknown, .. } => Some(Why::NoTable(Kind::Balance)),
            _ => (self.carried || self.left).then_some(Why::OtherFunds),
        }
    }

    /// Whether all money is the treasury's, what is carried over included.
    pub fn only_fiscal(self, ties: &Ties) -> Result<(), Why> {
        let carried = ties.cells(Kind::Balance, column::CARRY_OVER, INCOME);
        let fiscal = ties.cells(Kind::Appropriation, "appropriation-carry-over", INCOME);
        match self.whose {
            Whose::Unknown => Err(Why::NoTable(Kind::Balance)),
            Whose::Public | Whose::Fiscal if !self.carried || ties.fits(&carried, &fiscal) => Ok(()),
            _ => Err(Why::OtherFunds),
        }
    }
}

/// What money a line or column of income is, as far as that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fund {
    Public,
    Fiscal,
    Other,
    Carried,
}

impl Fund {
    /// By the word that the format has for it, or else by its printed name.
    fn of(id: &str, name: &str) -> Fund {
        let called = |words: &str| name.contains(words);
        match id {
            GENERAL_PUBLIC => Fund::Public,
            "government-fund" | "state-capital" => Fund::Fiscal,
            "fiscal-account" | "own-funds" => Fund::Other,
            _ if id == column::CARRY_OVER || called("结转") => Fund::Carried,
            _ if called("一般公共预算") => Fund::Public,
            // Of any of the treasury's funds.
            _ if called("财政拨款") => Fund::Fiscal,
            _ if called("政府性基金") || called("国有资本") => Fund::Fiscal,
            _ => Fund::Other,
        }
    }
}

/// The funds that lines of the balances' income sides print something of.
fn by_line(ties: &Ties) -> Vec<Fund> {
    let mut funds = Vec::new();
    for sheet in [Kind::Balance, Kind::Appropriation].iter().filter_map(|kind| ties.sheet(*kind)) {
        let columns: Vec<_> = sheet.columns(RECEIVED).filter(|(_, column)| is_of_this_year(column)).collect();
        let lines = sheet.table.lines.iter().enumerate();
        for (i, line) in lines.filter(|(_, line)| line.side == RECEIVED && line.role == Role::Item) {
            if columns.iter().any(|(c, _)| ties.is_something(Place::Cell(sheet.index, i, *c))) {
                funds.push(Fund::of(line.subject().unwrap_or(""), &line.name));
            }
        }
    }
    funds
}

/// The funds that columns of the income table's total line print something of.
fn by_column(ties: &Ties) -> Vec<Fund> {
    let Some((sheet, total)) = ties.sheet(Kind::Income).and_then(|sheet| Some((sheet, sheet.total(None)?))) else {
        return Vec::new();
    };
    let columns = sheet.columns(None).filter(|(_, column)| column.id != column::TOTAL && is_of_this_year(column));
    let printed = columns.filter(|(c, _)| ties.is_something(Place::Cell(sheet.index, total, *c)));
    printed.map(|(_, column)| Fund::of(&column.id, &column.name)).collect()
}

/// Whether a column is of money of this year, and not of last year's budget.
fn is_of_this_year(column: &Column) -> bool {
    is_additive(column)
        && column.id != column::LAST_YEAR
        && !(column.name.contains("上年") && column.name.contains("预算"))
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
