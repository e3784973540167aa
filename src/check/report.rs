//! All that checking a document gave.

use super::finding::{Finding, Verdict};
use super::rule::Rule;
use crate::budget::Place;

/// All that checking a document gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings, worst first.
    pub findings: Vec<Finding>,
    /// The printed numbers that no tie covers: nothing says whether they are right.
    pub uncovered: Vec<Place>,
}

impl Report {
    /// How many ties have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// How many ties of a rule have this verdict.
    pub fn count_of(&self, rule: Rule, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.rule == rule && finding.verdict == verdict).count()
    }
}
