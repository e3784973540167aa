//! The figure on personnel and operating funds: how much is for each, in all and by economic group?
//!
//! Source: the columns 人员经费 and 公用经费 of the table of basic expenditure by economic item.

use super::classes::shared;
use super::economic;
use super::entry::Entry;
use super::grid::Grid;
use super::items::largest;
use super::series::{Series, colour, parts, row};
use super::source::{rounded, source};
use super::total::{difference, total};
use super::{Figure, Plot, Query, Question, Stack, Text};
use crate::budget::{Budget, Kind, Line, Table, column};
use crate::locale::Locale;
use crate::money::Money;

pub const QUESTION: Question = Question {
    id: "personnel-operating",
    question: ("人员和公用各占多少？", "How much is for staff, how much for operating?"),
    answer: personnel_operating,
    params: &[],
    lacking: ("没有分人员经费和公用经费的表", "no table by personnel and operating"),
};

/// The two series, in their order.
const SERIES: [&str; 2] = [column::PERSONNEL, column::OPERATING];
/// The most groups that a phone shows together with the bar of the whole; the classification has nine.
const MAX_GROUPS: usize = 9;

fn personnel_operating(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let (table, lines) = table(budget)?;
    let whole = basic(table, &lines, locale);
    let mut entries: Vec<_> = (0..SERIES.len()).map(|series| fund(table, &lines, series, locale)).collect();
    let (_, caveat) = shared(&mut entries, whole.money, locale);

    let mut bars = vec![Stack { label: whole.name.clone(), amount: whole.amount.clone(), parts: vec![0, 1] }];
    let mut rows = Vec::new();
    let (groups, small) = largest(table, &lines, MAX_GROUPS);
    for line in &groups {
        let group = group(table, line, locale);
        let first = entries.len();
        entries.extend(parts(table, line, &group, &series(locale), locale));
        rows.push(row(&group.name, &group, &entries[first..]));
        if group.money.is_some_and(|money| !money.is_zero()) {
            bars.push(Stack { label: group.short, amount: group.amount, parts: vec![first, first + 1] });
        }
    }
    rows.push(row(&whole.name, &whole, &entries[..2]).sum());
    let mut footnotes: Vec<_> = apart(&whole, &entries, locale).into_iter().chain(caveat).collect();
    footnotes.extend((0..2).filter_map(|i| difference(&entries[i].name, table, SERIES[i], &lines, locale)));
    if !small.is_empty() {
        let (zh, en) = ("列出的是最大的 {0} 项，原表共 {1} 项。", "Shown are the {0} largest of {1} lines.");
        footnotes.push(locale.format(zh, en, &[&groups.len().to_string(), &lines.len().to_string()]).into());
    }
    let names =
        [("经济分类", "Economic item"), ("合计", "Total"), ("人员经费", "Personnel"), ("公用经费", "Operating")];
    Some(Figure {
        answer: answer(economic::called(budget, table, &whole, locale), &whole, &entries[..2], locale),
        legend: vec![0, 1],
        plot: Plot::Stacks(bars),
        grid: Grid::new(names.map(|(zh, en)| locale.tr(zh, en)), rows),
        footnotes: footnotes.into_iter().chain(rounded(table, false, locale)).collect(),
        source: source(table, locale),
        entries,
        ..QUESTION.figure(locale)
    })
}

/// The table that prints both, and its lines of the first level: basic expenditure by economic item, else one of
/// expenditure by function, else all expenditure by its parts.
fn table(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    let by_function = [Kind::GeneralPublic, Kind::Expenditure].into_iter().filter_map(|kind| budget.table(kind));
    let all = economic::table(budget)
        .into_iter()
        .chain(by_function.filter(|table| !table.empty))
        .chain(budget.parts())
        .chain(budget.basic());
    let mut both = all.filter(|table| SERIES.iter().all(|id| table.has_column(id)));
    both.next().map(|table| (table, table.first_level().collect()))
}

/// All basic expenditure: in a table of more than that, its column of basic expenditure, or the sum of the two series.
fn basic(table: &Table, lines: &[&Line], locale: Locale) -> Entry {
    if table.kind == Some(Kind::BasicEconomic) {
        return total(table, column::TOTAL, lines, locale);
    }
    if table.has_column(column::BASIC) {
        return total(table, column::BASIC, lines, locale);
    }
    let money = SERIES.map(|id| total(table, id, lines, locale).money);
    let sum = match money {
        [Some(staff), Some(operating)] => staff.plus(operating),
        [staff, operating] => staff.or(operating),
    };
    Entry::ours(locale.tr("合计（本页相加）", "Total (added by this page)"), sum, locale)
}

