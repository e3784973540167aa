//! What cannot be checked, each reason once, and the tables that are missing in one sentence.

use super::Checked;
use crate::check::{Finding, Reason, Verdict};
use crate::locale::Locale;

/// What could not be checked.
pub struct Unchecked<'f> {
    /// Findings of one reason together, in the report's order, but for those that lack a table.
    pub groups: Vec<Vec<&'f Finding>>,
    /// The findings that lack a table.
    without: Vec<&'f Finding>,
}

impl<'f> Unchecked<'f> {
    /// What could not be checked in a document.
    pub fn of(checked: &Checked<'f>) -> Self {
        let all = checked.report.findings.iter().filter(|finding| finding.verdict == Verdict::Unchecked);
        let (without, rest): (Vec<_>, Vec<_>) =
            all.partition(|finding| matches!(finding.reason, Some(Reason::NoTable(_))));
        let mut groups: Vec<Vec<&Finding>> = Vec::new();
        for finding in rest {
            // A reason that names something else is another one.
            let is_alike = |group: &&mut Vec<&Finding>| {
                group.first().is_some_and(|first| first.rule == finding.rule && first.reason == finding.reason)
            };
            match groups.iter_mut().find(is_alike) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
        Unchecked { groups, without }
    }

    /// `还没有这些表：收入总表、……（少核对 5 处）。`
    pub fn without_tables(&self, locale: Locale) -> Option<String> {
        let mut names = Vec::new();
        let mut lost = 0;
        for finding in &self.without {
            if let Some(Reason::NoTable(kind)) = finding.reason {
                let name = locale.tr(kind.name().0, kind.name().1);
                if !names.contains(&name) {
                    names.push(name);
                }
                lost += usize::from(!finding.stated.is_empty());
            }
        }
        let (zh, en) = if lost > 0 {
            ("还没有这些表：{0}（少核对 {1} 处）。", "Without these tables: {0} ({1} checks fewer).")
        } else {
            ("还没有这些表：{0}。", "Without these tables: {0}.")
        };
        let told = || locale.format(zh, en, &[&names.join(locale.tr("、", ", ")), &lost.to_string()]);
        (!names.is_empty()).then(told)
    }
}
