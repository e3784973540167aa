//! What the money is spent on, by functional code: balances, income, expenditure, general public budget.

use std::collections::BTreeSet;

use super::{Money, PUBLIC, RECEIVED, SPENT, both, income_columns};
use crate::budget::Place;
use crate::budget::{Kind, Side, column};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::sheet::{INCOME, Sheet};
use crate::check::ties::Ties;

/// Holds the tables by functional code against each other.
pub fn check(ties: &mut Ties, money: Money) {
    if both(ties, Rule::BalanceExpenditure, Kind::Balance, Kind::Expenditure) {
        by_code(
            ties,
            Rule::BalanceExpenditure,
            (Kind::Balance, &[column::TOTAL]),
            (Kind::Expenditure, &[column::TOTAL]),
        );
        let total = spent_this_year(ties, Kind::Balance, "current-expenditure", column::TOTAL);
        totals(ties, Rule::BalanceExpenditure, &total, Kind::Expenditure, &[column::TOTAL]);
    }
    if both(ties, Rule::IncomeExpenditure, Kind::Income, Kind::Expenditure) {
        income_and_expenditure(ties, money);
    }
    appropriation(ties, money);
    if both(ties, Rule::GeneralPublic, Kind::GeneralPublic, Kind::Expenditure) {
        general_public(ties, money);
    }
}

/// The total of what is spent this year: without what is left for the next.
fn spent_this_year(ties: &Ties, kind: Kind, key: &str, column: &str) -> Vec<Place> {
    let current = ties.cells(kind, key, column);
    if current.is_empty() { ties.total(kind, SPENT, column).into_iter().collect() } else { current }
}

fn totals(ties: &mut Ties, rule: Rule, stated: &[Place], kind: Kind, columns: &[&str]) {
    let terms: Vec<_> = columns.iter().filter_map(|id| ties.total(kind, None, id)).collect();
    if !stated.is_empty() && !terms.is_empty() {
        ties.sum(rule, stated, &terms);
    }
}

fn income_and_expenditure(ties: &mut Ties, money: Money) {
    let rule = Rule::IncomeExpenditure;
    if money.left {
        let place = ties.total(Kind::Income, None, column::TOTAL);
        return ties.unchecked(rule, place.as_slice(), &[], Why::OtherFunds);
    }
    let columns = income_columns(ties);
    by_code(ties, rule, (Kind::Income, &columns), (Kind::Expenditure, &[column::TOTAL]));
    let total: Vec<_> = columns.iter().filter_map(|id| ties.total(Kind::Income, None, id)).collect();
    totals(ties, rule, &total, Kind::Expenditure, &[column::TOTAL]);
}

/// Appropriations: their classes are those of the whole balance where all money is the treasury's, and their part of
/// the general public budget is that budget's table.
fn appropriation(ties: &mut Ties, money: Money) {
    let rule = Rule::Appropriation;
    if both(ties, rule, Kind::Appropriation, Kind::Balance) {
        match money.only_fiscal(ties) {
            Ok(()) => {
                by_code(ties, rule, (Kind::Appropriation, &[column::TOTAL]), (Kind::Balance, &[column::TOTAL]));
                for (side, id) in [(RECEIVED, INCOME), (SPENT, column::TOTAL)] {
                    if let (Some(stated), Some(term)) =
                        (ties.total(Kind::Appropriation, side, id), ties.total(Kind::Balance, side, id))
                    {
                        ties.sum(rule, &[stated], &[term]);
                    }
                }
            }
            Err(why) => unchecked(ties, rule, Kind::Appropriation, why),
        }
    }
    if !both(ties, rule, Kind::Appropriation, Kind::GeneralPublic) {
        return;
    }
    if money.carried || money.left {
        return unchecked(ties, rule, Kind::GeneralPublic, Why::OtherFunds);
    }
    by_code(ties, rule, (Kind::Appropriation, &[PUBLIC]), (Kind::GeneralPublic, &[column::TOTAL]));
    let total = spent_this_year(ties, Kind::Appropriation, "current-appropriation-expenditure", PUBLIC);
    totals(ties, rule, &total, Kind::GeneralPublic, &[column::TOTAL]);
    let income = ties.cells(Kind::Appropriation, PUBLIC, INCOME);
    totals(ties, rule, &income, Kind::GeneralPublic, &[column::TOTAL]);
}

/// The general public budget is all expenditure where there is no other money.
fn general_public(ties: &mut Ties, money: Money) {
    if let Err(why) = money.only_general_public() {
        return unchecked(ties, Rule::GeneralPublic, Kind::GeneralPublic, why);
    }
    for id in [column::TOTAL, column::BASIC, column::PROJECT] {
        by_code(ties, Rule::GeneralPublic, (Kind::GeneralPublic, &[id]), (Kind::Expenditure, &[id]));
        let total = ties.total(Kind::GeneralPublic, None, id);
        totals(ties, Rule::GeneralPublic, total.as_slice(), Kind::Expenditure, &[id]);
    }
}

fn unchecked(ties: &mut Ties, rule: Rule, kind: Kind, why: Why) {
    let table = ties.sheet(kind).map(|sheet| Place::Table(sheet.index));
    ties.unchecked(rule, table.as_slice(), &[], why);
}

/// Holds two tables against each other code by code, on the levels that both print. A code that one of them does not
/// print counts there as nothing.
fn by_code(ties: &mut Ties, rule: Rule, (one, columns): (Kind, &[&str]), (other, others): (Kind, &[&str])) {
    let (Some(stated), Some(terms)) = (ties.sheet(one), ties.sheet(other)) else { return };
    let has = |columns: &[&str], sheet: &Sheet| sheet.column(columns[0]).is_some();
    if !has(columns, stated) || !has(others, terms) {
        return;
    }
    let not_income = |sheet: &Sheet, line: usize| sheet.table.lines[line].side != Some(Side::Income);
    let mut codes: Vec<&str> =
        stated.coded().filter(|(_, line)| not_income(stated, *line)).map(|(code, _)| code).collect();
    let levels: BTreeSet<usize> = codes.iter().map(|code| code.len()).collect();
    let theirs: Vec<&str> = terms.coded().filter(|(_, line)| not_income(terms, *line)).map(|(code, _)| code).collect();
    let their_levels: BTreeSet<usize> = theirs.iter().map(|code| code.len()).collect();
    codes.extend(theirs);
    codes.sort_unstable();
    codes.dedup();
    codes.retain(|code| levels.contains(&code.len()) && their_levels.contains(&code.len()));
    let cells = |sheet: &Sheet, code: &str, columns: &[&str]| -> Vec<Place> {
        let lines = sheet.lines_of(code);
        let cells: Vec<_> = lines.flat_map(|line| columns.iter().filter_map(move |id| sheet.cell(line, id))).collect();
        // Where the code is not printed, the table itself is what it is missing in.
        if cells.is_empty() { vec![Place::Table(sheet.index)] } else { cells }
    };
    let wanted: Vec<_> = codes.iter().map(|code| (cells(stated, code, columns), cells(terms, code, others))).collect();
    for (stated, terms) in wanted {
        ties.sum(rule, &stated, &terms);
    }
}
