//! English names for ids of the format.

use super::column;

/// The English name of an id whose meaning documents print in Chinese only.
pub fn english(id: &str) -> Option<&'static str> {
    Some(match id {
        "general-public" => "General public budget",
        "government-fund" => "Government-managed funds",
        "state-capital" => "State capital operations",
        "fiscal-account" => "Special fiscal account",
        "own-funds" => "The unit's own funds",
        column::CARRY_OVER => "Carry-over from last year",
        "income" => "Income",
        "expenditure" => "Expenditure",
        column::BASIC => "Basic expenditure",
        column::PROJECT => "Project expenditure",
        column::PERSONNEL => "Personnel funds",
        column::OPERATING => "Operating funds",
        "reserve" => "Reserve",
        "business" => "Business expenditure",
        "to-superior" => "Payments to the body above",
        "to-subordinate" => "Payments to subordinate units",
        "year-end-carry-over" => "Left for next year",
        "appropriation" => "Fiscal appropriations",
        "three-public" => "Three public expenses",
        "overseas" => "Overseas trips",
        "reception" => "Official receptions",
        "vehicles" => "Official vehicles",
        "vehicle-purchase" => "Vehicle purchase",
        "vehicle-running" => "Vehicle running",
        "meetings" => "Conferences",
        "training" => "Training",
        "agency-operating" => "Operating costs of public bodies",
        "procurement-goods" => "Goods",
        "procurement-works" => "Works",
        "procurement-services" => "Services",
        _ => return None,
    })
}
