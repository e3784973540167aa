//! The figure on where the money comes from: the funds, and what each is spent on.
//!
//! Source: the grand total of the income table (收入总表), fund by fund; where a document has none, the
//! income side of the balance (收支总表).

mod flow;

use super::classes::shared;
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::items::is_positive;
use super::source::{rounded, source};
use super::structure::stated;
use super::subject::{INCOME, called};
use super::total::total;
use super::{Figure, Plot, Query, Question, Text};
use crate::budget::{Budget, Kind, Line, Role, Side, Table, column, english};
use crate::locale::Locale;
use crate::money::{Money, Share, largest_first};
use flow::{MoneyFlow, route};

pub const QUESTION: Question = Question {
    id: "income",
    question: ("钱从哪里来？", "Where does the money come from?"),
    answer: income,
    params: &[],
    lacking: ("没有收入表", "no table of income"),
};

/// Columns of an income table that are sums of funds, or of another year.
const NO_FUNDS: [&str; 5] = [column::TOTAL, "current-year", "current-income", INCOME, column::LAST_YEAR];
/// The most lines of a balance's income side that are read as funds.
const MAX_FUNDS: usize = 60;

/// The funds that a budget lives on.
pub struct Funds<'b> {
    /// The table that prints them.
    pub table: &'b Table,
    /// One entry a fund, largest first.
    pub entries: Vec<Entry>,
    /// What each of them is: its column's id, or its line's key.
    pub ids: Vec<&'b str>,
    /// All income.
    pub total: Entry,
}

fn income(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let Funds { table, mut entries, ids, mut total } =
        by_column(budget, locale).or_else(|| by_line(budget, locale)).filter(|funds| !funds.entries.is_empty())?;
    let whole = if total.at.is_some() {
        ("收入合计", "Total income")
    } else {
        ("收入合计（本页相加）", "Total income (added by this page)")
    };
    (total.name, total.short) = (locale.tr(whole.0, whole.1).into(), locale.tr("收入合计", "All income").into());
    let (_, caveat) = shared(&mut entries, total.money, locale);
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.legend = i;
    }
    let (answer, others) = answer(&entries, &ids, &total, locale);
    let mut footnotes: Vec<_> = difference(&entries, &total, locale).into_iter().chain(caveat).collect();
    let funds = Funds { table, entries, ids, total };
    let route = route(budget, &funds, locale);
    // A flow chart of one source shows nothing that the sentence does not.
    let is_one = funds.entries.iter().any(|entry| is_positive(entry) && entry.money == funds.total.money);
    let is_drawn = !is_one && !route.flow.columns.is_empty();
    footnotes.extend(route.notes.iter().map(|note| Text::from(note.as_str())).filter(|_| is_drawn));
    // A band as thin as its share would have no room for its name.
    let whole = funds.total.money.map_or(0, Money::millionths);
    let sizes = route.entries.iter().filter_map(|entry| entry.money).map(Money::millionths);
    if is_drawn && sizes.into_iter().any(|size| size > 0 && size.saturating_mul(20) < whole) {
        let (zh, en) = (
            "图中很小的部分画得比实际宽，好让名称放得下。",
            "Very small parts are drawn wider than they are, so that their names have room.",
        );
        footnotes.push(locale.tr(zh, en).into());
    }
    Some(Figure {
        answer,
        legend: (0..funds.entries.len()).collect(),
        grid: grid(&funds, &route, locale),
        plot: if is_drawn { Plot::Flow(route.flow) } else { Plot::None },
        ranked: !is_one,
        notes: others.into_iter().collect(),
        footnotes: footnotes.into_iter().chain(rounded(table, false, locale)).collect(),
        source: source(table, locale) + route.source,
        entries: route.entries,
        ..QUESTION.figure(locale)
    })
}

/// The funds as the columns of an income table.
fn by_column<'b>(budget: &'b Budget, locale: Locale) -> Option<Funds<'b>> {
    let table = budget.table(Kind::Income).filter(|table| !table.empty)?;
    let lines: Vec<_> = table.first_level().collect();
    let columns = table.columns.iter().filter(|column| !column.text && !NO_FUNDS.contains(&column.id.as_str()));
    let fund = |id: &'b str, printed: &str| {
        let entry = total(table, id, &lines, locale);
        let ours = if entry.at.is_none() && entry.money.is_some() {
            locale.tr("（本页相加）", " (added by this page)")
        } else {
            ""
        };
        let name = called(id, printed, locale);
        (id, Entry { name: name.clone() + ours, short: name, note: None, ..entry })
    };
    let funds = columns.map(|column| fund(&column.id, &column.name)).collect();
    Some(by_size(table, funds, total(table, column::TOTAL, &lines, locale)))
}

