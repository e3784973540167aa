//! Searches for the nesting of lines below a printed sum that makes them add up to it.

use super::Family;
use crate::budget::{Place, Role};
use crate::check::checker::Checker;
use crate::check::finding::Verdict;
use crate::check::indexed_table::IndexedTable;
use crate::check::rounded::{Rounded, judge};

/// The most lines that are searched: only projects and units are more, and those are listed flat.
pub const MAX: usize = 400;
/// The most steps that are tried before a table is left as it is.
pub const STEPS: usize = 5_000;

/// A printed sum that its parts do not add up to, prepared for the search.
pub struct Reading {
    /// The sum, column by column.
    pub whole: Vec<Rounded>,
    /// Its parts, and the lines under those of them that are open, in printed order.
    pub lines: Vec<usize>,
    /// The numbers of each of these lines, column by column.
    pub values: Vec<Vec<Rounded>>,
    /// Which of these lines are its parts according to the file.
    outer: Vec<bool>,
    /// Which of these lines are open: the file does not say what they stand under.
    open: Vec<bool>,
    /// Which of these lines may have others under them: those that are open, and printed sums.
    may_hold: Vec<bool>,
    /// Which of these lines have the same name as the next: `Some(true)` where they have a code.
    repeated: Vec<Option<bool>>,
}

/// Lines beside each other, each with the index behind the last line under it.
pub type Chain = Vec<(usize, usize)>;

impl Reading {
    /// Prepares the search; `None` where there are too many lines.
    pub fn of(
        checker: &Checker,
        indexed: &IndexedTable,
        columns: &[usize],
        family: &Family,
        is_open: &dyn Fn(&usize) -> bool,
    ) -> Option<Self> {
        let value = |line: usize| -> Vec<Rounded> {
            let number = |c: &usize| checker.number(Place::Cell(indexed.index, line, *c)).unwrap_or_default();
            // A zero is exact, and not rounded from a little more.
            let exact = |number: Rounded| if number.value == 0 { Rounded::default() } else { number };
            columns.iter().map(|c| exact(number(c))).collect()
        };
        if family.parts.len() > MAX {
            return None;
        }
        let mut lines = Vec::new();
        let mut left: Vec<usize> = family.parts.iter().rev().copied().collect();
        while let Some(line) = left.pop() {
            lines.push(line);
            if lines.len() + left.len() > MAX {
                return None;
            }
            if is_open(&line) && !indexed.tree.is_leaf(line) {
                left.extend(indexed.under(line).iter().rev().take(MAX + 1));
            }
        }
        let outer = lines.iter().map(|line| family.parts.contains(line)).collect();
        let open: Vec<bool> = lines.iter().map(is_open).collect();
        let is_sum = |line: &usize| indexed.table.lines[*line].role != Role::Item;
        let may_hold = lines.iter().zip(&open).map(|(line, open)| *open || is_sum(line)).collect();
        let repeats = |pair: &[usize]| {
            let [one, next] = [&indexed.table.lines[pair[0]], &indexed.table.lines[pair[1]]];
            (one.name == next.name && indexed.tree.is_leaf(pair[1])).then_some(one.code.is_some())
        };
        let repeated = lines.windows(2).map(repeats).chain([None]).collect();
        let values: Vec<_> = lines.iter().map(|line| value(*line)).collect();
        let whole = value(family.whole);
        Some(Reading { whole, lines, values, outer, open, may_hold, repeated })
    }

    /// The parents of lines in the reading that holds, or that shows which number is wrong; `Err` says whether another
    /// reading than the file's is likely all the same.
    pub fn nested(&self) -> Result<Vec<(usize, usize)>, bool> {
        let under = self.under();
        self.holding(&under).or_else(|| self.headed()).ok_or_else(|| self.is_doubtful(&under))
    }

    /// For each line, the ways in which lines that follow it may stand under it.
    pub fn under(&self) -> Vec<Vec<(usize, Chain)>> {
        let mut steps = STEPS;
        let mut under: Vec<Vec<(usize, Chain)>> = vec![Vec::new(); self.lines.len()];
        for i in (0..self.lines.len()).rev() {
            if self.may_hold[i] && is_nonzero(&self.values[i]) {
                under[i] = self.ways(i + 1, &self.values[i], &under, false, &mut steps);
                // A line that is printed twice is no part of itself, except a unit's that is all there is.
                let is_unit = |is_coded: bool| !is_coded && agrees(&self.whole, &self.values[i], true);
                if self.repeated[i].is_some_and(|is_coded| !is_unit(is_coded)) {
                    under[i].retain(|(end, _)| *end > i + 2);
                }
            }
        }
        under
    }

    /// The parents of lines in the reading that holds.
    pub fn holding(&self, under: &[Vec<(usize, Chain)>]) -> Option<Vec<(usize, usize)>> {
        let (_, chain) = self.ways(0, &self.whole, under, true, &mut { STEPS }).into_iter().next()?;
        let mut found = Vec::new();
        self.note(&chain, under, &mut found);
        Some(found)
    }

