//! Finds the halves of a two-sided table, and its blocks side by side.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::IndexedTable;
use crate::budget::{Column, Role, Side, Table};

/// The most blocks that a table may have side by side: a sheet has no room for more, and each is held against all
/// others.
const MAX_BLOCKS: usize = 16;

/// One half or block of a table: its lines and its columns of numbers.
pub struct Half {
    /// The side, if the table is two-sided.
    pub side: Option<Side>,
    /// The indices of the lines.
    pub lines: Vec<usize>,
    /// The indices of the columns.
    pub columns: Vec<usize>,
}

/// Whether a table has blocks side by side, and no more than a table may have.
pub(super) fn has_blocks(table: &Table) -> bool {
    let mut blocks: Vec<&str> = Vec::new();
    for block in table.lines.iter().filter_map(|line| line.block.as_deref()) {
        if !blocks.contains(&block) {
            blocks.push(block);
        }
        if blocks.len() > MAX_BLOCKS {
            return false;
        }
    }
    !blocks.is_empty()
}

impl IndexedTable<'_> {
    /// The halves of the table, and its blocks side by side, each with the columns that its lines have.
    pub(super) fn find_halves(&self) -> Rc<[Half]> {
        let lines = &self.table.lines;
        let mut kinds: Vec<(Option<Side>, Option<&str>, Vec<usize>)> = Vec::new();
        let mut known = BTreeMap::new();
        for (i, line) in lines.iter().enumerate() {
            let own = (line.side, self.block(i));
            let kind = *known.entry(own).or_insert(kinds.len());
            if kind == kinds.len() {
                kinds.push((own.0, own.1, Vec::new()));
            }
            kinds[kind].2.push(i);
        }
        let half = |(side, block, lines): (Option<Side>, Option<&str>, Vec<usize>)| {
            let is_own = |column: &Column| !self.has_blocks || column.block.as_deref() == block;
            let has_own = block.is_some() && self.columns_of(side).any(|(_, column)| is_own(column));
            let columns =
                self.columns_of(side).filter(|(_, column)| is_own(column) || (column.block.is_none() && !has_own));
            Half { side, lines, columns: columns.map(|(c, _)| c).collect() }
        };
        kinds.into_iter().map(half).flat_map(|half| self.apart(half)).collect()
    }

    /// The blocks of a half that the file does not mark: each has a total of its own, and no line prints in the columns
    /// of two.
    fn apart(&self, half: Half) -> Vec<Half> {
        let is_total = |line: &usize| self.table.lines[*line].role == Role::Total;
        if half.columns.len() < 2 || half.lines.iter().filter(|line| is_total(line)).count() < 2 {
            return vec![half];
        }
        // Columns that one line prints in belong to one block, which is identified by the first of them.
        let printed = |line: usize| {
            let columns = half.columns.iter().enumerate();
            columns.filter(move |(_, column)| self.amount(line, **column).is_some()).map(|(i, _)| i)
        };
        let mut blocks: Vec<usize> = (0..half.columns.len()).collect();
        for line in &half.lines {
            let Some(first) = printed(*line).map(|i| blocks[i]).min() else { continue };
            for i in printed(*line) {
                let other = blocks[i];
                if other != first {
                    blocks.iter_mut().filter(|block| **block == other).for_each(|block| *block = first);
                }
            }
        }
        // A line that prints nothing belongs to the block of the line before it.
        let mut last = 0;
        let mut own: Vec<(usize, Half)> = Vec::new();
        for line in half.lines.iter().copied() {
            last = printed(line).next().map_or(last, |i| blocks[i]);
            if let Some((_, half)) = own.iter_mut().find(|(block, _)| *block == last) {
                half.lines.push(line);
            } else {
                let is_own = |(i, _): &(usize, &usize)| blocks[*i] == last;
                let columns = half.columns.iter().enumerate().filter(is_own).map(|(_, column)| *column).collect();
                own.push((last, Half { side: half.side, lines: vec![line], columns }));
            }
        }
        if own.len() < 2 || !own.iter().all(|(_, half)| half.lines.iter().any(is_total)) {
            return vec![half];
        }
        own.into_iter().map(|(_, half)| half).collect()
    }
}
