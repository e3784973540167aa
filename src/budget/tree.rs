//! The hierarchy of a table's lines: which line stands under which, by their codes or their levels.

use super::{Line, Role, Table};
use crate::money::sort_by;

/// For each line of a table, its parent: the line that it stands directly under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    parents: Vec<Option<usize>>,
    /// Whether other lines than 其中 (of which) stand under each line.
    has_parts: Vec<bool>,
}

impl Table {
    /// The hierarchy of the table's lines.
    ///
    /// Lines between two printed sums belong together. Where each of them has a code of its own, `20103` stands under
    /// `201`, in whatever order they are printed. Where a code repeats (per unit, or once for each economic item), a
    /// line stands under the one above it whose code is the beginning of its own. Lines without codes are nested by
    /// their levels; one with 其中 and no level is part of the line before it. Where a table begins with a unit, each
    /// unit contains what follows it.
    pub fn tree(&self) -> Tree {
        let mut parents = vec![None; self.lines.len()];
        let of = |i: usize| (self.lines[i].side, self.lines[i].block.as_deref());
        // An empty row or a note has no parent, and does not end what stands under a line.
        let is_line = |i: &usize| !self.lines[*i].is_blank() || self.lines[*i].level.is_some();
        let mut lines: Vec<usize> = (0..self.lines.len()).filter(is_line).collect();
        sort_by(&mut lines, |one, other| of(*one).cmp(&of(*other)));
        // Each half or block, between its printed sums.
        for half in lines.chunk_by(|one, next| of(*one) == of(*next)) {
            for items in half.split(|i| self.lines[*i].role != Role::Item) {
                nest(&self.lines, items, &mut parents);
            }
        }
        let mut has_parts = vec![false; parents.len()];
        for (i, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent.filter(|_| !self.lines[i].is_of_which()) {
                has_parts[parent] = true;
            }
        }
        Tree { parents, has_parts }
    }
}

/// Finds the parent of each item. Where the first one is a unit, the items after a unit stand under it.
fn nest(lines: &[Line], items: &[usize], parents: &mut [Option<usize>]) {
    let is_unit = |line: usize| lines[line].is.as_deref() == Some("unit");
    let Some(first) = items.first().copied().filter(|first| is_unit(*first)) else {
        return nest_apart(lines, items, parents);
    };
    // A line that the file puts on the level of a unit, or above, is not part of the unit.
    let is_beside = |line: usize| lines[line].level.zip(lines[first].level).is_some_and(|(own, unit)| own <= unit);
    if items.iter().any(|line| !is_unit(*line) && is_beside(*line)) {
        return nest_apart(lines, items, parents);
    }
    let mut above: Vec<usize> = Vec::new();
    for own in items.chunk_by(|_, next| !is_unit(*next)) {
        let [unit, parts @ ..] = own else { continue };
        while above.last().is_some_and(|last| lines[*last].level() >= lines[*unit].level()) {
            above.pop();
        }
        parents[*unit] = above.last().copied();
        above.push(*unit);
        nest_apart(lines, parts, parents);
        for part in parts {
            parents[*part] = parents[*part].or(Some(*unit));
        }
    }
}

/// Finds the parent of each of these items, none of which is a unit with items under it.
fn nest_apart(lines: &[Line], all: &[usize], parents: &mut [Option<usize>]) {
    let is_some = |line: usize| {
        let line = &lines[line];
        line.level.is_none() && line.code.is_none() && line.is_of_which()
    };
    let mut items: Vec<usize> = Vec::new();
    // An empty row between the lines ends nothing.
    for line in all.iter().copied().filter(|line| !lines[*line].is_blank()) {
        if is_some(line) {
            parents[line] = items.last().copied();
        } else {
            items.push(line);
        }
    }
    let code = |line: usize| lines[line].subject().filter(|code| is_code(code));
    let mut coded: Vec<_> = items.iter().filter_map(|line| Some((code(*line)?, *line))).collect();
    sort_by(&mut coded, Ord::cmp);
    let is_distinct = coded.len() == items.len() && coded.windows(2).all(|pair| pair[0].0 != pair[1].0);
    if is_distinct {
        items = coded.into_iter().map(|(_, line)| line).collect();
    }
    let is_under = |line: usize, above: usize| match (code(line), code(above), lines[line].level, lines[above].level) {
        // A level does not put a code under another one of the same classification that is not its beginning.
        (Some(code), Some(over), Some(own), Some(above)) if !is_distinct => {
            own > above && (code.starts_with(over) || code[..1] != over[..1])
        }
        (Some(own), Some(above), ..) => own.len() > above.len() && own.starts_with(above),
        _ => lines[line].level() > lines[above].level(),
    };
    // The lines that the next line may stand under, outermost first.
    let mut above: Vec<usize> = Vec::new();
    for line in items {
        while above.last().is_some_and(|last| !is_under(line, *last)) {
            above.pop();
        }
        parents[line] = above.last().copied();
        above.push(line);
    }
}

