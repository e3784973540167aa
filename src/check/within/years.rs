//! Checks columns of changes and rates against the columns of the two years that they compare.

use super::vote::{Certainty, choose};
use crate::budget::{Coordinates, Place, Quantity, Time};
use crate::check::checker::{Checker, Sum};
use crate::check::decrease::is_column_of_less;
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::IndexedTable;
use crate::check::rounded::Rounded;
use crate::check::rule::Rule;

/// An amount, and the earlier one that it is compared with: one way to read a column of changes or rates.
struct Pair {
    now: usize,
    before: usize,
    /// Whether the column prints the earlier amount minus this one, as a heading of decreases means.
    is_decrease: bool,
}

/// Checks each column of changes, and each of rates, against the two columns of amounts that it is computed from.
#[inline(never)]
pub fn check(checker: &mut Checker, table: usize) {
    for column in 0..checker.indexed_tables[table].columns.len() {
        match checker.indexed_tables[table].columns[column] {
            about if about.unknown => {}
            about if about.quantity == Quantity::Change => change(checker, table, column),
            about if about.quantity == Quantity::Rate => rate(checker, table, column),
            _ => {}
        }
    }
}

/// Checks that the change of each line is its amount minus the earlier one.
fn change(checker: &mut Checker, table: usize, column: usize) {
    let pairs = pairs(&checker.indexed_tables[table], column);
    let cell = |line: usize, column: usize| Place::Cell(table, line, column);
    let lines = checker.indexed_tables[table].table.lines.len();
    let sums = |pair: &Pair| -> Vec<Sum> {
        // Where no change is printed, none is stated.
        let printed = (0..lines).filter(|line| checker.is_printed(cell(*line, column)));
        let (whole, part) = if pair.is_decrease { (pair.before, pair.now) } else { (pair.now, pair.before) };
        let sum =
            |line: usize| Sum { stated: vec![cell(line, whole)], terms: vec![cell(line, part), cell(line, column)] };
        printed.map(sum).collect()
    };
    let sums: Vec<_> = pairs.iter().map(sums).collect();
    let is_one = pairs.iter().all(|pair| (pair.now, pair.before) == (pairs[0].now, pairs[0].before));
    let sure = if is_one { Certainty::Certain } else { Certainty::Usual };
    match choose(checker, &sums, sure) {
        Some(chosen) => {
            for Sum { stated, terms } in &sums[chosen] {
                checker.sum(Rule::YearChange, stated, terms);
            }
        }
        None => unclear(checker, table, column, &pairs),
    }
}

/// Checks that the rate of each line is its change in percent of the earlier amount.
fn rate(checker: &mut Checker, table: usize, column: usize) {
    let pairs = pairs(&checker.indexed_tables[table], column);
    let lines = checker.indexed_tables[table].table.lines.len();
    let place = |line: usize, column: usize| Place::Cell(table, line, column);
    let judged = |checker: &Checker, pair: &Pair, line: usize| {
        let [rate, now, before] = [column, pair.now, pair.before].map(|column| place(line, column));
        checker.number(rate)?;
        let (part, whole) = growth(checker, now, before, pair.is_decrease)?;
        checker.judged_ratio(Rule::YearRate, rate, part, whole)
    };
    let count = |pair: &Pair, wanted: bool| {
        let verdicts = (0..lines).filter_map(|line| Some(judged(checker, pair, line)?.verdict != Verdict::Mismatch));
        verdicts.filter(|fits| *fits == wanted).count()
    };
    let best = pairs.iter().min_by_key(|pair| (count(pair, false), std::cmp::Reverse(count(pair, true))));
    let Some(pair) = best.filter(|pair| count(pair, true) >= count(pair, false) || lines <= 2) else {
        return unclear(checker, table, column, &pairs);
    };
    for line in 0..lines {
        let [rate, now, before] = [column, pair.now, pair.before].map(|column| place(line, column));
        if !checker.is_printed(rate) {
            continue;
        }
        match growth(checker, now, before, pair.is_decrease) {
            Some((part, whole)) if whole.value > 0 => {
                checker.ratio(Rule::YearRate, rate, part, whole, &[now, before]);
            }
            _ if checker.is_nonzero(rate) => checker.unchecked(Rule::YearRate, &[rate], &[now, before], Reason::NoBase),
            _ => {}
        }
    }
}

/// The increase of an amount from an earlier one, or with `is_decrease` its decrease, and the earlier amount.
fn growth(checker: &Checker, now: Place, before: Place, is_decrease: bool) -> Option<(Rounded, Rounded)> {
    let [now, before] = [now, before].map(|place| checker.number(place).unwrap_or_default());
    Some((if is_decrease { before.minus(now)? } else { now.minus(before)? }, before))
}

/// Records that nothing tells what the numbers of a column are computed from.
fn unclear(checker: &mut Checker, table: usize, column: usize, pairs: &[Pair]) {
    let lines = 0..checker.indexed_tables[table].table.lines.len();
    let first = lines.map(|line| Place::Cell(table, line, column)).find(|place| checker.is_nonzero(*place));
    if let Some(first) = first.filter(|_| !pairs.is_empty()) {
        checker.unchecked(Rule::YearChange, &[first], &[], Reason::UnknownColumns);
    }
}

/// The pairs of columns that a column of changes or rates may be computed from: of the same money, one of this year and
/// one of an earlier year or phase.
fn pairs(indexed: &IndexedTable, column: usize) -> Vec<Pair> {
    let about = indexed.columns[column];
    let base = indexed.table.columns[column].base.as_deref().and_then(|id| indexed.column(id));
    let is_same = |own: &Coordinates| {
        own.is_money()
            && own.fund == about.fund
            && own.part == about.part
            && own.expense == about.expense
            && own.without == about.without
            && own.of_which == about.of_which
    };
    let money: Vec<usize> = (0..indexed.columns.len()).filter(|c| is_same(&indexed.columns[*c])).collect();
    let time = |column: usize| indexed.columns[column].time;
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
                found.push(Pair { now, before, is_decrease: false });
            }
        }
    }
    if is_column_of_less(&indexed.table.columns[column]) {
        // Some print a minus all the same; the reading that most lines fit is meant, and this one where none tells.
        let of_less: Vec<_> = found.iter().map(|pair| Pair { is_decrease: true, ..*pair }).collect();
        found.splice(0..0, of_less);
    }
    found
}
