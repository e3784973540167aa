//! This year against last: what a table prints of last year, or the narrative states of a change, and
//! what follows from it.

use super::Entry;
use super::total::total_line;
use crate::budget::{Budget, Field, Line, Phase, Place, Stated, Statement, Table, column, index_in};
use crate::money::Money;
use crate::words::{Lang, Words, padded, places};

/// The change on last year that the narrative states of a subject.
pub fn change(budget: &Budget, subject: &str) -> Option<Money> {
    amount(budget, budget.change_of(subject)?)
}

/// Whether a table prints last year's amounts: then none is derived.
pub fn prints_last(table: &Table) -> bool {
    table.has_column(column::LAST_YEAR)
}

/// Which state of last year's budget a table prints: its column says so, or its id, which is of the budget.
pub fn phase(table: &Table) -> Option<Phase> {
    let column = table.columns.iter().find(|column| column.id == column::LAST_YEAR)?;
    let own = if table.summed { None } else { Some(Phase::Budget) };
    column.phase.as_deref().and_then(Phase::from_id).or(own)
}

/// What this year is compared with, where that is no budget: `执行数`, behind 比上年.
pub fn base(phase: Option<Phase>, words: Words) -> &'static str {
    match phase {
        None | Some(Phase::Budget) => "",
        Some(phase) => words.pick(phase.name().0, phase.name().1),
    }
}

/// The change of a line: between the two amounts that its table prints, or as the narrative states it
/// of the line's key or code.
pub fn change_of(budget: &Budget, table: &Table, line: &Line) -> Option<Money> {
    if prints_last(table) { printed(table, line) } else { amount(budget, statement(budget, line)?) }
}

/// The change of a table's grand total: between the two that are printed, or as stated of `subject`.
pub fn change_of_total(budget: &Budget, table: &Table, subject: &str) -> Option<Money> {
    if prints_last(table) { printed(table, total_line(table)?) } else { change(budget, subject) }
}

/// This year's amount less last year's. Where nothing is printed for this year, all of last year's is gone.
fn printed(table: &Table, line: &Line) -> Option<Money> {
    let last = table.money(line, column::LAST_YEAR)?;
    match table.money(line, column::TOTAL) {
        None if last.is_zero() => None,
        now => now.unwrap_or(Money::zero(table.unit)).minus(last),
    }
}

/// What the narrative states of a line's change.
pub fn statement<'b>(budget: &'b Budget, line: &Line) -> Option<&'b Statement> {
    [&line.key, &line.code].into_iter().flatten().find_map(|subject| budget.change_of(subject))
}

/// A stated change, in the statement's unit or the document's.
pub fn amount(budget: &Budget, statement: &Statement) -> Option<Money> {
    let money = |amount| Some(Money::new(amount?, statement.unit.unwrap_or(budget.document.unit)));
    // What is printed of both years tells the change, too.
    money(statement.change).or_else(|| money(statement.amount)?.minus(money(statement.last_year)?))
}

/// Where a change is stated.
pub fn change_place(budget: &Budget, statement: &Statement) -> Option<Place> {
    index_in(&budget.statements, statement).map(|i| Place::Statement(Stated::Narrative, i, Field::Change))
}

/// A change that is one.
pub fn moved(entry: &Entry) -> Option<Money> {
    entry.change.filter(|change| !change.is_zero())
}

/// This year less the change; a blank this year is nothing only where last year is known to be something.
pub fn last_year(entry: &Entry) -> Option<Money> {
    let change = entry.change.filter(|change| entry.money.is_some() || !change.is_zero())?;
    entry.money.unwrap_or(Money::zero(change.unit())).minus(change)
}

/// The heading of last year's amounts: which state of it the table prints, or that they are derived.
pub fn heading(budget: &Budget, printed: Option<&Table>, words: Words) -> String {
    let last = budget.document.year.saturating_sub(1).to_string();
    match printed {
        None => words.say("{0} 年（推算）", "{0} (derived)", &[&last]),
        Some(table) => match base(phase(table), words) {
            "" => words.say("{0} 年", "{0}", &[&last]),
            base => words.say("{0} 年{1}", "{0}, {1}", &[&last, base]),
        },
    }
}

/// What the outlines behind the bars are, and how they were derived if they were.
pub fn outlines(budget: &Budget, printed: Option<&Table>, words: Words) -> String {
    let year = budget.document.year;
    let (zh, en) = match printed {
        None => (
            "虚线为 {0} 年数，按 {1} 年数扣除情况说明所列增减额推算。",
            "Dashed: {0}, derived from {1} and the stated change.",
        ),
        Some(_) => (
            "虚线为 {0} 年{2}，与 {1} 年数列在同一张表里；增减由本页计算。",
            "Dashed: the {3} of {0}, printed in the same table as {1}; the changes are worked out by this page.",
        ),
    };
    let (of_zh, of_en) = printed.and_then(phase).map_or(("数", "amount"), Phase::name);
    words.say(zh, en, &[&year.saturating_sub(1).to_string(), &year.to_string(), of_zh, of_en])
}

/// An item's change, with no fewer places than the amount that it stands beside; none where nothing changed.
pub fn told_change(entry: &Entry, words: Words) -> Option<String> {
    Some(padded(&words.change(moved(entry)?), places(&entry.amount)))
}

/// An item's change with the reason that the narrative gives: `公务接待 −5.00（…）`.
pub fn explained(budget: &Budget, line: &Line, entry: &Entry, words: Words) -> Option<String> {
    let change = told_change(entry, words)?;
    let reason = statement(budget, line).and_then(|statement| reason(statement, words));
    let reason = reason.map(|reason| words.say("（{0}）", " ({0})", &[&reason]));
    Some(words.before(&entry.short) + &change + &reason.unwrap_or_default())
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
