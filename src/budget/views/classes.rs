//! Classes that are not printed, or printed blank: added up from what stands under them.

use std::collections::BTreeMap;

use super::Made;
use crate::budget::{Budget, Cells, Kind, Line, Role, Side, Table, column};
use crate::money::sort_by;

/// What a class is called in whichever table prints it.
pub fn named<'b>(budget: &'b Budget, code: &str) -> Option<&'b Line> {
    budget.named().iter().flat_map(|table| &table.lines).find(|line| line.subject() == Some(code))
}

/// Notes where another table prints the amount of a class that this program added up.
pub fn cite(budget: &Budget, table: &Table, line: &mut Line) {
    let Some(own) = table.money(line, column::TOTAL).filter(|_| line.places.find(column::TOTAL).is_none()) else {
        return;
    };
    let is_same = |(other, printed): &(&Table, &Line)| {
        let is_spent = printed.side != Some(Side::Income) && printed.role == Role::Item;
        is_spent && printed.subject() == line.code.as_deref() && other.money(printed, column::TOTAL) == Some(own)
    };
    let balances = budget.named().iter().filter(|table| table.kind == Some(Kind::Balance));
    let printed = balances.flat_map(|table| table.lines.iter().map(move |line| (table, line)));
    if let Some((other, printed)) = printed.clone().find(is_same) {
        line.places.push(column::TOTAL, other.cell(printed, column::TOTAL));
    }
}

/// Adds up the classes (the first three digits) that are not printed, or printed blank, from what stands under them.
/// The lines are in the order of their codes.
pub fn classes<'b>(lines: &mut Vec<Line>, view: &mut Table, named: impl Fn(&str) -> Option<&'b Line>) {
    let mut added: Vec<Line> = Vec::new();
    let mut first = 0;
    while let Some(class) = lines.get(first).and_then(|line| line.code.as_deref()?.get(..3)).map(String::from) {
        let code = |line: &Line| line.code.clone().unwrap_or_default();
        let count = lines[first..].iter().take_while(|line| code(line).starts_with(&class)).count();
        let group = &mut lines[first..first + count];
        let is_printed = code(&group[0]).len() == 3;
        let below = &group[usize::from(is_printed)..];
        // The outermost of what stands under it.
        let mut outer: Vec<&Line> = Vec::new();
        for line in below {
            if outer.last().is_none_or(|last| !code(line).starts_with(&code(last))) {
                outer.push(line);
            }
        }
        let mut sums = Cells::default();
        for line in &outer {
            sums.add(&line.amounts);
        }
        let is_blank = is_printed && group[0].amounts.iter().all(|(_, amount)| amount.is_none());
        if is_blank && sums.get(column::TOTAL).is_some() {
            group[0].amounts = sums;
        } else if let Some(name) = named(&class).filter(|_| !is_printed && !outer.is_empty()) {
            added.push(Line {
                code: Some(class),
                name: name.name.clone(),
                name_en: name.name_en.clone(),
                amounts: sums,
                ..Line::default()
            });
        } else {
            first += count;
            continue;
        }
        if !view.made.contains(&Made::Classes) {
            view.made.push(Made::Classes);
        }
        first += count;
    }
    lines.extend(added);
    sort_by(lines, |a, b| a.code.cmp(&b.code));
}

/// The items of a table, each code once and in the order of codes, and whether amounts of several lines were added up:
/// a code that stands there for each unit, fund or project is one item. `copy` adds a line's amounts to what is there.
pub fn each_code_once<'t>(
    table: &'t Table,
    code: &dyn Fn(&'t Line) -> Option<&'t str>,
    copy: &dyn Fn(usize, &'t Line, &mut Line),
) -> (Vec<Line>, bool) {
    let tree = table.tree();
    let mut lines: Vec<Line> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, line) in table.lines.iter().enumerate() {
        let Some(own) = code(line) else { continue };
        // What stands under a line of its own code is in that line's amount.
        let mut above = std::iter::successors(tree.parent(i), |above| tree.parent(*above));
        if above.any(|above| code(&table.lines[above]) == Some(own)) {
            continue;
        }
        let place = *seen.entry(own).or_insert_with(|| {
            lines.push(line.of_code(own));
            lines.len() - 1
        });
        copy(i, line, &mut lines[place]);
    }
    // What was added up is printed nowhere.
    let is_sum = |line: &Line| line.amounts.iter().any(|(id, _)| line.places.find(id).is_none());
    let is_summed = lines.iter().any(is_sum);
    sort_by(&mut lines, |one, other| one.code.cmp(&other.code));
    (lines, is_summed)
}
