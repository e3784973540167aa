//! The coordinates that column ids and line keys of the format stand for.

use super::PHASES;
use crate::budget::coordinates::{Coordinates, Expense, Fund, Origin, Part, Quantity, Time};

/// Column ids and line keys whose meaning is a single coordinate.
const IDS: [(&str, Coordinates); 47] = {
    const NONE: Coordinates = Coordinates {
        quantity: Quantity::Amount,
        time: Time { before: 0, phase: None },
        base: None,
        flow: None,
        fund: None,
        origin: None,
        part: None,
        expense: None,
        without: false,
        of_which: false,
        unknown: false,
    };
    const fn fund(fund: Fund) -> Coordinates {
        Coordinates { fund: Some(fund), ..NONE }
    }
    const fn origin(origin: Origin) -> Coordinates {
        Coordinates { origin: Some(origin), ..NONE }
    }
    const fn part(part: Part) -> Coordinates {
        Coordinates { part: Some(part), ..NONE }
    }
    const fn expense(expense: Expense) -> Coordinates {
        Coordinates { expense: Some(expense), ..NONE }
    }
    const fn quantity(quantity: Quantity) -> Coordinates {
        Coordinates { quantity, ..NONE }
    }
    [
        ("total", NONE),
        ("income", NONE),
        ("expenditure", NONE),
        ("appropriation", fund(Fund::Appropriation)),
        ("appropriation-income", fund(Fund::Appropriation)),
        ("appropriation-expenditure", fund(Fund::Appropriation)),
        ("general-public", fund(Fund::GeneralPublic)),
        ("government-fund", fund(Fund::GovernmentFund)),
        ("state-capital", fund(Fund::StateCapital)),
        ("fiscal-account", fund(Fund::FiscalAccount)),
        ("own-funds", fund(Fund::OwnFunds)),
        ("other-funds", fund(Fund::OwnFunds)),
        ("institution-income", fund(Fund::Institution)),
        ("business-income", fund(Fund::Business)),
        ("superior-grants", fund(Fund::SuperiorGrants)),
        ("subordinate-income", fund(Fund::SubordinateIncome)),
        ("other-income", fund(Fund::OtherIncome)),
        ("used-surplus", fund(Fund::UsedSurplus)),
        ("account-balance", fund(Fund::AccountBalance)),
        ("current-year", origin(Origin::Current)),
        ("current-income", origin(Origin::Current)),
        ("current-appropriation", Coordinates { origin: Some(Origin::Current), ..fund(Fund::Appropriation) }),
        ("carry-over", origin(Origin::Carried)),
        ("carried-over", origin(Origin::Carried)),
        ("appropriation-carry-over", Coordinates { origin: Some(Origin::Carried), ..fund(Fund::Appropriation) }),
        ("year-end-carry-over", origin(Origin::Left)),
        ("basic", part(Part::Basic)),
        ("personnel", part(Part::Personnel)),
        ("operating", part(Part::Operating)),
        ("project", part(Part::Project)),
        ("reserve", part(Part::Reserve)),
        ("business", part(Part::Business)),
        ("to-superior", part(Part::ToSuperior)),
        ("to-subordinate", part(Part::ToSubordinate)),
        ("three-public-meetings-training", expense(Expense::WithMeetings)),
        ("three-public", expense(Expense::ThreePublic)),
        ("overseas", expense(Expense::Overseas)),
        ("reception", expense(Expense::Reception)),
        ("vehicles", expense(Expense::Vehicles)),
        ("vehicle-purchase", expense(Expense::VehiclePurchase)),
        ("vehicle-running", expense(Expense::VehicleRunning)),
        ("meetings", expense(Expense::Meetings)),
        ("training", expense(Expense::Training)),
        ("agency-operating", expense(Expense::AgencyOperating)),
        ("change", quantity(Quantity::Change)),
        ("rate", quantity(Quantity::Rate)),
        ("share", quantity(Quantity::Share)),
    ]
};

/// Prefixes that add a coordinate to one of [`IDS`]: `carry-over-general-public`.
const BEFORE: [(&str, Coordinates); 6] = {
    const PLAIN: Coordinates = IDS[0].1;
    [
        ("last-year-", Coordinates { time: Time { before: 1, phase: None }, ..PLAIN }),
        ("carry-over-", Coordinates { origin: Some(Origin::Carried), ..PLAIN }),
        ("change-rate-", Coordinates { quantity: Quantity::Rate, ..PLAIN }),
        ("change-", Coordinates { quantity: Quantity::Change, ..PLAIN }),
        ("rate-", Coordinates { quantity: Quantity::Rate, ..PLAIN }),
        ("share-", Coordinates { quantity: Quantity::Share, ..PLAIN }),
    ]
};

/// The id of the format with exactly these coordinates, if there is one; of several the first.
pub fn id_of(about: &Coordinates) -> Option<&'static str> {
    IDS.iter().find(|(_, known)| known == about).map(|(id, _)| *id)
}

/// The coordinates that an id of the format stands for, or `None` for an unknown id.
pub fn of_id(id: &str) -> Option<Coordinates> {
    // Classification codes are frequent, and never ids.
    if id.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((_, known)) = IDS.iter().find(|(known, _)| *known == id) {
        return Some(*known);
    }
    if let Some((_, _, phase)) = PHASES.iter().find(|(word, ..)| *word == id) {
        return Some(Coordinates { time: Time { before: 0, phase: Some(*phase) }, ..Coordinates::default() });
    }
    if let Some(rest) = id.strip_suffix("-less-construction") {
        return Some(Coordinates { without: true, ..of_id(rest)? });
    }
    let (rest, before) = BEFORE.iter().find_map(|(word, before)| Some((id.strip_prefix(word)?, *before)))?;
    if rest == "rate" {
        return Some(Coordinates { quantity: Quantity::Rate, ..before });
    }
    let rest = of_id(rest)?;
    let time = Time { before: before.time.before.max(rest.time.before), phase: rest.time.phase };
    Some(Coordinates { time, ..before.or(rest) })
}
