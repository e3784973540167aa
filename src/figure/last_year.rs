//! This year against last: what the narrative states of a change, and what follows from it.

use super::Entry;
use crate::budget::{Budget, Line, Statement};
use crate::money::Money;
use crate::words::{Lang, Words};

/// The change on last year that the narrative states of a subject.
pub fn change(budget: &Budget, subject: &str) -> Option<Money> {
    amount(budget, budget.change_of(subject)?)
}

/// The change that the narrative states of a line: found by its key, or by its code.
pub fn change_of(budget: &Budget, line: &Line) -> Option<Money> {
    amount(budget, statement(budget, line)?)
}

fn statement<'b>(budget: &'b Budget, line: &Line) -> Option<&'b Statement> {
    [&line.key, &line.code].into_iter().flatten().find_map(|subject| budget.change_of(subject))
}

/// A stated change, in the statement's unit or the document's.
fn amount(budget: &Budget, statement: &Statement) -> Option<Money> {
    Some(Money::new(statement.change?, statement.unit.unwrap_or(budget.document.unit)))
}

/// A change that is one.
pub fn moved(entry: &Entry) -> Option<Money> {
    entry.change.filter(|change| !change.is_zero())
}

/// This year less the change; a blank this year is nothing only where last year is stated to be something.
pub fn last_year(entry: &Entry) -> Option<Money> {
    let change = entry.change.filter(|change| entry.money.is_some() || !change.is_zero())?;
    entry.money.unwrap_or(Money::zero(change.unit())).minus(change)
}

/// An item's change with the reason that the narrative gives: `公务接待 −5.00（…）`.
pub fn explained(budget: &Budget, line: &Line, entry: &Entry, words: Words) -> Option<String> {
    let change = words.change(moved(entry)?);
    let statement = statement(budget, line)?;
    let reason = reason(statement, words).map(|reason| words.say("（{0}）", " ({0})", &[&reason]));
    Some(words.inside(&entry.short) + " " + &change + &reason.unwrap_or_default())
}

/// The stated reason of a change, as a part of a sentence.
pub fn reason(statement: &Statement, words: Words) -> Option<String> {
    let reason = match words.lang {
        Lang::Zh => &statement.reason,
        Lang::En => &statement.reason_en,
    };
    let reason = reason.as_deref()?.trim_end_matches(['。', '.']);
    (!reason.is_empty()).then(|| words.inside(reason))
}
