//! The figure on the three public expenses: receptions, vehicles and trips abroad, compared with last year.
//!
//! Source: the three-public table (“三公”经费表) and the narrative's account of its change. Where the
//! table does not print last year, it follows from this year and the change, and is labelled so.

pub mod notes;

use super::classes::{by_total, shared};
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::items::leaves;
use super::last_year::{
    base, change_of, change_of_total, heading, last_year, phase, prints_last, rate, told_change, unit_of_change,
    with_rate,
};
use super::source::{rounded, source};
use super::total::{difference, sum, total};
use super::two_years::two_years;
use super::{Figure, Query, Question, Text};
use crate::budget::{Budget, Kind, Line, Role, Table, column};
use crate::locale::{Locale, padded, places};
use crate::money::Share;

pub const QUESTION: Question = Question {
    id: "three-public",
    question: ("“三公”经费安排了多少？", "How much are the “three public expenses”?"),
    answer: three_public,
    params: &[],
    lacking: ("没有“三公”经费表", "no table of the three public expenses"),
};

/// The narrative's subject for the whole, and the table's key for its total.
pub const WHOLE: &str = "three-public";
/// The most items that are listed; the official table has four. Others become one sum, which no table prints.
const MAX_ITEMS: usize = 12;
/// The most rows of the table that a reader scrolls through.
const MAX_ROWS: usize = 60;

fn three_public(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let table = table(budget)?;
    let total = whole(budget, locale)?;
    let mut entries = entries(budget, table, locale);
    let (_, caveat) = shared(&mut entries, total.money, locale);
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.legend = i;
        let change = told_change(entry, locale);
        let change = change.map(|change| with_rate(change, rate(entry).map(Share::display), locale));
        let change = change.map(|change| locale.format("比上年 {0}", "{0} on last year", &[&change]));
        let note: Vec<_> = change.into_iter().chain(entry.note.take()).collect();
        entry.note = (!note.is_empty()).then(|| note.join(locale.tr("；", "; ")));
    }
    let legend: Vec<_> = (0..entries.len()).collect();
    let lines: Vec<_> = table.first_level().collect();
    let year = locale.format("{0} 年", "{0}", &[&budget.document.year.to_string()]);
    let last = heading(budget, Some(table).filter(|table| prints_last(table)), locale);
    let mut footnotes: Vec<_> =
        difference(locale.tr("合计", "Total"), table, column::TOTAL, &lines, locale).into_iter().collect();
    footnotes.extend(caveat);
    footnotes.extend(rounded(table, false, locale));
    Some(Figure {
        answer: answer(table, &total, locale),
        plot: two_years(&mut entries, &legend, &total, [last, year], locale),
        legend,
        ranked: true,
        grid: grid(budget, table, &total, locale),
        footnotes,
        source: source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The table of the three public expenses, with what each comes to.
pub fn table(budget: &Budget) -> Option<&Table> {
    budget.table(Kind::ThreePublic).filter(|table| table.has_column(column::TOTAL))
}

/// The grand total with its change.
pub fn whole(budget: &Budget, locale: Locale) -> Option<Entry> {
    let table = table(budget)?;
    let lines: Vec<_> = table.first_level().collect();
    Some(Entry { change: change_of_total(budget, table, WHOLE), ..total(table, column::TOTAL, &lines, locale) })
}

/// Endings of items' names, which short names leave out; longer endings come first.
const ENDS: [&str; 3] = ["经费", "费用", "费"];

/// The entry of one item, with its change, and a short name without the ending that all items have.
fn item(budget: &Budget, table: &Table, line: &Line, locale: Locale) -> Entry {
    let mut entry = Entry::of_cell(table, line, column::TOTAL, locale);
    entry.change = change_of(budget, table, line);
    let short = ENDS.iter().find_map(|end| entry.short.strip_suffix(end)).filter(|short| !short.is_empty());
    if let Some(short) = short.map(String::from) {
        entry.short = short;
    }
    entry
}

/// The items, the largest first; those beyond [`MAX_ITEMS`] as their sum.
fn entries(budget: &Budget, table: &Table, locale: Locale) -> Vec<Entry> {
    let items: Vec<_> = leaves(table).collect();
    let items: Vec<_> = by_total(table, &items).collect();
    let (listed, rest) = items.split_at(if items.len() > MAX_ITEMS { MAX_ITEMS - 1 } else { items.len() });
    let mut entries: Vec<_> = listed.iter().map(|line| item(budget, table, line, locale)).collect();
    if !rest.is_empty() {
        let (zh, en) = ("其余 {0} 项（本页相加）", "{0} more (added by this page)");
        let name = locale.format(zh, en, &[&rest.len().to_string()]);
        entries.push(Entry::ours(&name, sum(table, column::TOTAL, rest), locale));
    }
    entries
}

fn answer(table: &Table, total: &Entry, locale: Locale) -> Text {
    if total.money.is_none() {
        let (zh, en) = if table.empty {
            ("没有安排“三公”经费：这张表注明本表无数据。", "No three public expenses: their table is marked as empty.")
        } else {
            ("没有安排“三公”经费。", "No three public expenses are budgeted.")
        };
        return locale.tr(zh, en).into();
    }
    let base = if prints_last(table) { base(phase(table), locale) } else { "" };
    let base = if base.is_empty() { String::new() } else { locale.format("{0}", "’s {0}", &[base]) };
    let change = total.change.map(|change| {
        let (zh, en) = match (change.is_zero(), change.is_negative()) {
            (true, _) => ("，与上年{1}相同", ", as much as last year{1}"),
            (_, true) => ("，比上年{1}减少 {0}", ", {0} less than last year{1}"),
            (_, false) => ("，比上年{1}增加 {0}", ", {0} more than last year{1}"),
        };
        let change = match unit_of_change(total, locale) {
            Some(own) => own.money(change.abs()),
            None => padded(&locale.number(change.abs()), places(&total.amount)) + " " + locale.unit_name(),
        };
        locale.format(zh, en, &[&with_rate(change, rate(total).map(Share::display), locale), &base])
    });
    locale.tell(
        "“三公”经费共 {0}{1}。",
        "The three public expenses are {0}{1}.",
        &[&total.with_unit(locale), &change.unwrap_or_default()],
    )
}

fn grid(budget: &Budget, table: &Table, total: &Entry, locale: Locale) -> Grid {
    let row = |entry: &Entry, name: String| {
        Row::of([
            Cell::text(name),
            Cell::amount(entry),
            match unit_of_change(entry, locale) {
                Some(_) => Cell::text(told_change(entry, locale).unwrap_or_else(|| "0".into())),
                None => Cell::change(entry.change, locale),
            },
            Cell::money(last_year(entry), locale),
        ])
    };
    let items = table.lines.iter().filter(|line| line.role == Role::Item).take(MAX_ROWS).map(|line| {
        let entry = item(budget, table, line, locale);
        let indent = if line.level() > 1 { locale.tr("其中：", "of which: ") } else { "" };
        row(&entry, indent.to_string() + &entry.name)
    });
    let rows = items.chain([row(total, total.name.clone()).sum()]).collect();
    let year = budget.document.year.to_string();
    let head = [
        locale.tr("项目", "Item"),
        &locale.format("{0} 年", "{0}", &[&year]),
        locale.tr("比上年", "Change"),
        &heading(budget, Some(table).filter(|table| prints_last(table)), locale),
    ];
    Grid::new(head, rows)
}
