//! The filter of the list of findings: which of them a reader asks for.

use super::table_pairs::{TablePair, TablePairs};
use super::tally::called;
use crate::budget::Budget;
use crate::check::{Family, Finding, Report, Verdict};
use crate::figure::{Param, Query, param};
use crate::locale::Locale;

/// The conditions that listed findings must meet; a condition that is not set allows any.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// The verdict of the findings.
    pub verdict: Option<Verdict>,
    /// The family of their rules.
    pub family: Option<Family>,
    /// The two tables that they are about.
    pub pair: Option<TablePair>,
    /// Whether every finding is listed that does not hold, also those of one cause.
    pub is_every: bool,
}

impl FindingFilter {
    /// The filter that the reader's parameters set.
    pub fn of(query: &Query, map: &TablePairs) -> FindingFilter {
        let verdict = |id: &str| Verdict::ALL.into_iter().find(|verdict| verdict.id() == id);
        let family = |id: &str| Family::ALL.into_iter().find(|family| family.id() == id);
        FindingFilter {
            verdict: query.get(param::VERDICT).and_then(verdict),
            family: query.get(param::RULES).and_then(family),
            pair: query.get(param::PAIR).and_then(|id| map.pair(id)),
            is_every: query.get(param::FINDINGS) == Some(param::EVERY_FINDING),
        }
    }

    /// Whether only the first finding of each cause is listed; filtered by tables or rules, every finding is.
    pub fn is_by_cause(&self) -> bool {
        self.family.is_none() && self.pair.is_none() && !self.is_every
    }

    /// The findings that pass the filter, by their place in the report. Findings that hold are listed only if the
    /// filter asks for their verdict, for two tables or for a family of rules.
    pub fn among(&self, report: &Report, budget: &Budget, map: &TablePairs) -> Vec<usize> {
        let is_wanted = |finding: &Finding| {
            self.verdict.is_none_or(|verdict| finding.verdict == verdict)
                && self.family.is_none_or(|family| finding.rule.about().family == family)
                && self.pair.is_none_or(|pair| map.holds(pair, finding, budget))
        };
        let is_told = |i: usize, verdict: Verdict| {
            if self.is_every {
                return verdict != Verdict::Holds;
            }
            !self.is_by_cause()
                || report.cause(i).map_or(self.verdict.is_some() || verdict != Verdict::Holds, |cause| cause.lead == i)
        };
        let findings = report.findings.iter().enumerate();
        let wanted = findings.filter(|(i, finding)| is_wanted(finding) && is_told(*i, finding.verdict));
        wanted.map(|(i, _)| i).collect()
    }

    /// Each condition in words, with the parameter that removes it.
    pub fn describe(&self, map: &TablePairs, locale: Locale) -> Vec<(String, &'static str, Param)> {
        let pick = |(zh, en)| String::from(locale.tr(zh, en));
        let all = [
            self.verdict.map(|v| (called(v, locale), ("不限结果", "Any result"), param::VERDICT)),
            self.family.map(|f| (pick(f.name()), ("不限种类", "Any kind"), param::RULES)),
            self.pair.map(|p| (map.name(p, locale), ("不限表格", "Any table"), param::PAIR)),
        ];
        let all = all.into_iter().flatten();
        all.map(|(told, back, name)| (told, locale.tr(back.0, back.1), Param::new(name, ""))).collect()
    }
}
