//! What is the money for? Expenditure by functional class (类).
//!
//! Source: the expenditure table (支出总表); where a document has none, the general public budget's
//! (一般公共预算支出表), then the expenditure side of the balance (收支总表).

use super::entry::{Entry, by_size, shown};
use super::grid::{Cell, Grid};
use super::{Figure, Plot, Question};
use crate::budget::{Budget, Kind, Line, Role, Side, Table, column};
use crate::money::{Money, Share, shares};
use crate::words::Words;

pub const QUESTION: Question = Question {
    id: "structure",
    answer: structure,
    lacking: ("没有按功能分类的支出表", "no table of expenditure by functional class"),
};

/// More classes than this no reader tells apart: the smallest beyond it become one entry, a sum of ours.
const MOST_ENTRIES: usize = 60;

/// The table that prints expenditure by class, and its class lines.
pub fn classes(budget: &Budget) -> Option<(&Table, Vec<&Line>)> {
    [Kind::Expenditure, Kind::GeneralPublic, Kind::Balance].into_iter().find_map(|kind| {
        let table = budget.table(kind)?;
        let lines: Vec<_> = table.first_level().filter(|line| line.side != Some(Side::Income)).collect();
        (!lines.is_empty() && table.has_column(column::TOTAL)).then_some((table, lines))
    })
}

/// The printed grand total of the expenditure side.
pub fn total_line(table: &Table) -> Option<&Line> {
    table.lines.iter().find(|line| line.role == Role::Total && line.side != Some(Side::Income))
}

fn structure(budget: &Budget, words: Words) -> Option<Figure> {
    let (table, lines) = classes(budget)?;
    let mut entries: Vec<_> = lines.iter().map(|line| Entry::of_cell(table, line, column::TOTAL, words)).collect();
    // A balance prints all thirty classes, most of them blank: those say nothing about this department.
    if entries.iter().any(|entry| entry.money.is_some()) && table.kind == Some(Kind::Balance) {
        entries.retain(|entry| entry.money.is_some());
    }
    let mut entries = by_size(entries);

    let moneys: Vec<_> = entries.iter().filter_map(|entry| entry.money).collect();
    let ours = Money::sum(moneys.iter().copied(), table.unit)?;
    let printed = total_line(table).and_then(|line| table.money(line, column::TOTAL));
    let whole = printed.unwrap_or(ours);
    let shares = shares(&moneys, whole);
    for (i, share) in shares.iter().flatten().enumerate() {
        entries[i].share = Some(*share);
    }
    fold_smallest(&mut entries, words);
    for (i, entry) in entries.iter_mut().enumerate() {
        (entry.series, entry.legend) = (i, i);
    }

    let grid = grid(table, &entries, printed, ours, shares.as_deref(), words);
    let drawn =
        (0..entries.len()).filter(|&i| entries[i].money.is_some_and(|m| !m.is_zero() && !m.is_negative())).collect();
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
        answer: answer(&entries, whole, words),
        legend: (0..entries.len()).collect(),
        plot: Plot::Lens(drawn),
        grid,
        notes,
        source: super::headline::source(table, shares.as_deref(), words),
        entries,
    })
}

/// Replaces the entries beyond [`MOST_ENTRIES`] by one that holds their sum, and says that it is ours.
fn fold_smallest(entries: &mut Vec<Entry>, words: Words) {
    if entries.len() <= MOST_ENTRIES {
        return;
    }
    let rest = entries.split_off(MOST_ENTRIES - 1);
    let Some(unit) = rest.iter().find_map(|entry| entry.money).map(Money::unit) else { return };
    let sum = Money::sum(rest.iter().filter_map(|entry| entry.money), unit);
    let name = words.say("其余 {0} 项（本页相加）", "{0} more (added by this page)", &[&rest.len().to_string()]);
    entries.push(Entry {
        short: name.clone(),
        name,
        note: None,
        money: sum,
        amount: shown(sum, words),
        share: Share::sum(rest.iter().filter_map(|entry| entry.share)),
        change: None,
        series: 0,
        legend: 0,
        trace: None,
    });
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

fn grid(
    table: &Table,
    entries: &[Entry],
    printed: Option<Money>,
    ours: Money,
    shares: Option<&[Share]>,
    words: Words,
) -> Grid {
    let mut rows: Vec<_> =
        entries.iter().map(|entry| vec![Cell::text(&entry.name), Cell::amount(entry), Cell::share(entry)]).collect();
    let all = shares
        .and_then(|shares| Share::sum(shares.iter().copied()))
        .map_or_else(|| "—".into(), |share| share.to_string());
    rows.push(match (printed, total_line(table)) {
        (Some(_), Some(line)) => {
            let total = Entry::of_cell(table, line, column::TOTAL, words);
            vec![Cell::text(words.pick("合计", "Total")), Cell::amount(&total), Cell::text(all)]
        }
        _ => vec![
            Cell::text(words.pick("合计（本页相加）", "Total (added by this page)")),
            Cell::text(words.number(ours)),
            Cell::text(all),
        ],
    });
    Grid {
        head: [words.pick("功能分类", "Class"), words.pick("金额", "Amount"), words.pick("占比", "Share")]
            .map(String::from)
            .into(),
        rows,
    }
}
