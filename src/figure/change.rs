//! More or less than last year? Every matter whose change the document prints or states, and why.
//!
//! Source: the expenditure table (支出总表) where it prints last year beside this; and the narrative,
//! which states changes, from which last year follows and is labelled so.

mod matters;

pub use self::matters::Matter;
use self::matters::matters;
use super::counts::UNDRAWN;
use super::entry::{Entry, printed};
use super::grid::{Cell, Grid, Row};
use super::last_year::{amount, base, heading, last_year, outlines};
use super::source::{narrative, source, stated};
use super::subject::name as subject_name;
use super::subject::{APPROPRIATION, EXPENDITURE, GENERAL_PUBLIC, INCOME};
use super::{Asked, Bar, Figure, Plot, Question, Text, even};
use crate::budget::{Budget, Statement, Table};
use crate::money::{Money, largest_first};
use crate::words::{Words, padded};

pub const QUESTION: Question = Question {
    id: "change",
    question: ("比上年多了还是少了？", "More or less than last year?"),
    answer: change,
    heeds: &[],
    lacking: ("没有说明与上年相比的变化", "no statement of a change on last year"),
};

/// As many bars as are drawn; the table has more.
const MOST_BARS: usize = 12;
/// As many reasons as the notes give.
const MOST_REASONS: usize = 6;

fn change(budget: &Budget, _: &Asked, words: Words) -> Option<Figure> {
    let (matters, table, all) = matters(budget, words);
    let main = main(&matters)?;
    let answer = answer(budget, &matters[main], words);
    let among = words.places(&mut matters.iter().filter_map(|matter| matter.entry.change));
    let told = |matter: &Matter| told(matter, among, words);
    // The list is about the change, too.
    let note = |matter: &Matter| {
        let told = told(matter);
        if matter.entry.change.is_some_and(Money::is_zero) {
            told
        } else {
            words.say("比上年 {0}", "{0} on last year", &[&told])
        }
    };
    let entry = |(i, matter): (usize, &Matter)| Entry {
        series: UNDRAWN,
        legend: i,
        note: Some(note(matter)),
        ..matter.entry.clone()
    };
    let mut notes: Vec<Text> = Vec::new();
    let [derived, printed] =
        [true, false].map(|derived| matters.iter().any(|matter| matter.table.is_none() == derived));
    notes.push(outlines(budget, table.filter(|_| printed), words).into());
    if derived && printed {
        let (zh, en) = (
            "情况说明所列各项的 {0} 年数，按 {1} 年数扣除所列增减额推算。",
            "Of what the narrative states, {0} is derived from {1} and the stated change.",
        );
        let year = budget.document.year;
        notes.push(words.say(zh, en, &[&year.saturating_sub(1).to_string(), &year.to_string()]).into());
    }
    notes.extend(bare(budget, words).map(Text::from));
    notes.extend(reasons(&matters, words).map(Text::from));
    if all > matters.len() {
        let (zh, en) = ("列出的是其中 {0} 项，文件共列出 {1} 项变化。", "Shown are {0} of the document's {1} changes.");
        notes.push(words.say(zh, en, &[&matters.len().to_string(), &all.to_string()]).into());
    }
    let mut figure = Figure {
        answer,
        legend: (0..matters.len()).collect(),
        grid: grid(budget, table, &matters, words),
        notes,
        source: where_from(budget, table, &matters, words),
        entries: matters.iter().enumerate().map(entry).collect(),
        ..QUESTION.figure(words)
    };
    even(&mut figure.entries);
    // What is nothing and was nothing is told in one line of the list, and needs no room in the chart.
    let nothing = figure.nothing(words);
    let drawn = (0..matters.len()).filter(|id| !nothing.contains(id)).take(MOST_BARS);
    let mut bars = Vec::new();
    for (series, entry) in drawn.enumerate() {
        figure.entries[entry].series = series;
        bars.push(Bar { entry, last: last_year(&matters[entry].entry), change: told(&matters[entry]) });
    }
    figure.plot = if bars.is_empty() { Plot::None } else { Plot::Bars(bars) };
    Some(figure)
}

/// All expenditure, or else all income, this year and last.
pub fn of_all(budget: &Budget, words: Words) -> Option<Matter<'_>> {
    let (matters, ..) = matters(budget, words);
    let of = |subject| matters.iter().position(|matter: &Matter| matter.subject == subject);
    let all = of(EXPENDITURE).or_else(|| of(INCOME))?;
    matters.into_iter().nth(all)
}

/// What the answer is about: all expenditure, or else all income, or else the largest change.
fn main(matters: &[Matter]) -> Option<usize> {
    let of = |subject| matters.iter().position(|matter| matter.subject == subject);
    let size = |matter: &Matter| matter.entry.change.map_or(0, |change| change.abs().millionths());
    let all = || [EXPENDITURE, INCOME, APPROPRIATION, GENERAL_PUBLIC].into_iter().find_map(of);
    all().or_else(|| largest_first(matters.iter().map(size)).next())
}

