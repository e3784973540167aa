//! The report of a check: all findings, their causes, and the numbers that nothing covers.

use super::cause::Cause;
use super::finding::{Finding, Verdict};
use super::rule::Rule;
use crate::budget::Place;

/// The result of checking a document.
///
/// ```
/// use budget_lens::check::{Verdict, check};
/// use budget_lens::load;
///
/// let budget = load::read(&std::fs::read("budget.json")?).unwrap().budget;
/// let report = check(&budget);
/// // The worst first; each finding has its two numbers in one unit, and places in the budget.
/// let worst = &report.findings[0];
/// assert_eq!(worst.verdict, Verdict::Mismatch);
/// assert!(worst.compared.unwrap().difference.is_some() && worst.places().count() > 1);
/// // It is of the first cause, as are those that follow from the same number.
/// assert_eq!(report.cause(0), report.causes.first());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings, worst verdict first; within a verdict those of one cause together.
    pub findings: Vec<Finding>,
    /// The causes of the findings that do not hold, in the same order.
    pub causes: Vec<Cause>,
    /// The printed numbers that no cross-check covers: nothing says whether they are right.
    pub uncovered: Vec<Place>,
}

impl Report {
    /// How many findings have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// The causes of the findings of this verdict.
    pub fn causes_of(&self, verdict: Verdict) -> impl Iterator<Item = &Cause> {
        let is_of = move |cause: &&Cause| self.findings.get(cause.lead).is_some_and(|lead| lead.verdict == verdict);
        self.causes.iter().filter(is_of)
    }

    /// The cause of the report's finding number `i`, if the finding does not hold.
    pub fn cause(&self, i: usize) -> Option<&Cause> {
        let after = self.causes.partition_point(|cause| cause.lead <= i);
        let cause = self.causes.get(after.checked_sub(1)?)?;
        (i < cause.lead + cause.count).then_some(cause)
    }

    /// How many findings of a rule have this verdict.
    pub fn count_of(&self, rule: Rule, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.rule == rule && finding.verdict == verdict).count()
    }
}
