//! Cross-checks of the text with the tables and with itself: amounts, shares, changes, rates, counts, parts, names.

mod amounts;
mod bounds;
mod changes;
mod counts;
mod income;
mod names;
mod parts;
mod printed;
mod restated;
mod same_section;
mod scope;
mod shares;
mod subjects;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::between::Money;
use super::checker::Checker;
use crate::budget::{Coordinates, Fund, Place, Role, Stated, Statement, plain};
use crate::money::sort_by;
use printed::Printed;
use restated::BySubject;
use scope::Wholes;

/// The ways to compute an amount from the tables, each as the cells that add up to it, the likeliest first.
type Ways = Rc<[Vec<Place>]>;

/// The tables as the rules of the text look them up.
struct Text<'b> {
    /// The sources of the document's money.
    money: Money,
    /// The amounts that the tables print of totals, funds, parts and expenses.
    printed: Vec<Printed>,
    /// For each table, the range of its amounts in `printed`.
    of_tables: Vec<Range<usize>>,
    /// The names of the tables' items, each with the place of its amount, sorted by name; made when first needed, as it
    /// rarely is.
    names: OnceCell<Vec<(Cow<'b, str>, Place)>>,
    /// The ways to compute each subject's amount, of one fund or of any: several rules ask for the same ones.
    ways: RefCell<BTreeMap<(&'b str, Option<Fund>), Ways>>,
    /// The totals that each section of the text states, of which other amounts may be parts.
    wholes: Wholes<'b>,
    /// The amounts that the text states of each subject.
    by_subject: BySubject<'b>,
}

impl<'b> Text<'b> {
    fn new(checker: &Checker<'b>, money: Money) -> Self {
        let printed = printed::printed(checker);
        let mut of_tables = vec![0..0; checker.indexed_tables.len()];
        for (i, printed) in printed.iter().enumerate() {
            let own: &mut Range<usize> = &mut of_tables[printed.at.0];
            *own = if own.end == 0 { i } else { own.start }..i + 1;
        }
        let (names, ways) = (OnceCell::new(), RefCell::default());
        let by_subject = restated::by_subject(checker);
        let mut text = Text { money, printed, of_tables, names, ways, wholes: BTreeMap::new(), by_subject };
        text.wholes = scope::wholes(checker, &text);
        text
    }

    /// The ways to compute the amount of a subject from the tables; none where no table of the document prints it.
    fn ways(&self, checker: &Checker, subject: &'b str, fund: Option<Fund>) -> Ways {
        if let Some(known) = self.ways.borrow().get(&(subject, fund)) {
            return Rc::clone(known);
        }
        let reckoned: Ways = subjects::amounts(checker, self, subject, fund).into();
        self.ways.borrow_mut().insert((subject, fund), Rc::clone(&reckoned));
        reckoned
    }

    /// The amounts of the items of this name, apart from punctuation.
    fn named(&self, checker: &Checker<'b>, name: &str) -> impl Iterator<Item = Place> {
        let name = plain(name);
        let names = self.names.get_or_init(|| {
            let items = checker.indexed_tables.iter().flat_map(|indexed| {
                let items = indexed.table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Item);
                items.filter_map(|(i, line)| Some((plain(&line.name), indexed.main(i)?)))
            });
            let mut names: Vec<_> = items.collect();
            sort_by(&mut names, Ord::cmp);
            names
        });
        let from = names.partition_point(|(other, _)| *other < name);
        let alike = names[from..].iter().take_while(move |(other, _)| *other == name && !name.is_empty());
        alike.map(|(_, place)| *place)
    }

    /// The amount that a cell prints of a total, a fund, a part or an expense.
    fn printed_at(&self, place: Place) -> Option<&Printed> {
        let Place::Cell(table, line, column) = place else { return None };
        let own = &self.printed[self.of_tables.get(table)?.clone()];
        own.binary_search_by_key(&(table, line, column), |printed| printed.at).ok().map(|i| &own[i])
    }

    /// The fund of an amount as its table names it.
    fn fund(&self, way: &[Place]) -> Option<Fund> {
        self.printed_at(*way.first()?).and_then(|printed| printed.of.fund)
    }

    /// Whether two funds are the same money, as all funds are where only one has any.
    fn is_same_fund(&self, one: Option<Fund>, other: Option<Fund>) -> bool {
        let sources = |fund| self.money.sources(&Coordinates { fund, ..Coordinates::default() });
        // Two funds without money are not the same for that reason.
        one == other || (sources(one) == sources(other) && sources(one) != 0)
    }
}

/// Applies every rule about the narrative.
#[inline(never)]
pub fn check<'b>(checker: &mut Checker<'b>, money: Money) {
    let text: &Text<'b> = &Text::new(checker, money);
    amounts::check(checker, text);
    shares::check(checker, text);
    changes::check(checker, text);
    parts::check(checker, text);
    income::check(checker);
    counts::check(checker);
    names::check(checker);
}

/// The statements of both lists, each with its list and its index.
fn statements<'b>(checker: &Checker<'b>) -> impl Iterator<Item = (Stated, usize, &'b Statement)> + use<'b> {
    let budget = checker.budget;
    let lists = [(Stated::Narrative, &budget.statements), (Stated::Procurement, &budget.procurement)];
    lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(i, statement)| (list, i, statement)))
}