    /// The ways in which the lines from here on may add up to a sum, each with the index behind its last line: a line
    /// with others under it counts once. With `of_all` a way has to use all lines that follow.
    pub fn ways(
        &self,
        from: usize,
        sum: &[Rounded],
        under: &[Vec<(usize, Chain)>],
        of_all: bool,
        steps: &mut usize,
    ) -> Vec<(usize, Chain)> {
        let mut found: Vec<(usize, Chain)> = Vec::new();
        let mut open = vec![(from, vec![Rounded::default(); sum.len()], Chain::new())];
        while let Some((at, so_far, chain)) = open.pop() {
            let is_end = if of_all { at == self.lines.len() } else { at > from };
            if is_end && agrees(sum, &so_far, true) {
                if !found.iter().any(|(end, _)| *end == at) {
                    found.push((at, chain));
                }
                if of_all {
                    break;
                }
                continue;
            }
            *steps = steps.saturating_sub(1);
            if at == self.lines.len() || *steps == 0 || is_beyond(sum, &so_far) {
                continue;
            }
            let Some(next) = added(&so_far, &self.values[at]) else { continue };
            // The last way pushed is tried first: a line with others under it before one without.
            for end in [at + 1].into_iter().chain(under[at].iter().map(|(end, _)| *end)) {
                open.push((end, next.clone(), chain.iter().copied().chain([(at, end)]).collect()));
            }
        }
        found
    }

    /// Adds the parents of the lines under a chain to `found`.
    pub fn note(&self, chain: &Chain, under: &[Vec<(usize, Chain)>], found: &mut Vec<(usize, usize)>) {
        for (line, end) in chain {
            if let Some((_, own)) = under[*line].iter().find(|(own, _)| own == end) {
                found.extend(own.iter().map(|(part, _)| (self.lines[*part], self.lines[*line])));
                self.note(own, under, found);
            }
        }
    }

    /// The parents of lines where a number below is wrong: lines without a class that head the classes after them, or a
    /// first line that repeats the whole.
    fn headed(&self) -> Option<Vec<(usize, usize)>> {
        let [true, ..] = self.open[..] else { return None };
        let all = 0..self.lines.len();
        let is_sum = |is_part: &dyn Fn(&usize) -> bool| {
            let nothing = vec![Rounded::default(); self.whole.len()];
            let sum = all.clone().filter(is_part).try_fold(nothing, |sum, i| added(&sum, &self.values[i]));
            sum.is_some_and(|sum| agrees(&self.whole, &sum, false))
        };
        let classes = all.clone().filter(|i| !self.open[*i]);
        if classes.clone().next().is_some() && is_sum(&|i| self.open[*i]) {
            let head = |class: usize| (0..class).rev().find(|i| self.open[*i]);
            return Some(classes.filter_map(|class| Some((self.lines[class], self.lines[head(class)?]))).collect());
        }
        let has_rest = self.values[1..].iter().filter(|value| is_nonzero(value)).count() > 1;
        let is_whole = has_rest && (agrees(&self.whole, &self.values[0], false) || is_sum(&|i| *i > 0));
        is_whole.then(|| all.skip(1).map(|part| (self.lines[part], self.lines[0])).collect())
    }

    /// Whether lines may be counted twice, though nothing tells which.
    fn is_doubtful(&self, under: &[Vec<(usize, Chain)>]) -> bool {
        let parts = || (0..self.lines.len()).filter(|i| self.outer[*i]);
        let nothing = vec![Rounded::default(); self.whole.len()];
        let flat = parts().try_fold(nothing, |sum, i| added(&sum, &self.values[i]));
        let is_more = flat.is_some_and(|flat| is_beyond(&self.whole, &flat));
        let is_mixed = self.open[0] && parts().any(|i| !self.open[i]);
        // What the file itself puts under a line is in no doubt.
        let has_other = |(_, chain): &(usize, Chain)| chain.iter().any(|(i, _)| self.outer[*i]);
        let has_parts = under.iter().flatten().any(has_other);
        is_more && (is_mixed || has_parts)
    }
}

/// Whether two rows of numbers are equal in all columns that print something or, without `in_all`, in most.
fn agrees(sum: &[Rounded], parts: &[Rounded], in_all: bool) -> bool {
    let told = sum.iter().zip(parts).filter(|(own, parts)| own.value != 0 || parts.value != 0);
    let (fits, misses): (Vec<_>, Vec<_>) =
        told.partition(|(own, parts)| judge(Some(**own), **parts).verdict != Verdict::Mismatch);
    fits.len() > misses.len() && (misses.is_empty() || !in_all)
}

/// Whether the parts come to more than their sum in every column that prints something.
fn is_beyond(sum: &[Rounded], parts: &[Rounded]) -> bool {
    let mut told = sum.iter().zip(parts).filter(|(own, _)| own.value > 0).peekable();
    told.peek().is_some()
        && told.all(|(own, parts)| parts.value > own.value && judge(Some(*own), *parts).verdict == Verdict::Mismatch)
}

/// Whether a row has a number other than zero.
pub fn is_nonzero(row: &[Rounded]) -> bool {
    row.iter().any(|number| number.value != 0)
}

fn added(one: &[Rounded], other: &[Rounded]) -> Option<Vec<Rounded>> {
    one.iter().zip(other).map(|(one, other)| Rounded::sum([*one, *other])).collect()
}
