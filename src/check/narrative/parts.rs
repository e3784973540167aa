//! A stated amount is the sum of its stated parts.

use super::statements;
use crate::budget::{Field, Place};
use crate::check::between::Money;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// What the text may state with its parts.
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

/// Holds each whole against its parts where the same section states them all: their amounts, their numbers.
pub fn check(ties: &mut Ties, money: Money) {
    for (list, i, statement) in statements(ties) {
        for (whole, parts) in WHOLES {
            if statement.subject != whole {
                continue;
            }
            for field in [Field::Amount, Field::Count] {
                let own = Place::Statement(list, i, field);
                let of = |part: &&str| ties.beside(list, &statement.section, part, field);
                let terms: Vec<_> = parts.iter().filter_map(of).collect();
                if terms.len() == parts.len() && ties.is_printed(own) {
                    // Of other money there is expenditure that is neither.
                    let is_all = ["income", "expenditure", "appropriation"].contains(&whole);
                    let doubt = money.only_general_public().err().filter(|_| is_all);
                    ties.any(Rule::StatedParts, &[own], &[terms], doubt);
                }
            }
        }
    }
}
