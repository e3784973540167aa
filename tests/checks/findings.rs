//! Findings as text that a test can hold against what it expects.

use budget_lens::check::{Compared, Finding, Names, Place, Report, Verdict};
use budget_lens::money::Amount;

/// `表三/201/total`: table or list, line, column.
pub fn place(place: Place, names: &Names) -> String {
    let path = names.ids(place);
    [path.table, path.line, path.column].join("/")
}

/// `children 表三/20103/total: 4560.06, not 4560.05`: the rule, what is stated where, and what it should be.
pub fn told(finding: &Finding, names: &Names) -> String {
    let stated: Vec<_> = finding.stated.iter().map(|stated| place(*stated, names)).collect();
    let amount = |amount: Option<Amount>| amount.map_or("blank".into(), |amount| amount.to_string());
    let numbers = finding.compared.map(|Compared { stated, computed, .. }| match (amount(stated), amount(computed)) {
        (stated, computed) if stated == computed => format!(": {stated}"),
        (stated, computed) => format!(": {stated}, not {computed}"),
    });
    format!("{} {}{}", finding.rule.about().id, stated.join(" + "), numbers.unwrap_or_default())
}

/// The findings of this verdict, as text.
pub fn all_told(report: &Report, verdict: Verdict, names: &Names) -> Vec<String> {
    report.findings.iter().filter(|finding| finding.verdict == verdict).map(|finding| told(finding, names)).collect()
}
