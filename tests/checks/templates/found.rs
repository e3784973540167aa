//! A slip of a clerk's hand is found wherever a tie covers the number.

use std::collections::{BTreeMap, BTreeSet};

use budget_lens::budget::{Budget, Place};
use budget_lens::check::{Finding, Measure, check};

use super::asked;
use super::numbers::{told, what};
use crate::common::shapes::Shape;
use crate::mutations::{Recall, Slip, Tried, get, places, recall};

/// How many of a hundred slips are found in each shape, at least. What is measured is somewhat more.
const FLOORS: [(Shape, usize); 10] = [
    (Shape::Shanxi, 98),
    (Shape::Beijing, 98),
    (Shape::Shaanxi, 98),
    (Shape::Shandong, 98),
    (Shape::Jiangsu, 98),
    (Shape::Shanghai, 98),
    (Shape::Zhejiang, 98),
    (Shape::Shenzhen, 98),
    (Shape::Central, 98),
    (Shape::FinalAccount, 98),
];

/// Documents of a shape that slips happen in, and the number of the first of them.
pub const DOCUMENTS: usize = 5;
pub const FIRST: u64 = 1_000_000;

#[test]
fn a_slip_is_found_wherever_another_number_speaks_of_it() {
    let (mut all, mut short) = (Recall::default(), Vec::new());
    for (shape, floor) in FLOORS {
        let found = slips_of(shape);
        println!("\n==== {shape:?}{}", found.table(|tried| tried.slip.to_string()));
        for tried in found.missed().take(asked("MISSED", 12)) {
            let doubt = if tried.doubted { ", but said to be in doubt" } else { "" };
            println!("  missed: {}: {}{doubt}", tried.slip, tried.place);
        }
        let (happened, seen) = found.count(|_| true);
        if happened == 0 || seen * 100 < happened * floor {
            short.push(format!("{shape:?}: {seen} of {happened} are found, not {floor} %"));
        }
        all.0.extend(found.0);
    }
    let part = |tried: &Tried, i: usize| tried.table.split('/').nth(i).unwrap_or_default().to_string();
    println!("\n==== by shape{}", all.table(|tried| part(tried, 0)));
    println!("==== by slip{}", all.table(|tried| tried.slip.to_string()));
    println!("==== by what the number is{}", all.table(|tried| part(tried, 1)));
    println!("==== by rule, of all that was found{}", by_rule(&all));
    assert!(short.is_empty(), "{short:#?}");
}

/// How many slips each rule found, and how many no other rule did.
fn by_rule(all: &Recall) -> String {
    let mut rules: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    for tried in &all.0 {
        for rule in &tried.found {
            let count = rules.entry(rule.about().id).or_default();
            count.0 += 1;
            count.1 += usize::from(tried.found.len() == 1);
        }
    }
    let line = |(rule, (found, alone)): (&str, (usize, usize))| format!("\n{rule:<24} {found:>5}, alone {alone:>5}");
    rules.into_iter().map(line).collect()
}

/// What became of many slips in some documents of a shape.
fn slips_of(shape: Shape) -> Recall {
    let each = asked("SLIPS", 300) / DOCUMENTS;
    let mut all = Recall::default();
    for seed in FIRST..FIRST + DOCUMENTS as u64 {
        let budget = shape.budget(seed);
        let slips = slips(&budget);
        // Neighbours are of the same kind: a step that has nothing in common with the number of kinds takes of all.
        let step = slips.len().div_ceil(each).max(1) | 1;
        let ties = CrossCheckMatrix::of(&budget);
        let some: Vec<_> = slips
            .into_iter()
            .step_by(step)
            .filter(|slip| is_seen(&budget, *slip) && ties.tell(&budget, *slip))
            .collect();
        let found = recall(&budget, &some).0.into_iter();
        all.0.extend(found.map(|tried| {
            let table = format!("{shape:?}/{}", what(&budget, tried.slip.place()));
            Tried { table, ..tried }
        }));
    }
    all
}

