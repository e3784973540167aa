//! The id of a finding, from its rule and its places: it stays the same from one check of a document to the next, so
//! that whoever published the document can explain the finding.

use std::collections::BTreeMap;

use super::finding::{Finding, Verdict};
use super::names::Names;
use super::report::Report;

/// The ids of all findings, in the report's order.
pub fn ids(report: &Report, names: &Names) -> Vec<String> {
    // How often each id was there before.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let own = |finding: &Finding| {
        let plain = plain(finding, names);
        let before = seen.entry(plain.clone()).or_default();
        *before += 1;
        if *before == 1 { plain } else { [&plain, "-", &before.to_string()].concat() }
    };
    report.findings.iter().map(own).collect()
}

/// The department's explanation of the report's finding number `i`, or of the finding that leads its cause.
pub fn explanation<'b>(report: &Report, i: usize, names: &Names<'b>) -> Option<&'b str> {
    let explanations = &names.budget().explanations;
    if explanations.is_empty() {
        return None;
    }
    let ids = names.of_findings(|| ids(report, names));
    let of = |i: usize| explanations.get(ids.get(i)?).filter(|note| !note.is_empty());
    of(i).or_else(|| of(report.cause(i)?.lead))
}

/// How many of the mismatches the department explains.
pub fn explained(report: &Report, names: &Names) -> usize {
    if names.budget().explanations.is_empty() {
        return 0;
    }
    let wrong = report.findings.iter().enumerate().filter(|(_, finding)| finding.verdict == Verdict::Mismatch);
    wrong.filter(|(i, _)| explanation(report, *i, names).is_some()).count()
}

/// The id without a running number: the rule, and a hash of the places by names that stay when lines are added
/// elsewhere.
fn plain(finding: &Finding, names: &Names) -> String {
    // FNV-1a: short, and the same on every machine.
    let mut digest = 0x811c_9dc5_u32;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            digest = (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for place in finding.places() {
        let path = names.ids(place);
        add(&path.table);
        add(&path.line);
        add(&path.column);
        add(names.section(place).unwrap_or_default());
    }
    let mut id = String::from(finding.rule.about().id) + "-";
    for shift in (0..8).rev() {
        id.extend(char::from_digit(digest >> (4 * shift) & 15, 16));
    }
    id
}
