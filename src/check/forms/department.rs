//! Cross-checks of the whole department's performance form with the tables.

use crate::budget::Place;
use crate::budget::{Kind, Side, column};
use crate::check::between::Money;
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::indexed_table::{FUNDS, INCOME};
use crate::check::rule::Rule;

/// Checks the department's form against the tables, and its parts against its totals.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    let Some(form) = &checker.budget.performance else { return };
    let sources: Vec<&str> = form.sources.iter().map(|(id, _)| id).collect();
    let uses: Vec<&str> = form.uses.iter().map(|(id, _)| id).collect();
    let place = |list: &[&str], id: &str, before: usize| {
        list.iter().position(|own| *own == id).map(|i| Place::DepartmentFund(before + i))
    };
    let source = |id: &str| place(&sources, id, 0);
    let spent_on = |id: &str| place(&uses, id, sources.len());
    let parts = |list: &[&str], before: usize| -> Vec<Place> {
        let parts = list.iter().enumerate().filter(|(_, id)| **id != column::TOTAL);
        parts.map(|(i, _)| Place::DepartmentFund(before + i)).collect()
    };
    let expenditure = |id: &str| checker.total(Kind::Expenditure, None, id).into_iter().collect::<Vec<_>>();
    // Basic and project expenditure are all there is where the tables print nothing beside them.
    let [all, basic, project] = [column::TOTAL, column::BASIC, column::PROJECT].map(expenditure);
    let is_two = !all.is_empty() && checker.fits(&all, &[basic, project].concat());
    let is_whole = |ids: &[&str]| ids.contains(&column::CARRY_OVER) || (is_two && ids.contains(&column::PROJECT));
    let doubt =
        money.of_another_year().map(|reason| if reason == Reason::OtherFunds { Reason::WhichYears } else { reason });
    let mut wanted = Vec::new();
    for (list, before, whole) in [(&sources, 0, source(column::TOTAL)), (&uses, sources.len(), spent_on(column::TOTAL))]
    {
        let (parts, doubt) = (parts(list, before), doubt.filter(|_| !is_whole(list)));
        wanted.extend(whole.filter(|_| !parts.is_empty()).map(|whole| (whole, vec![parts], doubt)));
    }
    let balance = |side, id: &str| checker.total(Kind::Balance, Some(side), id).into_iter().collect::<Vec<_>>();
    for id in [column::TOTAL, column::BASIC, column::PROJECT] {
        let spent = balance(Side::Expenditure, id);
        wanted.extend(spent_on(id).map(|place| (place, vec![expenditure(id), spent], doubt)));
    }
    let received = balance(Side::Income, INCOME);
    wanted.extend(source(column::TOTAL).map(|place| (place, vec![received, expenditure(column::TOTAL)], doubt)));
    for id in FUNDS {
        let ways =
            vec![checker.cells(Kind::Balance, id, INCOME), checker.total(Kind::Income, None, id).into_iter().collect()];
        wanted.extend(source(id).map(|place| (place, ways, doubt)));
    }
    for (place, mut ways, doubt) in wanted {
        ways.retain(|way| !way.is_empty());
        checker.best_of(Rule::DepartmentForm, &[place], &ways, doubt);
    }
}
