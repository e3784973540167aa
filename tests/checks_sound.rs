//! Nobody is accused falsely: a document whose numbers are true and rounded as clerks round has no mismatch.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

mod findings;
mod garbage;
mod truthful;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::time::{Duration, Instant};

use budget_lens::budget::{Budget, Cells, Column, Kind, Line, Role, Table};
use budget_lens::check::{Names, Verdict, check, sentence};
use budget_lens::load;
use budget_lens::money::{Amount, Unit};
use budget_lens::words::{Lang, Words};
use findings::{place, told};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use truthful::Plan;

fn read(document: &str) -> Budget {
    load::read(document.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}\n{document}")).budget
}

/// The mismatches, each with what stands at its places.
fn accused(document: &str) -> String {
    let budget = read(document);
    let (report, names) = (check(&budget), Names::new(&budget));
    let mut text = String::new();
    for finding in report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch) {
        writeln!(text, "{} {:?}", told(finding, &names), finding.why).unwrap();
        for at in finding.places() {
            let title = at.table().map_or("", |table| &budget.tables[table].title);
            let printed = at.printed(&budget).map_or("blank".into(), |(amount, of)| format!("{amount} {of:?}"));
            writeln!(text, "  {title} {} = {printed}", place(at, &names)).unwrap();
        }
    }
    text
}

fn is_never_accused(plan: &Plan) -> Result<(), TestCaseError> {
    let document = plan.document().to_string();
    let accused = accused(&document);
    prop_assert!(accused.is_empty(), "{accused}\n{document}");
    Ok(())
}

/// The same documents each time, so that a false accusation among millions shows up where it is looked for and not in
/// whoever's build comes by. `PROPTEST_RNG_SEED=7 PROPTEST_CASES=4000` tries others, and more of them.
fn documents() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let seed = if asked.rng_seed == RngSeed::Random { RngSeed::Fixed(2026) } else { asked.rng_seed };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 128 };
    ProptestConfig { cases, rng_seed: seed, failure_persistence: None, ..asked }
}

proptest! {
    #![proptest_config(documents())]

    #[test]
    fn a_true_budget_of_one_fund_is_never_accused(plan in truthful::plain()) {
        is_never_accused(&plan)?;
    }

    #[test]
    fn a_true_budget_of_several_funds_and_years_is_never_accused(plan in truthful::plan()) {
        is_never_accused(&plan)?;
    }

    #[test]
    fn whatever_a_file_says_it_is_checked(budget in garbage::budget()) {
        let (report, names) = (check(&budget), Names::new(&budget));
        for finding in &report.findings {
            for place in finding.places() {
                names.ids(place);
                budget.address(place);
            }
            for words in [Lang::Zh, Lang::En].map(|lang| Words { lang, unit: Unit::Wan }) {
                sentence(finding, &names, words);
            }
        }
    }
}

/// Not only the first of them: `cargo test --test checks_sound -- --ignored --nocapture` shows how many of a thousand
/// documents each rule accuses falsely, and the shortest of them.
#[test]
#[ignore = "shows all false accusations at once, for who mends the rules"]
fn how_many_are_accused_by_which_rule() {
    let mut runner = TestRunner::deterministic();
    let mut by_rule: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for _ in 0..1_000 {
        let document = truthful::plan().new_tree(&mut runner).unwrap().current().document().to_string();
        let budget = read(&document);
        let wrong = check(&budget).findings.into_iter().filter(|finding| finding.verdict == Verdict::Mismatch);
        let names = Names::new(&budget);
        let rules: BTreeSet<_> = wrong
            .map(|finding| {
                let column = finding.terms.first().map_or(String::new(), |term| names.ids(*term).column);
                let subject =
                    finding.stated.first().filter(|place| place.table().is_none()).map(|p| names.ids(*p).line);
                format!("{} {} from {column}", finding.rule.about().id, subject.unwrap_or_default())
            })
            .collect();
        for rule in rules {
            let (count, shortest) = by_rule.entry(rule).or_insert((0, document.clone()));
            *count += 1;
            if document.len() < shortest.len() {
                shortest.clone_from(&document);
            }
        }
    }
    for (rule, (count, document)) in by_rule {
        println!("== {rule}: {count}\n{}", accused(&document));
    }
}

/// A document of one table of each of these kinds, each with so many lines.
fn long(kinds: &[Kind], lines: impl Fn(usize) -> Line, count: usize) -> Budget {
    let column = |id: &str| Column { id: id.into(), name: "金额".into(), ..Column::default() };
    let table = |kind: &Kind| Table {
        kind: Some(*kind),
        columns: ["total", "basic", "project"].map(column).into(),
        lines: (0..count).map(&lines).collect(),
        ..Table::default()
    };
    Budget { tables: kinds.iter().map(table).collect(), ..Budget::default() }
}

fn line(i: usize, code: Option<String>, level: Option<u8>, role: Role) -> Line {
    let mut amounts = Cells::default();
    for id in ["total", "basic", "project"] {
        *amounts.entry(id) = Amount::parse(&format!("{}.01", i * 7_919 % 10_000)).ok();
    }
    Line { code, level, role, name: format!("第{}号", i % 100), amounts, ..Line::default() }
}

#[test]
fn fifty_thousand_lines_of_any_shape_are_checked_while_a_reader_waits() {
    let kinds = [Kind::Expenditure, Kind::GeneralPublic, Kind::Projects];
    let shapes: [(&str, &dyn Fn(usize) -> Line); 6] = [
        ("each with a code of its own", &|i| line(i, Some((2_000_000 + i).to_string()), None, Role::Item)),
        ("all with one code", &|i| line(i, Some("2010303".into()), None, Role::Item)),
        ("without codes", &|i| line(i, None, None, Role::Item)),
        ("ever deeper", &|i| line(i, None, u8::try_from(i % 256).ok(), Role::Item)),
        ("nothing but totals", &|i| line(i, None, None, Role::Total)),
        ("a subtotal for each", &|i| {
            line(i, Some("201".into()), None, if i % 2 == 0 { Role::Subtotal } else { Role::Item })
        }),
    ];
    for (shape, lines) in shapes {
        let budget = long(&kinds, lines, 50_000 / kinds.len());
        let start = Instant::now();
        let report = check(&budget);
        println!("{shape}: {} ties in {:?}", report.findings.len(), start.elapsed());
        // Many times what it takes, and less than looking through all lines for each of them would.
        assert!(start.elapsed() < Duration::from_secs(8), "{shape}: {:?}", start.elapsed());
    }
}
