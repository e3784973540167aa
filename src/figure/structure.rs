//! What is the money for? Expenditure by functional class (类).
//!
//! Source: the expenditure table (支出总表); where a document has none, the general public budget's
//! (一般公共预算支出表), then the expenditure side of the balance (收支总表).

use super::classes::{Classes, classes, total_line};
use super::entry::Entry;
use super::grid::{Cell, Grid};
use super::{Figure, Plot, Question};
use crate::budget::{Budget, column};
use crate::money::Money;
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "structure",
    answer: structure,
    lacking: ("没有按功能分类的支出表", "no table of expenditure by functional class"),
};

fn structure(budget: &Budget, words: Words) -> Option<Figure> {
    let classes = classes(budget, words)?;
    let Classes { table, ref entries, printed, ours, .. } = classes;
    let drawn = |i: &usize| entries[*i].money.is_some_and(|m| !m.is_zero() && !m.is_negative());
    let mut notes = Vec::new();
    if let Some(printed) = printed.filter(|&printed| printed != ours) {
        notes.push(words.say(
            "各项由本页相加为 {0}，表中印的合计是 {1}。",
            "The lines, added by this page, are {0}; the printed total is {1}.",
            &[&words.money(ours), &words.money(printed)],
        ));
    }
    Some(Figure {
        id: QUESTION.id,
        question: words.pick("钱用在哪里？", "What is the money for?").into(),
        answer: answer(entries, ours, words),
        legend: (0..entries.len()).collect(),
        plot: Plot::Lens((0..entries.len()).filter(drawn).collect()),
        grid: grid(&classes, words),
        notes,
        source: super::headline::source(table, classes.shares, words),
        entries: classes.entries,
    })
}

fn answer(entries: &[Entry], whole: Money, words: Words) -> String {
    let Some(first) = entries.iter().find(|entry| entry.money.is_some_and(|m| !m.is_zero() && !m.is_negative())) else {
        return words.pick("这份预算没有安排支出。", "This budget plans no expenditure.").into();
    };
    let others: Vec<_> = entries.iter().filter(|e| *e != first && e.money.is_some_and(|m| !m.is_zero())).collect();
    let share = stated(first, words);
    let rest = others.iter().filter_map(|entry| entry.money).try_fold(Money::zero(whole.unit()), Money::plus);
    let rest = rest.map(|rest| words.money(rest)).unwrap_or_default();
    let separator = words.pick("、", ", ");
    let named = others.iter().take(3).map(|entry| words.inside(&entry.short)).collect::<Vec<_>>().join(separator);
    let largest = words.inside(&first.short);
    let more = if others.len() > 3 { words.pick("等", " and others") } else { "" };
    if others.is_empty() {
        return words.say("全部 {0}用于{1}。", "All {0} goes to {1}.", &[&share, &largest]);
    }
    words.say(
        "{0}用于{1}，其余 {2}用于{3}{4}。",
        "{0} goes to {1}; the other {2} to {3}{4}.",
        &[&share, &largest, &rest, &named, more],
    )
}

/// `4,560.06 万元（95.92%）`
pub fn stated(entry: &Entry, words: Words) -> String {
    let share = entry.share.map(|share| words.say("（{0}）", " ({0})", &[&share.to_string()])).unwrap_or_default();
    entry.amount.clone() + " " + words.unit_name() + &share
}

fn grid(classes: &Classes, words: Words) -> Grid {
    let row = |entry: &Entry| vec![Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)];
    let mut rows: Vec<_> = classes.entries.iter().map(row).collect();
    let all = Cell::text(classes.shares.map_or_else(|| "—".into(), |share| share.to_string()));
    rows.push(if let Some(line) = total_line(classes.table).filter(|_| classes.printed.is_some()) {
        let total = Entry::of_cell(classes.table, line, column::TOTAL, words);
        vec![Cell::text(words.pick("合计", "Total")), Cell::amount(&total), all]
    } else {
        let name = words.pick("合计（本页相加）", "Total (added by this page)");
        vec![Cell::text(name), Cell::text(words.number(classes.ours)), all]
    });
    let head = [words.pick("功能分类", "Class"), words.pick("金额", "Amount"), words.pick("占比", "Share")];
    Grid { head: head.map(String::from).into(), rows }
}
