//! Nobody is accused falsely.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use budget_lens::budget::Budget;
use budget_lens::check::{Finding, Names, Reason, Rule, Verdict, check, sentence};
use budget_lens::locale::{Lang, Locale};
use budget_lens::money::Unit;
use serde_json::Value;

use super::{asked, kept};
use crate::common::shapes::{Shape, read};
use crate::common::temporary;
use crate::findings::{place, told};

/// What a rule accuses falsely: in how many documents, and the shortest of them.
struct Accused {
    documents: usize,
    seed: u64,
    length: usize,
}

/// Checks documents, one for each number; what is accused falsely is shown with the shortest document that shows it.
fn are_never_accused(name: &str, seeds: usize, document: impl Fn(u64) -> Value) {
    let mut by_rule: BTreeMap<&'static str, Accused> = BTreeMap::new();
    let (mut documents, mut lacking) = (0, 0);
    for seed in 0..seeds as u64 {
        let document = document(seed);
        let report = check(&read(&document));
        lacking += usize::from(report.findings.iter().any(says_a_line_is_missing));
        let found: Vec<_> = report.findings.into_iter().filter(|f| f.verdict == Verdict::Mismatch).collect();
        let rules: BTreeSet<_> = found.iter().map(|finding| finding.rule.about().id).collect();
        documents += usize::from(!rules.is_empty());
        let length = if rules.is_empty() { 0 } else { document.to_string().len() };
        for rule in rules {
            let accused = by_rule.entry(rule).or_insert(Accused { documents: 0, seed, length });
            accused.documents += 1;
            if length < accused.length {
                (accused.seed, accused.length) = (seed, length);
            }
        }
    }
    let counts: Vec<_> = by_rule.iter().map(|(rule, accused)| format!("{rule} {}", accused.documents)).collect();
    println!(
        "{name}: {documents} of {seeds} documents are accused, {lacking} said to lack a line: {}",
        counts.join(", ")
    );
    let mut shown = String::new();
    for (rule, accused) in by_rule {
        let document = document(accused.seed);
        let folder = temporary::folder(&format!("templates/{name}-{rule}"));
        let file = kept(&folder, &format!("{name}-{rule}").to_lowercase(), &document);
        writeln!(shown, "\n== {name}, {rule}: {} of {seeds}, for one {}", accused.documents, file.display()).unwrap();
        shown += &sentences(&read(&document), rule);
    }
    assert_eq!(lacking, 0, "true documents in the shape of {name} are said to lack a line");
    assert!(shown.is_empty(), "true documents in the shape of {name} are accused:\n{shown}");
}

/// Whether it is said, and nobody accused, that a line is left out.
fn says_a_line_is_missing(finding: &Finding) -> bool {
    finding.rule == Rule::MissingLine || finding.reason == Some(Reason::NoTotal)
}

fn mismatches(budget: &Budget) -> Vec<Finding> {
    check(budget).findings.into_iter().filter(|finding| finding.verdict == Verdict::Mismatch).collect()
}

/// A rule's accusations as a reader sees them, some of them, with where the numbers stand.
fn sentences(budget: &Budget, rule: &str) -> String {
    let (names, words) = (Names::new(budget), Locale { lang: Lang::Zh, unit: Unit::Wan });
    let mut text = String::new();
    for finding in mismatches(budget).iter().filter(|finding| finding.rule.about().id == rule).take(3) {
        writeln!(text, "{}\n    {}", sentence(finding, &names, words), told(finding, &names)).unwrap();
        for at in finding.places().take(12) {
            let printed = at.printed(budget).map_or("blank".into(), |(amount, of)| format!("{amount} {of:?}"));
            writeln!(text, "    {} = {printed}", place(at, &names)).unwrap();
        }
    }
    text
}

macro_rules! shapes_are_never_accused {
    ($($name:ident: $shape:ident),+ $(,)?) => {
        $(#[test]
        fn $name() {
            let shape = Shape::$shape;
            are_never_accused(&format!("{shape:?}"), asked("SEEDS", 60), |seed| shape.document(seed));
        })+
    };
}

shapes_are_never_accused! {
    shanxi: Shanxi,
    beijing: Beijing,
    shaanxi: Shaanxi,
    shandong: Shandong,
    jiangsu: Jiangsu,
    shanghai: Shanghai,
    zhejiang: Zhejiang,
    shenzhen: Shenzhen,
    central: Central,
    final_account: FinalAccount,
}

/// Every shape in turn: who cuts off what comes after the last place does so throughout.
#[test]
fn cut_off() {
    let shape = |seed: u64| Shape::ALL[usize::try_from(seed).unwrap() % Shape::ALL.len()];
    are_never_accused("cut-off", asked("SEEDS", 60), |seed| shape(seed).cut_off(seed));
}
