//! Cross-checks of basic expenditure by economic item with basic expenditure by function and with the three public
//! expenses.

use super::Money;
use crate::budget::Place;
use crate::budget::{Expense, Fund, Kind, column};
use crate::check::checker::Checker;
use crate::check::finding::Reason;
use crate::check::rule::Rule;

/// Economic items (key, code) and the functional items (codes) that are the same money.
const SAME: [([&str; 2], &[&str]); 5] = [
    (["pension-insurance", "30108"], &["2080505"]),
    (["annuity", "30109"], &["2080506"]),
    (["medical-insurance", "30110"], &["2101101", "2101102"]),
    (["civil-servants-medical", "30111"], &["2101103"]),
    (["housing-fund", "30113"], &["2210201"]),
];

/// The three public expenses by key, each with the code of the economic item that is the same money.
const PUBLIC: [(Expense, &str, &str); 4] = [
    (Expense::Overseas, "overseas", "30212"),
    (Expense::Reception, "reception", "30217"),
    (Expense::VehiclePurchase, "vehicle-purchase", "31013"),
    (Expense::VehicleRunning, "vehicle-running", "30231"),
];

/// Cross-checks the economic items with other tables.
#[inline(never)]
pub fn check(checker: &mut Checker, money: Money) {
    let functions =
        if checker.indexed_table(Kind::GeneralPublic).is_some() { Kind::GeneralPublic } else { Kind::Expenditure };
    for (item, codes) in SAME {
        let stated = items(checker, item);
        let terms: Vec<_> = codes.iter().flat_map(|code| checker.cells(functions, code, column::BASIC)).collect();
        if terms.is_empty() || stated.is_empty() {
            continue;
        }
        // By custom these are the same money; a department may pay some of it under another function.
        let doubt = money.only_general_public().err().filter(|_| functions == Kind::Expenditure);
        checker.best_of(Rule::ItemFunction, &stated, &[terms], Some(doubt.unwrap_or(Reason::OtherFunctions)));
    }
    for (expense, key, code) in PUBLIC {
        three_public(checker, expense, [key, code], money);
    }
}

/// The cells of an economic item, by its key or its code.
fn items(checker: &Checker, names: [&str; 2]) -> Vec<Place> {
    names.iter().flat_map(|name| checker.cells(Kind::BasicEconomic, name, column::TOTAL)).collect()
}

/// The cells of what appropriations pay of an economic item: in the columns of funds, where the table has them.
fn appropriated(checker: &Checker, names: [&str; 2]) -> Vec<Place> {
    let Some(indexed) = checker.indexed_table(Kind::BasicEconomic) else { return Vec::new() };
    let columns = indexed.now();
    let of = |is_it: &dyn Fn(Fund) -> bool| -> Vec<usize> {
        columns.iter().copied().filter(|c| indexed.columns[*c].fund.is_some_and(is_it)).collect()
    };
    let (whole, parts) =
        (of(&|fund| fund == Fund::Appropriation), of(&|fund| fund.parent() == Some(Fund::Appropriation)));
    let chosen = if whole.is_empty() { parts } else { whole };
    let is_split = indexed.about.fund.is_none() && !chosen.is_empty();
    if !is_split {
        return items(checker, names);
    }
    let lines = names.iter().flat_map(|name| indexed.lines_of(name));
    lines.flat_map(|line| chosen.iter().map(move |c| Place::Cell(indexed.index, line, *c))).collect()
}

/// Cross-checks an economic item with the expense that it is part of: it is all of that where projects pay nothing.
fn three_public(checker: &mut Checker, expense: Expense, names: [&str; 2], money: Money) {
    let (stated, terms) = (checker.expense(expense), appropriated(checker, names));
    if stated.is_empty() || terms.is_empty() {
        return;
    }
    let rule = Rule::ThreePublicItems;
    if checker.fits(&stated, &terms) {
        checker.sum(rule, &stated, &terms);
    } else if checker.difference(&stated, &terms).is_some_and(|difference| difference > 0) {
        checker.unchecked(rule, &stated, &terms, Reason::FromProjects);
    } else if money.is_fiscal() {
        checker.sum(rule, &stated, &terms);
    } else {
        checker.unchecked(rule, &stated, &terms, Reason::OtherFunds);
    }
}
