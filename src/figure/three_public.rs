//! How much goes on receptions, vehicles and trips abroad, and is it less than last year?
//!
//! Source: the three-public table (“三公”经费表) and the narrative's account of its change. The
//! document prints this year and the change; last year follows from the two and is labelled so.

use super::entry::Entry;
use super::grid::{Cell, Grid};
use super::{Bar, Figure, Plot, Question};
use crate::budget::{Budget, Kind, Line, Role, Table, column};
use crate::money::{Money, shares};
use crate::words::{Lang, Words};

pub const QUESTION: Question = Question {
    id: "three-public",
    answer: three_public,
    lacking: ("没有“三公”经费表", "no table of the three public expenses"),
};

/// The narrative's subject for the whole, and the table's key for its total.
pub const WHOLE: &str = "three-public";

fn three_public(budget: &Budget, words: &Words) -> Option<Figure> {
    let table = budget.table(Kind::ThreePublic).filter(|table| table.has_column(column::TOTAL))?;
    let total_line = table.total()?;
    let mut total = Entry::of_cell(table, total_line, column::TOTAL, words);
    total.change = change(budget, WHOLE);

    let mut entries: Vec<_> = leaves(table)
        .map(|line| {
            let mut entry = Entry::of_cell(table, line, column::TOTAL, words);
            entry.change = line.subject().and_then(|subject| change(budget, subject));
            entry
        })
        .collect();
    // Largest first; zeros and blanks keep the printed order behind them.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.money));
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
            change: entry.change.filter(|change| !change.is_zero()).map(|change| words.change(change)).unwrap_or_default(),
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
        source: super::headline::source(table, shares.as_deref(), words),
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
    items.clone().zip(items.map(Line::level).skip(1).chain([0])).filter(|(line, next)| *next <= line.level()).map(|(line, _)| line)
}

fn answer(total: &Entry, entries: &[Entry], words: &Words) -> String {
    let Some(money) = total.money else {
        return words.pick("没有安排“三公”经费。", "No three public expenses are budgeted.").into();
    };
    let change = total.change.and_then(|change| {
        let size = words.money(change.abs());
        Some(match (change.is_zero(), change.is_negative(), words.lang) {
            (true, _, Lang::Zh) => "，和上年一样".into(),
            (true, _, Lang::En) => ", as much as last year".into(),
            (_, true, Lang::Zh) => format!("，比上年少 {size}"),
            (_, true, Lang::En) => format!(", {size} less than last year"),
            (_, false, Lang::Zh) => format!("，比上年多 {size}"),
            (_, false, Lang::En) => format!(", {size} more than last year"),
        })
    });
    let none: Vec<_> = entries.iter().filter(|e| e.money.is_none_or(Money::is_zero)).map(|e| e.short.as_str()).collect();
    let none = match words.lang {
        _ if none.is_empty() || money.is_zero() => String::new(),
        Lang::Zh => format!("；没有安排{}", none.join("、")),
        Lang::En => format!("; nothing for {}", none.join(", ").to_lowercase()),
    };
    let stop = words.pick("。", ".");
    format!("{}{}{none}{stop}", words.money(money), change.unwrap_or_default())
}

fn grid(budget: &Budget, table: &Table, total: &Entry, words: &Words) -> Grid {
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
        row(&entry, format!("{indent}{}", entry.name))
    });
    let rows = items.chain([row(total, words.pick("合计", "Total").into())]).collect();
    let year = budget.document.year;
    let head = match words.lang {
        Lang::Zh => ["项目".into(), format!("{year} 年"), "比上年".into(), format!("{} 年（推得）", year.saturating_sub(1))],
        Lang::En => ["Item".into(), year.to_string(), "Change".into(), format!("{} (derived)", year.saturating_sub(1))],
    };
    Grid { head: head.into(), rows }
}

fn notes(budget: &Budget, entries: &[Entry], words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    if entries.iter().any(|entry| last_year(entry).is_some()) {
        let year = budget.document.year.saturating_sub(1);
        notes.push(match words.lang {
            Lang::Zh => format!("虚线是 {year} 年，由今年数减去说明里的增减额推得。"),
            Lang::En => format!("Dashed: {year}, derived from this year and the stated change."),
        });
    }
    if let Some(statement) = budget.change_of(WHOLE) {
        let reason = match words.lang {
            Lang::Zh => &statement.reason,
            Lang::En => &statement.reason_en,
        };
        if let Some(reason) = reason {
            notes.push(match words.lang {
                Lang::Zh => format!("增减的原因（说明{}）：{reason}。", statement.section),
                Lang::En => format!("Reason given: {reason}."),
            });
        }
    }
    notes
}
