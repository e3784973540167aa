//! What two tables single out of the same line (其中) is the same in both.

use std::collections::BTreeMap;

use crate::budget::{Place, plain};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Holds each line 其中 against the one of its name in another table that stands under the same line, where both tables
/// print as much of that.
#[inline(never)]
pub fn check(ties: &mut Ties) {
    let mut all: BTreeMap<_, Vec<(Place, Place)>> = BTreeMap::new();
    for sheet in &ties.sheets {
        for (i, line) in sheet.table.lines.iter().enumerate().filter(|(i, _)| sheet.lines[*i].of_which) {
            let above = sheet.tree.parent(i);
            let subject = above.and_then(|above| sheet.table.lines[above].subject());
            let cells = above.and_then(|above| sheet.main(i).zip(sheet.main(above)));
            if let Some((subject, cells)) = subject.zip(cells) {
                all.entry((subject, plain(&line.name), line.side)).or_default().push(cells);
            }
        }
    }
    for cells in all.into_values() {
        let [(one, whole), (other, other_whole)] = cells[..] else { continue };
        let is_told = [one, other, whole].iter().all(|place| ties.is_something(*place)) && one.table() != other.table();
        if is_told && ties.fits(&[whole], &[other_whole]) {
            ties.sum(Rule::SameNumber, &[one], &[other]);
        }
    }
}
