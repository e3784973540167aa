//! How much goes on receptions, vehicles and trips abroad, and is it less than last year?
//!
//! Source: the three-public table (“三公”经费表) and the narrative's account of its change. The
//! document prints this year and the change; last year follows from the two and is labelled so.

use super::entry::{Entry, by_size};
use super::grid::{Cell, Grid};
use super::{Bar, Figure, Plot, Question};
use crate::budget::{Budget, Kind, Line, Role, Table, column};
use crate::money::{Money, Share, shares};
use crate::words::{Lang, Words};

pub const QUESTION: Question = Question {
    id: "three-public",
    answer: three_public,
    lacking: ("没有“三公”经费表", "no table of the three public expenses"),
};

/// The narrative's subject for the whole, and the table's key for its total.
pub const WHOLE: &str = "three-public";

fn three_public(budget: &Budget, words: Words) -> Option<Figure> {
    let table = budget.table(Kind::ThreePublic).filter(|table| table.has_column(column::TOTAL))?;
    let total_line = table.total()?;
    let mut total = Entry::of_cell(table, total_line, column::TOTAL, words);
    total.change = change(budget, WHOLE);

    let entries = leaves(table)
        .map(|line| {
            let mut entry = Entry::of_cell(table, line, column::TOTAL, words);
            entry.change = line.subject().and_then(|subject| change(budget, subject));
            entry
        })
        .collect();
    let mut entries = by_size(entries);
    let moneys: Vec<_> = entries.iter().filter_map(|entry| entry.money).collect();
    let shares = total.money.and_then(|whole| shares(&moneys, whole));
    for (i, share) in shares.iter().flatten().enumerate() {
        entries[i].share = Some(*share);
    }
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }
    let bars = entries
        .iter()
        .enumerate()
        .map(|(i, entry)| Bar {
            entry: i,
            last: last_year(entry),
            change: entry
                .change
                .filter(|change| !change.is_zero())
                .map(|change| words.change(change))
                .unwrap_or_default(),
        })
        .collect();
    Some(Figure {
        id: QUESTION.id,
        question: words.pick("“三公”经费花了多少？", "How much are the “three public expenses”?").into(),
        answer: answer(&total, &entries, words),
        legend: (0..entries.len()).collect(),
        plot: Plot::Bars(bars),
        grid: grid(budget, table, &total, words),
        notes: notes(budget, &entries, words),
        source: super::headline::source(table, shares.and_then(Share::sum), words),
        entries,
    })
}

/// Its change on last year as the narrative states it, in the document's unit or the statement's.
pub fn change(budget: &Budget, subject: &str) -> Option<Money> {
    let statement = budget.change_of(subject)?;
    Some(Money::new(statement.change?, statement.unit.unwrap_or(budget.document.unit)))
}

/// This year less the change; a blank this year is nothing only where last year is stated to be something.
fn last_year(entry: &Entry) -> Option<Money> {
    let change = entry.change.filter(|change| entry.money.is_some() || !change.is_zero())?;
    entry.money.unwrap_or(Money::zero(change.unit())).minus(change)
}

/// The items that are not broken down further: 购置 and 运行, not their sum.
fn leaves(table: &Table) -> impl Iterator<Item = &Line> {
    let items = table.lines.iter().filter(|line| line.role == Role::Item);
    items
        .clone()
        .zip(items.map(Line::level).skip(1).chain([0]))
        .filter(|(line, next)| *next <= line.level())
        .map(|(line, _)| line)
}

fn answer(total: &Entry, entries: &[Entry], words: Words) -> String {
    let Some(money) = total.money else {
        return words.pick("没有安排“三公”经费。", "No three public expenses are budgeted.").into();
    };
    let change = total.change.map(|change| {
        let (zh, en) = match (change.is_zero(), change.is_negative()) {
            (true, _) => ("，和上年一样", ", as much as last year"),
            (_, true) => ("，比上年少 {0}", ", {0} less than last year"),
            (_, false) => ("，比上年多 {0}", ", {0} more than last year"),
        };
        words.say(zh, en, &[&words.money(change.abs())])
    });
    let none: Vec<_> =
        entries.iter().filter(|e| e.money.is_none_or(Money::is_zero)).map(|e| words.inside(&e.short)).collect();
    let nothing = if none.is_empty() || money.is_zero() {
        String::new()
    } else {
        words.say("；没有安排{0}", "; nothing for {0}", &[&none.join(words.pick("、", ", "))])
    };
    words.say("{0}{1}{2}。", "{0}{1}{2}.", &[&words.money(money), &change.unwrap_or_default(), &nothing])
}

fn grid(budget: &Budget, table: &Table, total: &Entry, words: Words) -> Grid {
    let row = |entry: &Entry, name: String| {
        vec![
            Cell::text(name),
            Cell::amount(entry),
            Cell::change(entry.change, words),
            Cell::text(last_year(entry).map_or_else(|| "—".into(), |last| words.number(last))),
        ]
    };
    let items = table.lines.iter().filter(|line| line.role == Role::Item).map(|line| {
        let mut entry = Entry::of_cell(table, line, column::TOTAL, words);
        entry.change = line.subject().and_then(|subject| change(budget, subject));
        let indent = if line.level() > 1 { words.pick("其中：", "of which: ") } else { "" };
        let name = indent.to_string() + &entry.name;
        row(&entry, name)
    });
    let rows = items.chain([row(total, words.pick("合计", "Total").into())]).collect();
    let (year, last) = (budget.document.year.to_string(), budget.document.year.saturating_sub(1).to_string());
    let head = [
        words.pick("项目", "Item").into(),
        words.say("{0} 年", "{0}", &[&year]),
        words.pick("比上年", "Change").into(),
        words.say("{0} 年（推得）", "{0} (derived)", &[&last]),
    ];
    Grid { head: head.into(), rows }
}

fn notes(budget: &Budget, entries: &[Entry], words: Words) -> Vec<String> {
    let mut notes = Vec::new();
    if entries.iter().any(|entry| last_year(entry).is_some()) {
        let last = budget.document.year.saturating_sub(1).to_string();
        let (zh, en) = (
            "虚线是 {0} 年，由今年数减去说明里的增减额推得。",
            "Dashed: {0}, derived from this year and the stated change.",
        );
        notes.push(words.say(zh, en, &[&last]));
    }
    if let Some(statement) = budget.change_of(WHOLE) {
        let reason = match words.lang {
            Lang::Zh => &statement.reason,
            Lang::En => &statement.reason_en,
        };
        if let Some(reason) = reason {
            notes.push(words.say("增减的原因（说明{1}）：{0}。", "Reason given: {0}.", &[reason, &statement.section]));
        }
    }
    notes
}
