//! The printed numbers of a document: what they are, and which of them a tie covers.

use std::collections::{BTreeMap, BTreeSet};

use budget_lens::budget::{Budget, Line, Place, Role};
use budget_lens::check::{Names, Verdict, check};

use super::found::{DOCUMENTS, FIRST};
use crate::common::shapes::Shape;
use crate::mutations::{get, places};

/// What a number is: of a table by what its column says, of the narrative by what it states.
pub fn what(budget: &Budget, place: Place) -> String {
    let Place::Cell(table, _, column) = place else {
        return match place {
            Place::Statement(_, _, field) => format!("stated {field:?}").to_lowercase(),
            Place::Line(table, line) => line_kind(&budget.tables[table].lines, line).into(),
            _ => "form".into(),
        };
    };
    let table = &budget.tables[table];
    let of = table.columns[column].coordinates(table, budget.document.year);
    match of {
        _ if of.unknown => "column that stands beside".into(),
        _ if of.of_which => "column of which".into(),
        _ if of.without => "column less something".into(),
        _ if of.time.before > 0 => "column of last year".into(),
        _ => format!("column of {:?}", of.quantity).to_lowercase(),
    }
}

/// What a line is among its neighbours.
fn line_kind(lines: &[Line], i: usize) -> &'static str {
    let is_above = |above: usize, below: usize| {
        let codes = lines.get(above).and_then(|line| line.code.as_deref()).zip(lines.get(below)?.code.as_deref());
        Some(codes.map_or(lines.get(above)?.level() < lines[below].level(), |(above, below)| {
            below.len() > above.len() && below.starts_with(above)
        }))
    };
    match (lines[i].role, is_above(i, i + 1), i.checked_sub(1).and_then(|before| is_above(before, i))) {
        (Role::Total, ..) => "line of a total",
        (Role::Subtotal, ..) => "line of a subtotal",
        (_, Some(true), _) => "line of a heading",
        (_, _, Some(true)) if is_above(i - 1, i + 1) != Some(true) => "line of an only child",
        _ => "line of an item",
    }
}

/// The numbers that a tie speaks of and holds. One that only cannot be checked leaves a number open.
pub fn told(budget: &Budget) -> BTreeSet<Place> {
    let findings = check(budget).findings.into_iter();
    let sure = findings.filter(|finding| matches!(finding.verdict, Verdict::Holds | Verdict::Rounding));
    sure.flat_map(|finding| finding.places().collect::<Vec<_>>()).collect()
}

/// What nothing speaks of, by table and column: for who wonders what else could be checked.
#[test]
fn what_no_tie_covers() {
    for shape in Shape::ALL {
        let mut open: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for seed in FIRST..FIRST + DOCUMENTS as u64 {
            let budget = shape.budget(seed);
            let (told, names) = (told(&budget), Names::new(&budget));
            for place in places(&budget).into_iter().filter(|place| get(&budget, *place).is_some()) {
                let count = open.entry(column_of(&budget, &names, place)).or_default();
                count.0 += usize::from(!told.contains(&place));
                count.1 += 1;
            }
        }
        let (uncovered, printed) = open.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        println!("\n==== {shape:?}: {uncovered} of {printed} printed numbers are covered by nothing that holds");
        open.iter()
            .filter(|(_, count)| count.0 > 0)
            .for_each(|(name, count)| println!("  {:>4} of {:>4} {name}", count.0, count.1));
        assert!(uncovered * 2 < printed, "{shape:?}: {uncovered} of {printed}");
    }
}

/// The table and the column of a number, or the list and what it states.
fn column_of(budget: &Budget, names: &Names, place: Place) -> String {
    let path = names.ids(place);
    match place.table() {
        Some(table) => format!("{} · {}", budget.tables[table].title, path.column),
        None => format!(
            "{} · {} · {}",
            path.table,
            if path.table == "说明" { path.line } else { String::new() },
            path.column
        ),
    }
}
