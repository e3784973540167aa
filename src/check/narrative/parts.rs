//! Checks that a stated amount is the sum of its stated parts, and no less than any of them.

use super::{Text, statements};
use crate::budget::{Field, Fund, Place, Stated};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::rule::Rule;

/// The subjects that the text may state together with their parts.
pub const WHOLES: [(&str, &[&str]); 10] = [
    ("income", &["current-income", "carry-over"]),
    ("expenditure", &["current-expenditure", "carried-over"]),
    ("expenditure", &["basic", "project"]),
    ("basic", &["personnel", "operating"]),
    ("three-public", &["overseas", "reception", "vehicles"]),
    ("vehicles", &["vehicle-purchase", "vehicle-running"]),
    ("procurement", &["procurement-goods", "procurement-works", "procurement-services"]),
    ("appropriation", &["current-appropriation", "appropriation-carry-over"]),
    ("projects", &["projects-running", "projects-goal"]),
    ("project-forms", &["project-forms-running", "project-forms-goal"]),
];

/// Subjects that must not exceed another: what is set aside for smaller firms is part of what is bought.
const WITHIN: [(&str, &str); 3] = [
    ("procurement-micro", "procurement-sme"),
    ("procurement-sme", "procurement"),
    ("procurement-micro", "procurement"),
];

/// Checks each whole against its parts where the same section states them all: their amounts and their counts.
#[inline(never)]
pub fn check(checker: &mut Checker, text: &Text) {
    for (list, i, statement) in statements(checker) {
        for (whole, parts) in WHOLES {
            if statement.subject != whole {
                continue;
            }
            for field in [Field::Amount, Field::Count] {
                let own = Place::Statement(list, i, field);
                let of = |part: &&str| stated(checker, list, &statement.section, part, field);
                let terms: Vec<_> = parts.iter().map(of).collect();
                if terms.iter().all(|part| !part.is_empty()) && checker.is_printed(own) {
                    let is_more =
                        has_other_part(checker, list, &statement.section, whole).then_some(Reason::OtherParts);
                    let left = Some("year-end-carry-over").filter(|_| parts[0] == "basic").map(|left| of(&left));
                    let terms = terms.concat();
                    let with_left = left.filter(|left| !left.is_empty()).map(|left| [&terms[..], &left].concat());
                    let ways: Vec<_> = [terms].into_iter().chain(with_left).collect();
                    checker.best_of(Rule::StatedParts, &[own], &ways, doubt(text, whole, parts).or(is_more));
                }
            }
        }
        for (part, whole) in WITHIN {
            if statement.subject == part {
                within(checker, list, i, whole);
            }
        }
    }
}

/// The places where a section states a part; this year's appropriations (当年) may be stated fund by fund.
fn stated(checker: &Checker, list: Stated, section: &str, part: &str, field: Field) -> Vec<Place> {
    let beside = |subject| checker.sibling_statement(list, section, subject, field);
    let is_of_year = |place: &Place| match place {
        Place::Statement(list, i, _) => checker.statement(*list, *i).is_some_and(|own| own.name.contains("当年")),
        _ => false,
    };
    match beside(part) {
        None if part == "current-appropriation" => ["general-public", "government-fund", "state-capital"]
            .into_iter()
            .filter_map(beside)
            .filter(is_of_year)
            .collect(),
        own => own.into_iter().collect(),
    }
}

/// Why the stated parts need not be all: there may be expenditure that is neither basic nor for projects, and income
/// from surpluses of earlier years.
fn doubt(text: &Text, whole: &str, parts: &[&str]) -> Option<Reason> {
    let has_left_over = || {
        let is_it = |fund: Option<Fund>| matches!(fund, Some(Fund::UsedSurplus | Fund::AccountBalance));
        text.printed.iter().any(|printed| is_it(printed.of.fund))
    };
    let may_lack = match (whole, parts[0]) {
        ("income", _) => has_left_over(),
        ("expenditure", _) => text.money.only_general_public().is_err(),
        _ => false,
    };
    may_lack.then_some(Reason::OtherParts)
}

/// Whether a section states a part of the whole beside the usual ones: expenditure that is neither basic nor for projects.
pub fn has_other_part(checker: &Checker, list: Stated, section: &str, whole: &str) -> bool {
    let others = ["reserve", "business", "to-superior", "to-subordinate"];
    others
        .iter()
        .filter_map(|part| checker.sibling_statement(list, section, part, Field::Amount))
        .any(|place| whole == "expenditure" && checker.is_nonzero(place))
}

/// Checks that a part is no more than its whole.
fn within(checker: &mut Checker, list: Stated, i: usize, whole: &str) {
    let part = [Place::Statement(list, i, Field::Amount)];
    let Some(section) = checker.statement(list, i).map(|statement| statement.section.as_str()) else { return };
    let Some(whole) = checker.sibling_statement(list, section, whole, Field::Amount) else { return };
    let is_more = checker.difference(&part, &[whole]).is_some_and(|more| more > 0);
    if is_more && !checker.fits(&part, &[whole]) {
        checker.sum(Rule::StatedParts, &part, &[whole]);
        checker.annotate_last(Reason::MoreThanWhole);
    }
}
