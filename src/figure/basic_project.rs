//! Running the office, or getting things done? Basic against project expenditure, by class too.
//!
//! Source: the columns 基本支出 and 项目支出 of the expenditure table (支出总表).

use super::classes::{by_total, lines, total_line};
use super::entry::Entry;
use super::grid::{Cell, Grid};
use super::structure::stated;
use super::{Figure, Plot, Question, Stack};
use crate::budget::{Budget, Line, Table, column};
use crate::money::{Money, Share, shares};
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "basic-project",
    answer: basic_project,
    lacking: ("没有分基本支出和项目支出的支出表", "no table of expenditure by basic and project"),
};

/// The two series, in their order.
const SERIES: [&str; 2] = [column::BASIC, column::PROJECT];
/// As many bars as a phone shows without losing the first from sight; the table has them all.
const MOST_BARS: usize = 8;
/// As many rows of the table as a reader scrolls through.
const MOST_ROWS: usize = 60;

fn basic_project(budget: &Budget, words: Words) -> Option<Figure> {
    let (table, lines) = lines(budget)?;
    if !SERIES.iter().all(|id| table.has_column(id)) {
        return None;
    }

    let mut entries = whole(table, words)?;
    let mut bars = vec![Stack {
        label: words.pick("合计", "Total").into(),
        amount: total_line(table)
            .map(|line| Entry::of_cell(table, line, column::TOTAL, words).amount)
            .unwrap_or_default(),
        parts: vec![0, 1],
    }];
    let mut rows = Vec::new();
    for line in by_total(table, &lines).take(MOST_ROWS) {
        let total = Entry::of_cell(table, line, column::TOTAL, words);
        let first = entries.len();
        entries.extend(SERIES.iter().enumerate().map(|(series, id)| part(table, line, id, series, words)));
        rows.push(row(&total.name, &total, &entries[first..]));
        if total.money.is_some_and(|money| !money.is_zero()) && bars.len() < MOST_BARS {
            bars.push(Stack { label: total.short, amount: total.amount, parts: vec![first, first + 1] });
        }
    }
    if let Some(line) = total_line(table) {
        rows.push(row(words.pick("合计", "Total"), &Entry::of_cell(table, line, column::TOTAL, words), &entries[..2]));
    }
    let head = [
        words.pick("功能分类", "Class"),
        words.pick("合计", "Total"),
        words.pick("基本支出", "Basic"),
        words.pick("项目支出", "Project"),
    ];
    let shares = Share::sum(entries[..2].iter().filter_map(|entry| entry.share));
    Some(Figure {
        id: QUESTION.id,
        question: words.pick("维持运转，还是办事？", "Running the office, or getting things done?").into(),
        answer: answer(&entries, words),
        legend: vec![0, 1],
        plot: Plot::Stacks(bars),
        grid: Grid { head: head.map(String::from).into(), rows },
        notes: left_out(lines.len(), words).into_iter().collect(),
        source: super::headline::source(table, shares, words),
        entries,
    })
}

/// The two series over the whole budget: as the grand total prints them.
fn whole(table: &Table, words: Words) -> Option<Vec<Entry>> {
    let line = total_line(table)?;
    let names = [words.pick("基本支出", "Basic expenditure"), words.pick("项目支出", "Project expenditure")];
    let notes = [
        words.pick("维持日常运转：人员、水电、办公、用车", "Daily running: staff, utilities, office, vehicles"),
        words.pick("完成特定任务的项目", "Projects with a task of their own"),
    ];
    let mut entries: Vec<_> = SERIES
        .iter()
        .enumerate()
        .map(|(series, id)| Entry {
            name: names[series].into(),
            short: words.pick(["基本", "项目"][series], ["Basic", "Project"][series]).into(),
            note: Some(notes[series].into()),
            ..part(table, line, id, series, words)
        })
        .collect();
    let total = table.money(line, column::TOTAL);
    let moneys: Vec<_> = entries.iter().map(|entry| entry.money.unwrap_or(Money::zero(table.unit))).collect();
    if let Some(shares) = total.and_then(|total| shares(&moneys, total)) {
        for (entry, share) in entries.iter_mut().zip(shares) {
            entry.share = entry.money.map(|_| share);
        }
    }
    Some(entries)
}

/// One class's part in one series; its share is of the class.
fn part(table: &Table, line: &Line, id: &str, series: usize, words: Words) -> Entry {
    let mut entry = Entry::of_cell(table, line, id, words);
    let kind = words.pick(["基本支出", "项目支出"][series], ["basic", "project"][series]);
    entry.name = entry.short.clone() + " · " + kind;
    entry.note = None;
    (entry.series, entry.legend) = (series, series);
    entry
}

fn row(name: &str, total: &Entry, parts: &[Entry]) -> Vec<Cell> {
    [Cell::text(name), Cell::amount(total)].into_iter().chain(parts.iter().map(Cell::amount)).collect()
}

fn left_out(classes: usize, words: Words) -> Option<String> {
    let more = classes.checked_sub(MOST_ROWS).filter(|&more| more > 0)?;
    let (zh, en) =
        ("表里另有 {0} 类较小的支出，这里没有列出。", "The table has {0} smaller classes that are not listed here.");
    Some(words.say(zh, en, &[&more.to_string()]))
}

fn answer(entries: &[Entry], words: Words) -> String {
    let [basic, project, ..] = entries else { return String::new() };
    let (basic_stated, project_stated) = (&stated(basic, words), &stated(project, words));
    let (more, less, difference) = match (basic.money, project.money) {
        (None, None) => {
            return words
                .pick("没有安排基本支出，也没有安排项目支出。", "Neither basic nor project expenditure is budgeted.")
                .into();
        }
        (Some(_), None) => {
            let (zh, en) = (
                "全部是基本支出：{0}；没有安排项目支出。",
                "All of it is basic expenditure: {0}; no projects are budgeted.",
            );
            return words.say(zh, en, &[basic_stated]);
        }
        (None, Some(_)) => {
            let (zh, en) = (
                "全部是项目支出：{0}；没有安排基本支出。",
                "All of it is project expenditure: {0}; no basic expenditure is budgeted.",
            );
            return words.say(zh, en, &[project_stated]);
        }
        (Some(same), Some(other)) if same == other => {
            let (zh, en) = ("基本支出和项目支出一样多，各 {0}。", "Basic and project expenditure are equal: {0} each.");
            return words.say(zh, en, &[basic_stated]);
        }
        (Some(b), Some(p)) if p > b => (project, basic, p.minus(b)),
        (Some(b), Some(p)) => (basic, project, b.minus(p)),
    };
    let difference = difference.map(|difference| words.money(difference)).unwrap_or_default();
    let (zh, en) = ("{0} {1}，比{2}多 {3}。", "{0} is {1}, {3} more than {2}.");
    words.say(zh, en, &[&more.name, &stated(more, words), &words.inside(&less.name), &difference])
}
