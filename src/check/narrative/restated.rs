//! Cross-checks of stated amounts with each other, where no table prints them: one number is the same wherever it is
//! stated, and expenditure equals income.

use super::statements;
use crate::budget::{Field, Place, Stated, Statement, of_id};
use crate::check::checker::Checker;
use crate::check::rule::Rule;
use crate::money::sort_by;

/// The most statements of one subject that one is compared with: a text of more tells no better.
const MAX: usize = 40;

/// The stated amounts by subject and fund: the list, and the index in it.
pub type BySubject<'b> = Vec<(&'b str, &'b str, Stated, usize)>;

/// The stated amounts of a document, sorted for lookup.
pub fn by_subject<'b>(checker: &Checker<'b>) -> BySubject<'b> {
    let stated = statements(checker).filter(|(.., statement)| statement.amount.is_some());
    let mut all: Vec<_> =
        stated.map(|(list, i, own)| (own.subject.as_str(), own.fund.as_deref().unwrap_or_default(), list, i)).collect();
    sort_by(&mut all, Ord::cmp);
    all
}

/// Cross-checks an amount with the others of its subject. Returns whether there is one to compare it with.
pub fn check(checker: &mut Checker, all: &BySubject, list: Stated, i: usize, statement: &Statement) -> bool {
    let place = |i: usize| [Place::Statement(list, i, Field::Amount)];
    let own = place(i);
    let of = |subject: &str| -> Vec<usize> {
        let key = (subject, statement.fund.as_deref().unwrap_or_default(), list);
        let from = all.partition_point(|(subject, fund, list, _)| (*subject, *fund, *list) < key);
        let alike = all[from..].iter().take_while(|(subject, fund, list, _)| (*subject, *fund, *list) == key);
        alike.map(|(.., other)| *other).filter(|other| *other != i).take(MAX).collect()
    };
    let same = of(&statement.subject);
    let balance = match statement.subject.as_str() {
        "income" => of("expenditure"),
        "expenditure" => of("income"),
        _ => Vec::new(),
    };
    if let Some(other) = same.iter().chain(&balance).find(|other| checker.fits(&own, &place(**other))) {
        // Each pair is recorded once, at the second of the two.
        if *other < i {
            checker.sum(Rule::StatedAmount, &own, &place(*other));
        }
        return true;
    }
    // A list of one item has its amount twice, one below the other. An amount far from it is another one.
    let is_item_of = |other: &&usize| {
        let above = checker.statement(list, **other).filter(|_| **other + 1 == i);
        above.is_some_and(|above| above.section == statement.section && above.name == statement.name)
            && is_of_document(&statement.subject)
            && is_near(checker, own, place(**other))
    };
    same.iter().find(is_item_of).is_some_and(|other| checker.sum(Rule::StatedAmount, &own, &place(*other)).is_some())
}

/// Whether one amount differs from another by less than a tenth.
fn is_near(checker: &Checker, own: [Place; 1], other: [Place; 1]) -> bool {
    let off = checker.difference(&own, &other).unwrap_or_default();
    checker.number(other[0]).is_some_and(|number| off.abs() < number.value.abs() / 10)
}

/// Whether a document has but one amount of a subject: all income or expenditure, what is carried over, an expense. A
/// part or a fund may have one for each unit.
fn is_of_document(subject: &str) -> bool {
    of_id(subject).is_some_and(|known| known.fund.is_none() && known.part.is_none())
}
