//! Basic expenditure by economic item, against basic expenditure by function and the three public expenses.

use super::{Money, both};
use crate::budget::Place;
use crate::budget::{Kind, column};
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
const PUBLIC: [(&str, &str); 4] =
    [("overseas", "30212"), ("reception", "30217"), ("vehicle-purchase", "31013"), ("vehicle-running", "30231")];

/// Holds the economic items against other tables.
pub fn check(ties: &mut Ties, money: Money) {
    if both(ties, Rule::BasicItems, Kind::BasicEconomic, Kind::GeneralPublic) || ties.sheet(Kind::Expenditure).is_some()
    {
        basic(ties, money);
    }
    let functions = if ties.sheet(Kind::GeneralPublic).is_some() { Kind::GeneralPublic } else { Kind::Expenditure };
    for (item, codes) in SAME {
        let stated = items(ties, item);
        let terms: Vec<_> = codes.iter().flat_map(|code| ties.cells(functions, code, column::BASIC)).collect();
        if !terms.is_empty() && !stated.is_empty() {
            let doubt = money.only_general_public().err().filter(|_| functions == Kind::Expenditure);
            ties.any(Rule::ItemFunction, &stated, &[terms], doubt);
        }
    }
    for (key, code) in PUBLIC {
        three_public(ties, key, code);
    }
}

/// The cells of an economic item, by its key or its code.
fn items(ties: &Ties, names: [&str; 2]) -> Vec<Place> {
    names.iter().flat_map(|name| ties.cells(Kind::BasicEconomic, name, column::TOTAL)).collect()
}

/// The items add up to the general public budget's basic expenditure; where that has no table, to all there is if that
/// is the same.
fn basic(ties: &mut Ties, money: Money) {
    let Some(stated) = ties.total(Kind::BasicEconomic, None, column::TOTAL) else { return };
    let (term, doubt) = match ties.total(Kind::GeneralPublic, None, column::BASIC) {
        Some(term) => (Some(term), None),
        None => (ties.total(Kind::Expenditure, None, column::BASIC), money.only_general_public().err()),
    };
    if let Some(term) = term {
        ties.any(Rule::BasicItems, &[stated], &[vec![term]], doubt);
    }
}

/// The item is a part of the expense: all of it where nothing is paid from projects.
fn three_public(ties: &mut Ties, key: &str, code: &str) {
    let stated = ties.cells(Kind::ThreePublic, key, column::TOTAL);
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
