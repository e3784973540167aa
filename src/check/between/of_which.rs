//! Cross-checks of lines with 其中 (of which): what two tables single out of the same line is the same in both.

use std::collections::BTreeMap;

use crate::budget::{Place, plain};
use crate::check::checker::Checker;
use crate::check::rule::Rule;

/// Cross-checks each line with 其中 with the one of its name in another table that stands under the same line, where
/// both tables print the same amount for that line.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let mut all: BTreeMap<_, Vec<(Place, Place)>> = BTreeMap::new();
    for indexed in &checker.indexed_tables {
        for (i, line) in indexed.table.lines.iter().enumerate().filter(|(i, _)| indexed.lines[*i].of_which) {
            let above = indexed.tree.parent(i);
            let subject = above.and_then(|above| indexed.table.lines[above].subject());
            let cells = above.and_then(|above| indexed.main(i).zip(indexed.main(above)));
            if let Some((subject, cells)) = subject.zip(cells) {
                all.entry((subject, plain(&line.name), line.side)).or_default().push(cells);
            }
        }
    }
    for cells in all.into_values() {
        let [(one, whole), (other, other_whole)] = cells[..] else { continue };
        let is_told =
            [one, other, whole].iter().all(|place| checker.is_nonzero(*place)) && one.table() != other.table();
        if is_told && checker.fits(&[whole], &[other_whole]) {
            checker.sum(Rule::SameNumber, &[one], &[other]);
        }
    }
}
