//! Expenditure by functional class (类), largest first, from which several figures are made.

use super::entry::Entry;
use super::total::{sum, total};
use super::{Text, even};
use crate::budget::{Budget, Kind, Line, Side, Table, column};
use crate::locale::Locale;
use crate::money::{Money, Share, largest_first, shares};

/// The most classes that a reader can tell apart: the smallest beyond it become one entry, a sum of this program's.
const MAX_ENTRIES: usize = 60;

/// The classes of a budget.
pub struct Classes<'b> {
    /// The table that prints them.
    pub table: &'b Table,
    /// Its class lines, in printed order.
    pub lines: Vec<&'b Line>,
    /// One entry a class, with its share of the whole; the last may be the sum of the smallest.
    pub entries: Vec<Entry>,
    /// The grand total.
    pub total: Entry,
    /// What the shares add up to; `None` where there are none.
    pub shares: Option<Share>,
    /// A note on the shares, or why there are none.
    pub caveat: Option<Text>,
}

/// The kinds of tables that print expenditure by class, the one that covers most first.
pub const KINDS: [Kind; 3] = [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance];

/// The table that prints expenditure by class, and its class lines.
pub fn lines(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    KINDS.into_iter().find_map(|kind| lines_of(budget, kind))
}

/// The table of this kind and its class lines, if it prints expenditure by class.
pub fn lines_of(budget: &Budget, kind: Kind) -> Option<(&Table, Vec<&Line>)> {
    let table = budget.table(kind).filter(|table| !table.empty && table.has_column(column::TOTAL))?;
    // Lines by unit tell who spends, not what for.
    let is_unit = |line: &&Line| line.is.is_some() || line.name.trim() == budget.document.department;
    let spent = table.first_level().filter(|line| line.side != Some(Side::Income));
    let mut lines: Vec<_> = spent.filter(|line| line.code.is_some() || !is_unit(line)).collect();
    if kind == Kind::Balance {
        // A balance prints all thirty classes, most of them blank, and what is carried over,
        // which is no purpose: only a class has a number for its code.
        let is_class = |line: &Line| line.subject().is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()));
        let numbered = lines.iter().any(|line| is_class(line));
        lines.retain(|line| line.amounts.get(column::TOTAL).is_some() && (is_class(line) || !numbered));
    }
    (!lines.is_empty()).then_some((table, lines))
}

/// The lines from the largest total to the smallest; zeros, then blanks, keep the printed order behind them.
pub fn by_total<'b>(table: &Table, lines: &[&'b Line]) -> impl Iterator<Item = &'b Line> {
    let total = |line: &&Line| table.money(line, column::TOTAL).map_or(i128::MIN, Money::millionths);
    largest_first(lines.iter().map(total)).map(|i| lines[i])
}

/// The classes of the budget, or `None` where no table prints them.
pub fn classes(budget: &Budget, locale: Locale) -> Option<Classes<'_>> {
    let (table, lines) = lines(budget)?;
    let listed = if lines.len() > MAX_ENTRIES { MAX_ENTRIES - 1 } else { lines.len() };
    let largest: Vec<_> = by_total(table, &lines).take(listed).collect();
    let mut entries: Vec<_> = largest.iter().map(|line| Entry::of_cell(table, line, column::TOTAL, locale)).collect();
    if lines.len() > listed {
        let count = (lines.len() - listed).to_string();
        let name = locale.format("其余 {0} 项（本页相加）", "{0} more (added by this page)", &[&count]);
        // Behind blanks there are only blanks.
        let last_is_blank = entries.last().is_some_and(|entry| entry.money.is_none());
        let all = sum(table, column::TOTAL, &lines).filter(|_| !last_is_blank);
        let rest = all.zip(sum(table, column::TOTAL, &largest)).and_then(|(all, listed)| all.minus(listed));
        entries.push(Entry::ours(&name, rest, locale));
    }
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }

    let total = total(table, column::TOTAL, &lines, locale);
    let (shares, caveat) = shared(&mut entries, total.money, locale);
    Some(Classes { table, lines, entries, total, shares, caveat })
}

/// The table that prints all expenditure by its parts, and its class lines, where it has some.
pub fn by_part(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    if let Some(parts) = budget.parts() {
        return Some((parts, Vec::new()));
    }
    lines(budget).filter(|(table, _)| [column::BASIC, column::PROJECT].iter().all(|id| table.has_column(id)))
}

/// Gives each entry its share of `whole`; returns the sum of the shares, and a note on them. There are no shares where
/// the entries are more than the whole, or where one is blank and the others are less: the blank is what they lack.
pub fn shared(entries: &mut [Entry], whole: Option<Money>, locale: Locale) -> (Option<Share>, Option<Text>) {
    /// What rounding may take from one entry, in millionths of a yuan.
    const ROUNDING: i128 = 50_000_000;
    let shares = give_shares(entries, whole);
    even(entries);
    let (moneys, blanks): (Vec<_>, Vec<_>) = entries.iter().map(|entry| entry.money).partition(Option::is_some);
    let Some(whole) = whole.filter(|_| !moneys.is_empty()) else { return (shares, None) };
    let ours: i128 = moneys.iter().flatten().map(|money| money.millionths()).sum();
    let more = ours - whole.millionths();
    let rounding = ROUNDING.saturating_mul(i128::try_from(entries.len()).unwrap_or(i128::MAX));
    let is_less = entries.iter().any(|entry| entry.money.is_some_and(Money::is_negative));
    let (zh, en) = if !blanks.is_empty() && -more > rounding {
        for entry in entries.iter_mut().filter(|entry| entry.money.is_none()) {
            (entry.amount, entry.unstated) = (locale.tr("未列明", "not stated").into(), true);
        }
        (
            "有的项没有列明金额，各项加起来比合计少，所以不列占比。",
            "Some amounts are not stated and the others are less than the total, so no shares are given.",
        )
    } else if !is_less && more > rounding {
        ("各项加起来比合计多，所以不列占比。", "The parts are more than the total, so no shares are given.")
    } else if entries.iter().any(|entry| entry.share.is_some_and(|share| share.hundredths() > 10_000)) {
        let (zh, en) = (
            "有的占比超过 100%，因为另有冲减（负数）。",
            "Some shares are above 100%, because others are less than nothing.",
        );
        return (shares, Some(locale.tr(zh, en).into()));
    } else {
        return (shares, None);
    };
    for entry in entries.iter_mut() {
        entry.share = None;
    }
    (None, Some(locale.tr(zh, en).into()))
}

/// Gives each entry its share of `whole`; returns what the shares add up to.
pub fn give_shares(entries: &mut [Entry], whole: Option<Money>) -> Option<Share> {
    let moneys: Vec<_> = entries.iter().filter_map(|entry| entry.money).collect();
    let shares = shares(&moneys, whole?)?;
    for (entry, share) in entries.iter_mut().filter(|entry| entry.money.is_some()).zip(&shares) {
        entry.share = Some(*share);
    }
    Share::sum(shares)
}
