//! Cross-checks of stated income with the funds that the text lists: both the amounts and the changes add up.

use super::statements;
use crate::budget::{Field, Fund, Origin, Place, Stated, Statement, of_id};
use crate::check::checker::Checker;
use crate::check::rule::Rule;

/// The funds that together are all income: only a text that lists them all can be said to add up wrongly.
const ALL: [Fund; 3] = [Fund::Appropriation, Fund::FiscalAccount, Fund::OwnFunds];

/// The most statements of funds that are looked at in a section: of more some are repeated.
const MAX: usize = 60;

/// A fund that a section states: which one, whether it is carried over, and the statement's index.
#[derive(Clone, Copy, PartialEq)]
struct Source {
    fund: Option<Fund>,
    is_carried: bool,
    at: usize,
}

/// Checks the stated income, and its change, against its funds in the same section.
#[inline(never)]
pub fn check(checker: &mut Checker) {
    let wholes = statements(checker).filter(|(list, ..)| *list == Stated::Narrative);
    let wholes =
        wholes.filter(|(.., statement)| statement.subject == "income" || statement.subject == "current-income");
    for (list, i, statement) in wholes {
        let all = sources(checker, statement);
        let [outermost, innermost] = [true, false].map(|is_outermost| apart(&all, is_outermost));
        if outermost.len() < 2 {
            continue;
        }
        let is_complete = is_complete(&outermost, statement.subject == "income");
        // Whether 其他资金 includes 财政专户管理资金, or is printed beside it, only the sums can tell.
        let has = |fund| outermost.iter().any(|source| source.fund == Some(fund));
        let is_open = outermost != innermost && has(Fund::OwnFunds) && has(Fund::FiscalAccount);
        for (rule, field) in [(Rule::StatedParts, Field::Amount), (Rule::StatedChange, Field::Change)] {
            let whole = [Place::Statement(list, i, field)];
            let terms = |own: &Vec<Source>| -> Vec<_> {
                own.iter().map(|source| Place::Statement(list, source.at, field)).collect()
            };
            let sets = [&outermost, &innermost].into_iter().filter(|own| !is_any_twice(own)).map(terms);
            let ways: Vec<_> = sets.filter(|terms| terms.iter().all(|term| checker.is_printed(*term))).collect();
            let fits = ways.iter().any(|terms| checker.fits(&whole, terms));
            let is_sure = is_complete && (!is_open || ways.len() == 2) && ways.first() == Some(&terms(&outermost));
            if checker.is_printed(whole[0]) && (fits || is_sure) {
                checker.best_of(rule, &whole, &ways, None);
            }
        }
    }
}

/// The funds that the section states, once each if the same amount is stated twice.
fn sources(checker: &Checker, whole: &Statement) -> Vec<Source> {
    let beside = checker.budget.statements.iter().enumerate().filter(|(_, other)| other.section == whole.section);
    let source = |(at, other): (usize, &Statement)| {
        let known = of_id(&other.subject).filter(|known| known.part.is_none() && known.expense.is_none())?;
        let is_carried = known.origin == Some(Origin::Carried);
        let is_one = known.fund.is_some() || (is_carried && whole.subject == "income");
        is_one.then_some(Source { fund: known.fund, is_carried, at })
    };
    let beside = beside.filter_map(source).filter(|own| !own.is_carried || whole.subject == "income");
    let mut all: Vec<Source> = Vec::new();
    for own in beside.take(MAX) {
        let amount = |source: &Source| [Place::Statement(Stated::Narrative, source.at, Field::Amount)];
        // The heading of a list may state what its only item states.
        let is_again =
            |other: &Source| is_same(other, &own) && checker.difference(&amount(&own), &amount(other)) == Some(0);
        if !all.iter().any(is_again) {
            all.push(own);
        }
    }
    all
}

fn is_same(one: &Source, other: &Source) -> bool {
    (one.fund, one.is_carried) == (other.fund, other.is_carried)
}

fn is_any_twice(all: &[Source]) -> bool {
    all.iter().any(|one| all.iter().any(|other| other.at != one.at && is_same(one, other)))
}

/// Either the outermost or the innermost of the funds, so that none is beside one that it is a part of.
fn apart(all: &[Source], is_outermost: bool) -> Vec<Source> {
    let is_under = |own: &Source, above: &Source| {
        let fund = own.fund.and_then(Fund::parent);
        own.is_carried == above.is_carried
            && own.fund.is_some()
            && (above.fund.is_some() && above.fund == fund || above.fund.is_none() && own.is_carried)
    };
    let is_one =
        |own: &&Source| !all.iter().any(|other| if is_outermost { is_under(own, other) } else { is_under(other, own) });
    all.iter().filter(is_one).copied().collect()
}

/// Whether the funds are all that there may be; `with_carried` asks for what is carried over, too.
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
