//! Nobody is accused falsely: a document whose numbers are true and rounded as clerks round has no mismatch.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // that is how a test fails

mod truthful;

use std::fmt::Write;

use budget_lens::budget::Budget;
use budget_lens::check::{Finding, Names, Verdict, check};
use budget_lens::load;
use proptest::prelude::*;

fn read(document: &str) -> Budget {
    load::read(document.as_bytes()).unwrap_or_else(|faults| panic!("{faults:#?}\n{document}")).budget
}

/// A finding, and what stands at its places.
fn told(finding: &Finding, budget: &Budget) -> String {
    let names = Names::new(budget);
    let mut text = format!("{:?} {:?}\n", finding.rule, finding.compared);
    for (what, places) in [("stated", &finding.stated), ("term", &finding.terms)] {
        for place in places {
            let printed = place.printed(budget).map_or("blank".into(), |(amount, _)| amount.to_string());
            let path = names.ids(*place);
            writeln!(text, "  {what} {} {} {} = {printed}", path.table, path.line, path.column).unwrap();
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_true_budget_is_never_accused(plan in truthful::plan()) {
        let document = plan.document().to_string();
        let budget = read(&document);
        let report = check(&budget);
        let mut wrong = report.findings.iter().filter(|finding| finding.verdict == Verdict::Mismatch).peekable();
        if wrong.peek().is_some() {
            let told: String = wrong.map(|finding| told(finding, &budget)).collect();
            prop_assert!(false, "{told}\n{document}");
        }
    }
}