fn answer(budget: &Budget, matter: &Matter, words: Words) -> Text {
    let year = budget.document.year.to_string();
    let name = match matter.subject {
        EXPENDITURE => words.pick("支出", "expenditure").into(),
        INCOME => words.pick("收入", "income").into(),
        _ => words.inside(&matter.entry.name),
    };
    let change = matter.entry.change.unwrap_or(Money::zero(words.unit));
    let (zh, en) = match (change.is_zero(), change.is_negative()) {
        (true, _) => ("{0} 年{1}与上年{6}相同，为 {5}{4}。", "In {0}, {1} is as much as last year{6}, {5}{4}."),
        (_, true) => ("{0} 年{1}比上年{6}减少 {2}{3}{4}。", "In {0}, {1} is {2} less than last year{6}{3}{4}."),
        (_, false) => ("{0} 年{1}比上年{6}增加 {2}{3}{4}。", "In {0}, {1} is {2} more than last year{6}{3}{4}."),
    };
    let rate = matter.rate.as_ref().map(|rate| words.say("（{0}）", " ({0})", &[rate])).unwrap_or_default();
    let why = matter.reason.as_ref().map(|reason| words.say("，主要是{0}", ": {0}", &[reason])).unwrap_or_default();
    let now = matter.entry.money.map(|_| matter.entry.with_unit(words)).unwrap_or_default();
    let base = base(matter.base, words);
    let base = if base.is_empty() { String::new() } else { words.say("{0}", "’s {0}", &[base]) };
    words.tell(zh, en, &[&year, &name, &printed(change.abs(), matter.stated, words), &rate, &why, &now, &base])
}

/// Changes that are stated without the amount that changed.
fn bare(budget: &Budget, words: Words) -> Option<String> {
    let is_bare = |statement: &&Statement| {
        statement.change.is_some() && statement.amount.is_none() && statement.last_year.is_none()
    };
    let told = |statement: &Statement| {
        Some(words.before(&subject_name(budget, statement, words)) + &words.change(amount(budget, statement)?))
    };
    let list: Vec<_> = budget.statements.iter().filter(is_bare).filter_map(told).take(MOST_REASONS).collect();
    let (zh, en) = ("只说明了增减额的：{0}。", "Stated as a change alone: {0}.");
    (!list.is_empty()).then(|| words.say(zh, en, &[&list.join(words.pick("；", "; "))]))
}

/// `+2,034.24（+74.79%）`, with no fewer places than other changes have.
fn told(matter: &Matter, among: usize, words: Words) -> String {
    match matter.entry.change {
        None => String::new(),
        Some(change) if change.is_zero() => words.pick("与上年相同", "unchanged").into(),
        Some(change) => {
            let rate = matter.rate.as_ref().map(|rate| words.say("（{0}）", " ({0})", &[rate])).unwrap_or_default();
            padded(&words.change(change), among) + &rate
        }
    }
}

/// The reasons that the document gives, each once, with all that it is given for.
fn reasons(matters: &[Matter], words: Words) -> Option<String> {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for matter in matters {
        let Some(reason) = matter.reason.as_deref() else { continue };
        let name = words.inside(&matter.entry.short);
        match reasons.iter().position(|(known, _)| *known == reason) {
            Some(known) => reasons[known].1.push(name),
            None if reasons.len() < MOST_REASONS => reasons.push((reason, vec![name])),
            None => {}
        }
    }
    let separator = words.pick("、", ", ");
    let told = |(reason, names): &(&str, Vec<String>)| names.join(separator) + words.pick("——", " – ") + reason;
    let list = reasons.iter().map(told).collect::<Vec<_>>().join(words.pick("；", "; "));
    (!list.is_empty())
        .then(|| words.say("文件说明的原因：{0}。", "The reasons that the document gives: {0}.", &[&list]))
}

fn grid(budget: &Budget, table: Option<&Table>, matters: &[Matter], words: Words) -> Grid {
    let row = |matter: &Matter| {
        let change = match matter.entry.change {
            Some(change) if change.is_zero() => Cell::text(words.pick("与上年相同", "unchanged")),
            change => Cell::change(change, words),
        };
        Row::of([
            Cell::text(&matter.entry.name),
            Cell::amount(&matter.entry),
            change,
            Cell::text(matter.rate.as_deref().unwrap_or("—")),
            Cell { at: matter.last, ..Cell::money(last_year(&matter.entry), words) },
        ])
    };
    let year = words.say("{0} 年", "{0}", &[&budget.document.year.to_string()]);
    let printed = table.filter(|_| matters.iter().any(|matter| matter.table.is_some()));
    let last = heading(budget, printed, words);
    let head = [words.pick("项目", "Item"), &year, words.pick("比上年", "Change"), words.pick("变化率", "Rate"), &last];
    Grid::new(head, matters.iter().map(row).collect())
}

/// The table, if it prints last year, and the sections of the narrative that state changes.
fn where_from(budget: &Budget, table: Option<&Table>, matters: &[Matter], words: Words) -> Text {
    let mut sections: Vec<_> = matters.iter().filter_map(|matter| matter.section).collect();
    // 五（一） is in 五.
    let all = sections.clone();
    let is_within = |own: &str, other: &str| own.strip_prefix(other).is_some_and(|rest| rest.starts_with('（'));
    sections.retain(|own| !all.iter().any(|other| is_within(own, other)));
    match table {
        None => stated(&sections, budget.document.unit, None, words),
        Some(table) if sections.is_empty() => source(table, None, words),
        Some(table) => source(table, None, words) + "\u{a0}· " + narrative(&sections, words),
    }
}
