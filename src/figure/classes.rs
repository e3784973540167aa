//! Expenditure by functional class (类), largest first: what several figures start from.

use super::entry::Entry;
use super::total::{sum, total};
use crate::budget::{Budget, Kind, Line, Side, Table, column};
use crate::money::{Money, Share, largest_first, shares};
use crate::words::Words;

/// More classes than this no reader tells apart: the smallest beyond it become one entry, a sum of ours.
const MOST_ENTRIES: usize = 60;

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
}

/// The table that prints expenditure by class, and its class lines.
pub fn lines(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance].into_iter().find_map(|kind| {
        let table = budget.table(kind).filter(|table| !table.empty && table.has_column(column::TOTAL))?;
        let mut lines: Vec<_> = table.first_level().filter(|line| line.side != Some(Side::Income)).collect();
        if kind == Kind::Balance {
            // A balance prints all thirty classes, most of them blank, and what is carried over,
            // which is no purpose: only a class has a number for its code.
            let is_class = |line: &Line| line.subject().is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()));
            let numbered = lines.iter().any(|line| is_class(line));
            lines.retain(|line| line.amounts.get(column::TOTAL).is_some() && (is_class(line) || !numbered));
        }
        (!lines.is_empty()).then_some((table, lines))
    })
}

/// The lines from the largest total to the smallest; zeros, then blanks, keep the printed order behind them.
pub fn by_total<'b>(table: &Table, lines: &[&'b Line]) -> impl Iterator<Item = &'b Line> {
    let total = |line: &&Line| table.money(line, column::TOTAL).map_or(i128::MIN, Money::millionths);
    largest_first(lines.iter().map(total)).map(|i| lines[i])
}

/// The classes of the budget, or `None` where no table prints them.
pub fn classes(budget: &Budget, words: Words) -> Option<Classes<'_>> {
    let (table, lines) = lines(budget)?;
    let listed = if lines.len() > MOST_ENTRIES { MOST_ENTRIES - 1 } else { lines.len() };
    let largest: Vec<_> = by_total(table, &lines).take(listed).collect();
    let mut entries: Vec<_> = largest.iter().map(|line| Entry::of_cell(table, line, column::TOTAL, words)).collect();
    if lines.len() > listed {
        let count = (lines.len() - listed).to_string();
        let name = words.say("其余 {0} 项（本页相加）", "{0} more (added by this page)", &[&count]);
        // Behind blanks there are only blanks.
        let last_is_blank = entries.last().is_some_and(|entry| entry.money.is_none());
        let all = sum(table, column::TOTAL, &lines).filter(|_| !last_is_blank);
        let rest = all.zip(sum(table, column::TOTAL, &largest)).and_then(|(all, listed)| all.minus(listed));
        entries.push(Entry::ours(&name, rest, words));
    }
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }

    let total = total(table, column::TOTAL, &lines, words);
    let shares = give_shares(&mut entries, total.money);
    Some(Classes { table, lines, entries, total, shares })
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
