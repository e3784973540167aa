//! Basic expenditure by economic item, against basic expenditure by function and the three public expenses.

use super::Money;
use crate::budget::Place;
use crate::budget::{Expense, Fund, Kind, column};
use crate::check::finding::Why;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// What is the same money as an economic item (its key, its code) and as functional items (their codes).
const SAME: [([&str; 2], &[&str]); 5] = [
    (["pension-insurance", "30108"], &["2080505"]),
    (["annuity", "30109"], &["2080506"]),
    (["medical-insurance", "30110"], &["2101101", "2101102"]),
    (["civil-servants-medical", "30111"], &["2101103"]),
    (["housing-fund", "30113"], &["2210201"]),
];

/// The three public expenses by key, and the code of the economic item that is the same.
const PUBLIC: [(Expense, &str, &str); 4] = [
    (Expense::Overseas, "overseas", "30212"),
    (Expense::Reception, "reception", "30217"),
    (Expense::VehiclePurchase, "vehicle-purchase", "31013"),
    (Expense::VehicleRunning, "vehicle-running", "30231"),
];

/// Holds the economic items against other tables.
#[inline(never)]
pub fn check(ties: &mut Ties, money: Money) {
    let functions = if ties.sheet(Kind::GeneralPublic).is_some() { Kind::GeneralPublic } else { Kind::Expenditure };
    for (item, codes) in SAME {
        let stated = items(ties, item);
        let terms: Vec<_> = codes.iter().flat_map(|code| ties.cells(functions, code, column::BASIC)).collect();
        if terms.is_empty() || stated.is_empty() {
            continue;
        }
        // By custom they are the same; a department may pay some of it under another function.
        let doubt = money.only_general_public().err().filter(|_| functions == Kind::Expenditure);
        ties.any(Rule::ItemFunction, &stated, &[terms], Some(doubt.unwrap_or(Why::OtherFunctions)));
    }
    for (expense, key, code) in PUBLIC {
        three_public(ties, expense, [key, code], money);
    }
}

/// The cells of an economic item, by its key or its code.
fn items(ties: &Ties, names: [&str; 2]) -> Vec<Place> {
    names.iter().flat_map(|name| ties.cells(Kind::BasicEconomic, name, column::TOTAL)).collect()
}

/// What appropriations pay of an economic item: where the table prints funds, in their columns.
fn appropriated(ties: &Ties, names: [&str; 2]) -> Vec<Place> {
    let Some(sheet) = ties.sheet(Kind::BasicEconomic) else { return Vec::new() };
    let columns = sheet.now();
    let of = |is_it: &dyn Fn(Fund) -> bool| -> Vec<usize> {
        columns.iter().copied().filter(|c| sheet.columns[*c].fund.is_some_and(is_it)).collect()
    };
    let (whole, parts) =
        (of(&|fund| fund == Fund::Appropriation), of(&|fund| fund.parent() == Some(Fund::Appropriation)));
    let chosen = if whole.is_empty() { parts } else { whole };
    let is_split = sheet.about.fund.is_none() && !chosen.is_empty();
    if !is_split {
        return items(ties, names);
    }
    let lines = names.iter().flat_map(|name| sheet.lines_of(name));
    lines.flat_map(|line| chosen.iter().map(move |c| Place::Cell(sheet.index, line, *c))).collect()
}

/// The item is a part of the expense: all of it where nothing is paid from projects.
fn three_public(ties: &mut Ties, expense: Expense, names: [&str; 2], money: Money) {
    let (stated, terms) = (ties.expense(expense), appropriated(ties, names));
    if stated.is_empty() || terms.is_empty() {
        return;
    }
    let rule = Rule::ThreePublicItems;
    if ties.fits(&stated, &terms) {
        ties.sum(rule, &stated, &terms);
    } else if ties.difference(&stated, &terms).is_some_and(|difference| difference > 0) {
        ties.unchecked(rule, &stated, &terms, Why::FromProjects);
    } else if money.is_fiscal() {
        ties.sum(rule, &stated, &terms);
    } else {
        ties.unchecked(rule, &stated, &terms, Why::OtherFunds);
    }
}
