//! Comparison with last year: amounts of last year that a table prints, changes that the narrative states, and rates
//! and reasons of changes.

use super::Entry;
use super::ratio::share;
use super::total::total_line;
use crate::budget::{Budget, Field, Line, Phase, Place, Stated, Statement, Table, column, index_in};
use crate::locale::{Lang, Locale, padded, places};
use crate::money::{Money, Share, Unit};

/// The most reasons that are given.
const MAX_REASONS: usize = 6;

/// The change on last year that the narrative states of a subject.
pub fn change(budget: &Budget, subject: &str) -> Option<Money> {
    amount(budget, budget.change_of(subject)?)
}

/// Whether a table prints last year's amounts: then none is derived.
pub fn prints_last(table: &Table) -> bool {
    table.has_column(column::LAST_YEAR)
}

/// Which state of last year's budget (approved, adjusted, executed) a table prints, by its column's phase; without one
/// the approved budget, unless the table is a view of this program's.
pub fn phase(table: &Table) -> Option<Phase> {
    let column = table.columns.iter().find(|column| column.id == column::LAST_YEAR)?;
    let own = if table.summed { None } else { Some(Phase::Budget) };
    column.phase.as_deref().and_then(Phase::from_id).or(own)
}

/// The name of what this year is compared with, if not last year's budget: `执行数`, to follow 比上年.
pub fn base(phase: Option<Phase>, locale: Locale) -> &'static str {
    match phase {
        None | Some(Phase::Budget) => "",
        Some(phase) => locale.tr(phase.name().0, phase.name().1),
    }
}

/// The change of a line: between the two amounts that its table prints, or as the narrative states it
/// for the line's key or code.
pub fn change_of(budget: &Budget, table: &Table, line: &Line) -> Option<Money> {
    if prints_last(table) { printed(table, line) } else { amount(budget, statement(budget, line)?) }
}

/// The change of a table's grand total: between the two that are printed, or as stated for `subject`.
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

/// The statement of the narrative about a line's change.
pub fn statement<'b>(budget: &'b Budget, line: &Line) -> Option<&'b Statement> {
    [&line.key, &line.code].into_iter().flatten().find_map(|subject| budget.change_of(subject))
}

/// A stated change, in the statement's unit or the document's.
pub fn amount(budget: &Budget, statement: &Statement) -> Option<Money> {
    let money = |amount| Some(Money::new(amount?, statement.unit.unwrap_or(budget.document.unit)));
    // Where the amounts of both years are stated, their difference is the change.
    money(statement.change).or_else(|| money(statement.amount)?.minus(money(statement.last_year)?))
}

/// Where a change is stated.
pub fn change_place(budget: &Budget, statement: &Statement) -> Option<Place> {
    index_in(&budget.statements, statement).map(|i| Place::Statement(Stated::Narrative, i, Field::Change))
}

/// The change of an entry, if it is not zero.
pub fn moved(entry: &Entry) -> Option<Money> {
    entry.change.filter(|change| !change.is_zero())
}

/// Last year's amount: this year's less the change. A blank this year counts as zero only if the change is not zero.
pub fn last_year(entry: &Entry) -> Option<Money> {
    let change = entry.change.filter(|change| entry.money.is_some() || !change.is_zero())?;
    entry.money.unwrap_or(Money::zero(change.unit())).minus(change)
}

/// The heading of last year's amounts: which state of it the table prints, or that they are derived.
pub fn heading(budget: &Budget, printed: Option<&Table>, locale: Locale) -> String {
    let last = budget.document.year.saturating_sub(1).to_string();
    match printed {
        None => locale.format("{0} 年（推算）", "{0} (derived)", &[&last]),
        Some(table) => match base(phase(table), locale) {
            "" => locale.format("{0} 年", "{0}", &[&last]),
            base => locale.format("{0} 年{1}", "{0}, {1}", &[&last, base]),
        },
    }
}

/// Where last year's amounts are printed, or how they were derived.
pub fn derived(budget: &Budget, printed: Option<&Table>, locale: Locale) -> String {
    let year = budget.document.year;
    let (zh, en) = match printed {
        None => (
            "{0} 年数是按 {1} 年数扣除情况说明所列增减额推算的；文件没有写的变化率由本页计算。",
            "The amounts of {0} are derived from those of {1} and the stated changes; rates that are not stated are worked out by this page.",
        ),
        Some(_) => (
            "{0} 年{2}与 {1} 年数列在同一张表里；增减和变化率由本页计算。",
            "The {3} of {0} is printed in the same table as {1}; changes and rates are worked out by this page.",
        ),
    };
    let (of_zh, of_en) = printed.and_then(phase).map_or(("数", "amount"), Phase::name);
    locale.format(zh, en, &[&year.saturating_sub(1).to_string(), &year.to_string(), of_zh, of_en])
}

/// An entry's change, with no fewer decimal places than its amount; `None` where nothing changed.
pub fn told_change(entry: &Entry, locale: Locale) -> Option<String> {
    let change = moved(entry)?;
    Some(match unit_of_change(entry, locale) {
        Some(own) => own.change(change) + " " + own.unit_name(),
        None => padded(&locale.change(change), places(&entry.amount)),
    })
}

/// The language and unit in which an entry's change is told, where the text states it in a larger unit than the reader's
/// and the table's: zeros that nobody printed would look exact beside the table's amount.
pub fn unit_of_change(entry: &Entry, locale: Locale) -> Option<Locale> {
    let unit = entry.change?.unit();
    let is_larger = |other: Unit| unit.exponent() > other.exponent();
    let is_larger_than_both = is_larger(locale.unit) && is_larger(entry.money?.unit());
    is_larger_than_both.then_some(Locale { unit, ..locale })
}

/// The rate of the change, computed from the two amounts; `None` if last year's is zero.
pub fn rate(entry: &Entry) -> Option<Share> {
    share(moved(entry)?, last_year(entry)?)
}

/// Puts the rate behind a change: `+2,034.24（+74.8%）`.
pub fn with_rate(change: String, rate: Option<String>, locale: Locale) -> String {
    change + &rate.map(|rate| locale.format("（{0}）", " ({0})", &[&rate])).unwrap_or_default()
}

/// The reasons that the document gives, each once, with the items that it is given for. They have no quotation marks,
/// since a publisher may have reworded them. `文件的说法：来客少了（公务接待、公务用车运行维护）。`
pub fn reasons(given: impl Iterator<Item = (String, String)>, locale: Locale) -> Option<String> {
    let mut reasons: Vec<(String, String)> = Vec::new();
    for (name, reason) in given {
        if let Some((names, _)) = reasons.iter_mut().find(|(_, known)| *known == reason) {
            *names = [names.as_str(), locale.tr("、", ", "), &name].concat();
        } else if reasons.len() < MAX_REASONS {
            reasons.push((name, reason));
        }
    }
    let told = |(names, reason): &(String, String)| locale.format("{0}（{1}）", "{0} ({1})", &[reason, names]);
    let list = reasons.iter().map(told).collect::<Vec<_>>().join(locale.tr("；", "; "));
    (!list.is_empty()).then(|| locale.format("文件的说法：{0}。", "The document’s reason: {0}.", &[&list]))
}

/// The stated reason of a change, as a part of a sentence.
pub fn reason(statement: &Statement, locale: Locale) -> Option<String> {
    let reason = match locale.lang {
        Lang::Zh => &statement.reason,
        Lang::En => &statement.reason_en,
    };
    let reason = reason.as_deref()?.trim_end_matches(['。', '.']);
    (!reason.is_empty()).then(|| locale.lowercase_first(reason))
}
