//! Running the office, or getting things done? Basic against project expenditure, by class too.
//!
//! Source: the columns 基本支出 and 项目支出 of the expenditure table (支出总表).

use super::entry::Entry;
use super::grid::{Cell, Grid};
use super::structure::{classes, total_line};
use super::{Figure, Plot, Question, Stack};
use crate::budget::{Budget, Line, Table, column};
use crate::money::{Money, shares};
use crate::words::{Lang, Words};

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

fn basic_project(budget: &Budget, words: &Words) -> Option<Figure> {
    let (table, mut lines) = classes(budget)?;
    if !SERIES.iter().all(|id| table.has_column(id)) {
        return None;
    }
    lines.sort_by_key(|line| std::cmp::Reverse(table.money(line, column::TOTAL)));

    let mut entries = whole(table, words)?;
    let mut bars = vec![Stack {
        label: words.pick("合计", "Total").into(),
        amount: total_line(table).map(|line| Entry::of_cell(table, line, column::TOTAL, words).amount).unwrap_or_default(),
        parts: vec![0, 1],
    }];
    let mut rows = Vec::new();
    for line in lines.iter().take(MOST_ROWS) {
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
    let head = [words.pick("功能分类", "Class"), words.pick("合计", "Total"), words.pick("基本支出", "Basic"), words.pick("项目支出", "Project")];
    let stated: Vec<_> = entries[..2].iter().filter_map(|entry| entry.share).collect();
    Some(Figure {
        id: QUESTION.id,
        question: words.pick("维持运转，还是办事？", "Running the office, or getting things done?").into(),
        answer: answer(&entries, words),
        legend: vec![0, 1],
        plot: Plot::Stacks(bars),
        grid: Grid { head: head.map(String::from).into(), rows },
        notes: left_out(lines.len(), words).into_iter().collect(),
        source: super::headline::source(table, (stated.len() == 2).then_some(&stated[..]), words),
        entries,
    })
}

/// The two series over the whole budget: as the grand total prints them.
fn whole(table: &Table, words: &Words) -> Option<Vec<Entry>> {
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
fn part(table: &Table, line: &Line, id: &str, series: usize, words: &Words) -> Entry {
    let mut entry = Entry::of_cell(table, line, id, words);
    let kind = words.pick(["基本支出", "项目支出"][series], ["basic", "project"][series]);
    entry.name = format!("{} · {kind}", entry.short);
    entry.note = None;
    (entry.series, entry.legend) = (series, series);
    entry
}

fn row(name: &str, total: &Entry, parts: &[Entry]) -> Vec<Cell> {
    [Cell::text(name), Cell::amount(total)].into_iter().chain(parts.iter().map(Cell::amount)).collect()
}

fn left_out(classes: usize, words: &Words) -> Option<String> {
    let more = classes.checked_sub(MOST_ROWS).filter(|&more| more > 0)?;
    Some(match words.lang {
        Lang::Zh => format!("表里另有 {more} 类较小的支出，这里没有列出。"),
        Lang::En => format!("The table has {more} smaller classes that are not listed here."),
    })
}

fn answer(entries: &[Entry], words: &Words) -> String {
    let [basic, project, ..] = entries else { return String::new() };
    let stated = |entry: &Entry| {
        let share = entry.share.map(|share| words.pick("（X）", " (X)").replace('X', &share.to_string())).unwrap_or_default();
        format!("{} {}{share}", entry.amount, words.unit_name())
    };
    let (Some(basic_money), Some(project_money)) = (basic.money, project.money) else {
        return match (basic.money, project.money, words.lang) {
            (None, None, Lang::Zh) => "没有安排基本支出，也没有安排项目支出。".into(),
            (None, None, Lang::En) => "Neither basic nor project expenditure is budgeted.".into(),
            (Some(_), _, Lang::Zh) => format!("全部是基本支出：{}；没有安排项目支出。", stated(basic)),
            (Some(_), _, Lang::En) => format!("All of it is basic expenditure: {}; no projects are budgeted.", stated(basic)),
            (_, _, Lang::Zh) => format!("全部是项目支出：{}；没有安排基本支出。", stated(project)),
            (_, _, Lang::En) => format!("All of it is project expenditure: {}; no basic expenditure is budgeted.", stated(project)),
        };
    };
    let (more, less) = if project_money >= basic_money { (project, basic) } else { (basic, project) };
    let difference = more.money.zip(less.money).and_then(|(more, less)| more.minus(less)).map(|d| words.money(d)).unwrap_or_default();
    match words.lang {
        Lang::Zh if basic_money == project_money => format!("基本支出和项目支出一样多，各 {}。", stated(basic)),
        Lang::En if basic_money == project_money => format!("Basic and project expenditure are equal: {} each.", stated(basic)),
        Lang::Zh => format!("{} {}，比{}多 {difference}。", more.name, stated(more), less.name),
        Lang::En => format!("{} is {}, {difference} more than {}.", more.name, stated(more), less.name.to_lowercase()),
    }
}
