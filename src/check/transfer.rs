//! A report as text, from the thread that checks to the one that shows: both hold the same document, so places are
//! numbers. One line a finding, then one a cause, then one of uncovered places; words apart by spaces, `-` for none.

mod read;
mod write;

use super::cause::{Bias, Common};
use super::report::Report;
use crate::budget::Measure;
use crate::money::Unit;
use read::{Words, read_cause, read_finding, read_places};
use write::{write_cause, write_finding, write_place};

const MEASURES: [Measure; 7] = [
    Measure::Percent,
    Measure::Pieces,
    Measure::Money(Unit::Yuan),
    Measure::Money(Unit::Thousand),
    Measure::Money(Unit::Wan),
    Measure::Money(Unit::Million),
    Measure::Money(Unit::Yi),
];
const COMMON: [Common; 9] = [
    Common::Number,
    Common::Same,
    Common::Unit,
    Common::Cut,
    Common::Missing,
    Common::Kind,
    Common::Habit(None),
    Common::Habit(Some(Bias::Above)),
    Common::Habit(Some(Bias::Below)),
];
/// What the line of a cause begins with.
const CAUSE: &str = "cause ";
impl Report {
    /// The report as text.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            write_finding(finding, &mut text);
            text.push('\n');
        }
        for cause in &self.causes {
            write_cause(cause, &mut text);
            text.push('\n');
        }
        self.uncovered.iter().for_each(|place| write_place(*place, &mut text));
        text
    }

    /// The report that a text says; `None` for any other text.
    pub fn from_text(text: &str) -> Option<Report> {
        let (lines, uncovered) = text.rsplit_once('\n').unwrap_or(("", text));
        let (causes, findings): (Vec<_>, Vec<_>) = lines.lines().partition(|line| line.starts_with(CAUSE));
        let findings = findings.into_iter().map(|line| read_finding(&mut Words(line))).collect::<Option<_>>()?;
        let causes =
            causes.into_iter().map(|line| read_cause(&mut Words(&line[CAUSE.len()..]))).collect::<Option<_>>()?;
        Some(Report { findings, causes, uncovered: read_places(&mut Words(uncovered))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Why;

    #[test]
    fn the_report_of_the_shipped_budget_survives_the_way() {
        let budget = crate::load::read(include_bytes!("../../budget.json")).unwrap().budget;
        let report = crate::check::check(&budget);
        assert_eq!(Report::from_text(&report.to_text()).as_ref(), Some(&report));
        assert!(report.findings.iter().any(|finding| matches!(finding.why, Some(Why::RightOf(_)))));
    }

    #[test]
    fn an_empty_report_is_one_and_other_texts_are_none() {
        assert_eq!(Report::from_text(""), Some(Report::default()));
        for other in ["x\n", "cause 0 1 9 \n", "cause 0 1 0 5 1 x \n", "1 2 3\n", "0 0 - - 5 \n", "<html>"] {
            assert_eq!(Report::from_text(other), None, "{other:?}");
        }
    }
}
