//! Finds which lines of a table are the sum of which others: by their codes, by their levels, or by where totals stand.

use std::collections::BTreeMap;

use crate::budget::{Expense, Line, Role};
use crate::check::indexed_table::{Half, IndexedTable};
use crate::check::rule::Rule;

/// A line and the lines that add up to it.
#[derive(Clone)]
pub struct Family {
    /// The rule that the sum is checked by.
    pub rule: Rule,
    /// The line that is the sum.
    pub whole: usize,
    /// Its parts, in printed order or sorted by code.
    pub parts: Vec<usize>,
}

/// All sums of one half of a table, once for each way to read its printed totals, the usual one first.
pub fn families(indexed: &IndexedTable, half: &Half) -> Vec<Vec<Family>> {
    let own = half.lines.iter().copied();
    if let Some(found) = indexed.table.is_of_expenses().then(|| expenses(indexed, own.clone())).flatten() {
        return vec![found];
    }
    let mut children = Vec::new();
    let blocks = blocks(indexed, own, &mut children);
    let lines = &indexed.table.lines;
    let mut ways = vec![sums(lines, &blocks)];
    if half.lines.iter().any(|line| lines[*line].role == Role::Subtotal) {
        ways.extend(heads(lines, &blocks));
    }
    ways.into_iter().map(|way| children.iter().cloned().chain(way).collect()).collect()
}

/// A half of a table is a sequence of these, from top to bottom.
enum Block {
    /// A printed sum.
    Sum(usize),
    /// The first-level items between two printed sums.
    Items(Vec<usize>),
}

/// Splits the lines at printed sums, and adds the sums that the items between them form.
fn blocks(indexed: &IndexedTable, own: impl Iterator<Item = usize>, found: &mut Vec<Family>) -> Vec<Block> {
    let lines = &indexed.table.lines;
    let mut blocks = Vec::new();
    // For each line with parts, the index of its sum in `found`.
    let mut families: BTreeMap<usize, usize> = BTreeMap::new();
    for line in own {
        // A printed sum may itself stand under another line.
        if lines[line].role != Role::Item && indexed.tree.parent(line).is_none() {
            blocks.push(Block::Sum(line));
            continue;
        }
        match indexed.tree.parent(line) {
            // An empty row or a note is part of nothing.
            _ if is_empty(indexed, line) => {}
            // A line with 其中 is only part of the line above it.
            _ if indexed.lines[line].of_which => {}
            Some(whole) => {
                let family = *families.entry(whole).or_insert_with(|| {
                    found.push(Family { rule: Rule::Children, whole, parts: Vec::new() });
                    found.len() - 1
                });
                found[family].parts.push(line);
            }
            None => match blocks.last_mut() {
                Some(Block::Items(items)) => items.push(line),
                _ => blocks.push(Block::Items(vec![line])),
            },
        }
    }
    blocks
}

/// Whether a line has neither code nor key, prints no amount, and has nothing under it.
fn is_empty(indexed: &IndexedTable, line: usize) -> bool {
    let own = &indexed.table.lines[line];
    own.subject().is_none() && indexed.tree.is_leaf(line) && own.amounts.iter().all(|(_, amount)| amount.is_none())
}

/// The parts of each printed sum. A sum at the top is that of what follows; one at the end is that of what went before.
/// Subtotals below a total at the top stand above their parts, too, where one follows it directly.
fn sums(lines: &[Line], blocks: &[Block]) -> Vec<Family> {
    let (mut rest, mut top) = (blocks, None);
    if let [Block::Sum(total), after @ ..] = blocks {
        (top, rest) = (Some(*total), after);
    }
    if top.is_some() && matches!(rest, [Block::Sum(_), ..]) {
        return under(lines, blocks);
    }
    let mut found = Vec::new();
    let mut note = |whole: usize, parts: Vec<usize>| found.extend(family(whole, parts));
    let mut parts: Vec<usize> = Vec::new(); // closed subtotals and the items since
    let mut since = 0; // how many of them are closed
    for block in rest {
        match block {
            Block::Items(items) => parts.extend(items),
            Block::Sum(line) if lines[*line].role == Role::Subtotal => {
                note(*line, parts.split_off(since));
                parts.push(*line);
                since = parts.len();
            }
            Block::Sum(line) => {
                note(*line, std::mem::take(&mut parts));
                parts.push(*line);
                since = 1;
            }
        }
    }
    if let Some(top) = top {
        // Totals at both ends are the same total.
        let parts = parts.into_iter().filter(|line| lines[*line].role != Role::Total).collect();
        note(top, parts);
    }
    found
}

