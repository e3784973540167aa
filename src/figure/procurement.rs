//! The figure on government procurement: goods, works, services.
//!
//! Source: the procurement table (政府采购表); where a document has none, what the narrative states.

use super::classes::shared;
use super::entry::{Entry, by_size, printed_exactly};
use super::grid::{Cell, Grid, Row};
use super::items::{is_positive, largest, rest};
use super::narrative::of_statement;
use super::source::{rounded, source, stated as stated_in};
use super::structure::stated;
use super::subject::called;
use super::total::{difference, total, total_line};
use super::{Figure, Plot, Query, Question, Text};
use crate::budget::{Budget, Kind, Line, Statement, Table, column};
use crate::locale::Locale;
use crate::money::{Money, Share};

pub const QUESTION: Question = Question {
    id: "procurement",
    question: ("政府采购买什么？", "What is bought by government procurement?"),
    answer: procurement,
    params: &[],
    lacking: ("没有政府采购预算", "no procurement budget"),
};

/// The subject of all procurement.
const WHOLE: &str = "procurement";
/// The most parts that a reader can tell apart.
const MAX_ENTRIES: usize = 60;

/// All procurement and its parts, from the table or from the narrative.
struct Procurement {
    whole: Entry,
    parts: Vec<Entry>,
    footnotes: Vec<Text>,
}

