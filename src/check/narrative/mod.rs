//! The text against the tables, and against itself: amounts, shares, changes, rates, counts, parts, names.

mod amounts;
mod changes;
mod counts;
mod income;
mod names;
mod parts;
mod printed;
mod scope;
mod shares;
mod subjects;

use super::between::Money;
use super::ties::Ties;
use crate::budget::{Coordinates, Fund, Place, Role, Stated, Statement, plain};
use printed::Printed;

/// What the rules of the text ask of the tables.
struct Text {
    /// Whose money it is.
    money: Money,
    /// The amounts that the tables print of money as a whole.
    printed: Vec<Printed>,
    /// What the tables' items are called, each with its amount; by name.
    names: Vec<(String, Place)>,
}

impl Text {
    fn new(ties: &Ties, money: Money) -> Self {
        let items = ties.sheets.iter().flat_map(|sheet| {
            let items = sheet.table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item);
            items.filter_map(|(i, line)| Some((plain(&line.name), sheet.main(i)?)))
        });
        let mut names: Vec<_> = items.collect();
        names.sort();
        Text { money, printed: printed::printed(ties), names }
    }

    /// The fund of an amount as its table names it.
    fn fund(&self, way: &[Place]) -> Option<Fund> {
        self.printed.iter().find(|printed| way.first() == Some(&printed.place)).and_then(|printed| printed.of.fund)
    }

    /// Whether two funds are the same money, as all funds are where there is but one.
    fn is_same_fund(&self, one: Option<Fund>, other: Option<Fund>) -> bool {
        let sources = |fund| self.money.sources(&Coordinates { fund, ..Coordinates::default() });
        // Funds of which there is nothing are not the same for that.
        one == other || (sources(one) == sources(other) && sources(one) != 0)
    }
}

/// Every tie of the narrative.
pub fn check(ties: &mut Ties, money: Money) {
    let text = &Text::new(ties, money);
    amounts::check(ties, text);
    shares::check(ties, text);
    changes::check(ties, text);
    parts::check(ties, text);
    income::check(ties);
    counts::check(ties);
    names::check(ties);
}

/// The statements of both lists, each with where it stands.
fn statements<'b>(ties: &Ties<'b>) -> impl Iterator<Item = (Stated, usize, &'b Statement)> + use<'b> {
    let budget = ties.budget;
    let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
    lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(i, statement)| (list, i, statement)))
}
