//! Whatever a rule may find, and wherever: it is told in a whole sentence.

use super::*;
use budget_lens::check::Scaled;
use budget_lens::locale::{Lang, Locale};

/// Every reason that there is.
fn reasons(place: Place) -> Vec<Reason> {
    [
        &Reason::PLAIN[..],
        &[
            Reason::Scale(Scaled::Column, -4),
            Reason::NoTable(Kind::Income),
            Reason::RightOf(place),
            Reason::CopiedFrom(1),
        ],
    ]
    .concat()
}

#[test]
fn whatever_is_found_is_a_whole_sentence() {
    let budget = official();
    let names = Names::new(&budget);
    let cell = cell(&budget, "表三", "201", "total");
    let places = [
        vec![],
        vec![cell],
        vec![cell; 7],
        vec![Place::Table(6)],
        vec![Place::Line(2, 1), Place::Line(2, 2)],
        vec![Place::Project(0), Place::Goal(0, FormTerm::Annual), Place::Target(0, 99, FormTerm::Period)],
        vec![Place::Count(Stated::Staff, 0), Place::DepartmentFund(0), Place::Cell(99, 0, 0), Place::Project(999)],
        vec![statement(&budget, "七", "reception", Field::Share)],
    ];
    let numbers = [None, Some(compared("- - - -", WAN)), Some(compared("1 2 -1 0.5", Measure::Percent))];
    let sides = || places.iter().flat_map(|one| places.iter().map(move |other| (one, other)));
    let results = || Verdict::ALL.into_iter().flat_map(|verdict| numbers.map(|numbers| (verdict, numbers)));
    // Each combination with one reason or none, in turn.
    let mut reasons = reasons(cell).into_iter().map(Some).chain([None]).cycle();
    for rule in Rule::ALL {
        for ((stated, terms), (verdict, compared)) in sides().flat_map(|sides| results().map(move |all| (sides, all))) {
            let finding = Finding {
                rule,
                verdict,
                compared,
                stated: stated.clone(),
                terms: terms.clone(),
                reason: reasons.next().unwrap(),
            };
            for (lang, end) in [(Lang::Zh, '。'), (Lang::En, '.')] {
                let said = sentence(&finding, &names, Locale { lang, unit: Unit::Wan });
                assert!(said.ends_with(end) && said.len() > 6 && !said.contains(['{', '}']), "{finding:?}: {said}");
            }
        }
    }
}
