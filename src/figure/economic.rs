//! The figure on what basic expenditure buys, by economic item (支出经济分类), with personnel and operating costs apart.
//!
//! Source: the table of basic expenditure by economic item (一般公共预算基本支出表).

pub mod notes;

use super::classes::{by_part, give_shares, shared};
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::items::{is_positive, largest, leaves, rest};
use super::series::colour;
use super::source::{rounded, source};
use super::structure::stated;
use super::total::total;
use super::{Branch, Figure, Plot, Query, Question, Text};
use crate::budget::{Budget, Fund, Kind, Line, Role, Table, column};
use crate::locale::Locale;
use crate::money::largest_first;

pub const QUESTION: Question = Question {
    id: "economic",
    question: ("基本支出买了什么？", "What does basic expenditure buy?"),
    answer: economic,
    params: &[],
    lacking: ("没有按经济分类的基本支出表", "no table of basic expenditure by economic item"),
};

/// The two kinds of basic expenditure, each a series.
const KINDS: [&str; 2] = [column::PERSONNEL, column::OPERATING];
/// The colour of items that are neither personnel nor operating.
const MIXED: usize = 7;
/// The most items that a reader can tell apart: the smallest beyond it become one entry, a sum of this program's.
const MAX_ENTRIES: usize = 60;
/// The most rows of the table that a reader scrolls through; the official table has some seventy.
const MAX_ROWS: usize = 80;

