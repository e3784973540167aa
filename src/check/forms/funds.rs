//! A form's funds by level, over its term, and in its cost indicators.

use super::projects::TOTAL;
use crate::budget::{FormTerm, Place};
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// The second level of indicators of cost.
const COST: &str = "成本";

/// Holds the funds of a project's form against each other.
pub fn check(ties: &mut Ties, project: usize) {
    if ties.budget.projects[project].form.is_none() {
        return;
    }
    let fund = |term, level| Place::Fund(project, term, level);
    for term in [FormTerm::Period, FormTerm::Annual] {
        let levels: Vec<_> = (0..TOTAL).map(|level| fund(term, level)).collect();
        if levels.iter().any(|place| ties.is_printed(*place)) {
            ties.sum(Rule::FormLevels, &[fund(term, TOTAL)], &levels);
        }
        costs(ties, project, term);
    }
    let (annual, period) = ([fund(FormTerm::Annual, TOTAL)], [fund(FormTerm::Period, TOTAL)]);
    let is_more = ties.difference(&annual, &period).is_some_and(|more| more > 0);
    if is_more && ties.is_printed(period[0]) && !ties.fits(&annual, &period) {
        ties.sum(Rule::FormLevels, &annual, &period);
        ties.because(Why::MoreThanTerm);
    }
}

/// The cost that a form aims at is the funds that it asks for.
fn costs(ties: &mut Ties, project: usize, term: FormTerm) {
    let Some(form) = &ties.budget.projects[project].form else { return };
    let fund = Place::Fund(project, term, TOTAL);
    let indicators = form.indicators.iter().enumerate().filter(|(_, indicator)| indicator.kind.contains(COST));
    let told = indicators.filter(|(_, indicator)| {
        let target = if term == FormTerm::Annual { &indicator.annual } else { &indicator.period };
        target.as_ref().is_some_and(|target| !target.is_empty())
    });
    let targets: Vec<_> = told.map(|(i, _)| Place::Target(project, i, term)).collect();
    if targets.is_empty() || !ties.is_printed(fund) {
        return;
    }
    let amounts: Vec<_> = targets.iter().copied().filter(|target| ties.is_printed(*target)).collect();
    let all_are_amounts = amounts.len() == targets.len();
    match amounts[..] {
        [] => ties.unchecked(Rule::FormCost, &targets, &[fund], Why::NoAmount),
        [_] if all_are_amounts => {
            ties.sum(Rule::FormCost, &amounts, &[fund]);
        }
        // Several may be parts of the funds, or each a bound of its own.
        _ if all_are_amounts && ties.fits(&amounts, &[fund]) => {
            ties.sum(Rule::FormCost, &amounts, &[fund]);
        }
        _ => match amounts.iter().find(|target| ties.fits(&[**target], &[fund])) {
            Some(target) => {
                let verdict = ties.sum(Rule::FormCost, &[*target], &[fund]);
                debug_assert!(verdict != Some(Verdict::Mismatch));
            }
            None => ties.unchecked(Rule::FormCost, &targets, &[fund], Why::NoAmount),
        },
    }
}
