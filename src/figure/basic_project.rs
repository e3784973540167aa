//! The figure on daily running and projects: basic and project expenditure, in all and by class.
//!
//! Source: the columns 基本支出 and 项目支出 of the expenditure table (支出总表).

use super::classes::{by_part, by_total, shared};
use super::entry::Entry;
use super::grid::Grid;
use super::series::{Series, colour, parts, row};
use super::source::{rounded, source};
use super::structure::stated;
use super::total::{difference, total};
use super::{Figure, Plot, Query, Question, Stack, Text};
use crate::budget::{Budget, Line, Table, column};
use crate::locale::Locale;
use crate::money::Money;

pub const QUESTION: Question = Question {
    id: "basic-project",
    question: ("日常运转和项目各占多少？", "How much is daily running, how much projects?"),
    answer: basic_project,
    params: &[],
    lacking: ("没有分基本支出和项目支出的支出表", "no table of expenditure by basic and project"),
};

/// The two series, in their order.
const SERIES: [&str; 2] = [column::BASIC, column::PROJECT];
/// Other parts of expenditure, which some templates print beside basic and project.
pub const THIRD: [&str; 5] = ["reserve", "business", "to-superior", "to-subordinate", "year-end-carry-over"];
/// The most classes that a phone shows together with the bar of the whole; the table has more.
const MAX_BARS: usize = 7;
/// The most rows of the table: as many as a reader scrolls through.
const MAX_ROWS: usize = 60;

