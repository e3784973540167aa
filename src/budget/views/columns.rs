//! Finds the columns that figures ask for, by what the columns are about.

use super::named::amounts;
use crate::budget::{Coordinates, Part, Phase, Side, Table, column};

/// The columns that print the whole, its parts and last year's whole: for each, the id that figures ask for and its
/// index.
pub fn columns(table: &Table, year: u16) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut last: Option<(usize, Option<Phase>)> = None;
    for (at, about) in amounts(table, year).into_iter().enumerate() {
        let printed = &table.columns[at];
        let is_of_all = |about: &Coordinates| about.fund.is_none() && about.origin.is_none();
        let Some(about) = about.filter(|about| printed.side != Some(Side::Income) && is_of_all(about)) else {
            continue;
        };
        match (about.time.before, about.part) {
            (0, part) => {
                let id = part.map_or(column::TOTAL, |part| id_of(part, &printed.id));
                if !found.iter().any(|(own, _)| own == id) {
                    found.push((id.into(), at));
                }
            }
            // A budget is compared with a budget, where there is one.
            (1, None)
                if last.is_none_or(|(_, phase)| {
                    phase.is_some() && about.time.phase.is_none_or(|own| own == Phase::Budget)
                }) =>
            {
                last = Some((at, about.time.phase));
            }
            _ => {}
        }
    }
    found.extend(last.map(|(at, _)| (column::LAST_YEAR.into(), at)));
    found
}

/// The id of the column of a part of expenditure.
const fn id_of(part: Part, own: &str) -> &str {
    match part {
        Part::Basic => column::BASIC,
        Part::Personnel => column::PERSONNEL,
        Part::Operating => column::OPERATING,
        Part::Project => column::PROJECT,
        Part::Reserve => "reserve",
        Part::Business => "business",
        Part::ToSuperior => "to-superior",
        Part::ToSubordinate => "to-subordinate",
        Part::Other => own,
    }
}
