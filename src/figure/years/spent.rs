//! Whether a year's budget was spent: the final account (决算) beside the budget of the same year, class by class.

use super::own;
use super::points::at;
use crate::budget::{Budget, Others, column};
use crate::figure::classes::{classes, lines};
use crate::figure::grid::{Cell, Grid, Row};
use crate::figure::ratio::share;
use crate::figure::{Entry, Section};
use crate::locale::Locale;
use crate::money::Share;

/// One section for each year of which both documents are open, the newest first.
pub fn sections(budget: &Budget, others: &Others, locale: Locale) -> Vec<Section> {
    let documents: Vec<_> = own(budget, others).collect();
    let settled = documents.iter().rev().filter(|(_, document)| document.is_final());
    let pairs = settled.filter_map(|settled| {
        let year = settled.1.document.year;
        let planned = documents.iter().find(|(_, own)| own.document.year == year && !own.is_final())?;
        section(budget, others, *planned, *settled, locale)
    });
    pairs.collect()
}

fn section(
    budget: &Budget,
    others: &Others,
    (before, planned): (usize, &Budget),
    (after, settled): (usize, &Budget),
    locale: Locale,
) -> Option<Section> {
    let (all, spent) = (classes(planned, locale)?, classes(settled, locale)?);
    let there = |index, entry: &Entry| Cell { at: at(budget, others, index, entry.at), ..Cell::amount(entry) };
    let row = |name: &str, plan: Option<Entry>, spent: Option<Entry>| {
        let cell = |index, entry: &Option<Entry>| match entry {
            Some(entry) => there(index, entry),
            None => Cell::money(None, locale),
        };
        let moneys = plan.as_ref().and_then(|plan| plan.money).zip(spent.as_ref().and_then(|spent| spent.money));
        let rate = moneys.and_then(|(plan, spent)| share(spent, plan));
        let rate = Cell::text(rate.map_or_else(|| "—".into(), Share::display));
        Row::of([Cell::text(name), cell(before, &plan), cell(after, &spent), rate])
    };
    let find = |document: &Budget, code: Option<&str>| {
        let (table, lines) = lines(document)?;
        let line = lines.into_iter().find(|line| line.code.is_some() && line.code.as_deref() == code)?;
        Some(Entry::of_cell(table, line, column::TOTAL, locale))
    };
    let mut rows = Vec::new();
    for line in &all.lines {
        let plan = Entry::of_cell(all.table, line, column::TOTAL, locale);
        rows.push(row(&plan.name.clone(), Some(plan), find(settled, line.code.as_deref())));
    }
    for line in spent.lines.iter().filter(|line| find(planned, line.code.as_deref()).is_none()) {
        let own = Entry::of_cell(spent.table, line, column::TOTAL, locale);
        rows.push(row(&own.name.clone(), None, Some(own)));
    }
    let rate = all.total.money.zip(spent.total.money).and_then(|(plan, spent)| share(spent, plan));
    rows.push(row(locale.tr("合计", "Total"), Some(all.total), Some(spent.total)).sum());
    let year = settled.document.year.to_string();
    let (zh, en) = ("{0} 年的钱花完了吗？", "Was the money of {0} spent?");
    let answer = rate.map(|rate| {
        let (zh, en) = (
            "决算是预算的 {0}（本页计算）。预算是年初批准的，年中可能调整过。",
            "The final account is {0} of the budget (worked out by this page), which was approved at the year’s beginning and may have been adjusted.",
        );
        locale.format(zh, en, &[&rate.display()])
    });
    let head = [
        locale.tr("功能分类", "Class"),
        locale.tr("预算", "Budget"),
        locale.tr("决算", "Final account"),
        locale.tr("决算占预算", "Share spent"),
    ];
    Some(Section {
        title: locale.format(zh, en, &[&year]),
        paragraphs: answer.into_iter().collect(),
        grid: Some(Grid::new(head, rows)),
        ..Section::default()
    })
}
