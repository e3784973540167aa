//! The place where a number is printed, which identifies it everywhere, from the file to a link on the page. Addresses
//! and names are derived from it.

use std::ptr;

use super::cost::cost;
use super::{Budget, Cells, LEVELS, Quantity, Stated};
use crate::money::{Amount, Unit};

/// The place of a printed number, or of what a finding is about: indices into the lists of one [`Budget`], counted from
/// 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An official table as a whole.
    Table(usize),
    /// A line of an official table.
    Line(usize, usize),
    /// A cell: table, line, column.
    Cell(usize, usize, usize),
    /// A number of a statement, of [`Stated::Narrative`] or [`Stated::Procurement`].
    Statement(Stated, usize, Field),
    /// A count, of [`Stated::Staff`] or [`Stated::Assets`].
    Count(Stated, usize),
    /// A fund of the department's performance form, counting its sources and then its uses.
    DepartmentFund(usize),
    /// A project.
    Project(usize),
    /// A fund of a project's form: project, term, one of [`LEVELS`].
    Fund(usize, FormTerm, usize),
    /// The target of an indicator of a project's form: project, indicator, term.
    Target(usize, usize, FormTerm),
    /// The goal of a project's form.
    Goal(usize, FormTerm),
    /// A place in another document that is open together with the budget: the index in [`Others::at`].
    ///
    /// [`Others::at`]: super::Others::at
    Other(usize),
}

listed! {
    /// The fields of a statement that hold a number.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Field {
        /// The amount.
        Amount,
        /// The share, in percent.
        Share,
        /// The change on last year.
        Change,
        /// The rate of change, in percent.
        Rate,
        /// The number of things.
        Count,
        /// The earlier amount that the amount is compared with.
        LastYear,
    }
}

impl Field {
    /// The field's name in addresses, in Chinese and in English.
    pub const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Field::Amount => ("amount", "金额", "amount"),
            Field::Share => ("share", "占比", "share"),
            Field::Change => ("change", "比上年增减", "change"),
            Field::Rate => ("rate", "增减百分比", "rate of change"),
            Field::Count => ("count", "个数", "number"),
            Field::LastYear => ("last-year", "上年数", "last year’s amount"),
        }
    }
}

listed! {
    /// The period that a form's funds, targets and goals are for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum FormTerm {
        /// The project's whole term.
        Period,
        /// This year.
        Annual,
    }
}

/// What a printed number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Money in this unit.
    Money(Unit),
    /// Hundredths of a whole.
    Percent,
    /// People or things.
    Pieces,
}

impl Measure {
    /// The unit in which numbers of this measure are converted to millionths: yuan also stand for percents and pieces.
    pub const fn unit(self) -> Unit {
        match self {
            Measure::Money(unit) => unit,
            Measure::Percent | Measure::Pieces => Unit::Yuan,
        }
    }
}

impl Quantity {
    /// What numbers of this kind measure, in a table with this unit.
    pub const fn measure(self, unit: Unit) -> Measure {
        match self {
            Quantity::Amount | Quantity::Change => Measure::Money(unit),
            Quantity::Rate | Quantity::Share => Measure::Percent,
            Quantity::Count => Measure::Pieces,
        }
    }
}

impl Stated {
    /// The place of the item with this index in the list, counted from 0; [`Place::item`] is the inverse.
    pub const fn place(self, i: usize) -> Place {
        match self {
            Stated::Narrative | Stated::Procurement => Place::Statement(self, i, Field::Amount),
            Stated::Staff | Stated::Assets => Place::Count(self, i),
            Stated::Form => Place::DepartmentFund(i),
            Stated::Forms => Place::Project(i),
        }
    }
}

impl Place {
    /// The official table that the place is in, if it is in one.
    pub const fn table(self) -> Option<usize> {
        match self {
            Place::Table(table) | Place::Line(table, _) | Place::Cell(table, ..) => Some(table),
            _ => None,
        }
    }

