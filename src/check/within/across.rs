//! Checks that a line's total is the sum of its columns, where their coordinates make columns parts of another one.
//!
//! Columns are parts of another along one dimension at a time, all else being equal: parts of expenditure (基本 and
//! 项目), sources of money (funds, this year's and carried over), expenses. Of parts of parts only the largest count:
//! 合计 is 小计 and the rest, not 小计 and what is in it. No id or heading is looked at here.

use std::rc::Rc;

use super::vote::{Certainty, choose};
use crate::budget::{Coordinates, Expense, Fund, Origin, Part, Place, Quantity};
use crate::check::checker::{Checker, Sum};
use crate::check::finding::Reason;
use crate::check::indexed_table::{Half, IndexedTable};
use crate::check::rule::Rule;

/// A column, and the columns that add up to it.
struct Split {
    whole: usize,
    parts: Vec<usize>,
    sure: Certainty,
    /// Other readings of the parts, for example without what is carried over.
    others: Vec<Vec<usize>>,
}

/// Checks each line's totals against its columns.
#[inline(never)]
pub fn check(checker: &mut Checker, table: usize) {
    for half in &*Rc::clone(&checker.indexed_tables[table].halves) {
        let indexed = &checker.indexed_tables[table];
        let splits = splits(indexed, half);
        let unknown: Vec<_> = half.columns.iter().copied().filter(|c| is_unknown_money(indexed, *c)).collect();
        for split in splits {
            hold(checker, table, half, &split, &unknown);
        }
    }
}

/// Checks one column against its parts, line by line, in the reading that most lines fit. Columns of unknown meaning
/// may be parts, too.
fn hold(checker: &mut Checker, table: usize, half: &Half, split: &Split, unknown: &[usize]) {
    let cell = |line: usize, column: usize| Place::Cell(table, line, column);
    let indexed = &checker.indexed_tables[table];
    let sums = |parts: &[usize]| -> Vec<Sum> {
        let sum = |line: &usize| Sum {
            stated: vec![cell(*line, split.whole)],
            terms: parts.iter().map(|part| cell(*line, *part)).collect(),
        };
        // For a line with 其中 a table may print the total alone.
        let is_told = |line: &&usize| {
            let is_some = indexed.lines[**line].of_which;
            !is_some || parts.iter().any(|part| checker.is_printed(cell(**line, *part)))
        };
        half.lines.iter().filter(is_told).map(sum).collect()
    };
    let mut readings: Vec<Vec<usize>> = [split.parts.clone()].into_iter().chain(split.others.clone()).collect();
    let is_some = |column: &usize| half.lines.iter().any(|line| checker.is_nonzero(cell(*line, *column)));
    let unknown: Vec<_> = unknown.iter().copied().filter(is_some).collect();
    if !unknown.is_empty() {
        readings.push(split.parts.iter().copied().chain(unknown.iter().copied()).collect());
    }
    let sure = if unknown.is_empty() { split.sure } else { Certainty::Usual };
    let mut sums: Vec<_> = readings.iter().map(|parts| sums(parts)).collect();
    if let Some(chosen) = choose(checker, &sums, sure) {
        for sum in sums.swap_remove(chosen) {
            checker.hold(Rule::Across, sum);
        }
    } else if let Some(Sum { stated, terms }) = sums[0].iter().find(|sum| !checker.fits(&sum.stated, &sum.terms)) {
        checker.unchecked(Rule::Across, stated, terms, Reason::UnknownColumns);
    }
}

/// Whether a column of numbers may be money, though nothing says which.
fn is_unknown_money(indexed: &IndexedTable, column: usize) -> bool {
    let about = indexed.columns[column];
    about.unknown
        && about.quantity == Quantity::Amount
        && !about.of_which
        && !about.without
        && !is_said_unknown(indexed, column)
}

/// Whether the file itself marks a column as of unknown meaning.
fn is_said_unknown(indexed: &IndexedTable, column: usize) -> bool {
    indexed.table.columns[column].measure.as_deref() == Some("unknown")
}