/// Whether a line's code is one of a classification: digits.
pub fn is_code(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit())
}

impl Tree {
    /// The line that a line stands directly under; `None` for an outermost line, and for printed sums.
    pub fn parent(&self, line: usize) -> Option<usize> {
        self.parents.get(line).copied().flatten()
    }

    /// Puts a line directly under another one.
    pub fn put(&mut self, line: usize, above: usize) {
        self.parents[line] = Some(above);
        self.has_parts[above] = true;
    }

    /// Whether no line but 其中 (of which) stands under a line.
    pub fn is_leaf(&self, line: usize) -> bool {
        !self.has_parts.get(line).copied().unwrap_or(false)
    }

    /// For each line, the lines directly under it, in printed order.
    pub fn under(&self) -> Vec<Vec<usize>> {
        let mut under = vec![Vec::new(); self.parents.len()];
        for (line, parent) in self.parents.iter().enumerate() {
            if let Some(parent) = parent {
                under[*parent].push(line);
            }
        }
        under
    }

    /// How many levels deep a line is nested, 0 for an outermost one.
    pub fn depth(&self, line: usize) -> usize {
        std::iter::successors(self.parent(line), |above| self.parent(*above)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lines: &[(&str, Option<u8>)]) -> Table {
        let line = |(code, level): &(&str, Option<u8>)| Line {
            code: Some(*code).filter(|code| !code.is_empty()).map(Into::into),
            level: *level,
            name: "行".into(),
            ..Line::default()
        };
        Table { lines: lines.iter().map(line).collect(), ..Table::default() }
    }

    fn parents(lines: &[(&str, Option<u8>)]) -> Vec<Option<usize>> {
        let tree = table(lines).tree();
        (0..lines.len()).map(|line| tree.parent(line)).collect()
    }

    #[test]
    fn codes_of_their_own_nest_in_whatever_order_they_are_printed() {
        assert_eq!(parents(&[("20103", None), ("201", None), ("2010301", None)]), [Some(1), None, Some(0)]);
        // A seven-digit code of local making is not part of the item that happens to stand before it.
        assert_eq!(parents(&[("30239", None), ("3021503", None), ("30216", None)]), [None; 3]);
    }

    #[test]
    fn a_code_that_repeats_nests_in_printed_order() {
        let twice = [("301", None), ("30101", None), ("301", None), ("30101", None)];
        assert_eq!(parents(&twice), [None, Some(0), None, Some(2)]);
        let by_level = [("2014004", Some(1)), ("2014004", Some(2)), ("2014004", Some(2))];
        assert_eq!(parents(&by_level), [None, Some(0), Some(0)]);
    }

    #[test]
    fn an_empty_row_or_a_note_cuts_nothing() {
        let line = |name: &str, level: Option<u8>| Line { name: name.into(), level, ..Line::default() };
        for between in ["", "　", "注：数据来自预算系统。"] {
            let lines = vec![line("工资福利支出", Some(1)), line(between, None), line("基本工资", Some(2))];
            let tree = Table { lines, ..Table::default() }.tree();
            assert_eq!((tree.parent(1), tree.parent(2)), (None, Some(0)), "{between:?}");
        }
    }

    #[test]
    fn lines_without_codes_nest_by_their_levels() {
        assert_eq!(parents(&[("", Some(1)), ("", Some(2)), ("", Some(1))]), [None, Some(0), None]);
    }
}
