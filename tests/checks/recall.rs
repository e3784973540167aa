//! A clerk's hand slips: is it found? Each number of the shipped budget is printed wrongly once, lines are dropped,
//! numbers swapped, tables printed in another unit. What is found in other shapes `templates` shows.
//! `cargo test --test checks recall:: -- --nocapture` shows which rules find what.

use crate::common::budgets::official;
use crate::mutations::{Recall, Slip, Tried, get, places, recall};
use budget_lens::budget::{Budget, LEVELS};
use budget_lens::check::{Measure, Place, Rule, check};

/// Some of the slips, so that it takes seconds; `SLIPS=all` lets all happen.
fn one_of(every: usize, slips: impl IntoIterator<Item = Slip>) -> Vec<Slip> {
    let every = if std::env::var("SLIPS").is_ok() { 1 } else { every };
    slips.into_iter().step_by(every).collect()
}

/// The places where something is printed.
fn printed(budget: &Budget) -> Vec<Place> {
    places(budget).into_iter().filter(|place| get(budget, *place).is_some()).collect()
}

/// Shows how many were found, and which of those that a tie covers were not.
fn show(recall: &Recall, name: impl Fn(&Tried) -> String) {
    println!("{}", recall.table(name));
    let missed: Vec<_> = recall.missed().map(|tried| format!("{}: {}", tried.slip, tried.place)).collect();
    println!("{} covered, not found: {missed:#?}", missed.len());
}

/// At least so many of a hundred are found.
fn at_least(percent: usize, (happened, found): (usize, usize)) {
    assert!(happened > 0 && found * 100 >= happened * percent, "{found} of {happened} are found, not {percent} %");
}

#[test]
fn a_wrong_number_is_found_wherever_another_number_speaks_of_it() {
    let budget = official();
    let kinds = |place: Place| {
        let (more, less) = (Slip::More(place, 1), Slip::More(place, -1));
        [more, less, Slip::Point(place, 1), Slip::Point(place, -1), Slip::Digits(place)]
    };
    // Six and five have nothing in common, so that each kind of slip happens in every table.
    let recall = recall(&budget, &one_of(6, printed(&budget).into_iter().flat_map(kinds)));
    println!("{}", recall.table(|tried| tried.slip.to_string()));
    show(&recall, |tried| tried.table.clone());
    at_least(99, recall.count(|tried| tried.covered));
    at_least(100, recall.count(|tried| tried.table.starts_with('表')));
    // What nothing speaks of is said to be so, and of the official tables that is nothing.
    assert!(recall.0.iter().all(|tried| tried.covered || !tried.table.starts_with('表')));
    assert!(recall.0.iter().all(|tried| tried.covered || tried.found.is_empty()), "found without a tie");
}

#[test]
fn a_number_that_is_missing_or_too_many_is_found() {
    let budget = official();
    let (full, bare): (Vec<_>, Vec<_>) = places(&budget).into_iter().partition(|place| get(&budget, *place).is_some());
    let in_lists = |place: &Place| matches!(place, Place::Cell(..) | Place::DepartmentFund(_) | Place::Fund(..));
    let blanks = recall(&budget, &one_of(6, full.into_iter().filter(in_lists).map(Slip::Blank)));
    show(&blanks, |tried| tried.table.clone());
    // A zero of a form may as well be blank.
    at_least(100, blanks.count(|tried| tried.table != "项目绩效"));

    // What is carried over may be one more source of a form's funds, or a part of those that it prints.
    let is_open = |place: &Place| matches!(place, Place::Fund(_, _, level) if LEVELS[*level].0 == "carry-over");
    let bare = bare.into_iter().filter(|place| in_lists(place) && !is_open(place));
    let filled = recall(&budget, &one_of(7, bare.map(Slip::Filled)));
    show(&filled, |tried| tried.table.clone());
    at_least(98, filled.count(|_| true));
}

#[test]
fn numbers_that_have_changed_places_are_found() {
    let budget = official();
    let mut below = Vec::new();
    for (t, table) in budget.tables.iter().enumerate() {
        for c in 0..table.columns.len() {
            let cells = (0..table.lines.len()).map(|l| Place::Cell(t, l, c));
            let cells: Vec<_> = cells.filter(|place| get(&budget, *place).is_some()).collect();
            below.extend(cells.windows(2).map(|pair| Slip::Swap(pair[0], pair[1])));
        }
    }
    let below = recall(&budget, &one_of(3, below));
    println!("one below the other");
    show(&below, |tried| tried.table.clone());
    at_least(100, below.count(|_| true));

    let money = |place: &Place| matches!(place.printed(&budget), Some((_, Measure::Money(_))));
    let all: Vec<_> = printed(&budget).into_iter().filter(money).collect();
    let mut seed = 20_260_101_u64; // any: the same pairs each time
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[usize::try_from(seed >> 33).unwrap() % all.len()]
    };
    let pairs = std::iter::repeat_with(|| Slip::Swap(next(), next())).take(400);
    let anywhere = recall(&budget, &one_of(5, pairs));
    println!("anywhere");
    show(&anywhere, |tried| tried.slip.to_string());
    at_least(99, anywhere.count(|_| true));
}

#[test]
fn a_line_that_is_wrong_throughout_is_found() {
    let budget = official();
    let wrong = lines(&budget).map(|(table, line)| Slip::Line(table, line, 1));
    let wrong = recall(&budget, &one_of(3, wrong));
    show(&wrong, |tried| tried.table.clone());
    at_least(100, wrong.count(|_| true));

    // Of items that only their sum speaks of, nothing says which is which.
    let swapped = lines(&budget).filter(|(_, line)| *line > 0).map(|(t, line)| Slip::SwapLines(t, line - 1, line));
    let swapped = recall(&budget, &one_of(3, swapped));
    show(&swapped, |tried| tried.table.clone());
    at_least(90, swapped.count(|_| true));
}

/// Every line of every table.
fn lines(budget: &Budget) -> impl Iterator<Item = (usize, usize)> {
    budget.tables.iter().enumerate().flat_map(|(t, table)| (0..table.lines.len()).map(move |l| (t, l)))
}

#[test]
fn a_line_that_is_missing_is_found() {
    let budget = official();
    let recall = recall(&budget, &one_of(2, lines(&budget).map(|(table, line)| Slip::Drop(table, line))));
    show(&recall, |tried| tried.table.clone());
    // Totals and the lines of classes are missed by nobody: what is under them still adds up.
    at_least(80, recall.count(|_| true));
}

#[test]
fn a_table_in_another_unit_than_it_says_is_found_and_named() {
    let budget = official();
    for table in 0..budget.tables.len() {
        for power in [4, -4] {
            let mut slipped = budget.clone();
            if Slip::Scale(table, power).happen(&mut slipped) {
                let report = check(&slipped);
                let named = report.findings.iter().filter(|finding| finding.rule == Rule::UnitScale);
                let named: Vec<_> = named.flat_map(|finding| finding.stated.iter().copied()).collect();
                assert_eq!(named, [Place::Table(table)], "by 10^{power}");
            }
        }
    }
}
