//! Basic expenditure by economic item, against basic expenditure by function and the three public expenses.

use super::Money;
use crate::budget::Place;
use crate::budget::{Expense, Kind, column};
use crate::check::finding::{Verdict, Why};
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
        three_public(ties, expense, key, code);
    }
}

/// The cells of an economic item, by its key or its code.
fn items(ties: &Ties, names: [&str; 2]) -> Vec<Place> {
    names.iter().flat_map(|name| ties.cells(Kind::BasicEconomic, name, column::TOTAL)).collect()
}

/// The item is a part of the expense: all of it where nothing is paid from projects.
fn three_public(ties: &mut Ties, expense: Expense, key: &str, code: &str) {
    let stated = ties.expense(expense);
    let terms = items(ties, [key, code]);
    if stated.is_empty() || terms.is_empty() {
        return;
    }
    let rule = Rule::ThreePublicItems;
    let is_more = ties.difference(&stated, &terms).is_some_and(|difference| difference > 0);
    if is_more && !ties.fits(&stated, &terms) {
        ties.unchecked(rule, &stated, &terms, Why::FromProjects);
    } else {
        let verdict = ties.sum(rule, &stated, &terms);
        debug_assert!(!is_more || verdict != Some(Verdict::Mismatch));
    }
}
