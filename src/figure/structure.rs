//! The figure on what the money is for: expenditure by functional class (类).
//!
//! Source: the expenditure table (支出总表); where a document has none, the general public budget's
//! (一般公共预算支出表), then the expenditure side of the balance (收支总表).

pub mod drill;

use super::classes::{Classes, classes};
use super::entry::Entry;
use super::grid::{Cell, Grid, Row};
use super::items::is_positive;
use super::source::{rounded, source};
use super::total::difference;
use super::{Figure, Plot, Query, Question, Text};
use crate::budget::{Budget, column};
use crate::locale::Locale;
use crate::money::{Money, largest_first};

pub const QUESTION: Question = Question {
    id: "structure",
    question: ("钱用在哪里？", "What is the money for?"),
    answer: structure,
    params: &[],
    lacking: ("没有按功能分类的支出表", "no table of expenditure by functional class"),
};

/// A part with fewer hundredths of a percent is magnified in the chart on every screen.
const SMALL: i128 = 200;
/// The most other classes that the answer names.
const NAMED: usize = 3;

fn structure(budget: &Budget, _: &Query, locale: Locale) -> Option<Figure> {
    let classes = classes(budget, locale)?;
    let Classes { table, ref lines, ref entries, .. } = classes;
    // The sum of the smallest, last in the legend, may be larger than the classes before it.
    let sizes: Vec<_> = entries.iter().map(|entry| entry.money.map_or(i128::MIN, Money::millionths)).collect();
    let drawn = largest_first(sizes).take_while(|&i| is_positive(&entries[i])).collect();
    let name = locale.tr("合计", "Total");
    let (answer, others) = answer(&classes, locale);
    let is_small = |entry: &Entry| is_positive(entry) && entry.share.is_some_and(|share| share.hundredths() < SMALL);
    let how_to_read = entries.iter().any(is_small).then(|| {
        Text::from(locale.tr(
            "图的读法：太小看不清的几块，在下面放大再画一遍。",
            "How to read the chart: parts too small to see are drawn once more below, magnified.",
        ))
    });
    let mut footnotes: Vec<_> = difference(name, table, column::TOTAL, lines, locale).into_iter().collect();
    footnotes.extend(classes.caveat.clone());
    footnotes.extend(rounded(table, classes.shares.is_some(), locale));
    Some(Figure {
        answer,
        legend: (0..entries.len()).collect(),
        plot: Plot::Lens(drawn),
        grid: grid(&classes, locale),
        notes: super::headline::partial(budget, &classes, locale)
            .into_iter()
            .chain(others)
            .chain(how_to_read)
            .collect(),
        source: source(table, locale),
        footnotes,
        entries: classes.entries,
        ..QUESTION.figure(locale)
    })
}

/// The answer on the largest class; and notes on the others.
fn answer(classes: &Classes, locale: Locale) -> (Text, Vec<Text>) {
    let entries = &classes.entries;
    let Some(first) = entries.iter().find(|entry| is_positive(entry)) else {
        let (zh, en) = ("没有安排支出，合计 {0} {1}。", "No expenditure is planned: {0} {1} in total.");
        return (locale.tell(zh, en, &[&classes.total.display(), &locale.unit_name()]), Vec::new());
    };
    let named = |entries: &[&Entry]| {
        let names = entries.iter().take(NAMED).map(|entry| locale.lowercase_first(&entry.short)).collect::<Vec<_>>();
        let more = if entries.len() > NAMED { locale.tr("等", " and others") } else { "" };
        names.join(locale.tr("、", ", ")) + more
    };
    let sum = |entries: &[&Entry]| {
        let mut moneys = entries.iter().filter_map(|entry| entry.money);
        let first = moneys.next()?;
        moneys.try_fold(first, Money::plus).map(|sum| locale.money(sum))
    };
    let others: Vec<_> = entries.iter().filter(|entry| *entry != first && is_positive(entry)).collect();
    let negative: Vec<_> = entries.iter().filter(|entry| entry.money.is_some_and(Money::is_negative)).collect();
    // The other classes are the rest of the total only if the shares add up to it.
    let (zh, en) = if classes.shares.is_some_and(|all| all.hundredths() == 10_000) {
        ("其余 {0}用于{1}。", "The other {0} goes to {1}.")
    } else {
        ("另有 {0}用于{1}。", "{0} goes to {1}.")
    };
    let rest = sum(&others).map(|rest| locale.format(zh, en, &[&rest, &named(&others)]));
    let less = sum(&negative);
    let less = less.map(|less| locale.format("另有冲减 {0}（{1}）。", "Less {0} ({1}).", &[&less, &named(&negative)]));
    let answer = locale.tell(
        "{0}用于{1}。",
        "{0} goes to {1}.",
        &[&stated(first, locale), &locale.lowercase_first(&first.short)],
    );
    (answer, rest.into_iter().chain(less).map(Text::from).collect())
}

/// The amount of an entry with its share: `4,560.06 万元（95.9%）`.
pub fn stated(entry: &Entry, locale: Locale) -> Text {
    let share = entry.display_share().map(|share| locale.format("（{0}）", " ({0})", &[&share])).unwrap_or_default();
    entry.display() + " " + locale.unit_name() + share
}

fn grid(classes: &Classes, locale: Locale) -> Grid {
    let row = |entry: &Entry| Row::of([Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]);
    let all = Cell::text(classes.shares.map_or_else(|| "—".into(), |share| share.to_string()));
    let total = Row::of([Cell::text(&classes.total.name), Cell::amount(&classes.total), all]).sum();
    let head = [locale.tr("功能分类", "Class"), locale.tr("金额", "Amount"), locale.tr("占比", "Share")];
    Grid::new(head, classes.entries.iter().map(row).chain([total]).collect())
}
