//! The figure on changes from last year: every item whose change the document prints or states, and why.
//!
//! Source: the expenditure table (支出总表) where it prints last year beside this; and the narrative,
//! which states changes, from which last year follows and is labelled so.

pub mod comparisons;

use self::comparisons::matters;
pub use self::comparisons::{Comparison, in_unit_of_text};
use super::entry::{Entry, printed};
use super::grid::{Cell, Grid, Row};
use super::items::is_nonzero;
use super::last_year::{amount, base, derived, heading, last_year, moved, reasons, with_rate};
use super::source::{narrative, source, stated};
use super::subject::name as subject_name;
use super::subject::{APPROPRIATION, EXPENDITURE, GENERAL_PUBLIC, INCOME};
use super::two_years::two_years;
use super::{Figure, Query, Question, Text, even};
use crate::budget::{Budget, Statement, Table};
use crate::locale::{Locale, padded};
use crate::money::{Money, largest_first};

pub const QUESTION: Question = Question {
    id: "change",
    question: ("比上年多了还是少了？", "More or less than last year?"),
    answer: change,
    params: &[],
    lacking: ("没有说明与上年相比的变化", "no statement of a change on last year"),
};

/// The most changes without an amount of this year that the notes list.
const MAX_BARE: usize = 6;

fn change(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let locale = in_unit_of_text(budget, locale);
    let (matters, table, all) = matters(budget, locale);
    let main = main(&matters)?;
    let answer = answer(budget, &matters[main], locale);
    let among = locale.places(&mut matters.iter().filter_map(|matter| matter.entry.change));
    let given =
        matters.iter().filter_map(|matter| Some((locale.lowercase_first(&matter.entry.short), matter.reason.clone()?)));
    let (listed, same) = once(&matters, main);
    let unsaid = unsaid(budget, &listed, locale);
    let notes = reasons(given, locale).into_iter().chain(bare(budget, locale)).chain(unsaid).map(Text::from);
    let entry = |(i, matter): (usize, &&Comparison)| Entry {
        legend: i,
        note: Some(describe(matter, among, locale)),
        ..matter.entry.clone()
    };
    let mut entries: Vec<_> = listed.iter().enumerate().map(entry).collect();
    even(&mut entries);
    // Classes of the table that prints both years are parts of its total; items of the narrative may be parts of parts.
    let is_part = |i: &usize| *i > 0 && listed[*i].table.is_some() && listed[0].table.is_some();
    let parts: Vec<_> = (0..listed.len()).filter(is_part).collect();
    let printed = table.filter(|_| listed[0].table.is_some());
    let names =
        [heading(budget, printed, locale), locale.format("{0} 年", "{0}", &[&budget.document.year.to_string()])];
    Some(Figure {
        answer,
        plot: two_years(&mut entries, &parts, &matters[main].entry, names, locale),
        legend: (0..listed.len()).collect(),
        ranked: true,
        grid: grid(budget, table, &matters, locale),
        notes: notes.collect(),
        footnotes: footnotes(budget, table, &matters, all, &same, locale),
        source: where_from(budget, table, &matters, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The items in the order of the list: `main`, then by their amounts; and, apart, those left out because amount and
/// change are listed already under another name: a fund that is all income, a sum of one part.
fn once<'m, 'b>(matters: &'m [Comparison<'b>], main: usize) -> (Vec<&'m Comparison<'b>>, Vec<&'m Comparison<'b>>) {
    let size = |matter: &Comparison| matter.entry.money.map_or(i128::MIN, Money::millionths);
    let others = (0..matters.len()).filter(|i| *i != main);
    let mut listed = vec![&matters[main]];
    let mut same = Vec::new();
    for matter in others.map(|i| &matters[i]) {
        let is_same = |other: &&&mut &Comparison| {
            let (one, two) = (&matter.entry, &other.entry);
            let is_stated = matter.table.is_none() || other.table.is_none();
            is_stated && is_nonzero(one) && moved(one).is_some() && (one.money, one.change) == (two.money, two.change)
        };
        match listed.iter_mut().enumerate().find(|(_, other)| is_same(&other)) {
            None => listed.push(matter),
            Some((0, _)) => same.push(matter),
            // The part, which comes after its sum, says more and takes the sum's place.
            Some((_, sum)) => same.push(std::mem::replace(sum, matter)),
        }
    }
    let sizes: Vec<_> = listed.iter().enumerate().map(|(i, one)| if i == 0 { i128::MAX } else { size(one) }).collect();
    (largest_first(sizes).map(|i| listed[i]).collect(), same)
}

/// The footnotes: where last year's amounts are from, and what is not listed.
fn footnotes(
    budget: &Budget,
    table: Option<&Table>,
    matters: &[Comparison],
    all: usize,
    same: &[&Comparison],
    locale: Locale,
) -> Vec<Text> {
    let [stated, printed] = [true, false].map(|stated| matters.iter().any(|matter| matter.table.is_none() == stated));
    let mut footnotes: Vec<Text> = Vec::new();
    footnotes.extend(printed.then(|| derived(budget, table, locale).into()));
    footnotes.extend(stated.then(|| derived(budget, None, locale).into()));
    if !same.is_empty() {
        let names: Vec<_> = same.iter().map(|matter| locale.lowercase_first(&matter.entry.name)).collect();
        let (zh, en) = (
            "金额和增减都与列出的一项相同，所以没有再列：{0}。",
            "Not listed again, because amount and change are those of a listed item: {0}.",
        );
        footnotes.push(locale.format(zh, en, &[&names.join(locale.tr("、", ", "))]).into());
    }
    if all > matters.len() {
        let (zh, en) = ("列出的是其中 {0} 项，文件共列出 {1} 项变化。", "Shown are {0} of the document's {1} changes.");
        footnotes.push(locale.format(zh, en, &[&matters.len().to_string(), &all.to_string()]).into());
    }
    footnotes
}

/// The change of the whole budget: of expenditure, or income, or a fund as large as `total`; with a note if the
/// document does not say what of it changed.
pub fn of_all(budget: &Budget, total: Option<Money>, locale: Locale) -> Option<(Comparison<'_>, Option<String>)> {
    /// Two roundings of one amount, in millionths of a yuan.
    const ROUNDING: i128 = 500_000_000;
    let locale = in_unit_of_text(budget, locale);
    let (matters, ..) = matters(budget, locale);
    let main = main(&matters)?;
    let unsaid = unsaid(budget, &once(&matters, main).0, locale);
    let matter = matters.into_iter().nth(main)?;
    let is_total = || Some(matter.entry.money?.minus(total?)?.abs().millionths() <= ROUNDING);
    ([EXPENDITURE, INCOME].contains(&matter.subject) || is_total() == Some(true)).then_some((matter, unsaid))
}

/// The item that the answer is about: all expenditure, or else all income, or else the largest change.
fn main(matters: &[Comparison]) -> Option<usize> {
    let of = |subject| matters.iter().position(|matter| matter.subject == subject);
    let size = |matter: &Comparison| matter.entry.change.map_or(0, |change| change.abs().millionths());
    let all = || [EXPENDITURE, INCOME, APPROPRIATION, GENERAL_PUBLIC].into_iter().find_map(of);
    all().or_else(|| largest_first(matters.iter().map(size)).next())
}

fn answer(budget: &Budget, matter: &Comparison, locale: Locale) -> Text {
    let year = budget.document.year.to_string();
    let name = match matter.subject {
        EXPENDITURE => locale.tr("支出", "expenditure").into(),
        INCOME => locale.tr("收入", "income").into(),
        _ => locale.lowercase_first(&matter.entry.name),
    };
    let change = matter.entry.change.unwrap_or(Money::zero(locale.unit));
    let (zh, en) = match (change.is_zero(), change.is_negative()) {
        (true, _) => ("{0} 年{1}与上年{5}相同，为 {4}。", "In {0}, {1} is as much as last year{5}, {4}."),
        (_, true) => ("{0} 年{1}比上年{5}减少 {2}{3}。", "In {0}, {1} is {2} less than last year{5}{3}."),
        (_, false) => ("{0} 年{1}比上年{5}增加 {2}{3}。", "In {0}, {1} is {2} more than last year{5}{3}."),
    };
    let rate = matter.rate.as_ref().map(|[_, rate]| locale.format("（{0}）", " ({0})", &[rate])).unwrap_or_default();
    let now = matter.entry.money.map(|_| matter.entry.with_unit(locale)).unwrap_or_default();
    let base = base(matter.base, locale);
    let base = if base.is_empty() { String::new() } else { locale.format("{0}", "’s {0}", &[base]) };
    locale.tell(zh, en, &[&year, &name, &printed(change.abs(), matter.stated, locale), &rate, &now, &base])
}

/// A note that the document does not say what grew, or shrank, if none of the items listed changed as the whole did.
fn unsaid(budget: &Budget, listed: &[&Comparison], locale: Locale) -> Option<String> {
    let way = |matter: &&Comparison| matter.entry.change.filter(|change| !change.is_zero()).map(Money::is_negative);
    let (whole, parts) = listed.split_first()?;
    let shrank = way(whole)?;
    let is_all = [EXPENDITURE, INCOME, APPROPRIATION, GENERAL_PUBLIC].contains(&whole.subject);
    let (zh, en) = if shrank {
        ("文件没有写明具体减少了哪些。", "The document does not say which of it shrank.")
    } else {
        ("文件没有写明具体增加了哪些。", "The document does not say which of it grew.")
    };
    (is_all && bare(budget, locale).is_none() && parts.iter().all(|part| way(part) != Some(shrank)))
        .then(|| locale.tr(zh, en).into())
}

/// A note that lists the changes which are stated without the amount that changed.
fn bare(budget: &Budget, locale: Locale) -> Option<String> {
    let is_bare = |statement: &&Statement| {
        statement.change.is_some() && statement.amount.is_none() && statement.last_year.is_none()
    };
    let told = |statement: &Statement| {
        Some(locale.with_space(&subject_name(budget, statement, locale)) + &locale.change(amount(budget, statement)?))
    };
    let list: Vec<_> = budget.statements.iter().filter(is_bare).filter_map(told).take(MAX_BARE).collect();
    let (zh, en) = ("只说明了增减额的：{0}。", "Stated as a change alone: {0}.");
    (!list.is_empty()).then(|| locale.format(zh, en, &[&list.join(locale.tr("；", "; "))]))
}

/// A change in words: `比上年 +2,034.24（+74.8%）`, with no fewer decimal places than the other changes.
fn describe(matter: &Comparison, among: usize, locale: Locale) -> String {
    match matter.entry.change {
        None => String::new(),
        Some(change) if change.is_zero() => locale.tr("与上年相同", "unchanged").into(),
        Some(change) => {
            let rate = matter.rate.as_ref().map(|[_, told]| told.clone());
            let change = with_rate(padded(&locale.change(change), among), rate, locale);
            locale.format("比上年 {0}", "{0} on last year", &[&change])
        }
    }
}

fn grid(budget: &Budget, table: Option<&Table>, matters: &[Comparison], locale: Locale) -> Grid {
    let row = |matter: &Comparison| {
        let change = match matter.entry.change {
            Some(change) if change.is_zero() => Cell::text(locale.tr("与上年相同", "unchanged")),
            change => Cell::change(change, locale),
        };
        Row::of([
            Cell::text(&matter.entry.name),
            Cell::amount(&matter.entry),
            change,
            Cell::text(matter.rate.as_ref().map_or("—", |[exact, _]| exact)),
            Cell { at: matter.last, ..Cell::money(last_year(&matter.entry), locale) },
        ])
    };
    let year = locale.format("{0} 年", "{0}", &[&budget.document.year.to_string()]);
    let printed = table.filter(|_| matters.iter().any(|matter| matter.table.is_some()));
    let last = heading(budget, printed, locale);
    let head = [locale.tr("项目", "Item"), &year, locale.tr("比上年", "Change"), locale.tr("变化率", "Rate"), &last];
    Grid::new(head, matters.iter().map(row).collect())
}

/// The source line: the table, if it prints last year, and the sections of the narrative that state changes.
fn where_from(budget: &Budget, table: Option<&Table>, matters: &[Comparison], locale: Locale) -> Text {
    let mut sections: Vec<_> = matters.iter().filter_map(|matter| matter.section).collect();
    // 五（一） is in 五.
    let all = sections.clone();
    let is_within = |own: &str, other: &str| own.strip_prefix(other).is_some_and(|rest| rest.starts_with('（'));
    sections.retain(|own| !all.iter().any(|other| is_within(own, other)));
    match table {
        None => stated(&sections, budget.document.unit, locale),
        Some(table) if sections.is_empty() => source(table, locale),
        Some(table) => source(table, locale) + "\u{a0}· " + narrative(&sections, locale),
    }
}