fn economic(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let table = table(budget)?;
    let parents: Vec<_> = table.first_level().collect();
    let leaves: Vec<_> = leaves(table).collect();
    let whole = total(table, column::TOTAL, if parents.is_empty() { &leaves } else { &parents }, locale);
    let (items, small) = largest(table, &leaves, MAX_ENTRIES);
    let mut entries: Vec<_> = items.iter().map(|line| item(table, line, locale)).collect();
    if !small.is_empty() {
        entries.push(Entry { series: MIXED, ..rest(table, column::TOTAL, &small, locale) });
    }
    let (_, caveat) = shared(&mut entries, whole.money, locale);
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.legend = i;
    }
    let (notes, mut footnotes) = notes::notes(budget, table, &parents, &whole, locale);
    footnotes.extend(caveat);
    footnotes.extend(rounded(table, false, locale));
    Some(Figure {
        answer: answer(budget, table, &parents, &whole, &entries[..items.len()], locale),
        legend: (0..entries.len()).collect(),
        plot: Plot::Treemap(branches(table, &items, &entries, locale)),
        ranked: true,
        grid: grid(table, &whole, locale),
        notes,
        footnotes,
        source: source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The table of basic expenditure by economic item, if it has lines.
pub fn table(budget: &Budget) -> Option<&Table> {
    let table = budget.table(Kind::BasicEconomic).filter(|table| !table.empty && table.has_column(column::TOTAL))?;
    table.lines.iter().any(|line| line.role == Role::Item).then_some(table)
}

/// The entry of one item; its series is the kind of expenditure that most of it is.
fn item(table: &Table, line: &Line, locale: Locale) -> Entry {
    let [staff, operating] = KINDS.map(|id| table.money(line, id).filter(|money| !money.is_zero()));
    let (zh, en, series) = match (staff, operating) {
        (None, None) => ("", "", MIXED),
        (Some(_), None) => ("人员经费", "Personnel", colour(KINDS[0], 0)),
        (None, Some(_)) => ("公用经费", "Operating", colour(KINDS[1], 1)),
        (Some(staff), Some(operating)) => (
            "人员经费 {0}，公用经费 {1}",
            "Personnel {0}, operating {1}",
            colour(KINDS[usize::from(operating > staff)], 0),
        ),
    };
    let [staff, operating] =
        [staff, operating].map(|money| money.map(|money| locale.number(money)).unwrap_or_default());
    let kind = locale.format(zh, en, &[&staff, &operating]);
    let entry = Entry::of_cell(table, line, column::TOTAL, locale);
    let note = match entry.note {
        Some(note) if !kind.is_empty() => kind + locale.tr("：", ": ") + &note,
        note => note.unwrap_or(kind),
    };
    Entry { note: Some(note).filter(|note| !note.is_empty()), series, ..entry }
}

/// One branch for each line of the first level that has items with an amount, the largest first.
fn branches(table: &Table, items: &[&Line], entries: &[Entry], locale: Locale) -> Vec<Branch> {
    // Which branch each item stands in: by the printed order, in one walk through the table.
    let mut branches = vec![Branch { label: String::new(), parts: Vec::new() }];
    let mut sizes = vec![0];
    let mut place = Vec::new();
    for line in table.lines.iter().filter(|line| line.role == Role::Item) {
        if line.level() == 1 {
            let name = locale.lang.name(&line.name, line.name_en.as_deref());
            branches.push(Branch { label: super::entry::short(name).into(), parts: Vec::new() });
            sizes.push(0);
        }
        place.push((std::ptr::from_ref(line), branches.len() - 1));
    }
    let mut add = |branch: usize, id: usize| {
        if let Some(money) = entries[id].money.filter(|_| is_positive(&entries[id])) {
            branches[branch].parts.push(id);
            sizes[branch] += money.millionths();
        }
    };
    for (id, item) in items.iter().enumerate() {
        if let Some((_, branch)) = place.iter().find(|(line, _)| std::ptr::eq(*line, *item)) {
            add(*branch, id);
        }
    }
    if let Some(id) = entries.len().checked_sub(1).filter(|id| *id == items.len()) {
        add(0, id);
    }
    let mut branches: Vec<_> =
        branches.into_iter().map(|branch| Some(branch).filter(|branch| !branch.parts.is_empty())).collect();
    largest_first(sizes).filter_map(|i| branches[i].take()).collect()
}

fn answer(budget: &Budget, table: &Table, parents: &[&Line], whole: &Entry, entries: &[Entry], locale: Locale) -> Text {
    let Some(named) = entries.iter().find(|entry| is_positive(entry)).filter(|_| whole.money.is_some()) else {
        return locale.tr("没有安排基本支出。", "No basic expenditure is budgeted.").into();
    };
    let mut groups: Vec<_> =
        largest(table, parents, 2).0.iter().map(|line| Entry::of_cell(table, line, column::TOTAL, locale)).collect();
    groups.truncate(1);
    give_shares(&mut groups, whole.money);
    // A table of the first level only has no other items.
    let group = groups.first().filter(|group| group.name != named.name && is_positive(group));
    let largest = group.unwrap_or(named);
    let (zh, en) = ("{0} {1}，最多的是{2} {3}。", "{0} is {1}, the largest part {2}, {3}.");
    let name = called(budget, table, whole, locale);
    locale.tell(
        zh,
        en,
        &[&name, &whole.with_unit(locale), &locale.lowercase_first(&largest.short), &stated(largest, locale)],
    )
}

/// The name of the table's total: with the name of its fund, if all basic expenditure is another amount.
pub fn called(budget: &Budget, table: &Table, whole: &Entry, locale: Locale) -> &'static str {
    let all = by_part(budget).map(|(parts, lines)| total(parts, column::BASIC, &lines, locale));
    let is_other = all.and_then(|all| all.money).is_some_and(|all| whole.money.is_some_and(|whole| whole != all));
    match table.coordinates(budget.document.year).fund {
        Some(Fund::Appropriation) if is_other => {
            locale.tr("财政拨款基本支出", "Basic expenditure from fiscal appropriations")
        }
        Some(Fund::GeneralPublic) if is_other => {
            locale.tr("一般公共预算基本支出", "Basic expenditure from the general public budget")
        }
        _ => locale.tr("基本支出", "Basic expenditure"),
    }
}

fn grid(table: &Table, whole: &Entry, locale: Locale) -> Grid {
    let columns = || KINDS.into_iter().filter(|id| table.has_column(id));
    let cells = |name: &str, total: &Entry, line: Option<&Line>| {
        let kinds = columns()
            .map(|id| line.map_or_else(Cell::default, |line| Cell::amount(&Entry::of_cell(table, line, id, locale))));
        Row::of([Cell::text(name), Cell::amount(total)].into_iter().chain(kinds).collect::<Vec<_>>())
    };
    let mut rows: Vec<_> = table
        .lines
        .iter()
        .filter(|line| line.role != Role::Total)
        .take(MAX_ROWS)
        .map(|line| {
            let entry = Entry::of_cell(table, line, column::TOTAL, locale);
            Row { level: line.level(), sum: line.role == Role::Subtotal, ..cells(&entry.name, &entry, Some(line)) }
        })
        .collect();
    rows.push(cells(&whole.name, whole, super::total::total_line(table)).sum());
    let name = |id| {
        locale.tr(
            if id == KINDS[0] { "人员经费" } else { "公用经费" },
            if id == KINDS[0] { "Personnel" } else { "Operating" },
        )
    };
    let head =
        [locale.tr("经济分类", "Economic item"), locale.tr("合计", "Total")].into_iter().chain(columns().map(name));
    Grid { head: head.map(String::from).collect(), rows, ..Grid::default() }
}
