//! Where the money comes from, fund by fund: the balances, the income table, the tables of single funds.

use super::{Money, RECEIVED, SPENT, both, income_columns};
use crate::budget::Place;
use crate::budget::{Kind, column};
use crate::check::rule::Rule;
use crate::check::sheet::{FUNDS, INCOME};
use crate::check::ties::Ties;

/// Holds the funds' amounts against each other.
pub fn check(ties: &mut Ties, money: Money) {
    if both(ties, Rule::BalanceIncome, Kind::Balance, Kind::Income) {
        balance_and_income(ties);
    }
    // Where the balance is missing, the other balance's rule for expenditure says so.
    if ties.sheet(Kind::Balance).is_some() && ties.sheet(Kind::Appropriation).is_some() {
        for fund in &FUNDS[..3] {
            let (stated, whole) =
                (ties.cells(Kind::Appropriation, fund, INCOME), ties.cells(Kind::Balance, fund, INCOME));
            hold(ties, Rule::Appropriation, &stated, &whole);
        }
    }
    single_funds(ties, money);
}

/// Holds the cells of one table against those of another, where both have some.
fn hold(ties: &mut Ties, rule: Rule, stated: &[Place], terms: &[Place]) {
    if !stated.is_empty() && !terms.is_empty() {
        ties.sum(rule, stated, terms);
    }
}

/// The balance's income is the income table's, by fund, of this year, and in all.
fn balance_and_income(ties: &mut Ties) {
    let income = |ties: &Ties, id: &str| ties.total(Kind::Income, None, id).into_iter().collect::<Vec<_>>();
    for fund in FUNDS {
        let (stated, terms) = (ties.cells(Kind::Balance, fund, INCOME), income(ties, fund));
        hold(ties, Rule::BalanceIncome, &stated, &terms);
    }
    let all: Vec<_> = income_columns(ties).iter().flat_map(|id| income(ties, id)).collect();
    let carried = ties.cells(Kind::Balance, column::CARRY_OVER, INCOME);
    let there = income(ties, column::CARRY_OVER);
    hold(ties, Rule::BalanceIncome, &carried, &there);
    if income_columns(ties).len() > 1 {
        let stated = ties.cells(Kind::Balance, "current-income", INCOME);
        let current = income(ties, column::TOTAL);
        hold(ties, Rule::BalanceIncome, &stated, &current);
    }
    if let Some(total) = ties.total(Kind::Balance, RECEIVED, INCOME) {
        hold(ties, Rule::BalanceIncome, &[total], &all);
    }
}

/// The tables of government-managed funds and of state capital have the balances' amounts.
fn single_funds(ties: &mut Ties, money: Money) {
    let pairs = [
        (ties.main_total(Kind::FundIncome), ties.cells(Kind::Appropriation, "government-fund", INCOME)),
        (ties.main_total(Kind::FundIncome), ties.cells(Kind::Balance, "government-fund", INCOME)),
        (ties.total(Kind::StateCapital, RECEIVED, INCOME), ties.cells(Kind::Balance, "state-capital", INCOME)),
        (ties.main_total(Kind::FundExpenditure), spent(ties, "government-fund")),
        (ties.total(Kind::StateCapital, SPENT, column::TOTAL), spent(ties, "state-capital")),
    ];
    for (stated, terms) in pairs {
        let stated = stated.as_slice();
        let is_printed = terms.iter().chain(stated).any(|place| ties.is_printed(*place));
        // What is carried over is in the balances only.
        if is_printed && !stated.is_empty() && !terms.is_empty() {
            ties.any(Rule::OtherFunds, stated, &[terms], money.of_another_year());
        }
    }
}

/// What the balance of appropriations spends of a fund.
fn spent(ties: &Ties, fund: &str) -> Vec<Place> {
    let without = ties.cells(Kind::Appropriation, "current-appropriation-expenditure", fund);
    let total = ties.total(Kind::Appropriation, SPENT, fund).into_iter().collect();
    if without.is_empty() { total } else { without }
}
