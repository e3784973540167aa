//! Codes that fit, lines that stand once, amounts that are not negative.

use std::collections::BTreeMap;

use crate::budget::Place;
use crate::budget::{Kind, Line, Role, Side};
use crate::check::finding::{Verdict, Why};
use crate::check::rule::Rule;
use crate::check::sheet::Sheet;
use crate::check::ties::Ties;

/// What was found in a table: a rule, what it gave, where, why.
type Found = (Rule, Verdict, Vec<Place>, Option<Why>);

/// Looks through the lines of each table.
pub fn check(ties: &mut Ties) {
    for t in 0..ties.sheets.len() {
        let sheet = &ties.sheets[t];
        let mut found = codes(sheet);
        found.extend(duplicates(sheet));
        found.extend(negatives(sheet));
        for (rule, verdict, places, why) in found {
            ties.found(rule, verdict, &places, why);
        }
    }
}

/// Codes have the length of a level, and stand with the code above them where the table prints that level at all.
/// That all fit is told once a table.
fn codes(sheet: &Sheet) -> Vec<Found> {
    let coded: Vec<_> = sheet.coded().filter(|(_, line)| sheet.table.lines[*line].code.is_some()).collect();
    let lengths: Vec<usize> = if sheet.is(Kind::BasicEconomic) { vec![3, 5] } else { vec![3, 5, 7] };
    let has: Vec<_> = lengths.iter().map(|length| coded.iter().any(|(code, _)| code.len() == *length)).collect();
    let mut found = Vec::new();
    for (code, line) in &coded {
        let why = match lengths.iter().position(|length| *length == code.len()) {
            None => Some(Why::NoLevel),
            Some(0) => None,
            Some(level) => {
                let is_there = || sheet.lines_of(&code[..lengths[level - 1]]).next().is_some();
                (has[level - 1] && !is_there()).then_some(Why::NoParent)
            }
        };
        if why.is_some() {
            found.push((Rule::CodeParent, Verdict::Mismatch, vec![Place::Line(sheet.index, *line)], why));
        }
    }
    if found.is_empty() && !coded.is_empty() {
        found.push((Rule::CodeParent, Verdict::Holds, vec![Place::Table(sheet.index)], None));
    }
    found
}

/// The same line twice in one part of a table. Subordinate units, each under a subtotal, print the same codes anew.
fn duplicates(sheet: &Sheet) -> Vec<Found> {
    let mut part = 0;
    let mut first: BTreeMap<(usize, Option<bool>, Label), usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (i, line) in sheet.table.lines.iter().enumerate() {
        if line.role != Role::Item {
            part += 1;
            continue;
        }
        let Some(label) = label(sheet, line) else { continue };
        if let Some(earlier) = first.insert((part, line.side.map(|side| side == Side::Income), label), i) {
            let places = vec![Place::Line(sheet.index, i), Place::Line(sheet.index, earlier)];
            // Several units may have a project of one name; whether it is one is for a person to say.
            let verdict = if label.1.is_empty() { Verdict::Mismatch } else { Verdict::Unchecked };
            found.push((Rule::Duplicate, verdict, places, Some(Why::Twice)));
        }
    }
    if found.is_empty() && first.len() > 1 {
        found.push((Rule::Duplicate, Verdict::Holds, vec![Place::Table(sheet.index)], None));
    }
    found
}

/// What a line may not share with another: its code or key, and its name.
type Label<'b> = (Option<&'b str>, &'b str);

/// A line's code or key; in the projects' tables, where several projects are of one code, with its name. Names alone
/// repeat in tables whose levels they stand on.
fn label<'b>(sheet: &Sheet<'b>, line: &'b Line) -> Option<Label<'b>> {
    if sheet.is(Kind::Projects) || sheet.is(Kind::CarriedProjects) {
        return Some((line.subject(), line.name.as_str())).filter(|(_, name)| !name.is_empty());
    }
    line.subject().filter(|subject| !subject.is_empty()).map(|subject| (Some(subject), ""))
}

/// Amounts below nothing in columns of money to be spent or received.
fn negatives(sheet: &Sheet) -> Vec<Found> {
    let columns: Vec<_> = sheet.columns_of(None).filter(|(c, _)| sheet.columns[*c].is_money()).collect();
    let mut found = Vec::new();
    let mut any = false;
    // What is taken back or struck off is less than nothing by its nature.
    let taken_back = |line: &Line| ["冲", "收回", "核减", "调减", "抵减"].iter().any(|word| line.name.contains(word));
    for (l, line) in sheet.table.lines.iter().enumerate().filter(|(_, line)| !taken_back(line)) {
        for (c, column) in &columns {
            let Some(amount) = line.amounts.get(&column.id) else { continue };
            any = true;
            if amount.decimal().is_sign_negative() && !amount.decimal().is_zero() {
                let place = vec![Place::Cell(sheet.index, l, *c)];
                found.push((Rule::Negative, Verdict::Mismatch, place, Some(Why::Negative)));
            }
        }
    }
    if found.is_empty() && any {
        found.push((Rule::Negative, Verdict::Holds, vec![Place::Table(sheet.index)], None));
    }
    found
}
