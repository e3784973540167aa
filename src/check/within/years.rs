//! Change and rate columns: what is printed of two years, and what follows from it.

use super::vote::{Sure, choose};
use crate::budget::{Coordinates, Place, Quantity, Time};
use crate::check::fall::is_column_of_less;
use crate::check::finding::{Verdict, Why};
use crate::check::number::Number;
use crate::check::rule::Rule;
use crate::check::sheet::Sheet;
use crate::check::ties::{Sum, Ties};

/// An amount, and the earlier one that it is compared with: how a column of changes or rates may be read.
struct Pair {
    now: usize,
    before: usize,
    /// Whether the earlier amount less this one is printed, as a heading of less has it.
    is_of_less: bool,
}

/// Holds each column of changes, and each of rates, against the two columns of amounts that it is reckoned from.
#[inline(never)]
pub fn check(ties: &mut Ties, table: usize) {
    for column in 0..ties.sheets[table].columns.len() {
        match ties.sheets[table].columns[column] {
            about if about.unknown => {}
            about if about.quantity == Quantity::Change => change(ties, table, column),
            about if about.quantity == Quantity::Rate => rate(ties, table, column),
            _ => {}
        }
    }
}

/// The change of each line is its amount less the earlier one.
fn change(ties: &mut Ties, table: usize, column: usize) {
    let pairs = pairs(&ties.sheets[table], column);
    let cell = |line: usize, column: usize| Place::Cell(table, line, column);
    let lines = ties.sheets[table].table.lines.len();
    let sums = |pair: &Pair| -> Vec<Sum> {
        // Where no change is printed, none is claimed.
        let printed = (0..lines).filter(|line| ties.is_printed(cell(*line, column)));
        let (whole, part) = if pair.is_of_less { (pair.before, pair.now) } else { (pair.now, pair.before) };
        let sum =
            |line: usize| Sum { stated: vec![cell(line, whole)], terms: vec![cell(line, part), cell(line, column)] };
        printed.map(sum).collect()
    };
    let sums: Vec<_> = pairs.iter().map(sums).collect();
    let is_one = pairs.iter().all(|pair| (pair.now, pair.before) == (pairs[0].now, pairs[0].before));
    let sure = if is_one { Sure::Certain } else { Sure::Usual };
    match choose(ties, &sums, sure) {
        Some(chosen) => {
            for Sum { stated, terms } in &sums[chosen] {
                ties.sum(Rule::YearChange, stated, terms);
            }
        }
        None => unclear(ties, table, column, &pairs),
    }
}

/// The rate of each line is its change in percent of the earlier amount.
fn rate(ties: &mut Ties, table: usize, column: usize) {
    let pairs = pairs(&ties.sheets[table], column);
    let lines = ties.sheets[table].table.lines.len();
    let place = |line: usize, column: usize| Place::Cell(table, line, column);
    let judged = |ties: &Ties, pair: &Pair, line: usize| {
        let [rate, now, before] = [column, pair.now, pair.before].map(|column| place(line, column));
        ties.number(rate)?;
        let (part, whole) = growth(ties, now, before, pair.is_of_less)?;
        ties.judged_ratio(Rule::YearRate, rate, part, whole)
    };
    let count = |pair: &Pair, wanted: bool| {
        let verdicts = (0..lines).filter_map(|line| Some(judged(ties, pair, line)?.verdict != Verdict::Mismatch));
        verdicts.filter(|fits| *fits == wanted).count()
    };
    let best = pairs.iter().min_by_key(|pair| (count(pair, false), std::cmp::Reverse(count(pair, true))));
    let Some(pair) = best.filter(|pair| count(pair, true) >= count(pair, false) || lines <= 2) else {
        return unclear(ties, table, column, &pairs);
    };
    for line in 0..lines {
        let [rate, now, before] = [column, pair.now, pair.before].map(|column| place(line, column));
        if !ties.is_printed(rate) {
            continue;
        }
        match growth(ties, now, before, pair.is_of_less) {
            Some((part, whole)) if whole.value > 0 => {
                ties.ratio(Rule::YearRate, rate, part, whole, &[now, before]);
            }
            _ if ties.is_something(rate) => ties.unchecked(Rule::YearRate, &[rate], &[now, before], Why::NoBase),
            _ => {}
        }
    }
}

/// By how much an amount is more than an earlier one, or less, and that one.
fn growth(ties: &Ties, now: Place, before: Place, is_of_less: bool) -> Option<(Number, Number)> {
    let [now, before] = [now, before].map(|place| ties.number(place).unwrap_or_default());
    Some((if is_of_less { before.minus(now)? } else { now.minus(before)? }, before))
}

/// Says of a column that nothing tells what its numbers are reckoned from.
fn unclear(ties: &mut Ties, table: usize, column: usize, pairs: &[Pair]) {
    let lines = 0..ties.sheets[table].table.lines.len();
    let first = lines.map(|line| Place::Cell(table, line, column)).find(|place| ties.is_something(*place));
    if let Some(first) = first.filter(|_| !pairs.is_empty()) {
        ties.unchecked(Rule::YearChange, &[first], &[], Why::UnknownColumns);
    }
}

/// The pairs of columns that a column of changes or rates may be reckoned from: of the same money, one of this year
/// and one of an earlier year or state.
fn pairs(sheet: &Sheet, column: usize) -> Vec<Pair> {
    let about = sheet.columns[column];
    let base = sheet.table.columns[column].base.as_deref().and_then(|id| sheet.column(id));
    let is_same = |own: &Coordinates| {
        own.is_money()
            && own.fund == about.fund
            && own.part == about.part
            && own.expense == about.expense
            && own.without == about.without
            && own.of_which == about.of_which
    };
    let money: Vec<usize> = (0..sheet.columns.len()).filter(|c| is_same(&sheet.columns[*c])).collect();
    let time = |column: usize| sheet.columns[column].time;
    let is_base = |column: usize| match (base, about.base) {
        (Some(base), _) => base == column,
        (None, Some(Time { before, phase })) => {
            let own = time(column);
            own.before == before && (phase.is_none() || own.phase.is_none() || own.phase == phase)
        }
        (None, None) => true,
    };
    let mut found = Vec::new();
    for now in money.iter().copied().filter(|c| time(*c).before == about.time.before) {
        for before in money.iter().copied().filter(|c| is_base(*c)) {
            let is_earlier = time(before).before > time(now).before
                || (time(before).before == time(now).before && time(before).phase < time(now).phase);
            if is_earlier {
                found.push(Pair { now, before, is_of_less: false });
            }
        }
    }
    if is_column_of_less(&sheet.table.columns[column]) {
        // Some print a minus all the same; the reading that most lines fit is meant, and this one where none tells.
        let of_less: Vec<_> = found.iter().map(|pair| Pair { is_of_less: true, ..*pair }).collect();
        found.splice(0..0, of_less);
    }
    found
}
