//! What a number is about, as words: its coordinates.

use crate::budget::{Coordinates, Document, Expense, Fund, Origin, Part, Phase, Quantity, Side, Time};

/// The coordinates of a number as words of the format; `None` means all.
#[derive(Debug, Clone, Default)]
pub struct Meaning {
    /// `amount`, `change`, `rate`, `share` or `count`.
    pub quantity: &'static str,
    /// `income` or `expenditure`.
    pub flow: Option<&'static str>,
    /// The fund that it is of.
    pub fund: Option<&'static str>,
    /// The part of expenditure that it is of.
    pub part: Option<&'static str>,
    /// The expense that it is of.
    pub expense: Option<&'static str>,
    /// `current`, `carried` or `left`.
    pub origin: Option<&'static str>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The phase of that year's budget.
    pub phase: Option<&'static str>,
    /// For a change or a rate the year that it is computed from.
    pub base_year: Option<i32>,
    /// Whether it is only part of what the other coordinates name.
    pub is_part: bool,
    /// Whether it is known what it is about.
    pub is_known: bool,
}

impl Meaning {
    /// The words for coordinates, in a document; `side` is income or expenditure where the coordinates do not say it.
    pub fn of(about: Coordinates, side: Option<Side>, document: &Document) -> Self {
        let of_document = if document.stage.as_deref() == Some("final") { Phase::Final } else { Phase::Budget };
        let year = |time: Time| (document.year > 0).then(|| i32::from(document.year) - i32::from(time.before));
        let is_now = about.time.before == 0;
        Meaning {
            quantity: quantity(about.quantity),
            flow: about.flow().or(side).map(flow),
            fund: about.fund.map(fund),
            part: about.part.map(part),
            expense: about.expense.map(expense),
            origin: about.origin.map(origin),
            year: year(about.time),
            phase: about.time.phase.or(is_now.then_some(of_document)).map(Phase::id),
            base_year: about.base.and_then(year),
            is_part: about.of_which || about.without,
            is_known: !about.unknown,
        }
    }
}

const fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Amount => "amount",
        Quantity::Change => "change",
        Quantity::Rate => "rate",
        Quantity::Share => "share",
        Quantity::Count => "count",
    }
}

const fn flow(side: Side) -> &'static str {
    match side {
        Side::Income => "income",
        Side::Expenditure => "expenditure",
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Current => "current",
        Origin::Carried => "carried",
        Origin::Left => "left",
    }
}

const fn fund(fund: Fund) -> &'static str {
    match fund {
        Fund::Appropriation => "appropriation",
        Fund::GeneralPublic => "general-public",
        Fund::GovernmentFund => "government-fund",
        Fund::StateCapital => "state-capital",
        Fund::FiscalAccount => "fiscal-account",
        Fund::OwnFunds => "own-funds",
        Fund::Institution => "institution-income",
        Fund::Business => "business-income",
        Fund::SuperiorGrants => "superior-grants",
        Fund::SubordinateIncome => "subordinate-income",
        Fund::OtherIncome => "other-income",
        Fund::UsedSurplus => "used-surplus",
        Fund::AccountBalance => "account-balance",
    }
}

const fn part(part: Part) -> &'static str {
    match part {
        Part::Basic => "basic",
        Part::Personnel => "personnel",
        Part::Operating => "operating",
        Part::Project => "project",
        Part::Reserve => "reserve",
        Part::Business => "business",
        Part::ToSuperior => "to-superior",
        Part::ToSubordinate => "to-subordinate",
        Part::Other => "other",
    }
}

const fn expense(expense: Expense) -> &'static str {
    match expense {
        Expense::WithMeetings => "three-public-meetings-training",
        Expense::ThreePublic => "three-public",
        Expense::Overseas => "overseas",
        Expense::Reception => "reception",
        Expense::Vehicles => "vehicles",
        Expense::VehiclePurchase => "vehicle-purchase",
        Expense::VehicleRunning => "vehicle-running",
        Expense::Meetings => "meetings",
        Expense::Training => "training",
        Expense::AgencyOperating => "agency-operating",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::of_id;

    /// Who writes a budget's JSON and who asks questions of its numbers use one list of words.
    #[test]
    fn the_words_are_those_of_the_format() {
        for own in [Fund::Appropriation, Fund::OwnFunds, Fund::Business, Fund::UsedSurplus, Fund::AccountBalance] {
            assert_eq!(of_id(fund(own)).and_then(|about| about.fund), Some(own));
        }
        for own in [Part::Basic, Part::Personnel, Part::Operating, Part::Project, Part::Reserve, Part::ToSubordinate] {
            assert_eq!(of_id(part(own)).and_then(|about| about.part), Some(own));
        }
        for own in [Expense::WithMeetings, Expense::ThreePublic, Expense::VehicleRunning, Expense::AgencyOperating] {
            assert_eq!(of_id(expense(own)).and_then(|about| about.expense), Some(own));
        }
        for own in [Quantity::Change, Quantity::Rate, Quantity::Share] {
            assert_eq!(of_id(quantity(own)).map(|about| about.quantity), Some(own));
        }
    }

    #[test]
    fn a_number_of_the_year_is_of_the_documents_own_phase() {
        let document = |stage: &str| Document { year: 2026, stage: Some(stage.into()), ..Document::default() };
        let now = Meaning::of(Coordinates::default(), None, &document("final"));
        assert_eq!((now.year, now.phase), (Some(2026), Some("final")));
        let before = Coordinates { time: Time { before: 1, phase: None }, ..Coordinates::default() };
        let before = Meaning::of(before, Some(Side::Income), &document("budget"));
        assert_eq!((before.year, before.phase, before.flow), (Some(2025), None, Some("income")));
        assert_eq!(Meaning::of(Coordinates::default(), None, &Document::default()).year, None);
    }
}