/// The basic expenditure of one line.
fn group(table: &Table, line: &Line, locale: Locale) -> Entry {
    let cell = |id| Entry::of_cell(table, line, id, locale);
    match table.kind {
        Some(Kind::BasicEconomic) => cell(column::TOTAL),
        _ if table.has_column(column::BASIC) => cell(column::BASIC),
        _ => {
            let sum = Money::sum(SERIES.into_iter().filter_map(|id| table.money(line, id)), table.unit);
            let whole = cell(column::TOTAL);
            Entry { short: whole.short, ..Entry::ours(&whole.name, sum, locale) }
        }
    }
}

/// One series over all basic expenditure.
fn fund(table: &Table, lines: &[&Line], series: usize, locale: Locale) -> Entry {
    let names = [("人员经费", "Personnel funds"), ("公用经费", "Operating funds")][series];
    let shorts = [("人员", "Personnel"), ("公用", "Operating")][series];
    let notes = [
        ("工资、社保、公积金和离退休费", "Pay, insurance, the housing fund and pensions"),
        ("办公、水电、接待、用车和办公设备", "Office, utilities, receptions, vehicles and office equipment"),
    ][series];
    Entry {
        name: locale.tr(names.0, names.1).into(),
        short: locale.tr(shorts.0, shorts.1).into(),
        note: Some(locale.tr(notes.0, notes.1).into()),
        series: colour(SERIES[series], series),
        legend: series,
        ..total(table, SERIES[series], lines, locale)
    }
}

/// The two series, with the names of the parts of a class or group.
fn series(locale: Locale) -> [Series<'static>; 2] {
    [(SERIES[0], locale.tr("人员经费", "personnel")), (SERIES[1], locale.tr("公用经费", "operating"))]
}

/// A note, if the two printed totals add up to something else than the printed whole.
fn apart(whole: &Entry, entries: &[Entry], locale: Locale) -> Option<Text> {
    let (printed, staff, operating) = (whole.money?, entries[0].money?, entries[1].money?);
    let ours = staff.plus(operating).filter(|&ours| ours != printed)?;
    Some(locale.tell(
        "人员经费与公用经费由本页相加为 {0}，{1}为 {2}。",
        "Personnel and operating funds, added by this page, are {0}; {1} is {2}.",
        &[
            &locale.exact_money(ours),
            &if whole.at.is_some() { locale.tr("文件所列合计", "the printed total") } else { &whole.name },
            &whole.exactly_with_unit(locale),
        ],
    ))
}

fn answer(name: &str, whole: &Entry, entries: &[Entry], locale: Locale) -> Text {
    let is_some = |entry: &&Entry| entry.money.is_some_and(|money| !money.is_zero());
    let money = |entry: &Entry| entry.money.map_or(i128::MIN, Money::millionths);
    let (more, less) =
        if money(&entries[1]) > money(&entries[0]) { (&entries[1], &entries[0]) } else { (&entries[0], &entries[1]) };
    let Some(_) = whole.money.filter(|_| is_some(&more)) else {
        return locale.tr("没有安排人员经费和公用经费。", "Neither personnel nor operating funds are budgeted.").into();
    };
    let share = more.display_share().unwrap_or_default();
    let (zh, en) = if is_some(&less) && share.is_empty() {
        ("{1} {2}，{3} {4}。", "{1} are {2}, {3} {4}.")
    } else if is_some(&less) {
        ("{1} {2}，占{5}的 {6}。", "{1} are {2}, {6} of {7}.")
    } else if less.unstated {
        ("{5} {0}，其中{1} {2}；未列明{3}。", "{5} is {0}: {1} {2}; {3} not stated.")
    } else {
        ("{5} {0}，其中{1} {2}，没有安排{3}。", "{5} is {0}: {1} {2}, no {3}.")
    };
    locale.tell(
        zh,
        en,
        &[
            &whole.with_unit(locale),
            &if is_some(&less) { more.name.clone() } else { locale.lowercase_first(&more.name) },
            &more.with_unit(locale),
            &locale.lowercase_first(&less.name),
            &less.with_unit(locale),
            &name,
            &share,
            &locale.lowercase_first(name),
        ],
    )
}
