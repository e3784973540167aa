//! The id of a column whose heading means what one of the format's ids means.

use crate::budget::{Column, Coordinates, Kind, Phase, Quantity, Side, Table, of_id};

/// The ids of amounts, the most usual first: of two that mean the same the first is taken.
const AMOUNTS: [&str; 41] = [
    "total",
    "general-public",
    "government-fund",
    "state-capital",
    "appropriation",
    "fiscal-account",
    "own-funds",
    "institution-income",
    "business-income",
    "superior-grants",
    "subordinate-income",
    "other-income",
    "used-surplus",
    "account-balance",
    "basic",
    "personnel",
    "operating",
    "project",
    "reserve",
    "business",
    "to-superior",
    "to-subordinate",
    "three-public-meetings-training",
    "three-public",
    "overseas",
    "reception",
    "vehicles",
    "vehicle-purchase",
    "vehicle-running",
    "meetings",
    "training",
    "agency-operating",
    "current-year",
    "current-appropriation",
    "carry-over",
    "appropriation-carry-over",
    "year-end-carry-over",
    "budget",
    "adjusted",
    "actual",
    "final",
];
/// What stands before an id of an amount.
const BEFORE: [&str; 6] = ["", "last-year-", "carry-over-", "change-", "change-rate-", "share-"];

/// The id of a column, if the format has one for what its heading says.
pub fn id(column: &Column, table: &Table, year: u16) -> Option<String> {
    let unnamed = Column { id: String::new(), ..column.clone() };
    let found = unnamed.coordinates(table, year);
    if found.unknown || found.of_which || found.without {
        return None;
    }
    let found = Coordinates { flow: None, base: None, ..found };
    // What a template calls 2026年预算数 is the amount, where no other state of the year stands beside it.
    let own = |phase: Option<Phase>| phase.filter(|phase| *phase != Phase::Budget || found.time.before > 0);
    let found = Coordinates { time: crate::budget::Time { phase: own(found.time.phase), ..found.time }, ..found };
    match found.quantity {
        Quantity::Count => return None,
        Quantity::Change | Quantity::Rate | Quantity::Share
            if found == (Coordinates { quantity: found.quantity, ..Coordinates::default() }) =>
        {
            let id = match found.quantity {
                Quantity::Change => "change",
                Quantity::Rate => "change-rate",
                _ => "share",
            };
            return Some(id.into());
        }
        _ => {}
    }
    let is_income = column.side == Some(Side::Income) || table.kind == Some(Kind::FundIncome);
    if found == Coordinates::default() {
        return Some(if is_income && column.side.is_some() { "income" } else { "total" }.into());
    }
    let all = BEFORE.iter().flat_map(|before| AMOUNTS.iter().map(move |id| format!("{before}{id}")));
    all.into_iter().find(|id| of_id(id).is_some_and(|known| Coordinates { flow: None, base: None, ..known } == found))
}