/// Finds how the columns of one half add up.
fn splits(indexed: &IndexedTable, half: &Half) -> Vec<Split> {
    // Where nothing is carried over, 本年 distinguishes no column from another.
    let is_told = half.columns.iter().any(|c| indexed.columns[*c].origin == Some(Origin::Carried));
    let said = |own: &Coordinates| {
        let about = own.or(indexed.about);
        let origin = about.origin.filter(|origin| is_told || *origin != Origin::Current);
        Coordinates { origin, ..about }
    };
    let abouts: Vec<Coordinates> = indexed.columns.iter().map(said).collect();
    let about = |column: usize| &abouts[column];
    let money: Vec<usize> = half.columns.iter().copied().filter(|c| is_part(about(*c))).collect();
    let left: Vec<usize> = money.iter().copied().filter(|c| about(*c).origin == Some(Origin::Left)).collect();
    let mut found = Vec::new();
    for whole in half.columns.iter().copied().filter(|c| is_part(about(*c)) || !sum_of(indexed, *c).is_empty()) {
        let said = sum_of(indexed, whole);
        if !said.is_empty() {
            found.push(Split { whole, parts: said, sure: Certainty::Certain, others: Vec::new() });
            continue;
        }
        for dimension in [Dimension::Part, Dimension::Source, Dimension::OwnApart, Dimension::Expense] {
            let below = |c: &usize| *c != whole && dimension.is_below(about(*c), about(whole));
            let below: Vec<usize> = money.iter().copied().filter(below).collect();
            let is_largest =
                |c: &usize| !below.iter().any(|other| other != c && dimension.is_below(about(*c), about(*other)));
            let parts: Vec<usize> = below.iter().copied().filter(is_largest).collect();
            // A total of funds may exclude what is carried over.
            let current = || parts.iter().copied().filter(|c| about(*c).origin != Some(Origin::Carried)).collect();
            match found.last_mut() {
                _ if parts.len() < 2 => {}
                Some(Split { whole: same, parts: usual, others, .. }) if dimension == Dimension::OwnApart => {
                    if *same == whole && *usual != parts {
                        others.extend([parts.clone(), current()]);
                    }
                }
                _ if dimension == Dimension::OwnApart => {}
                _ => {
                    let sure = dimension.sure(about(whole), parts.iter().map(|part| *about(*part)));
                    let others = match dimension {
                        Dimension::Source => vec![current()],
                        // Likewise a total of parts may include what is left for next year.
                        _ => vec![parts.iter().chain(&left).copied().collect()],
                    };
                    found.push(Split { whole, parts, sure, others });
                }
            }
        }
    }
    for split in &mut found {
        let parts = &split.parts;
        split.others.retain(|other| other.len() > 1 && other != parts);
    }
    found
}

/// Whether a column is a plain amount or a change, of which others may be parts.
fn is_part(about: &Coordinates) -> bool {
    about.is_money() && !about.of_which
}

/// The columns that the file says a column is the sum of.
fn sum_of(indexed: &IndexedTable, column: usize) -> Vec<usize> {
    indexed.table.columns[column].sum_of.iter().filter_map(|id| indexed.column(id)).collect()
}

/// The dimensions along which columns may be parts of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dimension {
    /// Parts of expenditure.
    Part,
    /// Funds, and money of this year or carried over.
    Source,
    /// Funds in another reading, where 单位资金 is printed beside 事业收入 and is the rest.
    OwnApart,
    /// Expenses.
    Expense,
}

impl Dimension {
    /// Whether one number is of a part of what the other is of, all else being equal.
    fn is_below(self, one: &Coordinates, whole: &Coordinates) -> bool {
        let part = |own: Part| own.parent();
        let fund = |own: Fund| own.parent().filter(|parent| self == Dimension::Source || *parent != Fund::OwnFunds);
        let is_source = matches!(self, Dimension::Source | Dimension::OwnApart);
        let same_frame = one.quantity == whole.quantity
            && same_time(one, whole)
            && one.without == whole.without
            && (one.flow() == whole.flow() || one.flow().is_none() || whole.flow().is_none())
            && (self == Dimension::Part || one.part == whole.part)
            && (is_source || (one.fund == whole.fund && one.origin == whole.origin))
            && (self == Dimension::Expense || one.expense == whole.expense);
        same_frame
            && match self {
                Dimension::Part => one.part != whole.part && is_in(one.part, whole.part, part),
                Dimension::Source | Dimension::OwnApart => {
                    let is_in_origin = one.origin == whole.origin || whole.origin.is_none();
                    (one.fund, one.origin) != (whole.fund, whole.origin)
                        && is_in(one.fund, whole.fund, fund)
                        && is_in_origin
                        && one.origin != Some(Origin::Left)
                }
                Dimension::Expense => {
                    one.expense != whole.expense
                        && whole.expense.is_some()
                        && is_in(one.expense, whole.expense, Expense::parent)
                }
            }
    }

    /// Whether these parts are by definition all that there are.
    fn sure(self, whole: &Coordinates, parts: impl Iterator<Item = Coordinates>) -> Certainty {
        let parts: Vec<_> = parts.collect();
        let has = |part: Part| parts.iter().any(|own| own.part == Some(part));
        let is_all = match self {
            Dimension::Part => match whole.part {
                None => has(Part::Project) && (has(Part::Basic) || (has(Part::Personnel) && has(Part::Operating))),
                _ => has(Part::Personnel) && has(Part::Operating),
            },
            Dimension::Source | Dimension::OwnApart => {
                let is_current = |own: &Coordinates| own.fund.is_none() && own.origin == Some(Origin::Current);
                whole.fund == Some(Fund::Appropriation) || parts.iter().any(is_current)
            }
            Dimension::Expense => true,
        };
        if is_all { Certainty::Certain } else { Certainty::Usual }
    }
}

/// Whether a member is another one, or nested in it at any depth; `None` means all.
fn is_in<T: Copy + PartialEq>(own: Option<T>, whole: Option<T>, parent: impl Fn(T) -> Option<T>) -> bool {
    let Some(whole) = whole else { return true };
    std::iter::successors(own, |member| parent(*member)).any(|member| member == whole)
}

/// Whether two numbers are of the same phase of the same year's budget; a phase that is not said fits any.
pub fn same_time(one: &Coordinates, other: &Coordinates) -> bool {
    let phase = one.time.phase == other.time.phase || one.time.phase.is_none() || other.time.phase.is_none();
    one.time.before == other.time.before && phase
}
