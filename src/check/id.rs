//! The id of a finding, from its rule and its places: it stays the same from one check of a document to the next, so
//! that whoever published the document can explain the finding.

use super::finding::{Finding, Verdict};
use super::names::Names;
use super::report::Report;

/// The ids of all findings, in the report's order.
pub fn ids(report: &Report, names: &Names) -> Vec<String> {
    let plain: Vec<_> = report.findings.iter().map(|finding| plain(finding, names)).collect();
    let numbered = |i: usize| numbered(&plain[i], plain[..i].iter().filter(|other| **other == plain[i]).count());
    // Few ids are equal, and documents are long: only the equal ones are counted.
    let mut seen = std::collections::BTreeSet::new();
    let is_first: Vec<_> = plain.iter().map(|id| seen.insert(id.as_str())).collect();
    (0..plain.len()).map(|i| if is_first[i] { plain[i].clone() } else { numbered(i) }).collect()
}

/// The department's explanation of the report's finding number `i`, or of the finding that leads its cause.
pub fn explanation<'b>(report: &Report, i: usize, names: &Names<'b>) -> Option<&'b str> {
    let explanations = &names.budget().explanations;
    if explanations.is_empty() {
        return None;
    }
    let of = |i: usize| explanations.get(&id(report, i, names)).filter(|note| !note.is_empty());
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

fn id(report: &Report, i: usize, names: &Names) -> String {
    let own = plain(&report.findings[i], names);
    let rule = report.findings[i].rule;
    let before = report.findings[..i].iter().filter(|other| other.rule == rule && plain(other, names) == own).count();
    numbered(&own, before)
}

fn numbered(plain: &str, before: usize) -> String {
    if before == 0 { plain.into() } else { [plain, "-", &(before + 1).to_string()].concat() }
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
