//! Ranks the format's ids by how well they fit what is printed above a column.

use crate::budget::{Coordinates, Expense, Fund, Kind, Origin, Table};

/// What the id of a column has to say.
pub struct Wanted {
    /// What its heading and those above it say.
    pub about: Coordinates,
    /// What the id must say of it: the rest is said by the headings above.
    pub needed: Coordinates,
    /// Whether the column is about all the money of its table.
    pub is_of_whole: bool,
}

impl Wanted {
    /// How well an id fits, less is better; `None` where it says anything else.
    pub fn rank(&self, known: &Coordinates) -> Option<usize> {
        fn fits<T: PartialEq + Copy>(known: Option<T>, about: Option<T>, needed: Option<T>) -> bool {
            known.is_none() && needed.is_none() || known.is_some() && known == about
        }
        let (about, needed) = (&self.about, &self.needed);
        let phase = Some(about.time.phase).filter(|_| about.time.before == 0).unwrap_or(needed.time.phase);
        let is_right = known.quantity == about.quantity
            && known.time.before == about.time.before
            && fits(known.time.phase, about.time.phase, phase)
            && fits(known.fund, about.fund, needed.fund)
            && fits(known.part, about.part, needed.part)
            && fits(known.origin, about.origin, needed.origin)
            && fits(known.expense, about.expense, needed.expense);
        let said = [known.fund.is_some(), known.part.is_some(), known.origin.is_some(), known.expense.is_some()];
        // Of an expense paid from a fund, the expense says more.
        let said = said.iter().filter(|said| **said).count() * 4 + usize::from(known.expense.is_some()) * 2;
        let is_silent = usize::from(known.time.phase != about.time.phase);
        is_right.then_some(if self.is_of_whole { said } else { 20 - said } + is_silent)
    }
}

/// What a heading says that its table does not say of all its columns.
pub fn needed(own: Coordinates, table: &Table, year: u16) -> Coordinates {
    let whole = table.coordinates(year);
    // What the three public expenses are paid from is always appropriated.
    let is_expense = own.expense.is_some() && own.fund == Some(Fund::Appropriation);
    let expense = Some(Expense::AgencyOperating).filter(|_| table.kind == Some(Kind::AgencyOperating));
    Coordinates {
        expense: own.expense.filter(|_| own.expense != expense),
        fund: own.fund.filter(|_| own.fund != whole.fund && !is_expense),
        part: own.part.filter(|_| own.part != whole.part),
        origin: own.origin.filter(|_| own.origin != whole.origin),
        ..own
    }
}

/// Whether a column is about all the money of its table. Last year's money stands beside this year's, and is none of
/// its parts.
pub fn is_of_whole(about: Coordinates, table: &Table, year: u16) -> bool {
    let rest = needed(about, table, year);
    let is_current = rest.origin.is_none_or(|origin| origin == Origin::Current);
    rest.fund.is_none() && rest.part.is_none() && rest.expense.is_none() && is_current
}
