//! A clerk's hand slips once: is the number that is wrong the one that is named? `cargo test --test checks causes:: --
//! --nocapture` shows how often, by the kind of slip and by the table.

mod likely;
mod made;

use std::collections::BTreeMap;

use crate::common::shapes::Shape;
use crate::mutations::{Slip, get, places};
use budget_lens::budget::Budget;
use budget_lens::check::{Place, Verdict, check};

/// What a report says of a document with one wrong number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    /// The first cause names the number.
    Right,
    /// The first cause names no number.
    Nobody,
    /// The first cause names another number.
    Wrong,
    /// No mismatch is found.
    Nothing,
}

fn said(slipped: &Budget, place: Place) -> Said {
    let report = check(slipped);
    match report.causes_of(Verdict::Mismatch).next() {
        None => Said::Nothing,
        Some(first) => match first.suspect {
            None => Said::Nobody,
            Some(suspect) if suspect.place == place => Said::Right,
            Some(_) => Said::Wrong,
        },
    }
}

#[test]
fn of_one_slip_the_number_that_is_wrong_is_named() {
    let mut by_kind: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    let (mut followers, mut mismatches) = (0, 0);
    // Always the same documents.
    let seeds = if std::env::var("SLIPS").is_ok() { 1..40 } else { 1..4 };
    for budget in Shape::ALL.into_iter().flat_map(|shape| seeds.clone().map(move |seed| shape.budget(seed))) {
        // What is called wrong without a slip is another test's matter.
        if check(&budget).count(Verdict::Mismatch) > 0 {
            continue;
        }
        let printed: Vec<_> = places(&budget).into_iter().filter(|place| get(&budget, *place).is_some()).collect();
        for (i, place) in printed.iter().step_by(printed.len().div_ceil(15).max(1)).enumerate() {
            let slip =
                [Slip::More(*place, 3), Slip::Point(*place, 1), Slip::Digits(*place), Slip::More(*place, -1)][i % 4];
            let mut slipped = budget.clone();
            if !slip.happen(&mut slipped) {
                continue;
            }
            let said = said(&slipped, *place);
            let kind = place.table().and_then(|table| budget.tables[table].kind);
            for kind in [kind.map_or("text and forms".into(), |kind| format!("{kind:?}")), format!("all: {slip}")] {
                by_kind.entry(kind).or_default()[said as usize] += 1;
            }
            let report = check(&slipped);
            mismatches += report.count(Verdict::Mismatch);
            followers += report.causes_of(Verdict::Mismatch).map(|cause| cause.count - 1).sum::<usize>();
        }
    }
    println!("{:<28} right nobody wrong nothing", "");
    let mut all = [0; 4];
    for (kind, counts) in &by_kind {
        println!("{kind:<28} {counts:?}");
        if kind.starts_with("all: ") {
            all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    let found: usize = all[..3].iter().sum();
    println!(
        "all {all:?}: of {found} found {} % are named right; {followers} of {mismatches} mismatches are folded",
        all[0] * 100 / found
    );
    // Of what the text alone states nothing says which of two numbers is wrong; nobody is accused then.
    assert!(all[Said::Right as usize] * 100 >= found * 90 && all[Said::Wrong as usize] * 100 <= found, "{all:?}");
    let tables = by_kind.iter().filter(|(kind, _)| !kind.starts_with("all: ") && *kind != "text and forms");
    let tables = tables.fold([0; 3], |sum, (_, counts)| [sum[0] + counts[0], sum[1] + counts[1], sum[2] + counts[2]]);
    assert!(tables[0] * 100 >= tables.iter().sum::<usize>() * 94, "{tables:?}");
}
