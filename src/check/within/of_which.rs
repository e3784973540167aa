//! Checks that what is singled out (其中) is no more than its whole: a line than the line above it, a column than the
//! column whose coordinates include its own.

use crate::budget::{Coordinates, Place};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::indexed_table::{Half, IndexedTable};
use crate::check::rule::Rule;

/// Checks the lines and columns with 其中 in one half of a table against their wholes.
pub fn check(checker: &mut Checker, table: usize, half: &Half) {
    let indexed = &checker.indexed_tables[table];
    let lines = half.lines.iter().copied().filter(|line| indexed.lines[*line].of_which);
    let lines: Vec<_> = lines.filter_map(|line| Some((line, indexed.tree.parent(line)?))).collect();
    let money: Vec<_> = half.columns.iter().copied().filter(|c| indexed.columns[*c].is_money()).collect();
    let some = money.iter().copied().filter(|c| indexed.columns[*c].of_which);
    let columns: Vec<_> = some.filter_map(|some| Some((some, whole(indexed, &money, some)?))).collect();
    let cell = |line: usize, column: usize| Place::Cell(table, line, column);
    for (line, above) in lines {
        for column in &money {
            within(checker, Rule::Children, cell(line, *column), cell(above, *column));
        }
    }
    for (some, whole) in columns {
        for line in half.lines.iter().copied() {
            // Where something is deducted, what is left may be less than a part.
            let is_less = |column: &usize| checker.number(cell(line, *column)).is_some_and(|number| number.value < 0);
            if !money.iter().any(is_less) {
                within(checker, Rule::Across, cell(line, some), cell(line, whole));
            }
        }
    }
}

/// The whole of a column with 其中: the nearest column before it whose coordinates include its own, or else after it.
fn whole(indexed: &IndexedTable, money: &[usize], some: usize) -> Option<usize> {
    let is_whole = |column: &usize| holds(&indexed.columns[*column], &indexed.columns[some]);
    let before = money.iter().copied().rfind(|column| *column < some && is_whole(column));
    before.or_else(|| money.iter().copied().find(|column| *column > some && is_whole(column)))
}

/// Whether a column's coordinates include another's: each is equal to the other's, or is not set, which means all.
fn holds(whole: &Coordinates, some: &Coordinates) -> bool {
    let same_time = whole.time.before == some.time.before && whole.time.phase == some.time.phase;
    !whole.of_which
        && !whole.without
        && same_time
        && (whole.flow.is_none() || whole.flow == some.flow())
        && (whole.fund.is_none() || whole.fund == some.fund)
        && (whole.origin.is_none() || whole.origin == some.origin)
        && (whole.part.is_none() || whole.part == some.part)
        && (whole.expense.is_none() || whole.expense == some.expense)
}

/// Records a mismatch if a part is more than its whole.
fn within(checker: &mut Checker, rule: Rule, part: Place, whole: Place) {
    let is_more = checker.difference(&[part], &[whole]).is_some_and(|more| more > 0);
    if is_more && checker.is_printed(whole) && !checker.fits(&[part], &[whole]) {
        checker.sum(rule, &[part], &[whole]);
        checker.annotate_last(Reason::MoreThanWhole);
    }
}
