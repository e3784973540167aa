//! What the text says comes in, fund by fund, adds up to all that it says comes in, and so do the changes.

use super::statements;
use crate::budget::{Field, Fund, Origin, Place, Stated, Statement, of_id};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Funds that together are all that there may be: only a text that lists them all can be said to add up wrongly.
const ALL: [Fund; 3] = [Fund::Appropriation, Fund::FiscalAccount, Fund::OwnFunds];

/// A fund that a section states: which, whether it is carried over, and where.
#[derive(Clone, Copy, PartialEq)]
struct Source {
    fund: Option<Fund>,
    is_carried: bool,
    at: usize,
}

/// Holds the stated income, and its change, against those of its funds in the same section.
#[inline(never)]
pub fn check(ties: &mut Ties) {
    let wholes = statements(ties).filter(|(list, ..)| *list == Stated::Narrative);
    let wholes =
        wholes.filter(|(.., statement)| statement.subject == "income" || statement.subject == "current-income");
    for (list, i, statement) in wholes {
        let own = sources(ties, statement);
        if own.len() < 2 {
            continue;
        }
        let is_complete = is_complete(&own, statement.subject == "income");
        for (rule, field) in [(Rule::StatedParts, Field::Amount), (Rule::StatedChange, Field::Change)] {
            let whole = [Place::Statement(list, i, field)];
            let terms: Vec<_> = own.iter().map(|source| Place::Statement(list, source.at, field)).collect();
            let are_all = ties.is_printed(whole[0]) && terms.iter().all(|term| ties.is_printed(*term));
            if are_all && (is_complete || ties.fits(&whole, &terms)) {
                ties.sum(rule, &whole, &terms);
            }
        }
    }
}

/// The funds that the section states, none beside one that it is a part of; none at all where one is stated twice.
fn sources(ties: &Ties, whole: &Statement) -> Vec<Source> {
    let beside = ties.budget.statements.iter().enumerate().filter(|(_, other)| other.section == whole.section);
    let source = |(at, other): (usize, &Statement)| {
        let known = of_id(&other.subject).filter(|known| known.part.is_none() && known.expense.is_none())?;
        let is_carried = known.origin == Some(Origin::Carried);
        let is_one = known.fund.is_some() || (is_carried && whole.subject == "income");
        is_one.then_some(Source { fund: known.fund, is_carried, at })
    };
    let all: Vec<_> = beside.filter_map(source).filter(|own| !own.is_carried || whole.subject == "income").collect();
    let is_under = |own: &Source| {
        let above = own.fund.and_then(Fund::parent);
        all.iter().any(|other| {
            other != own && other.is_carried == own.is_carried && other.fund.is_some() && other.fund == above
        }) || (own.is_carried && own.fund.is_some() && all.iter().any(|other| other.is_carried && other.fund.is_none()))
    };
    let own: Vec<_> = all.iter().copied().filter(|own| !is_under(own)).collect();
    let is_twice = |one: &Source| {
        own.iter().any(|other| other.at != one.at && (other.fund, other.is_carried) == (one.fund, one.is_carried))
    };
    if own.iter().any(is_twice) { Vec::new() } else { own }
}

/// Whether the funds are all that there may be, what is carried over included.
fn is_complete(own: &[Source], with_carried: bool) -> bool {
    let has = |fund: Fund| own.iter().any(|source| !source.is_carried && source.fund == Some(fund));
    let parts = |fund: Fund| match fund {
        Fund::Appropriation => &[Fund::GeneralPublic, Fund::GovernmentFund, Fund::StateCapital][..],
        Fund::OwnFunds => {
            &[Fund::Institution, Fund::Business, Fund::SuperiorGrants, Fund::SubordinateIncome, Fund::OtherIncome]
        }
        _ => &[],
    };
    let is_there = |fund: Fund| has(fund) || (!parts(fund).is_empty() && parts(fund).iter().all(|part| has(*part)));
    ALL.into_iter().all(is_there) && (!with_carried || own.iter().any(|source| source.is_carried))
}