    /// The list that the place is in, if it is outside the official tables.
    pub const fn list(self) -> Option<Stated> {
        match self {
            Place::Table(_) | Place::Line(..) | Place::Cell(..) | Place::Other(_) => None,
            Place::Statement(list, ..) | Place::Count(list, _) => Some(list),
            Place::DepartmentFund(_) => Some(Stated::Form),
            Place::Project(_) | Place::Fund(..) | Place::Target(..) | Place::Goal(..) => Some(Stated::Forms),
        }
    }

    /// The list outside the official tables that the place is in, and the index of its item there, counted from 0; the
    /// form of the whole department is one item.
    pub fn item(self) -> Option<(Stated, usize)> {
        let i = match self {
            Place::Statement(_, i, _) | Place::Count(_, i) => i,
            _ => self.project().unwrap_or(0),
        };
        Some((self.list()?, i))
    }

    /// The project that the place belongs to, if any.
    pub const fn project(self) -> Option<usize> {
        match self {
            Place::Project(i) | Place::Fund(i, ..) | Place::Target(i, ..) | Place::Goal(i, _) => Some(i),
            _ => None,
        }
    }

    /// The number that is printed at the place; `None` for a blank cell, and where no single number stands.
    pub fn printed(self, budget: &Budget) -> Option<(Amount, Measure)> {
        let money = |amount: Option<Amount>, unit| amount.map(|amount| (amount, Measure::Money(unit)));
        match self {
            Place::Cell(t, l, c) => {
                let table = budget.tables.get(t)?;
                let column = table.columns.get(c)?;
                let amount = table.lines.get(l)?.amounts.get(&column.id)?;
                Some((amount, column.quantity().measure(table.unit)))
            }
            Place::Statement(list, i, field) => {
                let all = if list == Stated::Procurement { &budget.procurement } else { &budget.statements };
                let statement = all.get(i)?;
                let unit = statement.unit.unwrap_or(budget.document.unit);
                let percent = |percent: Option<Amount>| Some((percent?, Measure::Percent));
                match field {
                    Field::Amount => money(statement.amount, unit),
                    Field::Change => money(statement.change, unit),
                    Field::LastYear => money(statement.last_year, unit),
                    Field::Share => percent(statement.share),
                    Field::Rate => percent(statement.rate),
                    Field::Count => Some((whole(statement.count? as usize)?, Measure::Pieces)),
                }
            }
            Place::Count(list, i) => {
                let all = if list == Stated::Assets { &budget.assets } else { &budget.staff };
                Some((all.get(i)?.value, Measure::Pieces))
            }
            Place::DepartmentFund(i) => {
                let form = budget.performance.as_ref()?;
                money(form.fund(i)?.1, form.unit)
            }
            Place::Fund(project, term, level) => {
                let form = budget.projects.get(project)?.form.as_ref()?;
                let funds: &Cells = if term == FormTerm::Annual { &form.annual } else { &form.period };
                money(funds.get(LEVELS.get(level)?.0), form.unit)
            }
            Place::Target(project, indicator, term) => {
                let form = budget.projects.get(project)?.form.as_ref()?;
                let indicator = form.indicators.get(indicator)?;
                let target = if term == FormTerm::Annual { &indicator.annual } else { &indicator.period };
                let (amount, unit) = cost(target.as_deref()?)?;
                money(Some(amount), unit)
            }
            Place::Other(i) => {
                let (budget, place) = budget.others.get()?.at(i)?;
                place.printed(budget)
            }
            Place::Table(_) | Place::Line(..) | Place::Project(_) | Place::Goal(..) => None,
        }
    }
}

/// The index of `one` in `all`, by its address in memory and not by equality.
pub fn index_in<T>(all: &[T], one: &T) -> Option<usize> {
    let distance = ptr::from_ref(one).addr().checked_sub(all.as_ptr().addr())?;
    let index = distance.checked_div(size_of::<T>())?;
    all.get(index).filter(|own| ptr::eq(*own, one)).map(|_| index)
}

/// A number of things as an amount.
pub fn whole(count: usize) -> Option<Amount> {
    Amount::of_millionths(i128::try_from(count).ok()?.checked_mul(1_000_000)?, Unit::Yuan, 0)
}