fn procurement(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    // A table may print who buys and not what: then the narrative may state it, or there is only the table's total.
    let by_table = by_table(budget, locale);
    let is_told = |bought: &Procurement| !bought.parts.is_empty();
    let printed = by_table.as_ref().is_some_and(is_told) || budget.procurement.is_empty();
    let bought = if printed { by_table } else { by_narrative(budget, locale).or(by_table) };
    let Procurement { whole, parts: mut entries, mut footnotes } = bought?;
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }
    let (_, caveat) = shared(&mut entries, whole.money, locale);
    footnotes.extend(caveat);
    let drawn = (0..entries.len()).filter(|&i| is_positive(&entries[i])).collect();
    Some(Figure {
        answer: answer(&whole, &entries, locale),
        legend: (0..entries.len()).collect(),
        plot: if entries.is_empty() { Plot::None } else { Plot::Lens(drawn) },
        grid: grid(&whole, &entries, locale),
        footnotes,
        source: where_from(budget, printed, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

fn by_table(budget: &Budget, locale: Locale) -> Option<Procurement> {
    let table = budget.table(Kind::Procurement).filter(|table| !table.empty && table.has_column(column::TOTAL))?;
    let lines: Vec<_> = table.first_level().collect();
    if lines.is_empty() && total_line(table).is_none() {
        return None;
    }
    let (listed, small) = largest(table, &lines, MAX_ENTRIES);
    let mut parts: Vec<_> = listed.iter().map(|line| bought(table, line, locale)).collect();
    parts.extend((!small.is_empty()).then(|| rest(table, column::TOTAL, &small, locale)));
    let footnotes = difference(locale.tr("合计", "Total"), table, column::TOTAL, &lines, locale);
    let footnotes = footnotes.into_iter().chain(rounded(table, false, locale)).collect();
    Some(Procurement { whole: total(table, column::TOTAL, &lines, locale), parts, footnotes })
}

/// The entry of a line of the table, with the format's name for what is bought where it has one.
fn bought(table: &Table, line: &Line, locale: Locale) -> Entry {
    let mut entry = Entry::of_cell(table, line, column::TOTAL, locale);
    // A-货物 has its letter in the catalogue of purchases.
    let bare = entry.name.trim_matches(|c: char| c.is_ascii_uppercase() || c == '-');
    if ["货物", "工程", "服务"].contains(&bare) {
        (entry.name, entry.short) = (bare.to_string(), bare.to_string());
    }
    match line.key.as_deref() {
        Some(key) => {
            Entry { name: called(key, &entry.name, locale), short: called(key, &entry.short, locale), ..entry }
        }
        None => entry,
    }
}

fn by_narrative(budget: &Budget, locale: Locale) -> Option<Procurement> {
    let money = |statement: &Statement| {
        statement.amount.map(|amount| Money::new(amount, statement.unit.unwrap_or(budget.document.unit)))
    };
    let entry = |statement: &Statement| {
        // 政府采购货物预算 is called 货物: the figure says what it is about.
        let name = statement.name.strip_prefix("政府采购").unwrap_or(&statement.name);
        let name = name.strip_suffix("预算").filter(|name| !name.is_empty()).unwrap_or(name);
        let called = called(&statement.subject, name, locale);
        Entry { at: of_statement(budget, statement), ..Entry::ours(&called, money(statement), locale) }
    };
    let stated = budget.procurement.iter().take(MAX_ENTRIES);
    // Purchases set aside for smaller firms are some of the same purchases, and no part beside them.
    let is_aside = |statement: &Statement| {
        let name = &statement.name;
        statement.subject.contains("sme")
            || statement.subject.contains("micro")
            || name.contains("中小")
            || name.contains("小微")
    };
    let is_part = |statement: &&Statement| statement.subject != WHOLE && !is_aside(statement);
    let parts = by_size(stated.filter(is_part).map(entry).collect());
    let sum = Money::sum(parts.iter().filter_map(|part| part.money), budget.document.unit);
    let sum = sum.filter(|_| parts.iter().any(|part| part.money.is_some()));
    let stated = budget.procurement.iter().find(|statement| statement.subject == WHOLE);
    let whole = stated.and_then(money);
    let at = stated.filter(|_| whole.is_some()).and_then(|statement| of_statement(budget, statement));
    if whole.is_none() && parts.is_empty() {
        return None;
    }
    let (zh, en) = (
        "各项由本页相加为 {0}，情况说明所列总额为 {1}。",
        "The parts, added by this page, are {0}; the stated total is {1}.",
    );
    let differ = whole.zip(sum).filter(|(whole, sum)| whole != sum);
    let note = differ
        .map(|(whole, sum)| locale.tell(zh, en, &[&locale.exact_money(sum), &printed_exactly(whole, at, locale)]));
    let name = if whole.is_some() {
        locale.tr("合计", "Total")
    } else {
        locale.tr("合计（本页相加）", "Total (added by this page)")
    };
    let whole = Entry { at, ..Entry::ours(name, whole.or(sum), locale) };
    Some(Procurement { whole, parts, footnotes: note.into_iter().collect() })
}

/// The source line: the table, or the sections of the narrative.
fn where_from(budget: &Budget, printed: bool, locale: Locale) -> Text {
    if let Some(table) = budget.table(Kind::Procurement).filter(|_| printed) {
        return source(table, locale);
    }
    let sections = budget.procurement.iter().take(MAX_ENTRIES).map(|statement| statement.section.as_str());
    let unit = budget.procurement.iter().find_map(|statement| statement.unit).unwrap_or(budget.document.unit);
    stated_in(&sections.collect::<Vec<_>>(), unit, locale)
}

fn answer(whole: &Entry, entries: &[Entry], locale: Locale) -> Text {
    let Some(_) = whole.money.filter(|money| !money.is_zero()) else {
        return locale.tr("没有安排政府采购。", "No government procurement is budgeted.").into();
    };
    let largest = entries.iter().find(|entry| is_positive(entry)).map(|largest| {
        let (zh, en) = ("，最多的是{0} {1}", ", mostly for {0}: {1}");
        locale.tell(zh, en, &[&locale.lowercase_first(&largest.short), &stated(largest, locale)])
    });
    locale.tell(
        "政府采购预算 {0}{1}。",
        "The procurement budget is {0}{1}.",
        &[&whole.with_unit(locale), &largest.unwrap_or_default()],
    ) + if entries.is_empty() {
        locale.tr(
            "文件没有列出其中货物、工程和服务各是多少。",
            " How much of it is for goods, works and services is not printed.",
        )
    } else {
        ""
    }
}

fn grid(whole: &Entry, entries: &[Entry], locale: Locale) -> Grid {
    let row = |entry: &Entry| Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]);
    // The whole's share is what the shares of its parts add up to.
    let whole = Entry { share: Share::sum(entries.iter().filter_map(|part| part.share)), ..whole.clone() };
    let head = [locale.tr("采购", "Procurement"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    Grid::new(head, entries.iter().map(row).chain([row(&whole).sum()]).collect())
}
