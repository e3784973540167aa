//! Which budgets the sums of a year count, so that no yuan is counted twice: a unit's budget is in its department's, a
//! department's is in its government's, and two files of one department are one department. Final accounts have sums of
//! their own.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::list_row::ListRow;
use crate::budget::BodyName;

/// Whether the sums count a budget; a number is the place of another among all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// They do.
    Counts,
    /// They do not: it is a unit's, and this department's budget, which lists the unit, has its money.
    Within(usize),
    /// They do not: this other file is of the same department and year, and counts.
    Again(usize),
    /// They do not: it is of a whole government, and they are of departments.
    Government,
}

/// How each budget counts among those of its year and stage. Of several files of one department the newest counts, of equal ones
/// the first. A unit belongs to a department only where that department's own tables list it by name, in the same place; otherwise
/// nothing is guessed.
pub fn counting(rows: &[ListRow]) -> Vec<Counting> {
    let mut counting = vec![Counting::Counts; rows.len()];
    let mut chosen: HashMap<_, usize> = HashMap::new();
    for (i, row) in rows.iter().enumerate() {
        let best = chosen.entry((&row.name, row.edition)).or_insert(i);
        if row.published > rows[*best].published {
            *best = i;
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let best = chosen[&(&row.name, row.edition)];
        if best != i {
            counting[i] = Counting::Again(best);
        }
    }
    // Only a department that counts, and has a total, can stand for its units.
    let mut listed: HashMap<_, Vec<usize>> = HashMap::new();
    let departments = rows.iter().enumerate().filter(|(i, row)| {
        counting[*i] == Counting::Counts
            && !row.is_unit
            && !row.is_government
            && !row.name.own
            && row.numbers.total.is_some()
    });
    for (i, row) in departments {
        for unit in &row.units {
            listed.entry((row.edition, unit)).or_default().push(i);
        }
    }
    for (i, row) in rows.iter().enumerate().filter(|(i, _)| counting[*i] == Counting::Counts).collect::<Vec<_>>() {
        let Some(above) = listed.get(&(row.edition, &row.name)) else { continue };
        let mut above: Vec<_> =
            above.iter().copied().filter(|above| *above != i && holds(&rows[*above], row)).collect();
        // Of a department and one above it that both list the unit, the nearer one.
        let all = above.clone();
        above.retain(|one| !all.iter().any(|other| other != one && rows[*one].units.contains(&rows[*other].name)));
        // What two departments list may be two bodies of one name.
        if let [only] = above[..] {
            counting[i] = Counting::Within(only);
        }
    }
    without_circles(&mut counting);
    let counted = |i: &usize| counting[*i] == Counting::Counts;
    let of_departments: HashSet<_> =
        (0..rows.len()).filter(|i| !rows[*i].is_government && counted(i)).map(|i| rows[i].edition).collect();
    let is_apart = |i: &usize| rows[*i].is_government && counted(i) && of_departments.contains(&rows[*i].edition);
    for i in (0..rows.len()).filter(is_apart).collect::<Vec<_>>() {
        counting[i] = Counting::Government;
    }
    counting
}

/// Whether a department's total can hold that of one of its units.
fn holds(department: &ListRow, unit: &ListRow) -> bool {
    let whole = department.numbers.total.map(crate::money::Money::millionths);
    unit.numbers.total.is_none_or(|part| whole.is_some_and(|whole| part.millionths() <= whole))
}

/// Bodies that name each other as their units are all counted.
fn without_circles(counting: &mut [Counting]) {
    for start in 0..counting.len() {
        let (mut at, mut met) = (start, BTreeSet::new());
        while let Counting::Within(above) = counting[at] {
            if !met.insert(at) {
                counting[at] = Counting::Counts;
                break;
            }
            at = above;
        }
    }
}

/// The units that a budget's tables list, by name.
pub fn units(budget: &crate::budget::Budget, own: &BodyName) -> BTreeSet<BodyName> {
    let region = budget.document.region.as_deref();
    let lines = budget.named().flat_map(|table| &table.lines);
    let mut units: BTreeSet<_> = lines
        .filter(|line| line.is.as_deref() == Some("unit"))
        .map(|line| BodyName::of(&line.name, region))
        .filter(|unit| !unit.bare().is_empty())
        .collect();
    // Beside others, a line with the department's own name is the department's own office (本级).
    if units.remove(own) && !units.is_empty() {
        let mut office = own.clone();
        office.own = true;
        units.insert(office);
    }
    units
}
