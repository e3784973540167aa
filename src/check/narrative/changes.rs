//! Changes on last year: their rates, their parts, and the amounts of last year that follow from them.

use std::collections::BTreeMap;

use super::parts::WHOLES;
use super::statements;
use super::subjects::amounts;
use crate::budget::{Field, Place};
use crate::budget::{Stated, Statement, column};
use crate::check::finding::Why;
use crate::check::number::Number;
use crate::check::rule::Rule;
use crate::check::ties::Ties;

/// Holds each stated change against what follows from it.
pub fn check(ties: &mut Ties) {
    let all: Vec<_> = statements(ties).filter(|(.., s)| s.change.is_some() || s.rate.is_some()).collect();
    for &(list, i, statement) in &all {
        if statement.rate.is_some() {
            rate(ties, list, i, statement);
        }
        if statement.change.is_some() {
            parts(ties, list, i, statement);
            table(ties, list, i, statement);
        }
    }
    same_year(ties, &all);
}

/// The rate is the change by last year's amount, which is this year's less the change.
fn rate(ties: &mut Ties, list: Stated, i: usize, statement: &Statement) {
    let [rate, change, amount] = [Field::Rate, Field::Change, Field::Amount].map(|f| Place::Statement(list, i, f));
    let amount = match statement.amount {
        Some(_) => vec![amount],
        None => amounts(ties, &statement.subject).into_iter().next().unwrap_or_default(),
    };
    let this_year = Number::sum(amount.iter().filter_map(|place| ties.number(*place)));
    let before = ties.number(change).zip(this_year).and_then(|(change, now)| {
        let before = Number { value: now.value.checked_sub(change.value)?, step: now.step.checked_add(change.step)? };
        Some((change, before))
    });
    let terms = [[change].as_slice(), &amount].concat();
    let verdict = before.and_then(|(change, before)| ties.ratio(Rule::StatedRate, rate, change, before, &terms));
    if verdict.is_none() {
        ties.unchecked(Rule::StatedRate, &[rate], &[], Why::NoNumber);
    }
}

/// The change of a whole is the sum of its parts' changes, where the same section states them all.
fn parts(ties: &mut Ties, list: Stated, i: usize, statement: &Statement) {
    for (whole, parts) in WHOLES {
        if statement.subject == whole {
            let section = &statement.section;
            let changes: Vec<_> =
                parts.iter().filter_map(|part| ties.beside(list, section, part, Field::Change)).collect();
            if changes.len() == parts.len() {
                ties.sum(Rule::StatedChange, &[Place::Statement(list, i, Field::Change)], &changes);
            }
        }
    }
}

/// Where a table prints last year's amounts, too, the change is between the two.
fn table(ties: &mut Ties, list: Stated, i: usize, statement: &Statement) {
    let find = |way: &Vec<Place>| {
        let &[Place::Cell(table, line, _)] = &way[..] else { return None };
        let before = ties.sheets[table].cell(line, column::LAST_YEAR).filter(|place| ties.is_printed(*place))?;
        Some((ties.sheets[table].cell(line, column::TOTAL)?, before))
    };
    // A statement of other money than the table's, of what is carried over say, has another change, too.
    let stated = [Place::Statement(list, i, Field::Amount)];
    let is_same = |now: Place| ties.is_printed(stated[0]) && ties.fits(&stated, &[now]);
    let tie = amounts(ties, &statement.subject).iter().find_map(find).filter(|(now, _)| is_same(*now));
    if let Some((now, before)) = tie {
        ties.sum(Rule::LastYear, &[now], &[before, Place::Statement(list, i, Field::Change)]);
    }
}

/// Money that is the same this year is the same last year: the changes of income and expenditure agree where both
/// totals do, and so do those of one subject wherever they are stated.
fn same_year(ties: &mut Ties, all: &[(Stated, usize, &Statement)]) {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for (list, i, statement) in all.iter().filter(|(.., statement)| statement.change.is_some()) {
        let subject = if statement.subject == "income" { "expenditure" } else { &statement.subject };
        let change = Place::Statement(*list, *i, Field::Change);
        if let Some(earlier) = first.get(subject) {
            ties.sum(Rule::LastYear, &[change], &[*earlier]);
        } else {
            first.insert(subject, change);
        }
    }
}