/// The parts of each printed sum where each subtotal stands above its own lines, and the total at the end: so units are
/// printed.
fn heads(lines: &[Line], blocks: &[Block]) -> Option<Vec<Family>> {
    let [inner @ .., Block::Sum(total)] = blocks else { return None };
    if lines[*total].role != Role::Total
        || inner.iter().any(|block| matches!(block, Block::Sum(l) if lines[*l].role == Role::Total))
    {
        return None;
    }
    let first = |line: &usize| lines[*line].level();
    let subtotals = inner.iter().filter_map(|block| if let Block::Sum(line) = block { Some(*line) } else { None });
    let outermost = subtotals.clone().map(|line| first(&line)).min()?;
    let mut parts: Vec<usize> = subtotals.filter(|line| first(line) == outermost).collect();
    if let [Block::Items(items), ..] = inner {
        parts.extend(items);
    }
    Some(under(lines, inner).into_iter().chain(family(*total, parts)).collect())
}

/// A printed sum with its parts, if it has any.
fn family(whole: usize, parts: Vec<usize>) -> Option<Family> {
    (!parts.is_empty()).then_some(Family { rule: Rule::Total, whole, parts })
}

/// The parts of sums that stand above them: for each, the sums of the next level, or the items, that follow it.
fn under(lines: &[Line], blocks: &[Block]) -> Vec<Family> {
    let rank = |line: usize| if lines[line].role == Role::Total { 0 } else { lines[line].level() };
    let mut found = Vec::new();
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    for block in blocks {
        match block {
            Block::Items(items) => {
                if let Some((_, parts)) = open.last_mut() {
                    parts.extend(items);
                }
            }
            Block::Sum(line) => {
                while let Some((whole, parts)) = open.pop_if(|(last, _)| rank(*last) >= rank(*line)) {
                    found.extend(family(whole, parts));
                }
                if let Some((_, parts)) = open.last_mut() {
                    parts.push(*line);
                }
                open.push((*line, Vec::new()));
            }
        }
    }
    found.extend(open.into_iter().filter_map(|(whole, parts)| family(whole, parts)));
    found
}

/// The sums of a table about expenses, by which expense each line is: 会议费 beside the three public expenses is no
/// part of them. `None` where fewer than two lines tell their expense, or two tell the same.
fn expenses(indexed: &IndexedTable, own: impl Iterator<Item = usize>) -> Option<Vec<Family>> {
    let lines: Vec<(usize, Expense)> = own
        .filter(|line| !indexed.lines[*line].of_which)
        .filter_map(|line| Some((line, indexed.lines[line].expense?)))
        .collect();
    let is_twice =
        |(line, own): &(usize, Expense)| lines.iter().any(|(other, expense)| expense == own && other != line);
    if lines.len() < 2 || lines.iter().any(is_twice) {
        return None;
    }
    let above = |own: Expense| std::iter::successors(own.parent(), |expense| expense.parent());
    let printed = |expense: &Expense| lines.iter().any(|(_, own)| own == expense);
    let own = |(whole, expense): &(usize, Expense)| {
        let is_part = |own: Expense| above(own).find(printed) == Some(*expense);
        let parts: Vec<_> = lines.iter().filter(|(_, own)| is_part(*own)).map(|(line, _)| *line).collect();
        (!parts.is_empty()).then_some(Family { rule: Rule::ThreePublicParts, whole: *whole, parts })
    };
    Some(lines.iter().filter_map(own).collect())
}