/// All slips of numbers that a tie covers; of lines, which are few, each three times.
fn slips(budget: &Budget) -> Vec<Slip> {
    let told = told(budget);
    let is_covered = |place: &Place| told.contains(place);
    let covered: Vec<_> =
        places(budget).into_iter().filter(|at| get(budget, *at).is_some() && is_covered(at)).collect();
    let mut all = Vec::new();
    for (i, place) in covered.iter().enumerate() {
        let digits = get(budget, *place).map_or(0, |amount| amount.decimal().mantissa().to_string().len());
        // Below a hundred of the last place a slip may be a rounding.
        let tens = 2 + u32::try_from(i % digits.saturating_sub(2).max(1)).unwrap();
        all.extend([Slip::Digit(*place, tens, if i % 2 == 0 { 1 } else { -1 }), Slip::Digits(*place)]);
        all.extend([Slip::Point(*place, 1), Slip::Point(*place, -1), Slip::Point(*place, 4)]);
    }
    let cells: Vec<_> = covered.iter().filter(|place| matches!(place, Place::Cell(..))).collect();
    for (i, one) in cells.iter().enumerate() {
        // With its neighbour in the line, and with one further down in the table.
        all.extend([1, 7].iter().filter_map(|step| Some(Slip::Swap(**one, **cells.get(i + step)?))));
    }
    let mut lines: Vec<_> =
        cells.iter().filter(|place| is_nonzero(budget, ***place)).filter_map(|place| line_of(**place)).collect();
    lines.dedup();
    all.extend(lines.iter().flat_map(|(table, line)| [Slip::Drop(*table, *line); 3]));
    all
}

/// Whether a number is so much that its line is missed: more than roundings are.
fn is_nonzero(budget: &Budget, place: Place) -> bool {
    get(budget, place).is_some_and(|amount| amount.decimal().mantissa().abs() >= 100)
}

fn line_of(place: Place) -> Option<(usize, usize)> {
    if let Place::Cell(table, line, _) = place { Some((table, line)) } else { None }
}

/// Whether a slip changes a number by a hundred of its last place, or leaves out a line.
fn is_seen(budget: &Budget, slip: Slip) -> bool {
    if let Slip::Drop(..) = slip {
        return true;
    }
    if let Slip::Swap(one, other) = slip
        && one.table() != other.table()
    {
        return false;
    }
    let mut slipped = budget.clone();
    let (Some(before), true) = (get(budget, slip.place()), slip.happen(&mut slipped)) else { return false };
    let Some(after) = get(&slipped, slip.place()) else { return false };
    let (mut one, mut other) = (before.decimal(), after.decimal());
    let places = before.places();
    one.rescale(places);
    other.rescale(places);
    (one.mantissa() - other.mantissa()).abs() >= 100
}

/// The ties that hold each number of a true document, each with the side of it that the number is on.
struct CrossCheckMatrix {
    of: BTreeMap<Place, BTreeSet<(usize, bool)>>,
    findings: Vec<Finding>,
}

impl CrossCheckMatrix {
    fn of(budget: &Budget) -> Self {
        let findings = check(budget).findings;
        let mut of: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (i, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.compared.is_some()) {
            let (stated, terms) =
                (finding.stated.iter().map(|at| (*at, true)), finding.terms.iter().map(|at| (*at, false)));
            stated.chain(terms).for_each(|(place, is_stated)| {
                of.entry(place).or_default().insert((i, is_stated));
            });
        }
        CrossCheckMatrix { of, findings }
    }

    /// Whether arithmetic can tell a slip at all: two numbers of the same sums may change places unseen, and so may a rate
    /// by as much as the rounding of what it is reckoned from brings about.
    fn tell(&self, budget: &Budget, slip: Slip) -> bool {
        if let Slip::Swap(one, other) = slip {
            return self.of.get(&one) != self.of.get(&other);
        }
        let Some((before, Measure::Percent)) = slip.place().printed(budget) else { return true };
        let mut slipped = budget.clone();
        slip.happen(&mut slipped);
        let Some(after) = get(&slipped, slip.place()) else { return true };
        let change = (after.decimal() - before.decimal()).abs();
        let ties = self.of.get(&slip.place()).into_iter().flatten();
        let bound = |(i, is_stated): &(usize, bool)| {
            self.findings[*i].compared.and_then(|compared| compared.bound).filter(|_| *is_stated)
        };
        ties.map(bound).any(|bound| bound.is_none_or(|bound| bound.decimal() < change))
    }
}