/// The funds as the lines of a balance's income side.
fn by_line<'b>(budget: &'b Budget, locale: Locale) -> Option<Funds<'b>> {
    let table = budget.table(Kind::Balance).filter(|table| !table.empty)?;
    let is_income = |line: &&Line| line.side == Some(Side::Income);
    let id = &table.columns.iter().find(|column| column.side == Some(Side::Income) && !column.text)?.id;
    let lines: Vec<_> = table.first_level().filter(is_income).take(MAX_FUNDS).collect();
    let fund = |line: &&'b Line| {
        let entry = Entry::of_cell(table, line, id, locale);
        let name = called(line.subject().unwrap_or_default(), &entry.name, locale);
        (line.label(), Entry { name: name.clone(), short: name, ..entry })
    };
    let funds = lines.iter().map(fund).collect();
    let printed = table.lines.iter().filter(is_income).find(|line| line.role == Role::Total);
    let printed = printed.filter(|line| line.amounts.get(id).is_some());
    let total =
        printed.map_or_else(|| total(table, id, &lines, locale), |line| Entry::of_cell(table, line, id, locale));
    Some(by_size(table, funds, total))
}

fn by_size<'b>(table: &'b Table, funds: Vec<(&'b str, Entry)>, total: Entry) -> Funds<'b> {
    let sizes: Vec<_> = funds.iter().map(|(_, entry)| entry.money.map_or(i128::MIN, Money::millionths)).collect();
    let mut funds: Vec<_> = funds.into_iter().map(Some).collect();
    let (ids, entries) = largest_first(sizes).filter_map(|i| funds[i].take()).unzip();
    Funds { table, entries, ids, total }
}

/// The answer: how much, and mostly from where; and a note if nothing is carried over from last year.
fn answer(entries: &[Entry], ids: &[&str], total: &Entry, locale: Locale) -> (Text, Option<Text>) {
    let some: Vec<_> = ids.iter().zip(entries).filter(|(_, entry)| is_positive(entry)).collect();
    if total.money.is_none() && some.is_empty() {
        return (locale.tr("没有安排收入。", "No income is budgeted.").into(), None);
    }
    let Some((id, first)) = some.first() else {
        let (zh, en) = ("没有安排收入，合计 {0}。", "No income is budgeted: {0} in total.");
        return (locale.tell(zh, en, &[&total.with_unit(locale)]), None);
    };
    // A blank and a zero mean the same for the carry-over: none of it is used.
    let carried = ids.iter().position(|id| *id == column::CARRY_OVER).map(|i| &entries[i]);
    let is_unused = carried.is_some_and(|entry| entry.money.is_none_or(Money::is_zero));
    let unused = if is_unused {
        locale.tr("，没有使用上年结转", "; nothing is carried over from last year")
    } else {
        ""
    };
    if some.len() == 1 && first.money == total.money {
        let (zh, en) = ("{0}全部来自{1}{2}。", "All of the {0} comes from {1}{2}.");
        return (locale.tell(zh, en, &[&total.with_unit(locale), &inside(id, first, locale), &unused]), None);
    }
    let (zh, en) = match some.len() {
        1 => ("收入共 {0}，来自{1} {2}。", "Income is {0}, from {1}, {2}."),
        _ => ("收入共 {0}，最多的来自{1} {2}。", "Income is {0}, mostly from {1}, {2}."),
    };
    let answer = locale.tell(zh, en, &[&total.with_unit(locale), &inside(id, first, locale), &stated(first, locale)]);
    let (zh, en) = ("没有使用上年结转。", "Nothing is carried over from last year.");
    (answer, is_unused.then(|| locale.tr(zh, en).into()))
}

/// The name of a fund inside a sentence, in English with its article if the format has an English name for it.
fn inside(id: &str, entry: &Entry, locale: Locale) -> String {
    article(id, entry, locale).to_string() + &locale.lowercase_first(&entry.short)
}

fn article(id: &str, entry: &Entry, locale: Locale) -> &'static str {
    let wants = english(id).is_some() && !locale.lowercase_first(&entry.short).starts_with("the ");
    if wants { locale.tr("", "the ") } else { "" }
}

/// A note for budgets whose funds add up to something else than all income.
fn difference(entries: &[Entry], total: &Entry, locale: Locale) -> Option<Text> {
    let printed = total.money.filter(|_| total.at.is_some())?;
    let ours =
        Money::sum(entries.iter().filter_map(|entry| entry.money), printed.unit()).filter(|&ours| ours != printed)?;
    Some(locale.tell(
        "各项来源由本页相加为 {0}，文件所列合计为 {1}。",
        "The funds, added by this page, are {0}; the printed total is {1}.",
        &[&locale.exact_money(ours), &total.exactly_with_unit(locale)],
    ))
}

fn grid(funds: &Funds, route: &MoneyFlow, locale: Locale) -> Grid {
    let row = |entry: &Entry| Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]);
    // A sum's share is what the shares of its parts add up to.
    let whole = |whole: &Entry, parts: &[Entry]| {
        let share = Share::sum(parts.iter().filter_map(|part| part.share));
        row(&Entry { share, ..whole.clone() }).sum()
    };
    let (classes, ends) = (&route.entries[route.classes.clone()], &route.entries[route.ends.clone()]);
    let mut rows: Vec<_> = funds.entries.iter().map(row).collect();
    rows.push(whole(&funds.total, &funds.entries));
    rows.extend(classes.iter().map(row));
    rows.extend(route.spent.iter().map(|spent| whole(spent, classes)));
    rows.extend(ends.iter().map(|entry| Row { level: 2, ..row(entry) }));
    Grid::new([locale.tr("项目", "Item"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")], rows)
}