fn basic_project(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let (table, lines) = by_part(budget)?;
    let whole = total(table, column::TOTAL, &lines, locale);
    let mut entries = whole_by_series(table, &lines, locale);
    let third = third(table, &lines, locale);
    let called: Vec<_> = third.iter().map(|(_, entry)| entry.short.clone()).collect();
    let beside = third.iter().zip(&called).map(|((id, _), called)| (*id, called.as_str()));
    let series: Vec<Series> = series(locale).into_iter().chain(beside).collect();
    let names = [("功能分类", "Class"), ("合计", "Total"), ("基本支出", "Basic"), ("项目支出", "Project")];
    let mut head: Vec<String> = names.map(|(zh, en)| locale.tr(zh, en).into()).into();
    head.extend(called.iter().cloned());
    entries.extend(third.into_iter().map(|(_, entry)| entry));
    let all: Vec<_> = (0..entries.len()).collect();
    for (id, (column, _)) in series.iter().enumerate() {
        (entries[id].series, entries[id].legend) = (colour(column, id), id);
    }
    let (_, caveat) = shared(&mut entries, whole.money, locale);

    let mut bars = vec![Stack { label: whole.name.clone(), amount: whole.amount.clone(), parts: all.clone() }];
    let mut rows = Vec::new();
    for line in by_total(table, &lines).take(MAX_ROWS) {
        let total = Entry::of_cell(table, line, column::TOTAL, locale);
        let first = entries.len();
        entries.extend(parts(table, line, &total, &series, locale));
        rows.push(row(&total.name, &total, &entries[first..]));
        if total.money.is_some_and(|money| !money.is_zero()) && bars.len() <= MAX_BARS {
            bars.push(Stack { label: total.short, amount: total.amount, parts: (first..entries.len()).collect() });
        }
    }
    rows.push(row(&whole.name, &whole, &entries[..all.len()]).sum());
    let mut footnotes: Vec<_> = left_out(lines.len(), bars.len() - 1, locale).map(Text::from).into_iter().collect();
    let differ = |i: usize| difference(&entries[i].name, table, SERIES[i], &lines, locale);
    footnotes.extend((0..2).filter(|_| !lines.is_empty()).filter_map(differ));
    footnotes.extend(caveat);
    footnotes.extend(rounded(table, false, locale));
    Some(Figure {
        answer: answer(&entries, locale),
        legend: all,
        plot: Plot::Stacks(bars),
        grid: Grid { head, rows, ..Grid::default() },
        footnotes,
        source: source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The other parts of expenditure, where there are some: reserves, business, payments to bodies above and below.
fn third<'b>(table: &'b Table, lines: &[&'b Line], locale: Locale) -> Vec<(&'b str, Entry)> {
    let columns = table.columns.iter().filter(|column| THIRD.contains(&column.id.as_str()));
    let third = columns.filter_map(|column| {
        let name = super::subject::called(&column.id, &column.name, locale);
        let entry = total(table, &column.id, lines, locale);
        let entry = Entry { short: name.clone(), name, note: None, ..entry };
        entry.money.is_some_and(|money| !money.is_zero()).then_some((column.id.as_str(), entry))
    });
    third.collect()
}

/// The two series over the whole budget.
fn whole_by_series(table: &Table, lines: &[&Line], locale: Locale) -> Vec<Entry> {
    let names = [locale.tr("基本支出", "Basic expenditure"), locale.tr("项目支出", "Project expenditure")];
    let notes = [
        locale.tr("维持日常运转：人员、水电、办公、用车", "Daily running: staff, utilities, office, vehicles"),
        locale.tr("完成特定任务的项目", "Projects with a task of their own"),
    ];
    let entry = |(series, id): (usize, &&str)| Entry {
        name: names[series].into(),
        short: locale.tr(["基本", "项目"][series], ["Basic", "Project"][series]).into(),
        note: Some(notes[series].into()),
        ..total(table, id, lines, locale)
    };
    SERIES.iter().enumerate().map(entry).collect()
}

/// The two series, with the names of the parts of a class or group.
fn series(locale: Locale) -> [Series<'static>; 2] {
    [(SERIES[0], locale.tr("基本支出", "basic")), (SERIES[1], locale.tr("项目支出", "project"))]
}

/// A note on the classes that are not drawn, or not even listed; `classes` is their number in all.
fn left_out(classes: usize, drawn: usize, locale: Locale) -> Option<String> {
    let (zh, en) = if classes > MAX_ROWS {
        (
            "图中是最大的 {0} 类，数据表列出最大的 {1} 类，原表共 {2} 类。",
            "Drawn are the {0} largest classes, in the table the {1} largest of {2}.",
        )
    } else if drawn == MAX_BARS && classes > drawn {
        ("图中是最大的 {0} 类，全部 {2} 类见数据表。", "Drawn are the {0} largest classes; the table has all {2}.")
    } else {
        return None;
    };
    Some(locale.format(zh, en, &[&drawn.to_string(), &MAX_ROWS.to_string(), &classes.to_string()]))
}

fn answer(entries: &[Entry], locale: Locale) -> Text {
    let [basic, project, ..] = entries else { return Text::default() };
    let (zh, en, more, less) = match (basic.money, project.money) {
        (None, None) if basic.unstated => {
            return locale
                .tr("基本支出和项目支出都没有列明。", "Neither basic nor project expenditure is stated.")
                .into();
        }
        (Some(_), None) if project.unstated => {
            ("{0} {1}；{2}未列明。", "{0} is {1}; {2} is not stated.", basic, project)
        }
        (None, Some(_)) if basic.unstated => ("{0} {1}；{2}未列明。", "{0} is {1}; {2} is not stated.", project, basic),
        (None, None) => {
            return locale
                .tr("没有安排基本支出，也没有安排项目支出。", "Neither basic nor project expenditure is budgeted.")
                .into();
        }
        (Some(_), None) => ("{0} {1}，没有安排{2}。", "{0} is {1}; no {2} is budgeted.", basic, project),
        (None, Some(_)) => ("{0} {1}，没有安排{2}。", "{0} is {1}; no {2} is budgeted.", project, basic),
        (Some(b), Some(p)) if p == b => {
            ("{0}和{2}一样多，各 {1}。", "{0} and {2} are equal: {1} each.", basic, project)
        }
        (Some(b), Some(p)) if p > b => ("{0} {1}，比{2}多 {3}。", "{0} is {1}, {3} more than {2}.", project, basic),
        (Some(_), Some(_)) => ("{0} {1}，比{2}多 {3}。", "{0} is {1}, {3} more than {2}.", basic, project),
    };
    let difference = more.money.zip(less.money).and_then(|(more, less): (Money, Money)| more.minus(less));
    let difference = difference.map(|difference| locale.money(difference)).unwrap_or_default();
    locale.tell(zh, en, &[&more.name, &stated(more, locale), &locale.lowercase_first(&less.name), &difference])
}
