//! Checks that classification codes have the length of a level, and stand under the code of the level above.

use std::collections::BTreeMap;

use super::TableFinding;
use crate::budget::{Place, Role, is_code};
use crate::check::finding::{Reason, Verdict};
use crate::check::indexed_table::IndexedTable;
use crate::check::rule::Rule;

/// The lengths of codes: 类, 款, 项 in the functional classification, 类, 款 in the economic; some places add levels
/// below.
const LENGTHS: [usize; 4] = [3, 5, 7, 9];
/// The lengths in the functional classification, which is the same everywhere. Its codes begin with 2.
const BY_FUNCTION: [usize; 3] = [3, 5, 7];

/// Checks that codes have the length of a level, and stand under the code above them where the table prints that for
/// most codes of their level. That all of them do is said once for a table.
pub fn codes(indexed: &IndexedTable) -> Vec<TableFinding> {
    let lines = &indexed.table.lines;
    let mut coded: Vec<(&str, usize, bool)> = Vec::new();
    // The beginnings of the next subject, outermost first: in sorted order each subject follows those that it begins
    // with.
    let mut above: Vec<&str> = Vec::new();
    for (subject, line) in indexed.subjects() {
        while above.last().is_some_and(|last| !subject.starts_with(last)) {
            above.pop();
        }
        if is_code(subject) && lines[line].role == Role::Item && lines[line].code.is_some() && lines[line].is.is_none()
        {
            let parent = LENGTHS.iter().rev().find(|length| **length < subject.len());
            let has_parent = parent.is_none_or(|parent| above.iter().any(|own| own.len() == *parent));
            coded.push((subject, line, has_parent));
        }
        if above.last() != Some(&subject) {
            above.push(subject);
        }
    }
    let mut of_length: BTreeMap<usize, usize> = BTreeMap::new();
    for (code, ..) in &coded {
        *of_length.entry(code.len()).or_default() += 1;
    }
    // A place that adds a level has more than one code of it.
    let is_own = |code: &str| of_length.get(&code.len()).is_some_and(|count| *count > 1);
    let mut with_parent: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (code, _, has_parent) in &coded {
        let (with, without) = with_parent.entry(code.len()).or_default();
        *if *has_parent { with } else { without } += 1;
    }
    let mut found = Vec::new();
    for (code, line, has_parent) in &coded {
        let levels = if code.starts_with('2') { &BY_FUNCTION[..] } else { &LENGTHS };
        let (with, without) = with_parent.get(&code.len()).copied().unwrap_or_default();
        let (verdict, reason) = match () {
            () if !levels.contains(&code.len()) && !is_own(code) => {
                // In other classifications a place may well have one code more.
                let verdict = if code.starts_with('2') { Verdict::Mismatch } else { Verdict::Unchecked };
                (verdict, Reason::NoLevel)
            }
            () if !has_parent && with >= without => (Verdict::Mismatch, Reason::NoParent),
            () => continue,
        };
        found.push((Rule::CodeParent, verdict, vec![Place::Line(indexed.index, *line)], Some(reason)));
    }
    if found.is_empty() && !coded.is_empty() {
        found.push((Rule::CodeParent, Verdict::Holds, vec![Place::Table(indexed.index)], None));
    }
    found
}
