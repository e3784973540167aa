//! Expenditure by functional class (类), largest first: what several figures start from.

use super::entry::{Entry, shown};
use crate::budget::{Budget, Kind, Line, Role, Side, Table, column};
use crate::money::{Money, Share, largest_first, shares};
use crate::words::Words;

/// More classes than this no reader tells apart: the smallest beyond it become one entry, a sum of ours.
const MOST_ENTRIES: usize = 60;

/// The classes of a budget.
pub struct Classes<'b> {
    /// The table that prints them.
    pub table: &'b Table,
    /// One entry a class, with its share of the whole; the last may be the sum of the smallest.
    pub entries: Vec<Entry>,
    /// The printed grand total.
    pub printed: Option<Money>,
    /// The sum of the lines, which is ours.
    pub ours: Money,
    /// What the shares add up to; `None` where there are none.
    pub shares: Option<Share>,
}

/// The table that prints expenditure by class, and its class lines.
pub fn lines(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance].into_iter().find_map(|kind| {
        let table = budget.table(kind).filter(|table| table.has_column(column::TOTAL))?;
        let lines = table.first_level().filter(|line| line.side != Some(Side::Income));
        // A balance prints all thirty classes, most of them blank: those say nothing about this department.
        let lines: Vec<_> =
            lines.filter(|line| kind != Kind::Balance || line.amounts.get(column::TOTAL).is_some()).collect();
        (!lines.is_empty()).then_some((table, lines))
    })
}

/// The lines from the largest total to the smallest; zeros, then blanks, keep the printed order behind them.
pub fn by_total<'b>(table: &Table, lines: &[&'b Line]) -> impl Iterator<Item = &'b Line> {
    let total = |line: &&Line| table.money(line, column::TOTAL).map_or(i128::MIN, Money::millionths);
    largest_first(lines.iter().map(total)).map(|i| lines[i])
}

/// The line that prints the grand total of the expenditure side.
pub fn total_line(table: &Table) -> Option<&Line> {
    table.lines.iter().find(|line| line.role == Role::Total && line.side != Some(Side::Income))
}

/// The classes of the budget, or `None` where no table prints them.
pub fn classes(budget: &Budget, words: Words) -> Option<Classes<'_>> {
    let (table, lines) = lines(budget)?;
    let ours = Money::sum(lines.iter().filter_map(|line| table.money(line, column::TOTAL)), table.unit)?;
    let listed = if lines.len() > MOST_ENTRIES { MOST_ENTRIES - 1 } else { lines.len() };
    let largest = by_total(table, &lines).take(listed);
    let mut entries: Vec<_> = largest.map(|line| Entry::of_cell(table, line, column::TOTAL, words)).collect();
    if lines.len() > listed {
        let sum = Money::sum(entries.iter().filter_map(|entry| entry.money), table.unit)?;
        entries.push(smallest(lines.len() - listed, ours.minus(sum), words));
    }
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }

    let printed = total_line(table).and_then(|line| table.money(line, column::TOTAL));
    let moneys: Vec<_> = entries.iter().filter_map(|entry| entry.money).collect();
    let shares = shares(&moneys, printed.unwrap_or(ours));
    let with_money = entries.iter_mut().filter(|entry| entry.money.is_some());
    for (entry, share) in with_money.zip(shares.iter().flatten()) {
        entry.share = Some(*share);
    }
    Some(Classes { table, entries, printed, ours, shares: shares.and_then(Share::sum) })
}

/// One entry for all that are too small to list.
fn smallest(count: usize, sum: Option<Money>, words: Words) -> Entry {
    let name = words.say("其余 {0} 项（本页相加）", "{0} more (added by this page)", &[&count.to_string()]);
    Entry {
        short: name.clone(),
        name,
        note: None,
        money: sum,
        amount: shown(sum, words),
        share: None,
        change: None,
        series: 0,
        legend: 0,
        trace: None,
    }
}
